/// The turns of a transcript or interview: who speaks in which paragraph.
///
/// A label in capitals opens a turn, as does the “Q” of a reporter; names in small letters do so only
/// in an interview, where two at least come back. A turn lasts until the next label.
struct SpeakerTurns {
  private let bytes: [UInt8]
  private let blocks: [Block]
  private let labels: [TurnLabel?]

  private init(_ document: AnnotatedDocument) {
    let bytes = document.text.bytes
    self.bytes = bytes
    blocks = document.blocks.filter { $0.kind.holdsSentences || $0.kind == .heading }
    labels = blocks.map { block in
      let end = min(Int(block.range.end), bytes.count)
      let label = TurnLabel(bytes, min(Int(block.range.start), end)..<end)
      return label.flatMap { Self.isHeading(bytes, $0) ? nil : $0 }
    }
  }

  /// Whether what stands before a colon is a heading: “Offense:”, “PERSONAL BACKGROUND:”.
  private static func isHeading(_ bytes: [UInt8], _ label: TurnLabel) -> Bool {
    let words = bytes[label.range]
    switch label.form {
    case .question: return false
    case .name: return !hasName(words)
    case .capitals:
      return !hasName(words) && !SpeakerTitle.isPerson(words) && !TurnSpeakers.isAnyone(words)
    }
  }

  /// Whether a word of a label may be part of a name.
  private static func hasName(_ label: ArraySlice<UInt8>) -> Bool {
    String(decoding: label, as: UTF8.self).split(whereSeparator: \.isWhitespace).contains {
      !Lexicon.english.isCommon(String($0)) || Gazetteer.world.isFirstName(String($0))
    }
  }

  /// Returns the turns of a document, none where it is no transcript.
  static func all(in document: AnnotatedDocument) -> [SpeakerTurn] {
    let turns = SpeakerTurns(document)
    guard let forms = turns.forms else { return [] }
    return turns.all(forms)
  }

  /// The forms of labels that open a turn here, or nil where none do.
  private var forms: Set<TurnLabel.Form>? {
    let capitals = labels.compactMap { $0?.form == .capitals ? $0 : nil }
    let questions = labels.count { $0?.form == .question }
    if !capitals.isEmpty {
      let isDialogue = capitals.count + questions >= 3 && (questions > 0 || comesBack(capitals))
      if isDialogue || capitals.contains(where: { SpeakerTitle.isPerson(bytes[$0.range]) }) {
        return [.capitals, .question]
      }
    }
    let names = labels.compactMap { $0?.form == .name ? $0 : nil }
    guard names.count >= 4, names.count * 2 >= blocks.count, comesBack(names), asks else {
      return nil
    }
    return [.name]
  }

  /// Whether someone asks something, as in every interview.
  private var asks: Bool {
    zip(blocks, labels).contains { block, label in
      guard let label, label.form == .name else { return false }
      return bytes[label.textStart..<max(label.textStart, min(Int(block.range.end), bytes.count))]
        .contains(0x3F)
    }
  }

  /// Whether two labels at least come back, or one that is in turn with another.
  private func comesBack(_ labels: [TurnLabel]) -> Bool {
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for label in labels { counts[bytes[label.range], default: 0] += 1 }
    return counts.values.count { $0 > 1 } >= 2
  }

  private func all(_ forms: Set<TurnLabel.Form>) -> [SpeakerTurn] {
    var turns: [SpeakerTurn] = []
    var label: Range<Int>?
    var distance = 0
    for (index, block) in blocks.enumerated() {
      var start = Int(block.range.start)
      if let found = labels[index], forms.contains(found.form) {
        label = found.range
        start = found.textStart
        distance = 0
      } else if block.kind != .paragraph || isEnd(block) {
        if isEnd(block) { label = nil }
        continue
      }
      guard let label else { continue }
      let content = trimmed(start..<min(Int(block.range.end), bytes.count))
      if !content.isEmpty, !isAside(content) {
        turns.append(SpeakerTurn(label: label, content: content, distance: distance))
      }
      distance += 1
    }
    return turns
  }

  /// Whether a paragraph is only a time of day, with its zone.
  private func isTime(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 24, line.first.map({ (0x30...0x39).contains($0) }) == true,
      line.contains(0x3A)
    else { return false }
    return line.allSatisfy { !(0x61...0x7A).contains($0) || "apm".utf8.contains($0) }
  }

  /// Whether a paragraph closes the transcript: “END” with a time, “###”, “* * *”.
  private func isEnd(_ block: Block) -> Bool {
    let line = bytes[Int(block.range.start)..<min(Int(block.range.end), bytes.count)]
    guard line.count <= 48 else { return false }
    if isTime(line) { return true }
    if line.allSatisfy({ $0 == 0x23 || $0 == 0x2A || $0 == 0x2D || $0 == 0x20 }) { return true }
    return line.starts(with: "END".utf8) && line.allSatisfy { !(0x61...0x7A).contains($0) }
  }

  /// Whether a paragraph only tells what happens: “(Laughter.)”.
  private func isAside(_ content: Range<Int>) -> Bool {
    let (first, last) = (bytes[content.lowerBound], bytes[content.upperBound - 1])
    guard first == 0x28 && last == 0x29 || first == 0x5B && last == 0x5D else { return false }
    return bytes[content].dropLast().allSatisfy { $0 != 0x29 && $0 != 0x5D }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, max(range.lowerBound, range.upperBound))
    while low < high, bytes[low] <= 0x20 || bytes[low] == 0x2A { low += 1 }
    while low < high, bytes[high - 1] <= 0x20 || bytes[high - 1] == 0x2A { high -= 1 }
    return low..<high
  }
}
