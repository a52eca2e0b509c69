/// Gives each token its head and the relation to it, so that each sentence is one tree.
///
/// Small networks score every pair of words of a sentence (see `ParserShape`), and the best tree by
/// the sums is taken.
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
    guard !model.parsers.isEmpty else { return }
    var run = ParserRun(model.parsers, model.vocabulary)
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

  private let parsers: [ParserModel]
  private var reader: WordAttributeReader
  /// The values of each network.
  private var values: [ParserValues]
  private var decoder = TreeDecoder()
  private var rows: [Int32] = []
  private var tags: [UInt8] = []
  private var scores: [Float] = []
  private var sums: [Float] = []
  private var hidden: [Float] = []

  init(_ parsers: [ParserModel], _ vocabulary: Vocabulary) {
    self.parsers = parsers
    reader = WordAttributeReader(vocabulary)
    values = parsers.map { ParserValues($0.network.shape) }
  }

  /// Gives the words of a range their heads.
  mutating func parse(_ range: Range<Int>, of document: inout AnnotatedDocument) {
    rows.removeAll(keepingCapacity: true)
    tags.removeAll(keepingCapacity: true)
    for index in range {
      let token = document.tokens[index]
      let word = reader.attributes(of: token.range, in: document.text.bytes)
      ParserFeatures.append(word, tag: token.partOfSpeech.rawValue, to: &rows)
      tags.append(token.partOfSpeech.rawValue)
    }
    for index in parsers.indices { score(index, range.count) }
    decoder.decode(sums, count: range.count, step: range.count + 1)
    for (word, head) in decoder.heads.enumerated() {
      let index = range.lowerBound + word
      document.tokens[index].head = UInt32(range.lowerBound + head)
      document.tokens[index].relation = relation(word, head == word ? -1 : head)
    }
  }

  /// Finds the values of a network for the words in `rows`, and adds its scores of heads to the sums.
  private mutating func score(_ index: Int, _ count: Int) {
    let (parser, network) = (parsers[index], parsers[index].network)
    values[index].count = count
    values[index].inputs[0].removeAll(keepingCapacity: true)
    for start in stride(from: 0, to: rows.count, by: ParserFeatures.count) {
      parser.appendSum(
        of: rows[start..<start + ParserFeatures.count], to: &values[index].inputs[0])
    }
    let whole = 0..<count
    for layer in 0..<network.shape.layers {
      network.mix(layer: layer, &values[index], [whole])
      network.apply(layer: layer, &values[index], [whole])
    }
    network.project(&values[index])
    network.scoreHeads(values[index], whole, tags: tags, into: &scores)
    if index == 0 { sums = scores } else { Matrix.add(scores, to: &sums) }
  }

  private mutating func relation(_ word: Int, _ head: Int) -> DependencyRelation {
    if head < 0 { return .root }
    for (index, parser) in parsers.enumerated() {
      parser.network.scoreRelations(
        values[index], word: word, head: head, hidden: &hidden, scores: &scores)
      if index == 0 { sums = scores } else { Matrix.add(scores, to: &sums) }
    }
    var best = 0
    for index in 1..<DependencyRelation.allCases.count where sums[index] > sums[best] {
      if index != Int(DependencyRelation.root.rawValue) { best = index }
    }
    return DependencyRelation(rawValue: UInt8(best)) ?? .dep
  }
}
