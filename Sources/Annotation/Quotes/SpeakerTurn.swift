/// A paragraph of a transcript with the label that says who speaks in it.
struct SpeakerTurn {

  /// The bytes of the label, without its colon.
  let label: Range<Int>
  /// The bytes of what is said in this paragraph.
  let content: Range<Int>
  /// How many paragraphs before the label stands.
  let distance: Int
}

/// The label at the start of a paragraph: “PRESIDENT ODE:”, “Q”, “Spiegel:”.
struct TurnLabel {

  /// How a label is written.
  enum Form { case capitals, question, name }

  let form: Form
  /// The bytes of the label without its colon.
  let range: Range<Int>
  /// Where the words begin.
  let textStart: Int

  private static let longest = 72

  /// Reads the label at the start of a paragraph, or returns nil where there is none; stars and a
  /// quotation mark around all of a transcript are passed over.
  init?(_ bytes: [UInt8], _ bounds: Range<Int>) {
    let start = Self.skipping(bytes, bounds.lowerBound, bounds.upperBound) {
      $0 == 0x2A || $0 == 0x22
    }
    if let end = Self.question(bytes, start, bounds.upperBound) {
      form = .question
      range = start..<start + 1
      textStart = end
      return
    }
    let limit = min(bounds.upperBound, start + Self.longest)
    guard start < limit, let colon = bytes[start..<limit].firstIndex(of: 0x3A), colon > start,
      let form = Self.form(bytes, start..<colon)
    else { return nil }
    let text = Self.skipping(bytes, colon + 1, bounds.upperBound) { $0 == 0x2A }
    guard text >= bounds.upperBound || Self.isBlank(bytes, text) else { return nil }
    self.form = form
    range = start..<colon
    textStart = Self.skippingBlanks(bytes, text, bounds.upperBound)
  }

  /// The end of “Q” with the blanks or the colon behind it.
  private static func question(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard start < end, bytes[start] == UInt8(ascii: "Q") else { return nil }
    var next = skipping(bytes, start + 1, end) { $0 == 0x2A }
    if next < end, bytes[next] == 0x3A || bytes[next] == 0x2E { next += 1 }
    guard next < end, isBlank(bytes, next) else { return nil }
    return skippingBlanks(bytes, next, end)
  }

  /// How the words before a colon are written, if they can be a label.
  private static func form(_ bytes: [UInt8], _ range: Range<Int>) -> Form? {
    var words = 0
    var letters = 0
    var isInside = false
    var hasLower = false
    var isStart = true
    for index in range {
      let byte = bytes[index]
      switch byte {
      case 0x28, 0x5B: isInside = true
      case 0x29, 0x5D: isInside = false
      case 0x20, 0xA0: isStart = true
      case 0x41...0x5A, 0x80...:
        if isStart, !isInside { words += 1 }
        letters += 1
        isStart = false
      case 0x61...0x7A where !isInside:
        guard !isStart else { return nil }
        hasLower = true
      case 0x61...0x7A, 0x2D, 0x2E, 0x27, 0x2C, 0x26: isStart = false
      default: return nil
      }
    }
    guard letters > 0, words > 0 else { return nil }
    if hasLower { return words <= 3 && range.count <= 32 ? .name : nil }
    return letters > 1 && words <= 8 || range.count == 1 ? .capitals : nil
  }

  private static func skipping(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ isSkipped: (UInt8) -> Bool
  ) -> Int {
    var index = start
    while index < end, isSkipped(bytes[index]) { index += 1 }
    return index
  }

  private static func skippingBlanks(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, isBlank(bytes, index) || bytes[index] == 0xA0 { index += 1 }
    return index
  }

  private static func isBlank(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard index < bytes.count else { return true }
    return bytes[index] <= 0x20
      || bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
  }
}
