internal import Annotation

/// XML in UTF-8 as the parser is given it: no entity is left in it that a document could define.
///
/// Names of HTML, like `&nbsp;`, become their characters; any other name, and an ampersand that
/// begins no reference, becomes plain text. So nothing is ever expanded, whatever a DTD declares.
/// Control characters, which XML has not, become blanks. Lines keep their numbers.
struct XMLSource {

  private let bytes: [UInt8]
  private var copied = 0
  private var position = 0
  private var output: [UInt8] = []

  /// Returns bytes with their references resolved.
  static func prepared(_ bytes: [UInt8]) -> [UInt8] {
    var source = XMLSource(bytes)
    source.run()
    return withoutLateDeclaration(
      source.copied == 0 ? bytes : source.output + bytes[source.copied...])
  }

  /// Bytes with blanks for a declaration `<?xml … ?>` that blanks stand before, which XML has not.
  private static func withoutLateDeclaration(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), first > 0,
      bytes[first...].starts(with: "<?xml ".utf8),
      let end = bytes[first...].prefix(512).firstIndex(of: 0x3E)
    else { return bytes }
    var bytes = bytes
    for place in first...end where bytes[place] != 0x0A { bytes[place] = 0x20 }
    return bytes
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x26: resolve()
      case 0x3C: skipMarkup()
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: replace(1, with: [0x20])
      case 0xEF where isNoncharacter: replace(3, with: [0xEF, 0xBF, 0xBD])
      default: position += 1
      }
    }
  }

  /// Whether U+FFFE or U+FFFF stands here, which XML has not.
  private var isNoncharacter: Bool {
    position + 2 < bytes.count && bytes[position + 1] == 0xBF && bytes[position + 2] >= 0xBE
  }

  private mutating func replace(_ length: Int, with new: [UInt8]) {
    output += bytes[copied..<position]
    output += new
    position += length
    copied = position
  }

  /// Passes over a comment, a section of character data and an instruction, which hold no
  /// references; their control characters go all the same.
  private mutating func skipMarkup() {
    let rest = bytes[position...].prefix(9)
    if rest.starts(with: "<!--".utf8) {
      skip(4, through: Array("-->".utf8))
    } else if rest.elementsEqual("<![CDATA[".utf8) {
      skip(9, through: Array("]]>".utf8))
    } else if rest.starts(with: "<?".utf8) {
      skip(2, through: Array("?>".utf8))
    } else {
      position += 1
    }
  }

  private mutating func skip(_ opening: Int, through end: [UInt8]) {
    position += opening
    while position < bytes.count {
      switch bytes[position] {
      case end[0] where bytes[position...].starts(with: end):
        position += end.count
        return
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: replace(1, with: [0x20])
      case 0xEF where isNoncharacter: replace(3, with: [0xEF, 0xBF, 0xBD])
      default: position += 1
      }
    }
  }

  private mutating func resolve() {
    let name = bytes[(position + 1)...].prefix(10).prefix { $0 != 0x3B }
    let isClosed =
      position + 1 + name.count < bytes.count && bytes[position + 1 + name.count] == 0x3B
    if isClosed, Self.predefined.contains(Array(name)) || isCharacter(name) {
      position += name.count + 2
    } else if isClosed, name.first != 0x23, let entity = HTMLEntity(bytes, at: position) {
      replace(entity.length, with: Array(String(Unicode.Scalar(entity.scalar) ?? "\u{FFFD}").utf8))
    } else {
      replace(1, with: Array("&amp;".utf8))
    }
  }

  private static let predefined = Set(["amp", "lt", "gt", "quot", "apos"].map { Array($0.utf8) })

  /// Whether a name is a number sign and the number of a character that XML has.
  private func isCharacter(_ name: ArraySlice<UInt8>) -> Bool {
    guard name.first == 0x23 else { return false }
    let isHexadecimal = name.dropFirst().first == 0x78
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard digits.first.map({ $0 != 0x2B && $0 != 0x2D }) ?? false,
      let value = UInt32(
        String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
      Unicode.Scalar(value) != nil
    else { return false }
    return value >= 0x20 && value != 0xFFFE && value != 0xFFFF
      || [0x09, 0x0A, 0x0D].contains(value)
  }
}
