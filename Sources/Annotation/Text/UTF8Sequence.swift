/// The encoded form of one scalar, or of what is left of one.
struct UTF8Sequence {

  /// The scalar; U+FFFD where the bytes are not valid.
  let scalar: UInt32

  /// The number of bytes, at least one.
  let length: Int

  /// Whether the bytes encode a scalar.
  ///
  /// If not, they are a maximal subpart of one, as the Unicode Standard (section 3.9, table 3-8)
  /// bounds it.
  let isValid: Bool

  /// Reads the sequence that begins at `offset`.
  ///
  /// - Precondition: `offset` lies inside of `bytes`.
  init(_ bytes: [UInt8], at offset: Int) {
    let lead = bytes[offset]
    if lead < 0x80 {
      (scalar, length, isValid) = (UInt32(lead), 1, true)
      return
    }
    let count = Self.length(lead)
    var value = UInt32(lead) & (count == 2 ? 0x1F : count == 3 ? 0x0F : 0x07)
    var read = 1
    var bounds = Self.secondByteBounds(lead)
    while read < count, offset + read < bytes.count, bounds.contains(bytes[offset + read]) {
      value = value << 6 | UInt32(bytes[offset + read] & 0x3F)
      read += 1
      bounds = 0x80...0xBF
    }
    isValid = count > 1 && read == count
    scalar = isValid ? value : 0xFFFD
    length = read
  }

  /// Returns the number of bytes that a lead byte announces; one for a byte that leads nothing.
  static func length(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  /// The second bytes that a lead allows: no overlong form, surrogate or scalar above U+10FFFF.
  private static func secondByteBounds(_ lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }

  /// Appends the UTF-8 form of a scalar, or of U+FFFD where it is none.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    let scalar = scalar < 0x110000 && !(0xD800...0xDFFF).contains(scalar) ? scalar : 0xFFFD
    switch scalar {
    case 0..<0x80:
      bytes.append(UInt8(scalar))
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(continuation(scalar))
    case 0x800..<0x10000:
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(continuation(scalar >> 6))
      bytes.append(continuation(scalar))
    default:
      bytes.append(UInt8(0xF0 | scalar >> 18))
      bytes.append(continuation(scalar >> 12))
      bytes.append(continuation(scalar >> 6))
      bytes.append(continuation(scalar))
    }
  }

  private static func continuation(_ bits: UInt32) -> UInt8 { UInt8(0x80 | bits & 0x3F) }
}
