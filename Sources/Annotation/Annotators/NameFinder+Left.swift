/// What a trained model passed over and a rule is sure of.
enum LeftName {
  /// A name that the gazetteer knows.
  case known(Gazetteer.Match)
  /// A name that the words around it tell.
  case told(EntityType, tokens: Int)

  /// The number of tokens.
  var tokens: Int {
    switch self {
    case .known(let match): match.tokens
    case .told(_, let tokens): tokens
    }
  }
}

extension NameFinder {

  /// Returns the name that starts here though the model found none; `isTitled` where a title stands
  /// before it.
  func leftName(
    _ index: Int, _ sentence: Range<Int>, _ found: FoundNames, isTitled: Bool
  ) -> LeftName? {
    guard text.isCapitalized(index), found.isFree(index..<index + 1) else { return nil }
    if let match = gazetteer.longest(at: index, in: text, limit: sentence.upperBound) {
      let tokens = index..<index + match.tokens
      let isName =
        found.isFree(tokens) && isRuledStart(index, sentence)
        && standsAlone(tokens, sentence, found)
      return isName ? .known(match) : nil
    }
    return toldName(index, sentence, found, isTitled: isTitled)
  }

  /// Whether no other capitalised word stands beside, so that a name is no part of a title of
  /// something else, and no sum of money.
  private func standsAlone(
    _ tokens: Range<Int>, _ sentence: Range<Int>, _ found: FoundNames
  ) -> Bool {
    func isJoined(_ index: Int) -> Bool {
      isLoose(index, sentence, found) && titleEnd(index, sentence.upperBound) == nil
    }
    return !isJoined(tokens.lowerBound - 1) && !isJoined(tokens.upperBound)
      && !text.isToken(tokens.upperBound, "$") && !text.isToken(tokens.upperBound, "dollars")
  }

  /// A capitalised word in no name.
  private func isLoose(_ index: Int, _ sentence: Range<Int>, _ found: FoundNames) -> Bool {
    sentence.contains(index) && found.isFree(index..<index + 1) && text.isCapitalized(index)
  }

  /// A person behind a title or before a verb of speech, or a run that ends like a company's name.
  private func toldName(
    _ index: Int, _ sentence: Range<Int>, _ found: FoundNames, isTitled: Bool
  ) -> LeftName? {
    guard isTitled || !isLoose(index - 1, sentence, found), isPlain(index) else { return nil }
    var end = index + 1
    while isLoose(end, sentence, found), isPlain(end) { end += 1 }
    if end < sentence.upperBound, text.isCapitalized(end), found.isFree(end..<end + 1) {
      return isFirm(end) ? .told(.organization, tokens: end + 1 - index) : nil
    }
    let isSpeaker =
      end < sentence.upperBound && NameWords.speech.contains(text.hash(end))
      && isRuledStart(index, sentence) && text.tokens[index].partOfSpeech == .propn
    return isTitled || isSpeaker ? .told(.person, tokens: end - index) : nil
  }

  /// "Corp.", "Ltd": no name of anything else ends so.
  private func isFirm(_ index: Int) -> Bool { NameWords.firms.contains(text.hash(index)) }

  /// Whether a word stands in no list that would make it something else than part of a name.
  private func isPlain(_ index: Int) -> Bool {
    let hash = text.hash(index)
    return text.tokens[index].range.length > 1 && !text.isAllCapitals(index)
      && !PersonName.isSuffix(text.string(index, index + 1))
      && WordClasses.of(hash).isDisjoint(
        with: [.honorific, .role, .modifier, .organization, .nothing, .function, .works])
  }
}

extension NameWords {

  /// Endings of the names of firms.
  static let firms = WordSet("corp corp. inc inc. ltd ltd. llc plc gmbh co.")
}
