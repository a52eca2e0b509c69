/// The sizes of the parser's network, and where its parameters lie.
///
/// The network reads each word as a sum of vectors of its features; some layers of gated pooling
/// over the sentence in both directions (Bradbury et al. 2017, with x/(1+|x|) for its curves), each
/// added to what it read; from the last, projections: the word as dependent and as head, for arcs
/// and for relations (Dozat and Manning 2017), and how far it looks for its head and its dependents
/// (after Qi et al. 2018). Before each layer a word takes a share of its neighbours, number by number
/// (a depthwise convolution). The parts of speech are foretold from the first layer, so that it
/// learns them better (Søgaard and Goldberg 2016).
package struct ParserShape: Hashable, Sendable {

  /// The length of a word's vector; half of it belongs to each direction.
  package var width = 128
  /// The number of layers.
  package var layers = 3
  /// The length of the projections for arcs.
  package var arc = 96
  /// The length of the projections for relations.
  package var relation = 64

  /// The number of relations, rounded up to eight.
  package static let relations = (DependencyRelation.allCases.count + 7) / 8 * 8
  /// The number of tags, with one that stands for the root.
  package static let tags = 18
  /// The number of tags that are foretold, rounded up to eight.
  package static let foretold = (PartOfSpeech.allCases.count + 7) / 8 * 8
  /// The number of classes of signed distances.
  package static let distances = 16

  /// Creates the standard shape.
  package init() {}

  /// The columns of a layer's matrix: candidate, forgetting and output gates of both directions.
  package var gates: Int { 3 * width }
  /// The columns of the projections.
  package var projections: Int { 2 * arc + 2 * relation + 2 * Self.distances }
  /// The columns where each kind of projection starts; those of dependents come before heads.
  package var relationColumn: Int { 2 * arc }
  package var distanceColumn: Int { 2 * arc + 2 * relation }

  /// Where each run of parameters starts.
  package func matrix(_ layer: Int) -> Int { layer * ((width + 1) * gates + 2 * width) }
  package func bias(_ layer: Int) -> Int { matrix(layer) + width * gates }
  /// The shares of the word before, and of the word behind.
  package func shares(_ layer: Int) -> Int { bias(layer) + gates }
  package var projection: Int { matrix(layers) }
  package var projectionBias: Int { projection + width * projections }
  /// The root as a head, for arcs and then for relations.
  package var root: Int { projectionBias + projections }
  /// The matrix from relations' hidden values to relations, and its bias.
  package var output: Int { root + arc + relation }
  package var outputBias: Int { output + relation * Self.relations }
  /// What each class of distance adds to relations' hidden values.
  package var spans: Int { outputBias + Self.relations }
  /// Scores by the tags of both words and their distance.
  package var pairs: Int { spans + Self.distances * relation }
  /// The matrix from the first layer to parts of speech, and its bias.
  package var tagging: Int { pairs + Self.tags * Self.tags * Self.distances }
  package var taggingBias: Int { tagging + width * Self.foretold }
  /// The number of all parameters but vectors of features.
  package var count: Int { taggingBias + Self.foretold }

  /// The place of the score of a pair of words, relative to `pairs`; the root is tag 17.
  @inline(__always)
  package static func pair(tag: UInt8, headTag: UInt8, bucket: Int) -> Int {
    (Int(tag) * tags + Int(headTag)) * distances + bucket
  }

  /// The class of a distance from a word to its head; that of zero stands for the root.
  @inline(__always)
  package static func bucket(_ distance: Int) -> Int {
    let size = abs(distance)
    let step = size < 5 ? size : size < 8 ? 5 : size < 15 ? 6 : 7
    return distance < 0 ? step : 8 + step
  }
}
