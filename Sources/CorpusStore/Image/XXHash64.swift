/// The 64-bit hash of a stream of bytes by which damage is told, and one state from another.
///
/// It is no protection against forgery.
/// Source: Y. Collet, "xxHash fast digest algorithm", version 0.1.1; XXH64 with the seed 0.
package struct XXHash64: Sendable {

  private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5
  )

  private var lanes: (UInt64, UInt64, UInt64, UInt64)
  private var total: UInt64 = 0
  /// Bytes behind the last whole stripe.
  private var tail: [UInt8] = []

  /// The number of bytes that are mixed at once.
  private static let stripe = 32

  /// Creates the hash of nothing.
  package init() {
    let p = Self.primes
    lanes = (p.0 &+ p.1, p.1, 0, 0 &- p.0)
    tail.reserveCapacity(Self.stripe)
  }

  /// Returns the hash of some bytes.
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = XXHash64()
    unsafe hash.update(bytes)
    return hash.finish()
  }

  /// Returns the hash of some elements, as they lie in memory.
  package static func hash<Element: BitwiseCopyable>(_ elements: Span<Element>) -> UInt64 {
    unsafe elements.bytes.withUnsafeBytes { unsafe hash($0) }
  }

  /// Mixes further bytes in.
  package mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.bytes.withUnsafeBytes { unsafe update($0) }
  }

  /// Mixes a number in, the lowest byte first.
  package mutating func update(_ number: UInt64) {
    unsafe withUnsafeBytes(of: number.littleEndian) { unsafe update($0) }
  }

  /// Mixes further bytes in.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    total &+= UInt64(bytes.count)
    var place = 0
    while !tail.isEmpty, place < bytes.count {
      unsafe tail.append(bytes[place])
      place += 1
      guard tail.count == Self.stripe else { continue }
      unsafe tail.withUnsafeBytes { unsafe Self.mix($0, at: 0, into: &lanes) }
      tail.removeAll(keepingCapacity: true)
    }
    // Local numbers stay in registers.
    var local = lanes
    while bytes.count - place >= Self.stripe {
      unsafe Self.mix(bytes, at: place, into: &local)
      place += Self.stripe
    }
    lanes = local
    while place < bytes.count {
      unsafe tail.append(bytes[place])
      place += 1
    }
  }

  @inline(__always)
  private static func mix(
    _ bytes: UnsafeRawBufferPointer, at place: Int,
    into lanes: inout (UInt64, UInt64, UInt64, UInt64)
  ) {
    unsafe lanes.0 = round(lanes.0, word(bytes, place))
    unsafe lanes.1 = round(lanes.1, word(bytes, place + 8))
    unsafe lanes.2 = round(lanes.2, word(bytes, place + 16))
    unsafe lanes.3 = round(lanes.3, word(bytes, place + 24))
  }

  /// Returns the hash of all bytes.
  package func finish() -> UInt64 {
    let p = Self.primes
    var hash = p.4
    if total >= UInt64(Self.stripe) {
      hash =
        Self.rotate(lanes.0, 1) &+ Self.rotate(lanes.1, 7) &+ Self.rotate(lanes.2, 12)
        &+ Self.rotate(lanes.3, 18)
      for lane in [lanes.0, lanes.1, lanes.2, lanes.3] {
        hash = (hash ^ Self.round(0, lane)) &* p.0 &+ p.3
      }
    }
    return Self.avalanche(finishTail(hash &+ total))
  }

  private func finishTail(_ start: UInt64) -> UInt64 {
    let p = Self.primes
    var hash = start
    unsafe tail.withUnsafeBytes { bytes in
      var place = 0
      while bytes.count - place >= 8 {
        hash = Self.rotate(hash ^ Self.round(0, unsafe Self.word(bytes, place)), 27) &* p.0 &+ p.3
        place += 8
      }
      if bytes.count - place >= 4 {
        let half = unsafe UInt64(bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
        hash = Self.rotate(hash ^ (half &* p.0), 23) &* p.1 &+ p.2
        place += 4
      }
      while place < bytes.count {
        hash = Self.rotate(hash ^ (UInt64(unsafe bytes[place]) &* p.4), 11) &* p.0
        place += 1
      }
    }
    return hash
  }

  private static func avalanche(_ value: UInt64) -> UInt64 {
    var hash = value
    hash = (hash ^ (hash >> 33)) &* primes.1
    hash = (hash ^ (hash >> 29)) &* primes.2
    return hash ^ (hash >> 32)
  }

  // The hash is defined by arithmetic that wraps.

  @inline(__always)
  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotate(lane &+ word &* primes.1, 31) &* primes.0
  }

  @inline(__always)
  private static func rotate(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    (value << bits) | (value >> (64 - bits))
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }
}
