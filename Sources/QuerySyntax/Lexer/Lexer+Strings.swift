internal import Diagnostics

extension Lexer {

  /// Lexes a string; one that is still open at the end of its line ends there.
  mutating func lexString(openedBy opener: Unicode.Scalar, length: Int) {
    let start = position
    let closers = opener.stringClosers
    position += length
    while let (scalar, length) = scalar(at: position), scalar != "\n" {
      position += length
      if scalar == "\\", let next = self.scalar(at: position), next.scalar != "\n" {
        position += next.length
      } else if closers.contains(scalar) {
        guard let next = self.scalar(at: position), continuesString(scalar, next.scalar) else {
          return append(.string, from: start)
        }
        position += next.length
      }
    }
    if position < bytes.count, bytes[position - 1] == UInt8(ascii: "\r") { position -= 1 }
    append(.string, from: start)
    if position == bytes.count { openString = start }
    report(
      .unterminatedString(
        at: SourceRange(start, start + length), closer: String(closers[0]),
        end: SourceRange(at: position)))
  }

  /// Whether a closing mark is doubled, or is an apostrophe inside a word.
  private func continuesString(_ closer: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    next == closer || closer.isSingleMark && next.isWordPart
  }

  /// Lexes a pattern behind `matches`, and otherwise a mark that may stand in a name.
  ///
  /// Where a value or condition begins, no such mark can stand: a pattern there lacks `matches`.
  mutating func lexSlash() {
    let start = position
    position += 1
    guard tokens.last?.keyword == .matches || beginsMisplacedPattern else {
      return append(.slash, from: start)
    }
    while let byte = peek(), byte != UInt8(ascii: "\n") {
      position += 1
      if byte == UInt8(ascii: "\\"), let next = peek(), next != UInt8(ascii: "\n") {
        position += 1
      } else if byte == UInt8(ascii: "/") {
        return append(.pattern, from: start)
      }
    }
    append(.pattern, from: start)
    if position == bytes.count { openString = start }
    report(
      .unterminatedPattern(at: SourceRange(start, start + 1), end: SourceRange(at: position)))
  }
}

extension Lexer {

  /// Whether a slash that is closed on its line stands where a value or condition begins.
  private var beginsMisplacedPattern: Bool {
    guard let last = tokens.last else { return false }
    switch last.kind {
    case .equal, .notEqual: break
    case .word:
      guard [.where, .and, .or, .not, .contains].contains(last.keyword) else { return false }
    default: return false
    }
    let line = bytes[position...].prefix { $0 != UInt8(ascii: "\n") }
    return line.contains(UInt8(ascii: "/"))
  }
}

/// What a literal says, without its marks.
enum LiteralText {

  /// Returns the text of the string literal `bytes`.
  static func string(_ bytes: ArraySlice<UInt8>) -> String {
    let quote = UInt8(ascii: "\"")
    if bytes.count > 1, bytes.first == quote, bytes.last == quote,
      bytes.dropFirst().dropLast().allSatisfy({
        $0 < 0x80 && $0 != quote && $0 != UInt8(ascii: "\\")
      })
    {
      return String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
    }
    var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    guard let opener = scalars.popFirst() else { return "" }
    let closers = opener.stringClosers
    var text = String.UnicodeScalarView()
    while let scalar = scalars.popFirst() {
      if scalar == "\\", let next = scalars.first, next == "\\" || next.opensString {
        text.append(next)
        scalars.removeFirst()
      } else if closers.contains(scalar) {
        guard let next = scalars.first else { break }
        text.append(scalar)
        if next == scalar { scalars.removeFirst() }
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }

  /// Returns the expression of the pattern literal `bytes`, in which a slash needs no backslash.
  static func pattern(_ bytes: ArraySlice<UInt8>) -> String {
    var rest = bytes.dropFirst()
    var text: [UInt8] = []
    while let byte = rest.popFirst(), byte != UInt8(ascii: "/") {
      if byte == UInt8(ascii: "\\"), let next = rest.popFirst() {
        if next != UInt8(ascii: "/") { text.append(byte) }
        text.append(next)
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
