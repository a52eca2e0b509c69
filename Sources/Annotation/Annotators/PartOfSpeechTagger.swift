/// Gives each token its universal part of speech.
///
/// A linear classifier goes through a sentence from left to right and reads the word, its neighbours
/// and the two tags it has just given (an averaged perceptron, Collins 2002). Its scores are added to
/// those of a small network that reads the words on both sides, for the two err in different places.
public struct PartOfSpeechTagger: Annotator {

  /// Tags are chosen for a sentence at a time.
  public static let requires: Set<Layer> = [.tokens, .sentences]
  /// The parts of speech of tokens.
  public static let provides: Set<Layer> = [.partsOfSpeech]

  /// What a score of the linear classifier is worth beside one of the network, by cross-validation.
  private static let linearWeight: Float = 0.1

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
    let tags = Self.tags(of: words, sentences, table, model.tagNetwork)
    for (index, tag) in tags.enumerated() {
      document.tokens[index].partOfSpeech = PartOfSpeech(rawValue: tag) ?? .x
    }
  }

  /// Returns the tags of words, by their numbers; without a network the linear scores decide alone.
  package static func tags(
    of words: [WordAttributes], _ sentences: [Range<Int>], _ table: WeightTable,
    _ network: TagModel? = nil
  ) -> [UInt8] {
    var tags = [UInt8](repeating: PartOfSpeech.x.rawValue, count: words.count)
    var features = TagFeatures(rowBits: table.rowBits)
    var scores = table.makeScores()
    var values = TagValues()
    for range in sentences {
      features.open(words[range])
      network?.score(words[range], into: &values)
      var (last, before) = (TagFeatures.start, TagFeatures.start)
      for index in range {
        features.read(words, range, index, last: last, before: before)
        for index in scores.indices { scores[index] = 0 }
        table.sum(features.rows, into: &scores)
        let others = values.scores(ofWord: index - range.lowerBound)
        tags[index] = best(scores, others, table.scale * linearWeight)
        (last, before) = (tags[index], last)
      }
    }
    return tags
  }

  /// The tag of the highest sum; there are no scores of a network where there is none.
  private static func best(
    _ scores: [Int32], _ others: ArraySlice<Float>, _ weight: Float
  ) -> UInt8 {
    var (best, most) = (0, -Float.infinity)
    for index in 0..<min(PartOfSpeech.allCases.count, scores.count) {
      var score = Float(scores[index]) * weight
      if !others.isEmpty { score += others[others.startIndex + index] }
      if score > most { (best, most) = (index, score) }
    }
    return UInt8(truncatingIfNeeded: best)
  }
}
