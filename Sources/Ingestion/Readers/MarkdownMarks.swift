internal import Annotation

/// What in a text in Markdown is neither text nor emphasis or a link of Markdown itself: the tags of HTML in
/// it, and the brackets of wikis.
///
/// A tag is left out, or is a line end where it parts words of a line; what scripts, styles and the like
/// hold goes with them. Of `[[Erik Sand]]` the name stays, of `[[Erik Sand|the baker]]` what is shown, of
/// `![[bridge.jpg]]` nothing. In code, and behind a backslash, all is text.
struct MarkdownMarks {

  /// The longest link of a wiki, in bytes.
  private static let longestLink = 1_000

  private let bytes: [UInt8]
  private var marks: [TextNormalizer.Mark] = []
  private var index: Int
  /// The lengths of runs of backquotes that none closes from here on.
  private var unclosed: Set<Int> = []
  /// The elements that no tag ends from here on.
  private var unended: Set<HTMLTag> = []
  /// Whether words stand in the line before the place at hand.
  private var isBehindWords = false

  /// Returns the marks in ascending order.
  static func marks(in bytes: [UInt8], from start: Int) -> [TextNormalizer.Mark] {
    var scan = MarkdownMarks(bytes: bytes, index: start)
    scan.run()
    return scan.marks
  }

  /// Returns a value of front matter without the brackets of wikis.
  static func unlinked(_ value: MetadataValue) -> MetadataValue {
    switch value {
    case .text(let text): .text(unlinked(text))
    case .list(let items): .list(items.map(unlinked))
    case .none: .none
    }
  }

  private static func unlinked(_ text: String) -> String {
    guard text.contains("[[") else { return text }
    let bytes = Array(text.utf8)
    var scan = MarkdownMarks(bytes: bytes, index: 0)
    var (result, end) = ([UInt8](), 0)
    while scan.index < bytes.count {
      if bytes[scan.index] == 0x5B { scan.readLink() } else { scan.index += 1 }
    }
    for mark in scan.marks {
      result += bytes[end..<mark.range.lowerBound]
      end = mark.range.upperBound
    }
    return String(decoding: result + bytes[end...], as: UTF8.self)
  }

  private init(bytes: [UInt8], index: Int) {
    self.bytes = bytes
    self.index = index
  }

  private func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0x0A }

  private mutating func run() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x3C: readTag()
      case 0x0A: (isBehindWords, index) = (false, index + 1)
      case let byte where byte <= 0x20: index += 1
      case let byte:
        isBehindWords = true
        switch byte {
        case 0x5C: index += 2
        case 0x60: skipCode()
        case 0x5B: readLink()
        default: index += 1
        }
      }
    }
  }

  private mutating func leaveOut(_ range: Range<Int>, for scalars: [UInt32] = []) {
    if !range.isEmpty { marks.append(TextNormalizer.Mark(range: range, scalars: scalars)) }
  }

  /// Skips code between runs of backquotes of one length, if it ends.
  private mutating func skipCode() {
    let length = bytes[index...].prefix { $0 == 0x60 }.count
    index += length
    if unclosed.contains(length) { return }
    var next = index
    while let start = bytes[next...].firstIndex(of: 0x60) {
      let run = bytes[start...].prefix { $0 == 0x60 }.count
      next = start + run
      if run == length {
        index = next
        return
      }
    }
    unclosed.insert(length)
  }

  /// Reads a link of a wiki; one with an address behind it is a link of Markdown.
  private mutating func readLink() {
    let start = index
    index += 1
    guard byte(start + 1) == 0x5B else { return }
    let inner = bytes[(start + 2)...].prefix(Self.longestLink).prefix {
      $0 != 0x5B && $0 != 0x5D && $0 != 0x0A
    }
    let end = inner.endIndex
    guard inner.contains(where: { $0 > 0x20 }), byte(end) == 0x5D, byte(end + 1) == 0x5D,
      byte(end + 2) != 0x28
    else {
      return
    }
    index = end + 2
    if byte(start - 1) == 0x21 { return leaveOut(start - 1..<index) }
    let shown = inner.lastIndex(of: 0x7C).map { $0 + 1 } ?? inner.startIndex
    leaveOut(start..<shown)
    leaveOut(end..<index)
  }
}

// MARK: Tags

extension MarkdownMarks {

  private mutating func readTag() {
    guard let tag = MarkupTag(bytes, at: index) else {
      index += 1
      return
    }
    var range = tag.range
    if !tag.isEnd, !tag.name.isVoid, Self.unread.contains(tag.name),
      let end = end(of: tag.name, from: range.upperBound)
    {
      range = range.lowerBound..<end
    }
    index = range.upperBound
    let isParting = MarkupTag.blocks.contains(tag.name) || MarkupTag.parting.contains(tag.name)
    let isLast = (bytes[index...].first { $0 > 0x20 || $0 == 0x0A } ?? 0x0A) == 0x0A
    guard isParting, isBehindWords, !isLast else { return leaveOut(range) }
    leaveOut(range, for: tag.name == .br ? [0x0A] : [0x0A, 0x0A])
    isBehindWords = false
  }

  /// The place behind the end tag of an element; nil where it has none.
  private mutating func end(of name: HTMLTag, from start: Int) -> Int? {
    if unended.contains(name) { return nil }
    var place = start
    while let open = bytes[place...].firstIndex(of: 0x3C) {
      if byte(open + 1) == 0x2F, let tag = MarkupTag(bytes, at: open), tag.name == name {
        return tag.range.upperBound
      }
      place = open + 1
    }
    unended.insert(name)
    return nil
  }

  /// The elements whose content no reader of the page reads as text.
  private static let unread: Set<HTMLTag> = Set(HTMLTag.allCases.filter(\.isUnread))
}
