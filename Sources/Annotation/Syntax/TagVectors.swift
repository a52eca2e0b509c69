/// The vectors of features that the tagger's network reads a word as.
package enum TagVectors {

  /// The number of features of a word; the first is the word itself.
  package static let count = 9

  /// Words known by sight have rows of their own, the first; others share some.
  package static let knownWords = 10_000
  private static let otherBits = 10
  private static let affixBits = 12
  private static let prefixBits = 11
  private static let otherStart = knownWords
  private static let suffixStart = otherStart + (1 << otherBits)
  private static let prefixStart = suffixStart + (1 << affixBits)
  private static let longStart = prefixStart + (1 << prefixBits)
  private static let shortStart = longStart + (1 << affixBits)
  private static let shapeStart = shortStart + (1 << otherBits)
  private static let clusterStart = shapeStart + 256

  private static let casingStart = clusterStart + 256
  private static let capitalsStart = casingStart + 64

  /// The number of vectors.
  package static let rows = capitalsStart + 64

  /// Appends the rows of a word's vectors; `capitals` tells of its sentence, see `TagFeatures`.
  package static func append(
    _ word: WordAttributes, capitals: UInt8, to rows: inout [Int32]
  ) {
    let known = Int(word.known)
    rows.append(
      known > 0 && known <= knownWords
        ? Int32(known - 1) : row(110, word.lower, otherStart, otherBits))
    rows.append(row(111, word.suffix3, suffixStart, affixBits))
    rows.append(row(112, word.prefix3, prefixStart, prefixBits))
    rows.append(row(113, word.suffix4, longStart, affixBits))
    rows.append(row(114, word.suffix2, shortStart, otherBits))
    rows.append(Int32(shapeStart + Int(word.shape)))
    rows.append(Int32(clusterStart + Int(word.cluster)))
    let form = Int(word.shape & 6) << 2
    rows.append(Int32(casingStart + form + Int(word.casing & 7)))
    rows.append(Int32(capitalsStart + form + Int(capitals)))
  }

  private static func row(_ template: Int, _ hash: UInt32, _ start: Int, _ bits: Int) -> Int32 {
    Int32(start) + Int32(FeatureHash(template).with(UInt64(hash)).row(bits: bits))
  }
}
