/// How a text marks emphasis and links.
public enum TextMarkup: Hashable, Sendable {
  /// Not at all.
  case plain
  /// As Markdown does.
  case markdown
}

/// The marks of Markdown inside of paragraphs, found so that they can be left out of the text.
///
/// Only what is closed within its paragraph is a mark, by the rules of CommonMark 0.31 in their
/// plainest reading: runs of `*` and `_` that open and close, code spans, links, images, comments
/// and escapes. Anything doubtful stays text.
struct InlineMarkup {

  /// How far a destination may reach and how deep emphasis may nest.
  ///
  /// With these bounds the scan is linear on any input.
  private static let reach = 1_000
  private static let depth = 32

  private let bytes: [UInt8]
  private var marks: [Range<Int>] = []
  private var openers: [(byte: UInt8, range: Range<Int>)] = []
  private var brackets: [Int] = []
  private var index: Int
  /// Up to here no comment closes.
  private var commentSearchEnd = 0

  /// Returns the marks in ascending order.
  static func marks(in bytes: [UInt8], from start: Int) -> [Range<Int>] {
    var scan = InlineMarkup(bytes: bytes, index: start)
    scan.run()
    return scan.marks.sorted { $0.lowerBound < $1.lowerBound }
  }

  private init(bytes: [UInt8], index: Int) {
    self.bytes = bytes
    self.index = index
  }

  private func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0x0A }

  private mutating func run() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A: endLine()
      case 0x2A, 0x5F: readEmphasis()
      case 0x5B: openBracket()
      case 0x5D: closeBracket()
      case 0x5C: readEscape()
      case 0x3E: readQuotation()
      case 0x3C: readComment()
      default: index += 1
      }
    }
  }

  /// Forgets what is open at the end of a paragraph.
  private mutating func endLine() {
    index += 1
    var next = index
    while byte(next) == 0x20 || byte(next) == 0x09 || byte(next) == 0x0D { next += 1 }
    guard byte(next) == 0x0A else { return }
    openers.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
  }

  /// The `>` at the start of a line marks a quotation.
  private mutating func readQuotation() {
    let start = index
    index += 1
    let before = byte(start - 1)
    let isNested = marks.last?.upperBound == start
    guard before == 0x0A || before == 0x0D || isNested else { return }
    if byte(index) == 0x20 { index += 1 }
    marks.append(start..<index)
  }

  private mutating func readEscape() {
    let next = byte(index + 1)
    let isPunctuation = next > 0x20 && next < 0x7F && !Self.isAlphanumeric(next)
    if isPunctuation { marks.append(index..<index + 1) }
    index += isPunctuation ? 2 : 1
  }

  private mutating func readComment() {
    guard byte(index + 1) == 0x21, byte(index + 2) == 0x2D, byte(index + 3) == 0x2D else {
      index += 1
      return
    }
    var end = max(index + 4, commentSearchEnd)
    while end + 2 < bytes.count {
      if bytes[end] == 0x2D, bytes[end + 1] == 0x2D, bytes[end + 2] == 0x3E {
        marks.append(index..<end + 3)
        index = end + 3
        return
      }
      end += 1
    }
    commentSearchEnd = end
    index += 4
  }
}

// MARK: Emphasis

extension InlineMarkup {

  private mutating func readEmphasis() {
    let mark = bytes[index]
    var end = index
    while end < bytes.count, bytes[end] == mark { end += 1 }
    let range = index..<end
    index = end
    guard range.count <= 3 else { return }
    let (before, after) = (byte(range.lowerBound - 1), byte(end))
    let isInsideWord = mark == 0x5F && Self.isWord(before) && Self.isWord(after)
    let canClose = !Self.isBlank(before) && !isInsideWord
    let opener = openers.suffix(Self.depth).lastIndex {
      $0.byte == mark && $0.range.count == range.count
    }
    if canClose, let opener {
      marks.append(openers[opener].range)
      marks.append(range)
      openers.removeSubrange(opener...)
    } else if !Self.isBlank(after), !isInsideWord {
      openers.append((mark, range))
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || byte >= 0x80 }
}

// MARK: Links

extension InlineMarkup {

  private mutating func openBracket() {
    brackets.append(index)
    index += 1
  }

  private mutating func closeBracket() {
    guard let open = brackets.popLast(), byte(index + 1) == 0x28,
      let end = endOfDestination(from: index + 2)
    else {
      index += 1
      return
    }
    let isImage = byte(open - 1) == 0x21
    if isImage {
      marks.append(open - 1..<end)
    } else {
      marks.append(open..<open + 1)
      marks.append(index..<end)
    }
    index = end
  }

  /// Returns the offset behind the parenthesis that closes the destination of a link.
  private func endOfDestination(from start: Int) -> Int? {
    var depth = 1
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, end - start < Self.reach {
      if bytes[end] == 0x28 { depth += 1 }
      if bytes[end] == 0x29 { depth -= 1 }
      end += 1
      if depth == 0 { return end }
    }
    return nil
  }
}
