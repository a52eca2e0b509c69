/// The fields at the beginning of a message, or of a part of one.
struct MailHeaders {

  private var fields: [String: String] = [:]

  /// Reads the fields up to the first empty line.
  ///
  /// - Parameter bytes: The message.
  /// - Returns: The fields, and where the body begins.
  static func read(_ bytes: ArraySlice<UInt8>) -> (headers: MailHeaders, body: Int) {
    var headers = MailHeaders()
    var (name, value) = ("", [UInt8]())
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[position..<end]
      if line.last == 0x0D { line.removeLast() }
      let next = min(end + 1, bytes.endIndex)
      if line.isEmpty { position = next; break }
      if line.first == 0x20 || line.first == 0x09 {
        value += line
      } else if let found = Self.name(of: line) {
        headers.set(name, value)
        (name, value) = (found, Array(line.dropFirst(found.utf8.count + 1)))
      } else {
        break
      }
      position = next
    }
    headers.set(name, value)
    return (headers, position)
  }

  /// The value of a field by its name in lower case; of several the first.
  subscript(name: String) -> String? { fields[name] }

  private mutating func set(_ name: String, _ value: [UInt8]) {
    guard !name.isEmpty, fields[name] == nil else { return }
    fields[name] = EncodedWords.decoded(value)
  }

  /// The name of the field that a line begins with, in lower case; nil where it is none.
  static func name(of line: ArraySlice<UInt8>) -> String? {
    guard let colon = line.prefix(77).firstIndex(of: 0x3A), colon > line.startIndex else {
      return nil
    }
    let name = line[..<colon]
    guard name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// The parameter of a field, like the charset of `text/plain; charset="utf-8"`.
  ///
  /// One in pieces, `boundary*0=…; boundary*1=…`, is put together, and the charset before one is left
  /// out (RFC 2231).
  func parameter(_ parameter: String, of name: String) -> String? {
    var pieces: [String] = []
    for part in Self.parts(fields[name] ?? "").dropFirst() {
      guard let sign = part.firstIndex(of: "=") else { continue }
      let key = part[..<sign].filter { !$0.isWhitespace }.lowercased()
      guard let value = MetadataValue.text(String(part[part.index(after: sign)...])).trimmed else {
        continue
      }
      if key == parameter { return Self.unquoted(value) }
      let star = key.split(separator: "*", omittingEmptySubsequences: false)
      guard star.count > 1, star[0] == parameter else { continue }
      let isCoded = star.last?.isEmpty == true && pieces.isEmpty
      let own = Self.unquoted(value)
      pieces.append(
        isCoded
          ? String(own.split(separator: "'", omittingEmptySubsequences: false).last ?? "") : own)
    }
    return pieces.isEmpty ? nil : pieces.joined()
  }

  /// The addresses of a field, with the names before them; a comma in a name without quotation marks
  /// parts none.
  static func addresses(_ value: String) -> [String] {
    var addresses: [String] = []
    var name = ""
    for part in parts(value, at: ",") {
      name += (name.isEmpty ? "" : ",") + part
      guard part.contains("@") else { continue }
      addresses.append(name)
      name = ""
    }
    return addresses.isEmpty ? [value] : addresses
  }

  /// What stands between the marks of a field, of which those in quotation marks part nothing.
  private static func parts(_ value: String, at mark: Character = ";") -> [String] {
    var parts = [""]
    var (isQuoted, isEscaped) = (false, false)
    for character in value {
      if character == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = isQuoted && character == "\\" && !isEscaped
      if character == mark, !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  /// A value without the quotation marks around it, or, where it has none, without a comment behind it.
  private static func unquoted(_ value: String) -> String {
    guard let first = value.firstIndex(of: "\"") else {
      return String(value.prefix { $0 != " " && $0 != "(" })
    }
    var (result, isEscaped) = ("", false)
    for character in value[value.index(after: first)...] {
      if character == "\"", !isEscaped { break }
      isEscaped = character == "\\" && !isEscaped
      if !isEscaped { result.append(character) }
    }
    return result
  }
}

/// Words of a field in another alphabet: `=?utf-8?q?caf=C3=A9?=` (RFC 2047).
enum EncodedWords {

  /// Returns a field with its encoded words decoded.
  static func decoded(_ bytes: [UInt8]) -> String {
    guard bytes.contains(0x3D) else { return plain(bytes) }
    var out: [UInt8] = []
    var position = 0
    /// Where the last encoded word ended in the text, if only blanks followed.
    var wordEnd: Int?
    /// The bytes of the last words of one encoding, which may part a character between them.
    var run: (start: Int, label: String, bytes: [UInt8])?
    while position < bytes.count {
      if bytes[position] == 0x3D, let word = word(bytes, at: position) {
        // Blanks between two encoded words are no part of the text.
        if let wordEnd { out.removeLast(out.count - wordEnd) }
        if let last = run, wordEnd != nil, last.label == word.label {
          out.removeLast(out.count - last.start)
          run?.bytes += word.bytes
        } else {
          run = (out.count, word.label, word.bytes)
        }
        out += DeclaredEncoding(run?.bytes ?? [], label: word.label).bytes
        position = word.end
        wordEnd = out.count
      } else {
        if bytes[position] > 0x20 { wordEnd = nil }
        out.append(bytes[position])
        position += 1
      }
    }
    return plain(out)
  }

  private static func plain(_ bytes: [UInt8]) -> String {
    let text = DeclaredEncoding(bytes, label: nil).bytes
    return MetadataValue.words(String(decoding: text, as: UTF8.self)).joined(separator: " ")
  }

  private static func word(
    _ bytes: [UInt8], at start: Int
  ) -> (bytes: [UInt8], label: String, end: Int)? {
    guard start + 1 < bytes.count, bytes[start + 1] == 0x3F else { return nil }
    let limit = min(bytes.count, start + 400)
    var parts: [Range<Int>] = []
    var begin = start + 2
    for index in begin..<limit where bytes[index] == 0x3F {
      parts.append(begin..<index)
      begin = index + 1
      if parts.count == 3 { break }
    }
    guard parts.count == 3, begin < bytes.count, bytes[begin] == 0x3D else { return nil }
    let label = String(decoding: bytes[parts[0]].prefix { $0 != 0x2A }, as: UTF8.self)
    let raw: [UInt8]
    switch bytes[parts[1]].first.map({ $0 | 0x20 }) {
    case UInt8(ascii: "b"): raw = MailPart.base64(bytes[parts[2]])
    case UInt8(ascii: "q"):
      raw = MailPart.quotedPrintable(bytes[parts[2]].map { $0 == 0x5F ? 0x20 : $0 }[...])
    default: return nil
    }
    return (raw, label.lowercased(), begin + 1)
  }
}
