/// The words and marks of the corpus, in order of text, all attributes as parallel columns.
///
/// A token is kept as its *form*: a number that stands for a word in one spelling with one lemma and
/// one tag. Tables tell what each form is; only the rows of folded words are listed.
public struct TokenStore: Sendable {

  /// The word as it stands in the text.
  public let words: CodeColumn

  /// The word with case and accents folded; what queries look up by default.
  public let folds: CodeColumn

  /// The dictionary form.
  public let lemmas: CodeColumn

  /// The universal part-of-speech tag, like `NOUN`.
  public let partsOfSpeech: CodeColumn

  /// The folded words in the order of their bytes.
  public let lexicon: Lexicon

  /// The form of each token.
  public let forms: FrozenArray<UInt32>

  /// What is known of each form.
  public let formTable: FormTable

  /// Where each token starts.
  let offsets: TokenOffsets

  /// The number of tokens.
  public var count: Int { forms.count }

  /// Calls `body` with the forms of a word, given by its code.
  public func forEachForm(ofWord code: UInt32, _ body: (UInt32) -> Void) {
    forEachForm(of: code, words, formTable.words, body)
  }

  /// Calls `body` with the forms of a lemma, given by its code.
  public func forEachForm(ofLemma code: UInt32, _ body: (UInt32) -> Void) {
    forEachForm(of: code, lemmas, formTable.lemmas, body)
  }

  private func forEachForm(
    of code: UInt32, _ column: CodeColumn, _ codes: FrozenArray<UInt32>, _ body: (UInt32) -> Void
  ) {
    guard case .filtered(let postings) = column.dictionary.postings.layout,
      Int(code) < column.dictionary.count
    else { return }
    for fold in postings.sources(of: Int(code)) {
      for form in formTable.forms(ofFold: fold) where codes[Int(form)] == code { body(form) }
    }
  }

  /// Returns where a token starts in the corpus's text, in bytes.
  public func start(of token: Int) -> Int { offsets[token] }

  /// Returns where a token ends in the corpus's text, in bytes.
  public func end(of token: Int) -> Int {
    offsets[token] + Int(formTable.lengths[Int(forms[token])])
  }

  /// Returns the bytes of the corpus's text from the first to the last of a run of tokens.
  ///
  /// - Precondition: the run lies in the corpus and is not empty.
  public func bytes(of run: Range<Int>) -> Range<Int> {
    let start = start(of: run.lowerBound)
    return start..<max(start, end(of: run.upperBound - 1))
  }
}

/// Where tokens start in the text, in bytes: ascending numbers.
enum TokenOffsets: Sendable {
  /// The offset of the first token of each block, and how far behind it each token starts.
  case blocks(anchors: FrozenArray<UInt32>, steps: FrozenArray<UInt16>)
  /// The offset of each token, for texts in which a block would be too long.
  case wide(FrozenArray<UInt32>)

  /// The number of tokens of a block, as a power of two.
  static let blockBits = 6

  /// Lays offsets out.
  init(_ starts: [UInt32]) {
    var anchors: [UInt32] = []
    var steps: [UInt16] = []
    steps.reserveCapacity(starts.count)
    for (token, start) in starts.enumerated() {
      if token & (1 << Self.blockBits - 1) == 0 { anchors.append(start) }
      guard let anchor = anchors.last, let step = UInt16(exactly: Int(start) - Int(anchor)) else {
        self = .wide(FrozenArray(starts))
        return
      }
      steps.append(step)
    }
    self = .blocks(anchors: FrozenArray(anchors), steps: FrozenArray(steps))
  }

  /// Returns the offset of a token.
  subscript(token: Int) -> Int {
    switch self {
    case .blocks(let anchors, let steps):
      Int(anchors[token >> Self.blockBits]) + Int(steps[token])
    case .wide(let starts): Int(starts[token])
    }
  }
}
