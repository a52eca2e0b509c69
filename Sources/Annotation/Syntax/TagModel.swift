/// The tagger's network with the vectors of its features.
///
/// In a section: width, layers, number of vectors (4 bytes each), zeros up to 64; the parameters
/// (`ModelBytes.shortFloats`), zeros up to a multiple of 64; the vectors (`VectorTable`).
package struct TagModel: Sendable {

  /// The network.
  package let network: TagNetwork

  private let vectors: VectorTable

  /// Reads a network, or returns nil where the bytes are none of this shape.
  package init?(_ bytes: ModelBytes) {
    guard Int(bytes.uint32(0)) == TagShape.width, Int(bytes.uint32(4)) == TagShape.layers,
      Int(bytes.uint32(8)) == TagVectors.rows,
      let vectors = VectorTable(
        bytes, at: Self.vectorStart, count: TagVectors.rows, width: TagShape.width)
    else { return nil }
    network = TagNetwork(bytes.shortFloats(64, count: TagShape.count))
    self.vectors = vectors
  }

  private static let vectorStart = (64 + TagShape.count * 2 + 63) / 64 * 64

  /// Fills the values of a sentence, its scores among them.
  func score(_ words: ArraySlice<WordAttributes>, into values: inout TagValues) {
    values.isWord.removeAll(keepingCapacity: true)
    values.isWord.append(false)
    values.isWord.append(contentsOf: repeatElement(true, count: words.count))
    values.isWord.append(false)
    values.inputs[0].removeAll(keepingCapacity: true)
    values.inputs[0].append(contentsOf: repeatElement(0, count: TagShape.width))
    let capitals = TagFeatures.capitals(words)
    var rows: [Int32] = []
    rows.reserveCapacity(TagVectors.count)
    for word in words {
      rows.removeAll(keepingCapacity: true)
      TagVectors.append(word, capitals: capitals, to: &rows)
      vectors.appendSum(of: rows[...], to: &values.inputs[0])
    }
    values.inputs[0].append(contentsOf: repeatElement(0, count: TagShape.width))
    network.apply(&values)
    network.score(&values)
  }

  /// Returns the section of a network; `vectors` holds the vectors row by row.
  package static func section(_ network: TagNetwork, vectors: [Float]) -> [UInt8] {
    var bytes: [UInt8] = []
    for number in [TagShape.width, TagShape.layers, TagVectors.rows] {
      bytes.append(littleEndian: UInt32(number))
    }
    bytes += repeatElement(0, count: 64 - bytes.count)
    bytes.append(shortFloats: network.parameters)
    bytes += repeatElement(0, count: vectorStart - bytes.count)
    return bytes + VectorTable.bytes(of: vectors, width: TagShape.width)
  }
}
