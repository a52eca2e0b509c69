extension NameFinder {

  /// Tells what an unknown name stands for by its words and neighbours; nil where it is no name.
  func unknownType(_ name: Range<Int>, _ run: Range<Int>, _ sentence: Range<Int>) -> EntityType? {
    let last = name.upperBound - 1
    if !pending.words.isEmpty { return .person }
    let words = name.filter { text.isCapitalized($0) }
    if words.count > 1, NameWords.places.contains(text.hash(last)) { return .place }
    if words.count == 1, usage.isSurname(text.hash(last)) { return .person }
    if words.contains(where: { NameWords.organizations.contains(text.hash($0)) }) {
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

  private func isDefinite(_ index: Int, _ sentence: Range<Int>) -> Bool {
    index > sentence.lowerBound
      && (text.isToken(index - 1, "the") || text.isToken(index - 1, "The"))
  }

  /// Whether the lexicon knows a word first of all as a common noun.
  private func isCommonNoun(_ index: Int) -> Bool {
    let word = text.lowercased(index)
    let value = Lexicon.english.value(of: word, word.indices, hash: text.hash(index))
    return value.map { Lexicon.english.bytes[$0] == 0x61 + PartOfSpeech.noun.rawValue } ?? false
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
    if isCommonNoun(index) { return nil }
    if behind < sentence.upperBound, NameWords.speech.contains(text.hash(behind)) { return .person }
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

  /// What may be "of" a place.
  static let settlements = WordSet(
    """
    town city village region province state county capital suburb port island district republic
    mayor governor people streets coast outskirts north south east west residents
    """)
}
