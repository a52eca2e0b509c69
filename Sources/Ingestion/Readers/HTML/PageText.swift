internal import Annotation

/// Blocks as a text that the layout reads: a blank line between them, and the marks of Markdown
/// before headings, items and quotations.
struct PageText {

  private(set) var bytes: [UInt8] = []

  /// Writes blocks one behind the other, behind a headline if there is one.
  init(_ blocks: [PageBlock], headline: String?) {
    if let headline { append("# ", Array(headline.utf8)) }
    for block in blocks { append(block) }
  }

  /// The text, repaired.
  var normalized: NormalizedText { TextNormalizer.normalize(bytes) }

  /// The text, repaired, with what was repaired in the page before it was found.
  func normalized(after repairs: [String]) -> NormalizedText {
    let text = normalized
    return NormalizedText(
      bytes: text.bytes, originalBytes: text.originalBytes, edits: text.edits,
      repairs: repairs + text.repairs)
  }

  private mutating func append(_ block: PageBlock) {
    switch block.kind {
    case .heading(let rank): append(String(repeating: "#", count: rank) + " ", block.text)
    case .item: append("- ", block.text)
    case .quotation: append("> ", block.text)
    case .row: append("", block.text)
    case .paragraph:
      separate()
      bytes += block.text
    }
  }

  /// Adds a block whose mark goes for one line only.
  private mutating func append(_ mark: String, _ text: [UInt8]) {
    separate()
    bytes += mark.utf8
    bytes += text.map { $0 == 0x0A ? 0x20 : $0 }
  }

  private mutating func separate() {
    if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
  }
}

extension [UInt8] {

  /// Whether anything can be read in them.
  var hasText: Bool { contains { $0 > 0x20 && $0 != 0x7F } }
}

extension PageText {

  /// Takes a text as it is, but for the blanks at its ends.
  init(plain text: [UInt8], headline: String? = nil) {
    self.init([], headline: headline)
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let first = text.firstIndex(where: { !isBlank($0) }),
      let last = text.lastIndex(where: { !isBlank($0) })
    else { return }
    if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
    bytes += text[first...last]
  }
}
