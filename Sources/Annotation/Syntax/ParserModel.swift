/// The parser's network with the vectors of its features.
///
/// In a section: width, layers, size for arcs, size for relations, the number of parameters and that
/// of vectors (4 bytes each), zeros up to 64; the parameters (`ModelBytes.shortFloats`), zeros up to
/// a multiple of 64; the vectors (`VectorTable`).
package struct ParserModel: Sendable {

  /// The network.
  package let network: ParserNetwork

  private let vectors: VectorTable

  /// Reads a parser, or returns nil where the bytes are none.
  package init?(_ bytes: ModelBytes) {
    var shape = ParserShape()
    shape.width = Int(bytes.uint32(0))
    shape.layers = Int(bytes.uint32(4))
    shape.arc = Int(bytes.uint32(8))
    shape.relation = Int(bytes.uint32(12))
    let sizes = [shape.width, shape.arc, shape.relation]
    guard sizes.allSatisfy({ (8...1024).contains($0) && $0.isMultiple(of: 8) }),
      shape.width.isMultiple(of: 16), (1...8).contains(shape.layers),
      bytes.uint32(16) == UInt32(shape.count), bytes.uint32(20) == UInt32(ParserFeatures.rows),
      let vectors = VectorTable(
        bytes, at: Self.vectorStart(shape), count: ParserFeatures.rows, width: shape.width)
    else { return nil }
    network = ParserNetwork(shape, bytes.shortFloats(64, count: shape.count))
    self.vectors = vectors
  }

  private static func vectorStart(_ shape: ParserShape) -> Int {
    (64 + shape.count * 2 + 63) / 64 * 64
  }

  /// Appends the sum of the vectors in `rows` to `input`.
  package func appendSum(of rows: ArraySlice<Int32>, to input: inout [Float]) {
    vectors.appendSum(of: rows, to: &input)
  }

  /// Returns the section of a parser; `vectors` holds the vectors row by row.
  package static func section(_ network: ParserNetwork, vectors: [Float]) -> [UInt8] {
    let shape = network.shape
    var bytes: [UInt8] = []
    for number in [shape.width, shape.layers, shape.arc, shape.relation] {
      bytes.append(littleEndian: UInt32(number))
    }
    bytes.append(littleEndian: UInt32(shape.count))
    bytes.append(littleEndian: UInt32(ParserFeatures.rows))
    bytes += repeatElement(0, count: 64 - bytes.count)
    bytes.append(shortFloats: network.parameters)
    bytes += repeatElement(0, count: vectorStart(shape) - bytes.count)
    return bytes + VectorTable.bytes(of: vectors, width: shape.width)
  }
}
