extension NameFinder {

  /// Cuts a run of capitalised words into names and gives each its class.
  mutating func readRun(_ run: Range<Int>, _ sentence: Range<Int>) {
    if let found { readFound(run, sentence, found) } else { readRuled(run, sentence) }
    readSuffix(behind: run.upperBound, sentence)
    readApposition(behind: run.upperBound, sentence)
  }

  /// "Ada Ode, Jr.": the suffix belongs to the name.
  private mutating func readSuffix(behind end: Int, _ sentence: Range<Int>) {
    let start = text.isToken(end, ",") ? end + 1 : end
    guard start < sentence.upperBound, start > end || text.isCapitalized(start),
      entities.last?.type == .person
    else { return }
    let word = text.string(start, start + 1)
    // "Ada Ode, Senior" and "Ada Ode Senior Editor" go on with an office.
    let isSpelledOut =
      start == end && PersonName.suffix(word) != nil
      && !(start + 1 < sentence.upperBound && text.isCapitalized(start + 1))
    guard PersonName.isSuffix(word) || isSpelledOut else { return }
    extendLast(to: start..<start + 1)
  }

  private mutating func readRuled(_ run: Range<Int>, _ sentence: Range<Int>) {
    var index = run.lowerBound
    while index < run.upperBound {
      if let end = organizationEnd(index, run) {
        emitOrganization(index..<end)
        index = end
      } else if let match = gazetteer.longest(at: index, in: text, limit: run.upperBound),
        isWhole(match, index, run)
      {
        emit(match, index)
        index += match.tokens
      } else if let title = readTitle(index, run.upperBound) {
        index = title
      } else {
        index = readUnknown(index, run, sentence)
      }
    }
  }

  /// The end of an organisation that starts here: a run up to a word like "Ministry", and what
  /// follows it with "of".
  private func organizationEnd(_ start: Int, _ run: Range<Int>) -> Int? {
    guard titleEnd(start, run.upperBound) == nil else { return nil }
    var head: Int?
    for index in start..<run.upperBound {
      let hash = text.hash(index)
      if NameWords.organizations.contains(hash) { head = index }
      if head == nil, index > start, NameWords.roles.contains(hash) { return nil }
      if NameWords.honorifics.contains(hash) { return nil }
    }
    guard var end = head.map({ $0 + 1 }) else { return nil }
    if end < run.upperBound, NameWords.linkers.contains(text.hash(end)) { end = run.upperBound }
    if let known = gazetteer.longest(at: start, in: text, limit: run.upperBound) {
      let isOther = known.kind == .person || known.kind == .seat || known.kind == .other
      if isOther || start + known.tokens >= end { return nil }
    }
    return end - start > 1 ? end : nil
  }

  private mutating func emitOrganization(_ tokens: Range<Int>) {
    let first = tokens.lowerBound + (text.isToken(tokens.lowerBound, "The") ? 1 : 0)
    let name = text.string(first, tokens.upperBound)
    add(
      first..<tokens.upperBound, DocumentEntity(name: name, type: .organization, aliases: [name]),
      reason: "the name of a body")
    pending = PendingRole()
  }

  /// A known name counts unless it is only the first part of a longer name of another kind.
  private func isWhole(_ match: Gazetteer.Match, _ index: Int, _ run: Range<Int>) -> Bool {
    let next = index + match.tokens
    guard next < run.upperBound, match.tokens == 1 else { return true }
    switch match.kind {
    case .person: return !isPlainWord(next, run.upperBound)
    case .place, .organization, .capital, .country:
      let isFirstName = gazetteer.firstName(at: index, in: text, limit: run.upperBound) != nil
      return !isFirstName || !isPlainWord(next, run.upperBound)
    default: return true
    }
  }

  /// Whether a word of a run is neither known nor a title, so that it may be a surname.
  private func isPlainWord(_ index: Int, _ limit: Int) -> Bool {
    text.isCapitalized(index) && titleEnd(index, limit) == nil
      && gazetteer.longest(at: index, in: text, limit: limit) == nil
  }

  /// Adds what the gazetteer knows.
  mutating func emit(_ match: Gazetteer.Match, _ index: Int) {
    let tokens = index..<index + match.tokens
    if let (entity, reason) = known(match, text.string(tokens.lowerBound, tokens.upperBound)) {
      add(tokens, entity, reason: reason)
      pending = PendingRole()
      if match.kind == .demonym { pending.demonym = entity.name.lowercased() }
    } else {
      pending = PendingRole()
    }
  }

  /// The entity that a line of the gazetteer stands for, and why; nil where it is none.
  private func known(
    _ match: Gazetteer.Match, _ surface: String
  ) -> (DocumentEntity, reason: String)? {
    guard var known = gazetteer.entity(of: match, as: surface) else { return nil }
    if match.kind == .person { known.0.roles = pending.roles }
    return known
  }

  /// Reads a title before a name and returns its end: "Prime Minister", "Mr", "Sen.".
  mutating func readTitle(_ start: Int, _ limit: Int) -> Int? {
    guard let end = titleEnd(start, limit) else { return nil }
    for index in start..<end { pending.words.append(text.string(index, index + 1).lowercased()) }
    return end
  }

  /// The end of a title at `start`, or nil where none stands.
  func titleEnd(_ start: Int, _ limit: Int) -> Int? {
    if NameWords.honorifics.contains(text.hash(start)) { return start + 1 }
    var index = start
    let furthest = min(limit, start + NameWords.mostTitles)
    while index + 1 < furthest, NameWords.roleModifiers.contains(text.hash(index)),
      isOffice(index + 1)
    {
      index += 1
    }
    guard index < limit, NameWords.roles.contains(text.hash(index)) else { return nil }
    index += 1
    if index + 1 < limit, text.isToken(index, "of"),
      NameWords.departments.contains(text.hash(index + 1))
    {
      index += 2
    }
    return index
  }

  private func isOffice(_ index: Int) -> Bool {
    let word = text.hash(index)
    return NameWords.roles.contains(word) || NameWords.roleModifiers.contains(word)
  }

  /// Reads a name that the gazetteer does not know, and returns its end.
  private mutating func readUnknown(
    _ start: Int, _ run: Range<Int>, _ sentence: Range<Int>
  ) -> Int {
    if NameWords.nothing.contains(text.hash(start)) || !text.isCapitalized(start) {
      return start + 1
    }
    if isPartyMark(start) { return run.upperBound }
    var end = start + (gazetteer.firstName(at: start, in: text, limit: run.upperBound)?.tokens ?? 1)
    let isFirstName = end > start + 1 || isFirstName(start, run)
    while end < run.upperBound, belongsToName(end, run, afterFirstName: isFirstName) { end += 1 }
    while end > start + 1, !text.isCapitalized(end - 1), !isSyllable(end - 1) { end -= 1 }
    let tokens = start..<end
    if let type = unknownType(tokens, run, sentence) {
      let name = text.string(start, end)
      var entity = DocumentEntity(name: name, type: type, aliases: [name])
      if type == .person { entity.roles = pending.roles }
      add(tokens, entity, reason: "a name by its capitals")
    }
    pending = PendingRole()
    return end
  }

  private func isSyllable(_ index: Int) -> Bool { index > 0 && text.isToken(index - 1, "-") }

  /// "D-Va.", behind the name of a member of Congress.
  private func isPartyMark(_ index: Int) -> Bool {
    text.tokens[index].range.length == 1 && text.isToken(index + 1, "-") && text.touches(index)
  }

  private func isFirstName(_ index: Int, _ run: Range<Int>) -> Bool {
    gazetteer.firstName(at: index, in: text, limit: run.upperBound) != nil
  }

  /// Whether a word goes on with an unknown name.
  ///
  /// Someone known by surname alone stands alone, but behind a first name.
  private func belongsToName(
    _ index: Int, _ run: Range<Int>, afterFirstName: Bool
  ) -> Bool {
    if NameWords.nothing.contains(text.hash(index)) { return false }
    guard let match = gazetteer.longest(at: index, in: text, limit: run.upperBound) else {
      return titleEnd(index, run.upperBound) == nil
    }
    switch match.kind {
    case .person: return afterFirstName
    case .place, .country: return true
    default: return false
    }
  }
}
