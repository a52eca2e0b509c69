/// A value of a JSON text, as the data sets hold it.
enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case number(Int)
  case string([UInt8])
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads one value; what follows it is not looked at.
  init(_ bytes: some Sequence<UInt8>) throws {
    var reader = JSONReader(bytes: Array(bytes))
    self = try reader.value()
  }

  /// The member of an object, or null.
  subscript(key: String) -> JSONValue {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  /// The elements of an array, or none.
  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

  /// The bytes of a string, or none.
  var bytes: [UInt8] { if case .string(let bytes) = self { bytes } else { [] } }

  /// A whole number, or zero.
  var integer: Int { if case .number(let number) = self { number } else { 0 } }
}

/// Reads JSON (RFC 8259); of numbers only the whole part.
private struct JSONReader {
  let bytes: [UInt8]
  private var offset = 0
  private var depth = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func value() throws -> JSONValue {
    skipBlanks()
    depth += 1
    defer { depth -= 1 }
    guard depth < 64 else { throw Failure("a JSON text is nested too deeply") }
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return word(4, .bool(true))
    case UInt8(ascii: "f"): return word(5, .bool(false))
    case UInt8(ascii: "n"): return word(4, .null)
    case .some: return try number()
    case nil: throw Failure("a JSON text ends too early")
    }
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte <= 0x20 { offset += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard next == byte else { return false }
    offset += 1
    return true
  }

  private mutating func word(_ count: Int, _ value: JSONValue) -> JSONValue {
    offset += count
    return value
  }

  private mutating func object() throws -> JSONValue {
    var members: [String: JSONValue] = [:]
    offset += 1
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw Failure("a JSON object lacks a name") }
      let name = String(decoding: try string(), as: UTF8.self)
      guard take(UInt8(ascii: ":")) else { throw Failure("a JSON object lacks a colon") }
      members[name] = try value()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw Failure("a JSON object does not end") }
    return .object(members)
  }

  private mutating func array() throws -> JSONValue {
    var elements: [JSONValue] = []
    offset += 1
    if take(UInt8(ascii: "]")) { return .array(elements) }
    repeat { elements.append(try value()) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw Failure("a JSON array does not end") }
    return .array(elements)
  }

  private mutating func number() throws -> JSONValue {
    let start = offset
    if next == UInt8(ascii: "-") { offset += 1 }
    var value = 0
    while let byte = next, byte &- 0x30 < 10, value < Int.max / 16 {
      value = value * 10 + Int(byte - 0x30)
      offset += 1
    }
    guard offset > start else { throw Failure("a JSON text holds something unknown") }
    return .number(bytes[start] == UInt8(ascii: "-") ? -value : value)
  }

  private mutating func string() throws -> [UInt8] {
    var result: [UInt8] = []
    offset += 1
    while let byte = next {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return result
      case UInt8(ascii: "\\"): appendEscape(to: &result)
      default: result.append(byte)
      }
    }
    throw Failure("a JSON string does not end")
  }

  private mutating func appendEscape(to result: inout [UInt8]) {
    guard let byte = next else { return }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "u"): result += Array(String(Character(scalar())).utf8)
    default: result.append(byte)
    }
  }

  private mutating func scalar() -> Unicode.Scalar {
    let high = hexadecimal()
    guard high >> 10 == 0x36, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
    offset += 2
    let low = hexadecimal()
    return Unicode.Scalar(0x10000 + (high & 0x3FF) << 10 + (low & 0x3FF)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() -> UInt32 {
    let digits = bytes[offset..<min(offset + 4, bytes.count)]
    offset = digits.endIndex
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xFFFD
  }
}
