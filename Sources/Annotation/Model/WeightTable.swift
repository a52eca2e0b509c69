/// A table of 2^k rows of weights of eight bits, one weight a class, all with one scale.
///
/// In a section: k (4 bytes), classes (4), stride (4), scale (4, a float), zeros up to 64, rows. The
/// stride is the number of classes, rounded up to eight.
@safe
package struct WeightTable: Sendable {

  /// The number of classes.
  package let classes: Int
  /// The number of weights of a row; that many scores a caller must have.
  package let stride: Int
  /// The logarithm of the number of rows.
  package let rowBits: Int
  /// What one step of a weight is worth.
  package let scale: Float

  private let rows: ModelBytes

  /// The number of bytes before the rows.
  package static let headerLength = 64

  /// Reads a table, or returns nil where the bytes are none.
  package init?(_ bytes: ModelBytes) {
    rowBits = Int(bytes.uint32(0))
    classes = Int(bytes.uint32(4))
    stride = Int(bytes.uint32(8))
    scale = bytes.float(12)
    guard (1...24).contains(rowBits), (1...1024).contains(classes), stride >= classes,
      stride <= 1024, stride.isMultiple(of: 8),
      let rows = bytes.part(Self.headerLength, stride << rowBits)
    else { return nil }
    self.rows = rows
  }

  /// The number of bytes of a table.
  package static func length(rowBits: Int, classes: Int) -> Int {
    headerLength + stride(of: classes) << rowBits
  }

  /// The stride of a table of so many classes.
  package static func stride(of classes: Int) -> Int { (classes + 7) / 8 * 8 }

  /// Scores of the right number, all zero.
  package func makeScores() -> [Int32] { [Int32](repeating: 0, count: stride) }

  /// Adds a row to the scores.
  package func add(_ row: UInt32, into scores: inout [Int32]) {
    sum(CollectionOfOne(row), into: &scores)
  }

  /// Adds rows to the scores; without `stride` scores it does nothing.
  @inlinable
  package func sum(_ features: [UInt32], into scores: inout [Int32]) {
    unsafe features.withUnsafeBufferPointer { unsafe accumulate($0, into: &scores) }
  }

  private func sum(_ feature: CollectionOfOne<UInt32>, into scores: inout [Int32]) {
    unsafe withUnsafePointer(to: feature[0]) {
      unsafe accumulate(UnsafeBufferPointer(start: $0, count: 1), into: &scores)
    }
  }

  @usableFromInline
  func accumulate(_ features: UnsafeBufferPointer<UInt32>, into scores: inout [Int32]) {
    guard scores.count >= stride else { return }
    let mask = UInt32(truncatingIfNeeded: (1 << rowBits) - 1)
    unsafe rows.withMemory { memory in
      guard let base = memory.baseAddress else { return }
      unsafe scores.withUnsafeMutableBytes { out in
        guard let out = out.baseAddress else { return }
        for group in Swift.stride(from: 0, to: stride, by: 8) {
          var total = unsafe (out + group * 4).loadUnaligned(as: SIMD8<Int32>.self)
          for index in 0..<features.count {
            let row = unsafe Int(features[index] & mask)
            let offset = row &* stride &+ group
            let weights = unsafe base.loadUnaligned(fromByteOffset: offset, as: SIMD8<Int8>.self)
            total &+= SIMD8<Int32>(truncatingIfNeeded: weights)
          }
          unsafe (out + group * 4).storeBytes(of: total, as: SIMD8<Int32>.self)
        }
      }
    }
  }
}
