/// What a byte may begin.
enum ByteClass: UInt8 {
  case other, blank, newline, letter, digit, hyphen, mark, quotationMark, slash, dollar, hash
  case beyondASCII

  private static let table: [ByteClass] = (0...255).map { classify(UInt8($0)) }

  static func of(_ byte: UInt8) -> ByteClass { table[Int(byte)] }

  private static func classify(_ byte: UInt8) -> ByteClass {
    switch byte {
    case UInt8(ascii: "\n"): .newline
    case UInt8(ascii: " "), 0x09, 0x0B, 0x0C, 0x0D: .blank
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "_"):
      .letter
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "\""), UInt8(ascii: "'"): .quotationMark
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "$"): .dollar
    case UInt8(ascii: "#"): .hash
    case 0x80...: .beyondASCII
    default: "|;,.()[]{}*+?%=!<>&:".utf8.contains(byte) ? .mark : .other
    }
  }
}

extension ByteClass {

  /// How many bytes at the head of a text are looked at to see whether it is one.
  private static let lengthOfHead = 4096

  /// Returns where the first byte stands that no text holds, if `bytes` are no text.
  ///
  /// A zero byte is in no text. Other control characters, and the replacement character that
  /// stands for bytes that are no UTF-8, are mistakes in a query where they are few.
  static func firstOfNoText(in bytes: [UInt8]) -> Int? {
    let head = bytes.prefix(lengthOfHead)
    if let zero = head.firstIndex(of: 0) { return zero }
    let strange = head.indices.filter { isStrange(at: $0, in: bytes) }
    return strange.count > 8 && strange.count > head.count / 10 ? strange.first : nil
  }

  private static func isStrange(at index: Int, in bytes: [UInt8]) -> Bool {
    let byte = bytes[index]
    if byte < 0x20 || byte == 0x7F { return !(0x09...0x0D).contains(byte) }
    return byte == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xBF
      && bytes[index + 2] == 0xBD
  }
}

extension Unicode.Scalar {

  /// Whether the character stands for white space, or for nothing at all.
  var isBlank: Bool { properties.isWhitespace || value == 0xFEFF || value == 0x200B }

  /// Whether the character may stand in a word.
  var isWordPart: Bool {
    if isASCII { return ByteClass.of(UInt8(truncatingIfNeeded: value)).isWordPart }
    let properties = properties
    return properties.isAlphabetic || properties.numericType != nil
      || properties.canonicalCombiningClass != .notReordered || value == 0x200D
  }

  /// Whether the character joins the parts of a word when it stands between two of them.
  var joinsWordParts: Bool {
    switch value {
    case 0x27, 0x2D, 0x2019, 0x02BC, 0x2010, 0x2011, 0x2013: true
    default: false
    }
  }

  /// The comparison that a mathematical sign stands for.
  var comparison: Token.Kind? {
    switch self {
    case "≠": .notEqual
    case "≤": .lessOrEqual
    case "≥": .greaterOrEqual
    default: nil
    }
  }

  /// Whether a string may begin with the character.
  var opensString: Bool { !stringClosers.isEmpty }

  /// The marks that close a string which the character opened.
  var stringClosers: [Unicode.Scalar] {
    switch self {
    case "\"": ["\""]
    case "'": ["'"]
    case "“", "”", "„", "‟": ["”", "“", "\""]
    case "‘", "’", "‚": ["’", "‘"]
    case "«": ["»"]
    case "»": ["«"]
    case "‹": ["›"]
    case "›": ["‹"]
    default: []
    }
  }

  /// Whether the character is an apostrophe where a letter follows it.
  var isSingleMark: Bool { self == "'" || self == "’" || self == "‘" }
}

extension ByteClass {

  /// Whether the byte may stand in a word.
  var isWordPart: Bool { self == .letter || self == .digit }
}
