extension NameFinder {

  /// Tells what an unknown name stands for by its words and neighbours; nil where it is no name.
  func unknownType(_ name: Range<Int>, _ run: Range<Int>, _ sentence: Range<Int>) -> EntityType? {
    let last = name.upperBound - 1
    let words = name.filter { text.isCapitalized($0) }
    let isBody = words.contains { NameWords.organizations.contains(text.hash($0)) }
    if !pending.words.isEmpty, !isBody { return .person }
    if NameWords.works.contains(text.hash(last)) { return nil }
    if words.count > 1, NameWords.places.contains(text.hash(last)) { return .place }
    let isSurname =
      usage.isSurname(text.hash(last)) || NameWords.surnames.contains(text.hash(last))
    if words.count == 1, isSurname { return .person }
    if isBody {
      return words.count > 1 || isDefinite(name.lowerBound, sentence) ? .organization : nil
    }
    if gazetteer.firstName(at: name.lowerBound, in: text, limit: name.upperBound) != nil {
      return .person
    }
    if words.count > 1, endsInPlace(name) { return .organization }
    if name.count == 1, text.isAllCapitals(last) { return isAcronym(last) ? .organization : nil }
    if isPlace(name, sentence) { return .place }
    return words.count > 1 ? typeOfSeveral(name, sentence) : typeOfOne(last, sentence)
  }

  func isDefinite(_ index: Int, _ sentence: Range<Int>) -> Bool {
    index > sentence.lowerBound
      && (text.isToken(index - 1, "the") || text.isToken(index - 1, "The"))
  }

  /// "Air France", "ReArm Europe".
  private func endsInPlace(_ name: Range<Int>) -> Bool {
    let match = gazetteer.longest(at: name.upperBound - 1, in: text, limit: name.upperBound)
    return match.map { $0.kind == .country || $0.kind == .place } ?? false
  }

  private func isAcronym(_ index: Int) -> Bool {
    text.tokens[index].range.length <= 6 && text.tokens[index].partOfSpeech == .propn
  }

  /// "in Hartlepool": a preposition of place before, and neither a verb nor an office behind.
  private func isPlace(_ name: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let before = name.lowerBound - 1
    guard before > sentence.lowerBound, name.count <= 2 else { return false }
    if text.isToken(before, "of") { return NameWords.settlements.contains(text.hash(before - 1)) }
    return NameWords.locatives.contains(text.hash(before))
  }

  private func typeOfSeveral(_ name: Range<Int>, _ sentence: Range<Int>) -> EntityType {
    let before = name.lowerBound - 1
    let hasArticle = before >= sentence.lowerBound && text.tokens[before].partOfSpeech == .det
    let hasPlain = name.contains { text.tokens[$0].partOfSpeech == .noun }
    return hasArticle || hasPlain || name.count > 4 ? .organization : .person
  }

  private func typeOfOne(_ index: Int, _ sentence: Range<Int>) -> EntityType? {
    guard text.tokens[index].partOfSpeech == .propn, text.tokens[index].range.length > 2 else {
      return nil
    }
    let (before, behind) = (index - 1, index + 1)
    if behind < sentence.upperBound, NameWords.speech.contains(text.hash(behind)) { return .person }
    if isListed(index, text.hash(index)) { return nil }
    if before >= sentence.lowerBound, text.tokens[before].partOfSpeech == .det {
      return .organization
    }
    if before >= sentence.lowerBound, NameWords.speech.contains(text.hash(before)) {
      return .person
    }
    let hasVerb =
      behind < sentence.upperBound
      && (text.tokens[behind].partOfSpeech == .verb || text.tokens[behind].partOfSpeech == .aux)
    return hasVerb ? .person : .organization
  }
}

extension NameWords {

  /// Surnames of several people in public life, so that none of them can be meant by it alone.
  static let surnames = WordSet(
    """
    clinton bush johnson kennedy nixon reagan carter cheney gore thatcher cameron miliband sanders
    graham harris ryan sullivan austin smith jones williams davis miller wilson moore taylor anderson
    thomas jackson martin thompson garcia martinez robinson rodriguez lewis walker hernandez lopez
    gonzalez nelson perez campbell mitchell roberts phillips murphy sánchez fernández müller schmidt
    fischer dubois bernard durand moreau
    """)

  /// Last words of things that are none of these: laws, days, prizes.
  static let works = WordSet(
    """
    act agreement plan treaty deal accord accords protocol pact bill amendment day week month year
    award awards prize cup code charter declaration resolution convention summit championship games
    festival show
    """)

  /// What may be "of" a place.
  static let settlements = WordSet(
    """
    town city village region province state county capital suburb port island district republic
    mayor governor people streets coast outskirts north south east west residents
    """)
}
