/// Goes through the tags of a page without making a tree of them.
///
/// It follows the tokenizer of the HTML standard as far as tags, comments and elements of raw text
/// go, in one pass.
struct HTMLScanner {

  /// A tag of the page.
  struct Tag {
    let isEnd: Bool
    /// Where its name stands.
    let name: Range<Int>
    /// How many attributes it has, about.
    let attributeCount: Int
    /// Whether it ends with `/>`.
    let isSelfClosing: Bool
    /// Where it stands.
    let range: Range<Int>
  }

  private let bytes: [UInt8]
  private var position = 0
  /// The element of raw text that was begun last, whose end tag is the next tag there is.
  private var raw: [UInt8]?
  /// Whether the page ended inside of a tag, a comment or an element of raw text.
  private(set) var endsInside = false

  /// Creates a scanner of the tags of a page.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Returns the next tag, or nil at the end.
  mutating func next() -> Tag? {
    while position < bytes.count {
      guard let open = bytes[position...].firstIndex(of: 0x3C) else { break }
      position = open
      if let raw {
        guard let tag = endTag(of: raw) else { continue }
        self.raw = nil
        return tag
      }
      if let tag = tag() { return tag }
    }
    position = bytes.count
    if raw != nil { endsInside = true }
    return nil
  }

  private mutating func endTag(of name: [UInt8]) -> Tag? {
    let rest = bytes[position...].dropFirst(2).prefix(name.count)
    let isEnd = position + 1 < bytes.count && bytes[position + 1] == 0x2F
    guard isEnd, rest.count == name.count, zip(rest, name).allSatisfy({ $0 | 0x20 == $1 }),
      let tag = tag(), tag.name.count == name.count
    else {
      position += 1
      return nil
    }
    return tag
  }

  /// Reads what begins with the `<` at the position; nil where it is no tag.
  private mutating func tag() -> Tag? {
    let start = position
    let isEnd = start + 1 < bytes.count && bytes[start + 1] == 0x2F
    let nameStart = start + (isEnd ? 2 : 1)
    guard nameStart < bytes.count else {
      position = bytes.count
      return nil
    }
    guard (0x61...0x7A).contains(bytes[nameStart] | 0x20) else {
      skipOther(nameStart, isEnd: isEnd)
      return nil
    }
    var end = nameStart
    while end < bytes.count, !Self.endsName(bytes[end]) { end += 1 }
    position = end
    let count = skipAttributes()
    guard position < bytes.count else {
      endsInside = true
      return nil
    }
    position += 1
    let isSelfClosing = bytes[position - 2] == 0x2F
    let name = nameStart..<end
    if !isEnd { raw = Self.rawText(bytes[name]) }
    return Tag(
      isEnd: isEnd, name: name, attributeCount: count, isSelfClosing: isSelfClosing,
      range: start..<position)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte == 0x3E || byte == 0x2F || byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Goes on to the `>` of a tag, past the values in quotation marks; returns how many words there
  /// were.
  private mutating func skipAttributes() -> Int {
    var count = 0
    var isInside = false
    while position < bytes.count, bytes[position] != 0x3E {
      let byte = bytes[position]
      position += 1
      if byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0x2F {
        isInside = false
      } else if byte == 0x3D {
        skipValue()
        isInside = false
      } else if !isInside {
        isInside = true
        count += 1
      }
    }
    return count
  }

  private mutating func skipValue() {
    while position < bytes.count, bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position])
    {
      position += 1
    }
    guard position < bytes.count else { return }
    let mark = bytes[position]
    if mark == 0x22 || mark == 0x27 {
      position = bytes[(position + 1)...].firstIndex(of: mark).map { $0 + 1 } ?? bytes.count
    } else {
      while position < bytes.count, bytes[position] != 0x3E,
        bytes[position] != 0x20, !(0x09...0x0D).contains(bytes[position])
      {
        position += 1
      }
    }
  }

  /// Passes over a comment, a declaration, or a `<` that is text.
  private mutating func skipOther(_ start: Int, isEnd: Bool) {
    let rest = bytes[start...]
    if rest.starts(with: "!--".utf8) {
      skipComment(start + 3)
    } else if isEnd || bytes[start] == 0x21 || bytes[start] == 0x3F {
      position = rest.firstIndex(of: 0x3E).map { $0 + 1 } ?? bytes.count
    } else {
      position = start
    }
  }

  private mutating func skipComment(_ start: Int) {
    position = start
    if position < bytes.count, bytes[position] == 0x3E {
      position += 1
      return
    }
    while position < bytes.count {
      guard let dash = bytes[position...].firstIndex(of: 0x2D) else { break }
      position = dash + 1
      if bytes[dash...].starts(with: "-->".utf8) || bytes[dash...].starts(with: "--!>".utf8) {
        position = dash + (bytes[dash + 2] == 0x3E ? 3 : 4)
        return
      }
    }
    position = bytes.count
    endsInside = true
  }

  /// The name of an element in which tags are text, in lower case; nil for other elements.
  private static func rawText(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    guard name.count <= 9 else { return nil }
    let low = name.map { $0 | 0x20 }
    return rawNames.contains(low) ? low : nil
  }

  private static let rawNames = Set(
    ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"]
      .map { Array($0.utf8) })
}

// MARK: Text

extension HTMLScanner {

  /// Returns the text of a page without its tags: a line break where one stood that begins or ends
  /// a block, and nothing of what is never read.
  static func strippedText(of bytes: [UInt8]) -> [UInt8] {
    var scanner = HTMLScanner(bytes)
    var text: [UInt8] = []
    var start = 0
    var unread: HTMLTag?
    while let tag = scanner.next() {
      if unread == nil { text += bytes[start..<tag.range.lowerBound] }
      start = tag.range.upperBound
      let name = HTMLTag(
        name: String(decoding: bytes[tag.name].map { $0 | 0x20 }, as: UTF8.self))
      if let current = unread {
        if tag.isEnd, name == current { unread = nil }
      } else if !tag.isEnd, name == .script || name == .style || name == .title {
        unread = name
      } else if !name.isInline, text.last != 0x0A {
        text += [0x0A, 0x0A]
      }
    }
    if unread == nil { text += bytes[start...] }
    return text
  }
}
