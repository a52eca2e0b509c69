/// Repairs what scraping breaks, so that later steps read clean UTF-8 with `\n` at line ends.
///
/// Every repair is an edit that maps back. A text without damage is returned as it is, after one
/// scan, and shares its storage with the original.
public struct TextNormalizer {

  private let bytes: [UInt8]
  private let marks: [Mark]
  private var builder: NormalizedTextBuilder
  private var tally: RepairTally
  private var position: Int
  private var nextMark = 0

  /// What stands in the place of a run of bytes.
  public struct Mark: Sendable {
    /// The run.
    public let range: Range<Int>
    /// The scalars that stand for it; none where it is left out.
    public let scalars: [UInt32]

    /// Creates a mark.
    public init(range: Range<Int>, scalars: [UInt32]) {
      self.range = range
      self.scalars = scalars
    }
  }

  /// Returns the text of a file, repaired.
  public static func normalize(_ raw: [UInt8]) -> NormalizedText {
    normalize(DecodedText(raw))
  }

  /// Returns a decoded text, repaired.
  ///
  /// - Parameters:
  ///   - text: The text as it came.
  ///   - header: The number of bytes at the start that are not text, such as front matter. They
  ///     are left out of the normalised text.
  ///   - markup: The marks to be left out of the normalised text.
  ///   - others: Other marks of the text behind the header, in ascending order.
  /// - Returns: The text, with the original it came from.
  public static func normalize(
    _ text: DecodedText, skipping header: Int = 0, markup: TextMarkup = .plain,
    marks others: [Mark] = []
  ) -> NormalizedText {
    let marks = markup == .markdown ? marks(in: text.bytes, from: header, others) : []
    let suspect = firstSuspect(in: text.bytes, from: header)
    let first = min(suspect, marks.first?.range.lowerBound ?? suspect)
    if header == 0, first == text.bytes.count {
      return NormalizedText(
        bytes: text.bytes, originalBytes: text.bytes, edits: [], repairs: text.tally.summary)
    }
    var normalizer = TextNormalizer(text, marks: marks, position: first)
    if header > 0 { normalizer.builder.replace(0..<header) }
    normalizer.run()
    return normalizer.builder.finish(repairs: normalizer.tally.summary)
  }

  private init(_ text: DecodedText, marks: [Mark], position: Int) {
    bytes = text.bytes
    tally = text.tally
    builder = NormalizedTextBuilder(original: text.bytes)
    self.marks = marks
    self.position = position
  }

  /// What to leave out of a text in Markdown, and what to put there, in ascending order.
  private static func marks(
    in bytes: [UInt8], from start: Int, _ others: [Mark]
  ) -> [Mark] {
    let signed = merged(SignedQuotation.edits(in: bytes, from: start), others)
    var marks: [Mark] = []
    var next = 0
    for range in InlineMarkup.marks(in: bytes, from: start) {
      while next < signed.count, signed[next].range.lowerBound <= range.lowerBound {
        marks.append(signed[next])
        next += 1
      }
      // A mark of which another takes the place is no more.
      if range.lowerBound >= marks.last?.range.upperBound ?? 0 {
        marks.append(Mark(range: range, scalars: []))
      }
    }
    return marks + signed[next...]
  }

  /// Two lists of marks in one, in ascending order; of two that meet the first.
  private static func merged(_ edits: [Mark], _ others: [Mark]) -> [Mark] {
    if others.isEmpty { return edits }
    var merged: [Mark] = []
    for edit in (edits + others).sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where edit.range.lowerBound >= merged.last?.range.upperBound ?? 0 { merged.append(edit) }
    return merged
  }

  /// Returns the offset of the first byte that the normaliser has to look at, or the end.
  private static func firstSuspect(in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if isPlain(byte) {
        index += 1
      } else if byte >= 0x80, !leadsSuspect(bytes, at: index) {
        index += UTF8Sequence.length(byte)
      } else {
        return index
      }
    }
    return bytes.count
  }

  /// Whether a byte is ASCII that never needs repair.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x7F: false
    case 0x20...0x7E, 0x0A, 0x09: true
    default: false
    }
  }

  /// Whether a multi-byte sequence may be damaged or has a substitute.
  private static func leadsSuspect(_ bytes: [UInt8], at index: Int) -> Bool {
    switch bytes[index] {
    case 0xC3: Mojibake.mayBegin(in: bytes, at: index)
    case 0xC2, 0xE2, 0xE3, 0xEF:
      CharacterSubstitute(UTF8Sequence(bytes, at: index).scalar) != nil
    default: false
    }
  }
}

// MARK: The run over the text

extension TextNormalizer {

  private mutating func run() {
    while position < bytes.count {
      if nextMark < marks.count, marks[nextMark].range.lowerBound <= position {
        skipMark()
        continue
      }
      let byte = bytes[position]
      if Self.isPlain(byte) {
        position += 1
      } else if byte >= 0x80 {
        repairMultiByte()
      } else if byte == 0x26 {
        repairEntity()
      } else {
        repairControl(byte)
      }
    }
  }

  private mutating func skipMark() {
    let mark = marks[nextMark]
    nextMark += 1
    guard mark.range.lowerBound == position else { return }
    replace(mark.range, with: mark.scalars)
  }

  /// Puts scalars in the place of a range and goes on behind it.
  private mutating func replace(_ range: Range<Int>, with scalars: [UInt32] = []) {
    builder.replace(range, with: scalars)
    position = range.upperBound
  }

  private mutating func repairControl(_ byte: UInt8) {
    guard byte == 0x0D else {
      let isBreak = byte == 0x0B || byte == 0x0C
      tally.add(byte == 0 ? .nul : isBreak ? .lineSeparator : .control)
      return replace(position..<position + 1, with: isBreak ? [0x0A] : [])
    }
    var end = position
    while end < bytes.count, bytes[end] == 0x0D { end += 1 }
    tally.add(.carriageReturn, end - position)
    if end < bytes.count, bytes[end] == 0x0A {
      replace(position..<end)
    } else {
      replace(position..<end, with: [UInt32](repeating: 0x0A, count: end - position))
    }
  }

  private mutating func repairEntity() {
    guard let entity = HTMLEntity(bytes, at: position) else {
      position += 1
      return
    }
    tally.add(.entity)
    let scalars = CharacterSubstitute(entity.scalar)?.scalars ?? [entity.scalar]
    replace(position..<position + entity.length, with: scalars)
  }

  private mutating func repairMultiByte() {
    let sequence = UTF8Sequence(bytes, at: position)
    if Mojibake.mayBegin(in: bytes, at: position) {
      return repairMojibake(Mojibake(bytes, at: position))
    }
    let end = position + sequence.length
    guard let substitute = CharacterSubstitute(sequence.scalar) else {
      position = end
      return
    }
    tally.add(position == 0 && sequence.scalar == 0xFEFF ? .byteOrderMark : substitute.repair)
    replace(position..<end, with: substitute.scalars)
  }

  private mutating func repairMojibake(_ run: Mojibake) {
    for item in run.items {
      let substitute = CharacterSubstitute(item.scalar)
      if item.isDecoded {
        tally.add(.mojibake)
        builder.replace(item.range, with: substitute?.scalars ?? [item.scalar])
      } else if let substitute {
        tally.add(substitute.repair)
        builder.replace(item.range, with: substitute.scalars)
      }
    }
    position = run.end
  }
}
