/// The quotations of Markdown that a name behind a dash signs and that have no quotation marks.
///
///     > The ferry is late.
///     > — Ida Lund
///
/// Their words get marks, as those of a page do that names the speaker of a `blockquote`, so that quotations
/// of all sources are read in one way. A quotation within one, a list or a heading is left alone.
struct SignedQuotation {

  /// What stands in the place of the mark `>` of a paragraph, or of a line end.
  typealias Edit = TextNormalizer.Mark

  /// A line of a quotation.
  private struct Line {
    /// The mark `>` with the blank behind it.
    let mark: Range<Int>
    /// The words, without blanks around them.
    let words: Range<Int>
    /// The offset behind the line end.
    let next: Int
  }

  private let bytes: [UInt8]

  /// Returns the edits in ascending order.
  static func edits(in bytes: [UInt8], from start: Int) -> [Edit] {
    let scan = SignedQuotation(bytes: bytes)
    var edits: [Edit] = []
    var index = start
    while index < bytes.count {
      guard bytes[index] == 0x3E else {
        index = (bytes[index...].firstIndex(of: 0x0A) ?? bytes.count) + 1
        continue
      }
      var lines: [Line] = []
      while index < bytes.count, bytes[index] == 0x3E {
        let line = scan.line(at: index)
        lines.append(line)
        index = line.next
      }
      edits += scan.edits(lines)
    }
    return edits
  }

  private func line(at start: Int) -> Line {
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    let isSpaced = start + 1 < end && bytes[start + 1] == 0x20
    var words = (start + 1)..<end
    while let last = words.last, bytes[last] <= 0x20 { words.removeLast() }
    while let first = words.first, bytes[first] <= 0x20 { words.removeFirst() }
    return Line(
      mark: start..<start + (isSpaced ? 2 : 1), words: words, next: min(end + 1, bytes.count))
  }

  private func edits(_ lines: [Line]) -> [Edit] {
    guard let signature = lines.lastIndex(where: { !$0.words.isEmpty }),
      let end = lines[..<signature].lastIndex(where: { !$0.words.isEmpty }),
      isSignature(lines[signature].words), lines[...end].allSatisfy({ isPlain($0.words) })
    else { return [] }
    var edits: [Edit] = []
    for (number, line) in lines[...end].enumerated() where !line.words.isEmpty {
      if number == 0 || lines[number - 1].words.isEmpty {
        edits.append(Edit(range: line.mark, scalars: [0x201C]))
      }
    }
    // The line ends before another, so a line end stands there.
    edits.append(
      Edit(range: lines[end].words.upperBound..<lines[end].next, scalars: [0x201D, 0x0A]))
    if let dash = hyphens(of: lines[signature]) {
      edits.append(Edit(range: dash, scalars: [0x2014, 0x20]))
    }
    return edits
  }

  /// The hyphens that stand for the dash of a signature, with the mark before and the blanks behind them; nil
  /// where it is a dash.
  private func hyphens(of line: Line) -> Range<Int>? {
    guard line.words.first.map({ bytes[$0] }) == 0x2D else { return nil }
    let end = line.words.first { ![0x2D, 0x20].contains(bytes[$0]) } ?? line.words.upperBound
    return line.mark.lowerBound..<end
  }

  /// Whether words are text without quotation marks: no quotation, list item, heading or dash begins there.
  private func isPlain(_ words: Range<Int>) -> Bool {
    guard let first = words.first else { return true }
    if [0x3E, 0x23, 0x7C].contains(bytes[first]) || dashLength(words) > 0 { return false }
    let word = bytes[words].prefix { $0 != 0x20 }
    if word.count < words.count, ["*", "+"].contains(where: { word.elementsEqual($0.utf8) }) {
      return false
    }
    return !Self.marks.contains { mark in
      bytes[words].indices.contains { bytes[$0..<words.upperBound].starts(with: mark) }
    }
  }

  private static let marks = ["\"", "“", "”", "„", "«", "»"].map { Array($0.utf8) }

  /// Whether words are a dash and a name with what may stand behind its comma; a hyphen, as lists have it,
  /// needs two words with capitals.
  private func isSignature(_ words: Range<Int>) -> Bool {
    let dash = dashLength(words)
    guard dash > 0, words.count <= 100, let last = words.last,
      ![0x2E, 0x21, 0x3F, 0x3A].contains(bytes[last])
    else { return false }
    let name = bytes[words.lowerBound + dash..<words.upperBound].split { " *_[".utf8.contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }
    let capitals = name.prefix { $0.first?.isUppercase == true }.count
    return capitals > (bytes[words.lowerBound] == 0x2D ? 1 : 0)
  }

  private func dashLength(_ words: Range<Int>) -> Int {
    Self.dashes.first { bytes[words].starts(with: $0) }?.count ?? 0
  }

  private static let dashes = ["—", "–", "―", "--", "- "].map { Array($0.utf8) }
}
