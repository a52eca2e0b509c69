/// Tells whether the value of a field is HTML, as news APIs and scrapers give it, or a text that
/// merely holds the signs of it, as `a < b`, `List<String>` and "the <p> tag" do.
///
/// Evidence are well-formed tags of known elements that do something: a pair around words, a break,
/// a block that begins where a paragraph can. Tags that are spoken of, between blanks or quotation
/// marks, and those in code between backquotes are none.
struct FieldMarkup {

  /// Whether the value is HTML.
  private(set) var isHTML = false

  /// Whether elements part its paragraphs, as against line ends.
  private(set) var partsParagraphs = false

  private let bytes: [UInt8]
  private var position = 0
  private var breakCount = 0
  /// The names of elements that were begun, and have not been ended.
  private var open: Set<HTMLTag> = []
  /// Whether the first thing in it is a tag, and where the last tag ends.
  private var beginsWithTag = false
  private var lastEnd = 0

  /// Looks through a value.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    run()
  }

  private mutating func run() {
    let start = bytes.firstIndex { !Self.isBlank($0) } ?? bytes.count
    while position < bytes.count {
      switch bytes[position] {
      case 0x60: skipCode()
      case 0x3C:
        guard let tag = MarkupTag(bytes, at: position) else {
          position += 1
          continue
        }
        if position == start, !tag.isEnd { beginsWithTag = true }
        position = tag.range.upperBound
        lastEnd = position
        weigh(tag)
      default: position += 1
      }
    }
    let isWrapped = beginsWithTag && bytes[lastEnd...].allSatisfy(Self.isBlank)
    if isWrapped && !partsNothing || breakCount > 1 { isHTML = true }
  }

  /// Whether all that was met is one tag.
  private var partsNothing: Bool {
    bytes.count { $0 == 0x3C } < 2
  }

  private mutating func weigh(_ tag: MarkupTag) {
    if MarkupTag.parting.contains(tag.name) { partsParagraphs = true }
    if tag.name == .br { breakCount += 1 }
    let isMention = isMention(tag.range)
    if tag.isEnd {
      if open.contains(tag.name), !isMention { isHTML = true }
    } else if !isMention || beginsWithTag {
      open.insert(tag.name)
      if tag.name.isVoid, tag.hasAttributes || MarkupTag.blocks.contains(tag.name), !isMention {
        isHTML = true
      }
      if MarkupTag.blocks.contains(tag.name), beginsParagraph(tag.range) { isHTML = true }
    }
  }

  /// Whether a tag stands as a word does, among others of its line.
  private func isMention(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x0A
    let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x0A
    return Self.opens.contains(before) && Self.closes.contains(after)
  }

  /// Whether a block begins behind a sentence, a line or another tag, and words follow at once.
  private func beginsParagraph(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x0A
    let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x0A
    return !Self.closes.contains(after) && (before >= 0x80 || Self.ends.contains(before))
  }

  private mutating func skipCode() {
    let start = position
    while position < bytes.count, bytes[position] == 0x60 { position += 1 }
    let length = position - start
    var index = position
    while index < bytes.count {
      guard bytes[index] == 0x60 else {
        index += 1
        continue
      }
      let run = bytes[index...].prefix { $0 == 0x60 }.count
      index += run
      if run == length {
        position = index
        return
      }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

  /// What stands before a word, and behind one; of curly quotation marks the last byte, or the first.
  private static let opens = Set(" \t\"'(`".utf8).union([0x98, 0x9A, 0x9C, 0x9E])
  private static let closes = Set(" \t\"').,;:!?`".utf8).union([0xE2])
  /// What a paragraph ends with.
  private static let ends = Set("\n\r.!?:>\"')".utf8)
}

/// A well-formed tag of a known element of HTML.
struct MarkupTag {

  /// The element.
  let name: HTMLTag
  /// Whether it ends one.
  let isEnd: Bool
  /// Whether anything stands behind the name.
  let hasAttributes: Bool
  /// Where it stands.
  let range: Range<Int>

  /// The elements that part paragraphs.
  static let parting: Set<HTMLTag> = [.p, .br, .div, .section, .article, .td, .tr, .html, .body]

  /// The elements that begin blocks in the texts of articles.
  static let blocks: Set<HTMLTag> = [
    .p, .br, .hr, .div, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .li, .blockquote, .table, .section,
    .article, .figure, .pre, .html, .body,
  ]

  /// Reads the tag whose `<` stands at a place; nil where there is none.
  init?(_ bytes: [UInt8], at start: Int) {
    var index = start + 1
    isEnd = index < bytes.count && bytes[index] == 0x2F
    if isEnd { index += 1 }
    let name = bytes[min(index, bytes.count)...].prefix(11).prefix { Self.isNamePart($0) }
    guard let first = name.first, (0x61...0x7A).contains(first | 0x20) else { return nil }
    let text = String(decoding: name.map { $0 < 0x41 ? $0 : $0 | 0x20 }, as: UTF8.self)
    guard let tag = HTMLTag(rawValue: text), tag != .other, tag != .text else { return nil }
    self.name = tag
    index += name.count
    guard let end = Self.end(of: bytes, from: index, hasAttributes: !isEnd) else { return nil }
    hasAttributes = end > index + 2
    range = start..<end
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// Returns the place behind the `>`; nil where something else than attributes stands before it.
  private static func end(of bytes: [UInt8], from start: Int, hasAttributes: Bool) -> Int? {
    var index = start
    while index < bytes.count {
      let blanks = bytes[index...].prefix { $0 <= 0x20 }.count
      index += blanks
      guard index < bytes.count else { return nil }
      if bytes[index] == 0x3E { return index + 1 }
      if bytes[index] == 0x2F {
        index += 1
        continue
      }
      guard blanks > 0, hasAttributes, let next = attribute(bytes, index) else { return nil }
      index = next
    }
    return nil
  }

  /// Returns the place behind an attribute that has a value, or is one of those that need none.
  private static func attribute(_ bytes: [UInt8], _ start: Int) -> Int? {
    let name = bytes[start...].prefix { isNamePart($0) || $0 == 0x2D || $0 == 0x3A || $0 == 0x5F }
    guard let first = name.first, (0x61...0x7A).contains(first | 0x20) else { return nil }
    guard name.endIndex < bytes.count, bytes[name.endIndex] == 0x3D else {
      let text = String(decoding: name, as: UTF8.self).lowercased()
      return valueless.contains(text) || text.hasPrefix("data-") ? name.endIndex : nil
    }
    let value = bytes[(name.endIndex + 1)...]
    guard let mark = value.first else { return nil }
    if mark == 0x22 || mark == 0x27 {
      return value.dropFirst().firstIndex(of: mark).map { $0 + 1 }
    }
    let word = value.prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x3C }
    return word.isEmpty ? nil : word.endIndex
  }

  private static let valueless: Set<String> = [
    "allowfullscreen", "async", "autoplay", "checked", "controls", "defer", "disabled", "hidden",
    "itemscope", "loop", "muted", "noshade", "nowrap", "open", "reversed", "selected",
  ]
}
