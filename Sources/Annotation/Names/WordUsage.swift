/// How a document writes its words, so that a capital at the start of a sentence can be judged.
struct WordUsage: Sendable {

  private var common: Set<WordHash> = []
  private var surnames: Set<WordHash> = []

  init(_ text: TokenText) {
    let gazetteer = Gazetteer.world
    for index in text.tokens.indices {
      if !text.isCapitalized(index) {
        if text.tokens[index].partOfSpeech == .noun { common.insert(text.hash(index)) }
      } else if index > 0, text.isCapitalized(index - 1) {
        if NameWords.leadingSurnames.contains(text.hash(index - 1)) {
          surnames.insert(text.hash(index - 1))
        }
        let limit = min(index + 1, text.tokens.count)
        let isBehindName = gazetteer.firstName(at: index - 1, in: text, limit: limit) != nil
        if isBehindName || NameWords.honorifics.contains(text.hash(index - 1)) {
          surnames.insert(text.hash(index))
        }
      }
    }
  }

  /// Whether a word occurs as a common noun.
  func isCommon(_ word: WordHash) -> Bool { common.contains(word) }

  /// Whether a word stands somewhere behind a first name or a form of address.
  func isSurname(_ word: WordHash) -> Bool { surnames.contains(word) }
}
