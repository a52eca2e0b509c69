/// The words and marks of the corpus, in order of text, all attributes as parallel columns.
public struct TokenStore: Sendable {

  /// The word as it stands in the text.
  public let words: CodeColumn

  /// The word with case and accents folded; what queries look up by default.
  public let folds: CodeColumn

  /// The dictionary form.
  public let lemmas: CodeColumn

  /// The universal part-of-speech tag, like `NOUN`.
  public let partsOfSpeech: CodeColumn

  /// Where each token starts in the corpus's text, in bytes.
  public let starts: [UInt32]

  /// Where each token ends in the corpus's text, in bytes.
  public let ends: [UInt32]

  /// Creates the store from raw symbols and offsets, one entry a token each.
  public init(
    words: [UInt32], folds: [UInt32], lemmas: [UInt32], partsOfSpeech: [UInt32],
    starts: [UInt32], ends: [UInt32]
  ) {
    self.words = CodeColumn(words, domain: .symbols)
    self.folds = CodeColumn(folds, domain: .symbols)
    self.lemmas = CodeColumn(lemmas, domain: .symbols)
    self.partsOfSpeech = CodeColumn(partsOfSpeech, domain: .symbols)
    self.starts = starts
    self.ends = ends
  }

  /// The number of tokens.
  public var count: Int { starts.count }
}
