/// What is wrong with a JSON text, and the byte of it.
struct JSONError: Error {
  let message: String
  let offset: Int
}

/// A value of JSON (RFC 8259).
///
/// Texts are UTF-8 bytes; numbers stand as they are written. What programs write for no number, like
/// `NaN`, is null, and a comma may stand behind the last item.
enum JSONValue {
  case null
  case bool(Bool)
  case number(String)
  case text([UInt8])
  case array([JSONValue])
  case object([(name: String, value: JSONValue)])
}

/// Reads one JSON value from bytes.
///
/// `JSONDecoder` is not used: it forgets the order of the fields, which the unknown ones keep, and
/// linking it costs more at the start than the lines of a corpus do.
struct JSONScanner {

  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  /// How deep values may stand inside of one another.
  private static let depthLimit = 64

  /// Reads the value that some bytes consist of.
  static func value(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var scanner = JSONScanner(bytes: bytes, position: 0, end: bytes.count)
    let value = try scanner.readValue(depth: 0)
    scanner.skipBlanks()
    if scanner.position < scanner.end { throw scanner.fault("something stands behind the object") }
    return value
  }

  private init(bytes: [UInt8], position: Int, end: Int) {
    self.bytes = bytes
    self.position = position
    self.end = end
  }

  private func fault(_ message: String) -> JSONError {
    JSONError(message: message, offset: position)
  }

  private mutating func skipBlanks() {
    while position < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }

  /// Skips blanks and takes a byte if it comes next.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func readValue(depth: Int) throws(JSONError) -> JSONValue {
    skipBlanks()
    guard position < end else { throw fault("the value is missing") }
    guard depth < Self.depthLimit else { throw fault("the nesting is too deep") }
    switch bytes[position] {
    case 0x22: return .text(try readText())
    case 0x7B: return try readObject(depth: depth)
    case 0x5B: return try readArray(depth: depth)
    case 0x2D where bytes[position..<end].starts(with: "-Infinity".utf8):
      position += 9
      return .null
    case 0x2D, 0x30...0x39: return readNumber()
    default: return try readWord()
    }
  }

  private mutating func readObject(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var fields: [(name: String, value: JSONValue)] = []
    if take(0x7D) { return .object(fields) }
    repeat {
      skipBlanks()
      if !fields.isEmpty, take(0x7D) { return .object(fields) }
      guard position < end, bytes[position] == 0x22 else {
        throw fault("a name in quotes is missing")
      }
      let name = String(decoding: try readText(), as: UTF8.self)
      guard take(0x3A) else { throw fault("':' is missing") }
      fields.append((name, try readValue(depth: depth + 1)))
    } while take(0x2C)
    guard take(0x7D) else { throw fault("',' or '}' is missing") }
    return .object(fields)
  }

  private mutating func readArray(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var items: [JSONValue] = []
    if take(0x5D) { return .array(items) }
    repeat {
      if !items.isEmpty, take(0x5D) { return .array(items) }
      items.append(try readValue(depth: depth + 1))
    } while take(0x2C)
    guard take(0x5D) else { throw fault("',' or ']' is missing") }
    return .array(items)
  }

  private mutating func readNumber() -> JSONValue {
    let start = position
    while position < end, Self.isNumeric(bytes[position]) { position += 1 }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
  }

  private mutating func readWord() throws(JSONError) -> JSONValue {
    let rest = bytes[position..<end]
    for (word, value) in [
      ("null", JSONValue.null), ("true", .bool(true)), ("false", .bool(false)), ("NaN", .null),
      ("Infinity", .null),
    ] where rest.starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw fault("a value is missing")
  }
}

// MARK: Texts

extension JSONScanner {

  private mutating func readText() throws(JSONError) -> [UInt8] {
    let start = position
    position += 1
    var text: [UInt8] = []
    while position < end {
      let run = position
      while position < end, bytes[position] != 0x22, bytes[position] != 0x5C { position += 1 }
      text += bytes[run..<position]
      guard position < end else { break }
      position += 1
      if bytes[position - 1] == 0x22 { return text }
      try readEscape(into: &text)
    }
    throw JSONError(message: "the closing '\"' is missing", offset: start)
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONError) {
    guard position < end else { throw fault("the escape is cut off") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: text.append(byte)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75: text += String(try readScalar()).utf8
    default:
      position -= 1
      throw fault("this is no escape")
    }
  }

  /// Reads what stands behind `\u`; a surrogate without its other half is U+FFFD.
  private mutating func readScalar() throws(JSONError) -> Unicode.Scalar {
    let high = try readUnit()
    guard (0xD800...0xDBFF).contains(high), position + 1 < end, bytes[position] == 0x5C,
      bytes[position + 1] == 0x75
    else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
    let start = position
    position += 2
    let low = try readUnit()
    guard (0xDC00...0xDFFF).contains(low) else {
      position = start
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func readUnit() throws(JSONError) -> UInt32 {
    let digits = bytes[position..<min(position + 4, end)]
    let isHexadecimal = digits.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20)
    }
    guard digits.count == 4, isHexadecimal,
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("four hexadecimal digits are missing") }
    position += 4
    return unit
  }
}
