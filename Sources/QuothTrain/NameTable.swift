internal import Annotation

/// The section of a `NameModel`, made of the weights of a random field.
struct NameTable {

  /// The number of buckets, which bounds the size of the model.
  static let buckets = 37_000

  private var bytes: [UInt8]
  private var filled: [UInt8]
  private let scale: Float

  /// The number of features that found a place.
  private(set) var count = 0

  /// Returns the section for a field over the features of `dictionary`.
  static func section(_ field: RandomField, _ dictionary: FeatureDictionary) -> [UInt8] {
    var table = NameTable(field)
    for row in dictionary.byImportance(field.weights) {
      table.insert(dictionary.keys[row], field.weights[row])
    }
    report("names: \(table.count) of \(dictionary.count) features have a place")
    return table.bytes
  }

  private init(_ field: RandomField) {
    bytes = [UInt8](repeating: 0, count: NameModel.headerLength + Self.buckets * 64)
    filled = [UInt8](repeating: 0, count: Self.buckets)
    scale = Self.scale(field)
    put(NameModel.version, at: 0)
    put(UInt32(Self.buckets), at: 4)
    put(scale.bitPattern, at: 8)
    for before in 0..<NameTag.count {
      for next in 0..<NameTag.count {
        let steps = (field.transitions[before][next] / scale).rounded()
        let value = UInt16(bitPattern: Int16(max(-8000, min(8000, steps))))
        let offset = 16 + (before * NameTag.count + next) * 2
        bytes[offset] = UInt8(truncatingIfNeeded: value)
        bytes[offset + 1] = UInt8(truncatingIfNeeded: value >> 8)
      }
    }
  }

  private mutating func put(_ number: UInt32, at offset: Int) {
    for index in 0..<4 {
      bytes[offset + index] = UInt8(truncatingIfNeeded: number >> (8 * UInt32(index)))
    }
  }

  /// Puts a feature into its bucket; where that is full of weightier ones it is left out.
  private mutating func insert(_ key: UInt64, _ weights: SIMD16<Float>) {
    let bucket = NameModel.bucket(key, of: Self.buckets)
    guard filled[bucket] < NameModel.bucketRows else { return }
    let start = NameModel.headerLength + bucket * 64 + Int(filled[bucket]) * 16
    for tag in 0..<NameTag.count {
      bytes[start + tag] = UInt8(bitPattern: Quantiser.step(weights[tag], scale))
    }
    bytes[start + 15] = NameModel.check(key)
    filled[bucket] += 1
    count += 1
  }

  /// A scale by which one weight in ten thousand is cut off.
  private static func scale(_ field: RandomField) -> Float {
    var sizes: [Float] = []
    for row in field.weights { sizes.append(max(row.max(), -row.min())) }
    sizes.sort()
    guard !sizes.isEmpty else { return 1 }
    return max(sizes[sizes.count - 1 - sizes.count / 5000] / 127, Float.leastNormalMagnitude)
  }
}
