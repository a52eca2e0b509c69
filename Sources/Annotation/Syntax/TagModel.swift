/// The tagger's network with the vectors of its features.
///
/// In a section: width, layers, number of vectors (4 bytes each), the scale of the vectors (4, a
/// float), zeros up to 64; the parameters as floats, zeros up to a multiple of 64; the vectors in eight
/// bits.
package struct TagModel: Sendable {

  /// The network.
  package let network: TagNetwork

  private let vectors: ModelBytes
  private let scale: Float

  /// Reads a network, or returns nil where the bytes are none of this shape.
  package init?(_ bytes: ModelBytes) {
    guard Int(bytes.uint32(0)) == TagShape.width, Int(bytes.uint32(4)) == TagShape.layers,
      Int(bytes.uint32(8)) == TagVectors.rows,
      let vectors = bytes.part(Self.vectorStart, TagVectors.rows * TagShape.width)
    else { return nil }
    network = TagNetwork((0..<TagShape.count).map { bytes.float(64 + $0 * 4) })
    self.vectors = vectors
    scale = bytes.float(12)
  }

  private static let vectorStart = (64 + TagShape.count * 4 + 63) / 64 * 64

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
      Matrix.appendSum(
        of: rows[...], in: vectors, width: TagShape.width, scale: scale, to: &values.inputs[0])
    }
    values.inputs[0].append(contentsOf: repeatElement(0, count: TagShape.width))
    network.apply(&values)
    network.score(&values)
  }

  /// Returns the section of a network; `vectors` holds the vectors row by row.
  package static func section(_ network: TagNetwork, vectors: [Float], scale: Float) -> [UInt8] {
    var bytes: [UInt8] = []
    for number in [TagShape.width, TagShape.layers, TagVectors.rows] {
      bytes.append(littleEndian: UInt32(number))
    }
    bytes.append(littleEndian: scale)
    bytes += repeatElement(0, count: 64 - bytes.count)
    for parameter in network.parameters { bytes.append(littleEndian: parameter) }
    bytes += repeatElement(0, count: vectorStart - bytes.count)
    bytes.reserveCapacity(bytes.count + vectors.count)
    for vector in vectors {
      bytes.append(UInt8(bitPattern: Int8(max(-127, min(127, (vector / scale).rounded())))))
    }
    return bytes
  }
}
