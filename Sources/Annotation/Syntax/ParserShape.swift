/// The sizes of the parser's network, and where its parameters lie.
///
/// The network reads each word as a sum of vectors of its features; some layers of gated pooling
/// over the sentence in both directions (Bradbury et al. 2017, with x/(1+|x|) for its curves), each
/// added to what it read; from the last, four projections: the word as dependent and as head, for
/// arcs and for relations (Dozat and Manning 2017).
package struct ParserShape: Hashable, Sendable {

  /// The length of a word's vector; half of it belongs to each direction.
  package var width = 96
  /// The number of layers.
  package var layers = 3
  /// The length of the projections for arcs.
  package var arc = 64
  /// The length of the projections for relations.
  package var relation = 64

  /// The number of relations, rounded up to eight.
  package static let relations = (DependencyRelation.allCases.count + 7) / 8 * 8
  /// The number of tags, with one that stands for the root.
  package static let tags = 18
  /// The number of classes of signed distances.
  package static let distances = 16

  /// Creates the standard shape.
  package init() {}

  /// The columns of a layer's matrix: candidate, forgetting and output gates of both directions.
  package var gates: Int { 3 * width }
  /// The columns of the projections.
  package var projections: Int { 2 * arc + 2 * relation }

  /// Where each run of parameters starts.
  package func matrix(_ layer: Int) -> Int { layer * (width + 1) * gates }
  package func bias(_ layer: Int) -> Int { matrix(layer) + width * gates }
  package var projection: Int { matrix(layers) }
  package var projectionBias: Int { projection + width * projections }
  /// The root as a head, for arcs and then for relations.
  package var root: Int { projectionBias + projections }
  /// The matrix from relations' hidden values to relations, and its bias.
  package var output: Int { root + arc + relation }
  package var outputBias: Int { output + relation * Self.relations }
  /// Scores by the tags of both words and their distance.
  package var pairs: Int { outputBias + Self.relations }
  /// The number of all parameters but vectors of features.
  package var count: Int { pairs + Self.tags * Self.tags * Self.distances }

  /// The place of the score of a pair of words, relative to `pairs`; the root is tag 17.
  @inline(__always)
  package static func pair(tag: UInt8, headTag: UInt8, distance: Int) -> Int {
    (Int(tag) * tags + Int(headTag)) * distances + bucket(distance)
  }

  /// The class of a distance from a word to its head.
  @inline(__always)
  package static func bucket(_ distance: Int) -> Int {
    let size = abs(distance)
    let step = size < 5 ? size : size < 8 ? 5 : size < 15 ? 6 : 7
    return distance < 0 ? step : 8 + step
  }
}

/// The vectors of features that a word is read as.
package enum ParserFeatures {

  /// The number of features of a word; the first is the word itself.
  package static let count = 7

  private static let wordBits = 14
  /// The number of rows of words, which come first.
  package static let wordRows = 1 << wordBits
  private static let affixBits = 12
  private static let suffixStart = 1 << wordBits
  private static let prefixStart = suffixStart + (1 << affixBits)
  private static let shortStart = prefixStart + (1 << affixBits)
  private static let shapeStart = shortStart + (1 << affixBits)
  private static let tagStart = shapeStart + 256
  private static let clusterStart = tagStart + 32

  /// The number of vectors.
  package static let rows = clusterStart + 256

  /// The row of a word's own vector.
  package static func row(ofWord lower: UInt32) -> Int {
    Int(FeatureHash(100).with(UInt64(lower)).row(bits: wordBits))
  }

  /// Appends the rows of a word's vectors.
  package static func append(_ word: WordAttributes, tag: UInt8, to rows: inout [Int32]) {
    rows.append(Int32(row(ofWord: word.lower)))
    rows.append(affix(101, word.suffix3, suffixStart))
    rows.append(affix(102, word.prefix3, prefixStart))
    rows.append(affix(103, word.suffix2, shortStart))
    rows.append(Int32(shapeStart + Int(word.shape)))
    rows.append(Int32(tagStart + Int(tag)))
    rows.append(Int32(clusterStart + Int(word.cluster)))
  }

  private static func affix(_ template: Int, _ hash: UInt32, _ start: Int) -> Int32 {
    Int32(start) + Int32(FeatureHash(template).with(UInt64(hash)).row(bits: affixBits))
  }
}
