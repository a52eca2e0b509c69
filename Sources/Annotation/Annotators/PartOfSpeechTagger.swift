/// Gives each token its universal part of speech.
///
/// A linear classifier goes through a sentence from left to right and reads the word, its neighbours
/// and the two tags it has just given (an averaged perceptron, Collins 2002). Its scores are added to
/// those of small networks that read the words on both sides, for they err in different places.
public struct PartOfSpeechTagger: Annotator {

  /// Tags are chosen for a sentence at a time.
  public static let requires: Set<Layer> = [.tokens, .sentences]
  /// The parts of speech of tokens.
  public static let provides: Set<Layer> = [.partsOfSpeech]

  /// What a score of the linear classifier is worth beside one of the networks, by cross-validation.
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
    let tags = Self.tags(of: words, sentences, table, model.tagNetworks)
    for (index, tag) in tags.enumerated() {
      document.tokens[index].partOfSpeech = PartOfSpeech(rawValue: tag) ?? .x
    }
  }

  /// Returns the tags of words, by their numbers; without networks the linear scores decide alone.
  package static func tags(
    of words: [WordAttributes], _ sentences: [Range<Int>], _ table: WeightTable,
    _ networks: [TagModel] = []
  ) -> [UInt8] {
    var tags = [UInt8](repeating: PartOfSpeech.x.rawValue, count: words.count)
    var features = TagFeatures(rowBits: table.rowBits)
    var scores = table.makeScores()
    var sums = [Float](
      repeating: 0, count: min(PartOfSpeech.allCases.count, scores.count, TagShape.classes))
    var values = networks.map { _ in TagValues() }
    let weight = table.scale * linearWeight * Float(max(networks.count, 1))
    for range in sentences {
      features.open(words[range])
      for (index, network) in networks.enumerated() {
        network.score(words[range], into: &values[index])
      }
      var (last, before) = (TagFeatures.start, TagFeatures.start)
      for index in range {
        features.read(words, range, index, last: last, before: before)
        for index in scores.indices { scores[index] = 0 }
        table.sum(features.rows, into: &scores)
        for tag in sums.indices { sums[tag] = Float(scores[tag]) * weight }
        for network in values.indices {
          values[network].addScores(ofWord: index - range.lowerBound, to: &sums)
        }
        tags[index] = best(sums)
        (last, before) = (tags[index], last)
      }
    }
    return tags
  }

  /// The tag of the highest sum.
  private static func best(_ sums: [Float]) -> UInt8 {
    var best = 0
    for index in sums.indices where sums[index] > sums[best] { best = index }
    return UInt8(truncatingIfNeeded: best)
  }
}
