/// The weights by which the tags of names are told.
///
/// In a section: version, number of buckets, scale of weights, 15 × 15 costs of transitions, zeros up
/// to 1,024; then buckets of four rows, a row being 15 weights of eight bits and a check of the feature
/// that owns it. A feature that has no row counts nothing.
package struct NameModel: Sendable {

  /// The rows of a bucket; a bucket is 64 bytes, so that it is read from memory at once.
  package static let bucketRows = 4
  /// The number of bytes before the buckets.
  package static let headerLength = 1024
  /// The version of the features and of the layout.
  package static let version: UInt32 = 1

  /// The model of the program; nil where it was not trained.
  package static let english = ModelFile.english.section("names.tags").flatMap { NameModel($0) }

  let buckets: Int
  private let rows: ModelBytes

  /// The score of a tag behind another: `transitions[before][next]`.
  let transitions: [SIMD16<Int16>]

  /// Reads a section, or returns nil where it is none.
  package init?(_ bytes: ModelBytes) {
    buckets = Int(bytes.uint32(4))
    guard bytes.uint32(0) == Self.version, buckets > 0, buckets < 1 << 20,
      let rows = bytes.part(Self.headerLength, buckets * 64)
    else { return nil }
    self.rows = rows
    var transitions = [SIMD16<Int16>](repeating: SIMD16(repeating: Self.never), count: 16)
    for before in 0..<NameTag.count {
      for next in 0..<NameTag.count where NameTag.mayFollow(next, before) {
        let offset = 16 + (before * NameTag.count + next) * 2
        let value = UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
        transitions[before][next] = max(-8000, min(8000, Int16(bitPattern: value)))
      }
    }
    self.transitions = transitions
  }

  /// What no sequence can make up for.
  static let never: Int16 = -12000

  /// The bucket of a feature among `count`.
  package static func bucket(_ key: UInt64, of count: Int) -> Int {
    Int(key.multipliedFullWidth(by: UInt64(count)).high)
  }

  /// The check of a feature, never zero.
  package static func check(_ key: UInt64) -> UInt8 {
    let check = UInt8(truncatingIfNeeded: key)
    return check == 0 ? 1 : check
  }

  /// Returns the sum of the weights of features, a lane a tag.
  func scores(_ keys: [UInt64]) -> SIMD16<Int16> {
    var sum = SIMD16<Int16>()
    unsafe rows.withMemory { memory in
      guard let base = memory.baseAddress else { return }
      for key in keys {
        let bucket = unsafe base + Self.bucket(key, of: buckets) * 64
        let check = Int8(bitPattern: Self.check(key))
        for row in 0..<Self.bucketRows {
          let weights = unsafe (bucket + row * 16).loadUnaligned(as: SIMD16<Int8>.self)
          if weights[15] == check { sum &+= SIMD16<Int16>(truncatingIfNeeded: weights) }
        }
      }
    }
    return sum
  }
}
