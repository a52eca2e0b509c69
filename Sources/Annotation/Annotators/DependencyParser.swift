/// Gives each token its head and the relation to it, so that each sentence is one tree.
///
/// A small network scores every pair of words of a sentence (see `ParserShape`), and the best tree
/// is taken, nearly: cycles are opened where that costs least.
public struct DependencyParser: Annotator {

  /// Words are read with their tags, a sentence at a time.
  public static let requires: Set<Layer> = [.tokens, .sentences, .partsOfSpeech]
  /// The heads and relations of tokens.
  public static let provides: Set<Layer> = [.dependencies]

  /// The most words that are read as one sentence, for the work grows with their square.
  static let longestSentence = 160

  private let model: SyntaxModel

  /// Creates a parser with the model of the program.
  public init() { model = .english }

  /// Creates a parser with a model of one's own.
  package init(_ model: SyntaxModel) { self.model = model }

  /// Gives each token of a document its head; without a model nothing is known.
  public func annotate(_ document: inout AnnotatedDocument) {
    guard let parser = model.parser else { return }
    var run = ParserRun(parser, model.vocabulary)
    for sentence in document.sentences {
      let range = Int(sentence.firstToken)..<Int(sentence.endToken)
      var top: UInt32?
      for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.longestSentence) {
        let end = min(start + Self.longestSentence, range.upperBound)
        run.parse(start..<end, of: &document)
        guard let root = (start..<end).first(where: { Int(document.tokens[$0].head) == $0 }) else {
          continue
        }
        // What goes on after very many words hangs below what came first.
        if let top {
          document.tokens[root].head = top
          document.tokens[root].relation = .parataxis
        }
        top = top ?? UInt32(root)
      }
    }
  }
}

/// A parser at work, with its buffers.
private struct ParserRun {

  private let parser: ParserModel
  private let network: ParserNetwork
  private var reader: WordAttributeReader
  private var values: ParserValues
  private var decoder = TreeDecoder()
  private var rows: [Int32] = []
  private var tags: [UInt8] = []
  private var scores: [Float] = []
  private var hidden: [Float] = []

  init(_ parser: ParserModel, _ vocabulary: Vocabulary) {
    self.parser = parser
    network = parser.network
    reader = WordAttributeReader(vocabulary)
    values = ParserValues(network.shape)
  }

  /// Gives the words of a range their heads.
  mutating func parse(_ range: Range<Int>, of document: inout AnnotatedDocument) {
    values.count = range.count
    values.inputs[0].removeAll(keepingCapacity: true)
    tags.removeAll(keepingCapacity: true)
    for index in range {
      let token = document.tokens[index]
      let word = reader.attributes(of: token.range, in: document.text.bytes)
      rows.removeAll(keepingCapacity: true)
      ParserFeatures.append(word, tag: token.partOfSpeech.rawValue, to: &rows)
      parser.appendSum(of: rows[...], to: &values.inputs[0])
      tags.append(token.partOfSpeech.rawValue)
    }
    let whole = 0..<range.count
    for layer in 0..<network.shape.layers {
      network.mix(layer: layer, &values, [whole])
      network.apply(layer: layer, &values, [whole])
    }
    network.project(&values)
    network.scoreHeads(values, whole, tags: tags, into: &scores)
    decoder.decode(scores, count: range.count, step: range.count + 1)
    for (word, head) in decoder.heads.enumerated() {
      let index = range.lowerBound + word
      document.tokens[index].head = UInt32(range.lowerBound + head)
      document.tokens[index].relation = relation(word, head == word ? -1 : head)
    }
  }

  private mutating func relation(_ word: Int, _ head: Int) -> DependencyRelation {
    if head < 0 { return .root }
    network.scoreRelations(values, word: word, head: head, hidden: &hidden, scores: &scores)
    var best = 0
    for index in 1..<DependencyRelation.allCases.count where scores[index] > scores[best] {
      if index != Int(DependencyRelation.root.rawValue) { best = index }
    }
    return DependencyRelation(rawValue: UInt8(best)) ?? .dep
  }
}
