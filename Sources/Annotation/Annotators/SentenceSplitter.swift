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
        sentences.append(
          Sentence(firstToken: UInt32(start), endToken: UInt32(end), block: UInt32(block)))
        start = end
      }
    }
    document.sentences = sentences
  }

  /// Where sentences end within a paragraph.
  private func ends(_ paragraph: Range<Int>, _ reader: inout BoundaryReader) -> [Int] {
    guard let judge = model.sentences else { return reader.ruledEnds(paragraph) }
    return reader.ends(paragraph) { _, rows in judge.score(rows) > Self.threshold }
  }
}
