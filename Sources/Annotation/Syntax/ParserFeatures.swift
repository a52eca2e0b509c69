/// The vectors of features that a word is read as.
package enum ParserFeatures {

  /// The number of features of a word; the first is the word itself.
  package static let count = 8

  /// What a text was annotated after, for treebanks differ in some habits.
  ///
  /// Treebank embeddings (Stymne et al. 2018).
  package enum Source: Int32 {
    case web, genres
  }

  /// Words known by sight have a row each, and rarer ones share some by their endings.
  private static let knownRows = 20_008
  private static let rareBits = 10
  private static let suffixBits = 12
  private static let prefixBits = 10
  private static let shortBits = 10
  /// The number of rows of words, which come first.
  package static let wordRows = knownRows + (1 << rareBits)
  private static let suffixStart = wordRows
  private static let prefixStart = suffixStart + (1 << suffixBits)
  private static let shortStart = prefixStart + (1 << prefixBits)
  private static let shapeStart = shortStart + (1 << shortBits)
  private static let tagStart = shapeStart + 256
  private static let clusterStart = tagStart + 32
  private static let sourceStart = clusterStart + 256

  /// The number of vectors.
  package static let rows = sourceStart + 8

  /// The row of a word's own vector.
  package static func row(of word: WordAttributes) -> Int32 {
    row(ofKnown: word.known) ?? rareRow(of: word)
  }

  /// The row of a word known by sight, if it has one of its own.
  package static func row(ofKnown number: UInt16) -> Int32? {
    number > 0 && Int(number) < knownRows ? Int32(number) : nil
  }

  /// The row of a word as if it were not known.
  package static func rareRow(of word: WordAttributes) -> Int32 {
    hashed(100, word.suffix4, knownRows, rareBits)
  }

  /// Appends the rows of a word's vectors.
  package static func append(
    _ word: WordAttributes, tag: UInt8, source: Source = .web, to rows: inout [Int32]
  ) {
    rows.append(row(of: word))
    rows.append(hashed(101, word.suffix3, suffixStart, suffixBits))
    rows.append(hashed(102, word.prefix3, prefixStart, prefixBits))
    rows.append(hashed(103, word.suffix2, shortStart, shortBits))
    rows.append(Int32(shapeStart + Int(word.shape)))
    rows.append(Int32(tagStart + Int(tag)))
    rows.append(Int32(clusterStart + Int(word.cluster)))
    rows.append(Int32(sourceStart) + source.rawValue)
  }

  private static func hashed(_ template: Int, _ hash: UInt32, _ start: Int, _ bits: Int) -> Int32 {
    Int32(start) + Int32(FeatureHash(template).with(UInt64(hash)).row(bits: bits))
  }
}
