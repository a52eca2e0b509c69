internal import Annotation

/// Learns where sentences end, on the tokens that the tokenizer finds itself.
struct SentenceTrainer {

  private var examples: [LogisticRegression.Example] = []

  /// Adds the places of a document where a sentence may end.
  mutating func add(_ truth: Treebank.Document, _ vocabulary: Vocabulary) {
    var document = truth.plain()
    Tokenizer().annotate(&document)
    let ends = Set(truth.sentences.map { truth.words[$0.upperBound - 1].range.end })
    var reader = BoundaryReader(document, vocabulary)
    var token = 0
    for paragraph in truth.paragraphs {
      let first = token
      while token < document.tokens.count, document.tokens[token].range.start < paragraph.end {
        token += 1
      }
      _ = reader.ends(first..<token) { index, rows in
        let isEnd = ends.contains(document.tokens[index - 1].range.end)
        examples.append((rows, isEnd))
        return isEnd
      }
    }
  }

  /// The section of the weights.
  func section() -> [UInt8] {
    var model = LogisticRegression(rowBits: BoundaryReader.rowBits)
    model.train(examples, epochs: 4, rate: 0.05)
    let wrong = examples.count { (model.score($0.rows) > 0) != $0.isTrue }
    report("sentences: \(examples.count) places, \(wrong) mistakes")
    return model.quantised()
  }
}
