/// Groups the tokens of each paragraph into sentences.
///
/// Rules for periods, closing marks and abbreviations come first; a trained judge, which reads what
/// the rules say of a place, tells where else a sentence ends and where it goes on. Nothing counts on
/// quotation marks coming in pairs, for pages lose them.
public struct SentenceSplitter: Annotator {

  /// No sentence goes over a paragraph.
  public static let requires: Set<Layer> = [.layout, .tokens]
  /// The sentences of paragraphs.
  public static let provides: Set<Layer> = [.sentences]

  private let model: SyntaxModel

  /// The score from which a place counts as an end: what is learnt is too sure that nothing ends, and
  /// this is where as many ends are missed as are made up, by cross-validation.
  package static let threshold: Float = -0.7

  /// The most tokens of a sentence.
  package static let longest = 1000

  /// Creates a splitter with the model of the program.
  public init() { model = .english }

  /// Creates a splitter with a model of one's own.
  package init(_ model: SyntaxModel) { self.model = model }

  /// Groups the tokens of a document into sentences; without a model the rules decide alone.
  public func annotate(_ document: inout AnnotatedDocument) {
    var sentences: [Sentence] = []
    var reader = BoundaryReader(document, model.vocabulary)
    var token = 0
    for (block, value) in document.blocks.enumerated() where value.kind.holdsSentences {
      let first = token
      while token < document.tokens.count, document.tokens[token].range.start < value.range.end {
        token += 1
      }
      var start = first
      for end in ends(first..<token, &reader) + [token] where end > start {
        for part in Self.parts(of: start..<end, document) {
          sentences.append(
            Sentence(
              firstToken: UInt32(part.lowerBound), endToken: UInt32(part.upperBound),
              block: UInt32(block)))
        }
        start = end
      }
    }
    document.sentences = sentences
  }

  /// Cuts a sentence of more tokens than any has into parts, behind a mark where there is one.
  ///
  /// What reads a sentence as a whole keeps some kilobytes a token, and looks from one word of it at
  /// others: of a list of a hundred thousand words without a full stop, both have to have an end.
  private static func parts(of sentence: Range<Int>, _ document: AnnotatedDocument) -> [Range<Int>]
  {
    var parts: [Range<Int>] = []
    var start = sentence.lowerBound
    while sentence.upperBound - start > longest {
      let mark = (start + longest / 2..<start + longest).last {
        switch Mark(at: Int(document.tokens[$0].range.start), in: document.text.bytes) {
        case .comma, .semicolon, .colon, .period, .question, .exclamation: true
        default: false
        }
      }
      let end = mark.map { $0 + 1 } ?? start + longest
      parts.append(start..<end)
      start = end
    }
    return parts + [start..<sentence.upperBound]
  }

  /// Where sentences end within a paragraph.
  private func ends(_ paragraph: Range<Int>, _ reader: inout BoundaryReader) -> [Int] {
    guard let judge = model.sentences else { return reader.ruledEnds(paragraph) }
    return reader.ends(paragraph) { _, rows in judge.score(rows) > Self.threshold }
  }
}
