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
    for name in ownerBehind(role, sentence)?.names ?? [] { addRoleToLast(name) }
  }

  /// Reads a description of a person, like "the French president", and returns its end.
  mutating func nominalEnd(from start: Int, _ sentence: Range<Int>) -> Int? {
    let isDeterminer = text.tokens[start].partOfSpeech == .det
    guard isDeterminer, !text.isToken(start, "no") else { return nil }
    guard let role = role(at: start + 1, sentence) else {
      return officeEnd(start, sentence) ?? nationalEnd(start, sentence)
    }
    if let demonym = role.demonymToken { readRun(demonym..<demonym + 1, sentence) }
    if let name = nameBehind(role, sentence) { return name }
    let owner = ownerBehind(role, sentence)
    if let owner, let name = nameBehind(owner, sentence) { return name }
    if let name = nameBehindPhrase(role, sentence) { return name }
    addNominal(start, owner ?? role)
    return role.end
  }

  /// "the President", "the Vice President of Ghana": an office of one, in capitals and with no name.
  private mutating func officeEnd(_ start: Int, _ sentence: Range<Int>) -> Int? {
    guard start + 1 < sentence.upperBound, isDefinite(start + 1, sentence),
      text.isCapitalized(start + 1),
      let end = titleEnd(start + 1, sentence.upperBound)
    else { return nil }
    let office = text.string(start + 1, end).lowercased()
    guard NameWords.soleOffices.contains(office), !text.isToken(end, "-"),
      end == sentence.upperBound || !text.isCapitalized(end)
    else { return nil }
    let role = Role(office: office, demonym: nil, demonymToken: nil, end: end)
    if let owner = ownerBehind(role, sentence) {
      addNominal(start, owner)
      return end
    }
    guard !text.isToken(end, "of") else { return nil }
    addNominal(start, role)
    return end
  }

  /// "the minister for public accounts, Amélie …": a phrase stands between office and name.
  private mutating func nameBehindPhrase(_ role: Role, _ sentence: Range<Int>) -> Int? {
    guard role.end < sentence.upperBound, text.tokens[role.end].partOfSpeech == .adp else {
      return nil
    }
    var comma = role.end + 1
    let limit = min(role.end + 8, sentence.upperBound - 1)
    while comma < limit, isInsidePhrase(comma) { comma += 1 }
    guard comma < limit, text.isToken(comma, ","), isNameStart(comma + 1, sentence) else {
      return nil
    }
    read(role.end..<comma)
    pending = PendingRole()
    let count = mentions.count
    readRun(comma + 1..<nameRunEnd(from: comma + 1, sentence), sentence)
    guard mentions.count > count else { return nil }
    if entities.last?.type == .person { role.names.forEach { addRoleToLast($0) } }
    return Int(mentions[mentions.count - 1].endToken)
  }

  private func isInsidePhrase(_ index: Int) -> Bool {
    switch text.tokens[index].partOfSpeech {
    case .verb, .aux, .punct, .pron, .sconj: false
    default: true
    }
  }

  /// Adds a description of a person; only a definite one may mean someone named.
  private mutating func addNominal(_ start: Int, _ role: Role) {
    let isDefinite = text.isToken(start, "the") || text.isToken(start, "The")
    var entity = DocumentEntity(name: text.string(start, role.end), type: .person)
    entity.roles = isDefinite ? role.names : []
    add(start..<role.end, entity, form: .nominal, reason: "")
  }

  /// "of France", "of the European Commission": whose office it is.
  private func ownerBehind(_ role: Role, _ sentence: Range<Int>) -> Role? {
    guard text.isToken(role.end, "of"), let body = body(behind: role.end, sentence) else {
      return nil
    }
    let match = gazetteer.longest(at: body.lowerBound, in: text, limit: body.upperBound)
    let demonym = match.flatMap {
      $0.kind == .country ? gazetteer.items(3, ofLine: $0.line).first : nil
    }
    if let demonym {
      return Role(
        office: role.office, demonym: demonym.lowercased(), demonymToken: nil, end: body.upperBound)
    }
    let name = text.string(body.lowerBound, body.upperBound).lowercased()
    return Role(
      office: "\(role.office) of \(name)", demonym: nil, demonymToken: nil, end: body.upperBound)
  }

  /// "the Frenchman", "the Ukrainian": someone of a nationality, and nothing behind it to describe.
  private mutating func nationalEnd(_ start: Int, _ sentence: Range<Int>) -> Int? {
    let next = start + 2
    guard text.isToken(start, "the") || text.isToken(start, "The"), next < sentence.upperBound,
      let demonym = demonymName(start + 1, sentence)
    else { return nil }
    let isPlural = text.bytes[text.range(start + 1).upperBound - 1] == 0x73
    switch text.tokens[next].partOfSpeech {
    case _ where isOnlyNoun(start + 1): break
    case .verb, .aux, .punct, .part, .sconj,
      .adp where !isPlural:
      break
    default: return nil
    }
    readRun(start + 1..<next, sentence)
    var entity = DocumentEntity(name: text.string(start, next), type: .person)
    entity.roles = ["\(demonym) national"]
    add(start..<next, entity, form: .nominal, reason: "")
    return next
  }

  /// "Frenchman", "Scotswoman": a demonym that is no adjective, as "German" is.
  private func isOnlyNoun(_ index: Int) -> Bool {
    let word = text.lowercased(index)
    return ["hman", "sman", "woman"].contains { word.suffix($0.utf8.count).elementsEqual($0.utf8) }
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
    entity.known = owner.known
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
        words += (index..<end).filter { !NameWords.timeModifiers.contains(text.hash($0)) }
          .map { text.string($0, $0 + 1) }
        return Role(
          office: words.joined(separator: " "), demonym: demonym?.name,
          demonymToken: demonym?.token, end: end)
      }
      if demonym == nil, let name = demonymName(index, sentence) {
        demonym = (name, index)
      } else if NameWords.timeModifiers.contains(hash) {
        // Whoever held an office is still known by it.
      } else if NameWords.roleModifiers.contains(hash) {
        words.append(text.string(index, index + 1).lowercased())
      } else if words.isEmpty, let owner = owner(index, sentence) {
        if let country = Demonym.of(owner) {
          demonym = (country, index)
        } else {
          words.append(text.string(index, index + 1).lowercased())
        }
      } else if !text.isToken(index, "-") {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// The key of a body or country that stands before an office: "the Kremlin spokesman".
  private func owner(_ index: Int, _ sentence: Range<Int>) -> String? {
    guard text.isCapitalized(index) else { return nil }
    if NameWords.organizations.contains(text.hash(index)) { return "" }
    guard let match = gazetteer.longest(at: index, in: text, limit: sentence.upperBound),
      match.tokens == 1
    else { return nil }
    switch match.kind {
    case .country, .seat, .organization: return gazetteer.field(1, ofLine: match.line)
    default: return nil
    }
  }

  private func demonymName(_ index: Int, _ sentence: Range<Int>) -> String? {
    guard text.isCapitalized(index),
      let match = gazetteer.longest(at: index, in: text, limit: sentence.upperBound),
      match.kind == .demonym, match.tokens == 1
    else { return nil }
    return gazetteer.items(3, ofLine: match.line).first?.lowercased()
  }

  /// The name behind "of" or "of the".
  private func body(behind index: Int, _ sentence: Range<Int>) -> Range<Int>? {
    var start = index + 1
    if start < sentence.upperBound, text.isToken(start, "the") { start += 1 }
    guard start < sentence.upperBound, text.isCapitalized(start) else { return nil }
    return start..<nameRunEnd(from: start, sentence)
  }
}

extension NameWords {

  /// Offices that one person holds at a time, written in capitals where no name stands with them.
  static let soleOffices: Set<String> = [
    "president", "vice president", "prime minister", "chancellor", "premier", "taoiseach",
  ]
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
