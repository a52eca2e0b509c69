/// A line of a text without the blanks and block marks around it.
struct TextLine {

  /// The mark of Markdown that a line begins with or consists of.
  enum Mark: Hashable {
    case none
    /// `#` to `######`.
    case heading
    /// `>`.
    case quotation
    /// A bullet or number.
    case item
    /// `---` or `***`: nothing to read.
    case rule
    /// `===` under a title.
    case underline
  }

  /// The offset of the first byte to read.
  var start: Int
  /// The offset behind the last byte to read.
  var end: Int
  /// The mark in front of it.
  var mark = Mark.none
  /// The number that the mark consists of.
  private var number: Int?
  /// Whether a number and a stop at its beginning belong to the sentence of the line before it.
  private(set) var goesOn = false

  /// Whether there is nothing to read and no mark.
  var isBlank: Bool { start == end && mark == .none }

  /// Returns the lines of a normalised text.
  static func lines(of bytes: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    var start = 0
    // Whether a number of a list stood since the last blank line.
    var isList = false
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var line = TextLine(bytes, start, end)
      if let number = line.number, let before = lines.last, !isList,
        before.breaksOff(before: number, bytes)
      {
        line = TextLine(bytes, start, end, readsMark: false)
        line.goesOn = true
      }
      isList = line.number != nil || isList && !line.isBlank
      lines.append(line)
      start = end + 1
    }
    return lines
  }

  private init(_ bytes: [UInt8], _ start: Int, _ end: Int, readsMark: Bool = true) {
    self.start = start
    self.end = end
    trim(bytes)
    if readsMark, self.start < self.end { readMark(bytes) }
  }

  /// Whether a line ends within a sentence, so that a number and a stop below it belong to that.
  ///
  /// "15. That is final" goes on with "on March". A list that begins with 1 may stand below anything
  /// but a month (CommonMark 0.31, 5.2).
  private func breaksOff(before number: Int, _ bytes: [UInt8]) -> Bool {
    guard !isBlank, mark == .none || mark == .item || mark == .quotation else { return false }
    let tail = Array(bytes[max(start, end - 14)..<end])
    let word = DateWord.words(in: tail).last
    if case .month = word?.content { return true }
    return number != 1 && (tail.last == 0x2C || word?.range.upperBound == tail.count)
  }

  private mutating func trim(_ bytes: [UInt8]) {
    while start < end, Self.isBlank(bytes[start]) { start += 1 }
    while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

// MARK: Marks

extension TextLine {

  private mutating func readMark(_ bytes: [UInt8]) {
    switch bytes[start] {
    case 0x23: readHeading(bytes)
    case 0x3E: readQuotation(bytes)
    case 0x2A, 0x2B, 0x2D, 0x3D, 0x5F, 0xE2: readRuleOrBullet(bytes)
    case 0x30...0x39: readNumber(bytes)
    default: return
    }
  }

  private mutating func readHeading(_ bytes: [UInt8]) {
    var next = start
    while next < end, bytes[next] == 0x23 { next += 1 }
    guard next - start <= 6, next < end, bytes[next] == 0x20 else { return }
    mark = .heading
    start = next
    while end > start, bytes[end - 1] == 0x23 { end -= 1 }
    trim(bytes)
  }

  private mutating func readQuotation(_ bytes: [UInt8]) {
    while start < end, bytes[start] == 0x3E || bytes[start] == 0x20 { start += 1 }
    mark = start == end ? .none : .quotation
  }

  private mutating func readRuleOrBullet(_ bytes: [UInt8]) {
    let first = bytes[start]
    let content = bytes[start..<end]
    if first != 0xE2, content.count >= 3, content.allSatisfy({ $0 == first || $0 == 0x20 }) {
      mark = first == 0x3D ? .underline : .rule
      start = end
      return
    }
    let isBullet = first != 0xE2 && first != 0x3D && first != 0x5F
    let length = isBullet ? 1 : content.starts(with: [0xE2, 0x80, 0xA2]) ? 3 : 0
    guard length > 0, start + length < end, bytes[start + length] == 0x20 else { return }
    mark = .item
    start += length
    trim(bytes)
  }

  private mutating func readNumber(_ bytes: [UInt8]) {
    var next = start
    while next < end, next - start < 3, (0x30...0x39).contains(bytes[next]) { next += 1 }
    guard next + 1 < end, next - start < 3, bytes[next] == 0x2E || bytes[next] == 0x29,
      bytes[next + 1] == 0x20, bytes[next] == 0x29 || !isDay(bytes)
    else { return }
    mark = .item
    number = bytes[start..<next].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    start = next + 1
    trim(bytes)
  }

  /// Whether a day with a stop behind its number, as German has it, begins the line, or one without a
  /// year is all of it.
  private func isDay(_ bytes: [UInt8]) -> Bool {
    let words = DateWord.words(in: Array(bytes[start..<min(end, start + 40)]))
    guard words.count > 1, case .month = words[1].content else { return false }
    if words.count == 2 { return true }
    if case .number(_, 4) = words[2].content { return true }
    return false
  }
}
