extension NameFinder {

  /// Reads "…, the German chancellor," behind a name of a person and gives it that role.
  mutating func readApposition(behind end: Int, _ sentence: Range<Int>) {
    guard let last = mentions.last, Int(last.endToken) == end, last.form == .name,
      entities.last?.type == .person, text.isToken(end, ","), end + 2 < sentence.upperBound
    else { return }
    var index = end + 1
    if text.tokens[index].partOfSpeech == .det { index += 1 }
    guard let role = role(at: index, sentence) else { return }
    for name in role.names { addRoleToLast(name) }
    if text.isToken(role.end, "of"), let body = bodyName(behind: role.end, sentence) {
      addRoleToLast("\(role.office) of \(body)")
    }
  }

  /// Reads a description of a person, like "the French president", and returns its end.
  mutating func nominalEnd(from start: Int, _ sentence: Range<Int>) -> Int? {
    let isDeterminer = text.tokens[start].partOfSpeech == .det
    guard isDeterminer, !text.isToken(start, "no"), let role = role(at: start + 1, sentence) else {
      return nil
    }
    if let demonym = role.demonymToken { readRun(demonym..<demonym + 1, sentence) }
    if let name = nameBehind(role, sentence) {
      return name
    }
    let isDefinite = text.isToken(start, "the") || text.isToken(start, "The")
    var entity = DocumentEntity(name: text.string(start, role.end), type: .person)
    entity.roles = isDefinite ? role.names : []
    add(start..<role.end, entity, form: .nominal, reason: "")
    return role.end
  }

  /// "the German chancellor, Friedrich Merz": the name behind takes the role.
  private mutating func nameBehind(_ role: Role, _ sentence: Range<Int>) -> Int? {
    var next = role.end
    if text.isToken(next, ",") { next += 1 }
    guard next < sentence.upperBound, isNameStart(next, sentence) else { return nil }
    let count = mentions.count
    readRun(next..<nameRunEnd(from: next, sentence), sentence)
    guard mentions.count > count else { return nil }
    if entities.last?.type == .person { role.names.forEach { addRoleToLast($0) } }
    return Int(mentions[mentions.count - 1].endToken)
  }

  /// Reads "'s president, Gitanas Nausėda" behind a country or body, and returns its end.
  mutating func readPossessive(behind end: Int, _ sentence: Range<Int>) -> Int? {
    guard end + 1 < sentence.upperBound, text.isToken(end, "'s") || text.isToken(end, "’s"),
      let owner = entities.last, let mention = mentions.last, Int(mention.endToken) == end,
      let role = role(at: end + 1, sentence)
    else { return nil }
    let demonym = Demonym.of(owner.known)
    let owned = Role(
      office: role.office, demonym: role.demonym ?? demonym, demonymToken: nil, end: role.end)
    if let name = nameBehind(owned, sentence) { return name }
    guard owner.type != .person else { return nil }
    var entity = DocumentEntity(
      name: text.string(Int(mention.firstToken), role.end), type: .person)
    entity.roles = owned.names
    add(
      Int(mention.firstToken)..<role.end, entity, form: .nominal, reason: "")
    return role.end
  }

  /// An office found in lower case, with the nationality before it.
  struct Role {
    let office: String
    let demonym: String?
    let demonymToken: Int?
    let end: Int

    var names: [String] { demonym.map { [office, "\($0) \(office)"] } ?? [office] }
  }

  /// Returns the office that starts at `start`: "former French foreign minister".
  func role(at start: Int, _ sentence: Range<Int>) -> Role? {
    var index = start
    var words: [String] = []
    var demonym: (name: String, token: Int)?
    while index < sentence.upperBound, index < start + 6 {
      let hash = text.hash(index)
      let isTitle = titleEnd(index, sentence.upperBound)
      if let end = isTitle, !text.isCapitalized(index) {
        words += (index..<end).map { text.string($0, $0 + 1) }
        return Role(
          office: words.joined(separator: " "), demonym: demonym?.name,
          demonymToken: demonym?.token, end: end)
      }
      if demonym == nil, let name = demonymName(index, sentence) {
        demonym = (name, index)
      } else if NameWords.roleModifiers.contains(hash) {
        words.append(text.string(index, index + 1).lowercased())
      } else if !text.isToken(index, "-") {
        return nil
      }
      index += 1
    }
    return nil
  }

  private func demonymName(_ index: Int, _ sentence: Range<Int>) -> String? {
    guard text.isCapitalized(index),
      let match = gazetteer.longest(at: index, in: text, limit: sentence.upperBound),
      match.kind == .demonym, match.tokens == 1
    else { return nil }
    return gazetteer.items(3, ofLine: match.line).first?.lowercased()
  }

  /// The body behind "of": "the European Commission".
  private func bodyName(behind index: Int, _ sentence: Range<Int>) -> String? {
    var start = index + 1
    if start < sentence.upperBound, text.isToken(start, "the") { start += 1 }
    guard start < sentence.upperBound, text.isCapitalized(start) else { return nil }
    return text.string(start, nameRunEnd(from: start, sentence)).lowercased()
  }
}

/// The adjective of a country.
enum Demonym {

  /// Returns the nationality of a key of the gazetteer, in lower case: "Russia" or "Russia/seat/…".
  static func of(_ known: String?) -> String? {
    guard let country = known?.split(separator: "/").first,
      let match = Gazetteer.world.lookup(String(country)), match.kind == .country
    else { return nil }
    return Gazetteer.world.items(3, ofLine: match.line).first?.lowercased()
  }
}
