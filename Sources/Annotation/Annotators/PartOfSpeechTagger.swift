/// Gives each token its universal part of speech.
///
/// A linear classifier goes through a sentence from left to right and reads the word, its
/// neighbours and the two tags it has just given (an averaged perceptron, Collins 2002).
public struct PartOfSpeechTagger: Annotator {

  /// Tags are chosen for a sentence at a time.
  public static let requires: Set<Layer> = [.tokens, .sentences]
  /// The parts of speech of tokens.
  public static let provides: Set<Layer> = [.partsOfSpeech]

  private let model: SyntaxModel

  /// Creates a tagger with the model of the program.
  public init() { model = .english }

  /// Creates a tagger with a model of one's own.
  package init(_ model: SyntaxModel) { self.model = model }

  /// Gives each token of a document its part of speech; without a model all are `x`.
  public func annotate(_ document: inout AnnotatedDocument) {
    guard let table = model.tagger else { return }
    var reader = WordAttributeReader(model.vocabulary)
    let words = document.tokens.map {
      reader.attributes(of: $0.range, in: document.text.bytes)
    }
    let sentences = document.sentences.map { Int($0.firstToken)..<Int($0.endToken) }
    for (index, tag) in Self.tags(of: words, sentences, table).enumerated() {
      document.tokens[index].partOfSpeech = PartOfSpeech(rawValue: tag) ?? .x
    }
  }

  /// Returns the tags of words, by their numbers.
  package static func tags(
    of words: [WordAttributes], _ sentences: [Range<Int>], _ table: WeightTable
  ) -> [UInt8] {
    var tags = [UInt8](repeating: PartOfSpeech.x.rawValue, count: words.count)
    var features = TagFeatures()
    var scores = table.makeScores()
    for range in sentences {
      var (last, before) = (TagFeatures.start, TagFeatures.start)
      for index in range {
        features.read(words, range, index, last: last, before: before)
        tags[index] = best(table, features.rows, &scores)
        (last, before) = (tags[index], last)
      }
    }
    return tags
  }

  private static func best(
    _ table: WeightTable, _ rows: [UInt32], _ scores: inout [Int32]
  ) -> UInt8 {
    for index in scores.indices { scores[index] = 0 }
    table.sum(rows, into: &scores)
    var best = 0
    for index in 1..<min(table.classes, scores.count) where scores[index] > scores[best] {
      best = index
    }
    return UInt8(truncatingIfNeeded: best)
  }
}
