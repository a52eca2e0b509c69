/// A stretch of a page between breaks: a paragraph, a heading, an item, a row of a table.
struct PageBlock {

  /// What the elements around it make of it.
  enum Kind: Hashable {
    case paragraph
    case heading(rank: Int)
    case item
    case quotation
    case row
  }

  /// What the text of a block looks like, after the features of text that
  /// Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text Features"
  /// (WSDM 2010) found to tell most: number of words and density of links; and, after jusText
  /// (Pomikálek, "Removing Boilerplate and Duplicate Content from Web Corpora", 2011), a class
  /// for blocks that only their neighbours can tell.
  enum Quality: Hashable {
    /// Sentences.
    case good
    /// Too short to tell, but a sentence by its end.
    case fair
    /// Too short to tell.
    case short
    /// Looks like links or furniture but is written as a sentence; text beside it tells.
    case likely
    /// As `likely`, but only text on both sides tells.
    case doubtful
    /// Links, or what pages say beside their text.
    case bad
  }

  /// The part of a text that stands in links.
  struct Links {
    /// Its pieces, in order.
    private(set) var parts: [Range<Int>] = []
    /// The number of its bytes.
    private(set) var bytes = 0

    /// From the first link to the last one.
    var range: Range<Int> { (parts.first?.lowerBound ?? 0)..<(parts.last?.upperBound ?? 0) }

    /// Takes in a part that is linked.
    mutating func add(_ part: Range<Int>) {
      parts.append(part)
      bytes += part.count
    }
  }

  /// Its text: one blank between words, a line feed where the page breaks a line.
  let text: [UInt8]
  /// What it is.
  let kind: Kind
  /// The node with its first text.
  let node: Int
  /// The element that begins and ends it, or that it stands in with others.
  let element: Int
  /// Whether it stands in a `header`.
  let isInHeader: Bool
  /// How good it looks.
  private(set) var quality: Quality
  /// The number of words.
  let words: Int

  /// The part of it that stands in links.
  let links: Links
  /// Whether it ends as a sentence does.
  let endsSentence: Bool

  /// Creates a block of a text.
  init(
    _ text: [UInt8], _ links: Links, kind: Kind, node: Int, element: Int, isInHeader: Bool
  ) {
    self.text = text
    self.links = links
    self.kind = kind
    self.node = node
    self.element = element
    self.isInHeader = isInHeader
    words = Self.wordCount(text)
    endsSentence =
      Self.endsSentence(text) && !Self.tellsTime(text) || Self.endsSentence(text, before: links)
    quality = .short
    quality = firstQuality
  }

  /// Returns the block with the quality that its neighbours make likely.
  func judged(_ quality: Quality) -> PageBlock {
    var block = self
    block.quality = quality
    return block
  }

  /// Returns the block with a mark before its text.
  func opened(with mark: String) -> PageBlock {
    var moved = Links()
    for part in links.parts {
      moved.add(part.lowerBound + mark.utf8.count..<part.upperBound + mark.utf8.count)
    }
    return PageBlock(
      mark.utf8 + text, moved, kind: kind, node: node, element: element, isInHeader: isInHeader)
  }

  /// A text without the dashes and blanks at its ends.
  static func withoutDashes(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var rest = text
    while true {
      let before = rest.count
      rest = rest.drop { $0 <= 0x20 }
      while let last = rest.last, last <= 0x20 { rest.removeLast() }
      for dash in dashes {
        if rest.starts(with: dash) { rest = rest.dropFirst(dash.count) }
        if rest.reversed().starts(with: dash.reversed()) { rest = rest.dropLast(dash.count) }
      }
      if rest.count == before { return Array(rest) }
    }
  }

  /// What stands before the name of who is quoted.
  static let dashes = ["—", "–", "―", "-", "~"].map { Array($0.utf8) }

  private var firstQuality: Quality {
    let furniture = furnitureQuality
    if furniture == .bad { return .bad }
    let linked = links.bytes
    if linked * 2 > text.count, words < 25 || linked * 10 > text.count * 9 { return linkedQuality }
    if let furniture { return furniture }
    if words >= 25 || words >= 10 && endsSentence {
      return linked * 3 <= text.count ? .good : halfLinkedQuality
    }
    return endsSentence && (words > 1 || hasQuotationMark) ? .fair : .short
  }

  /// Whether it is a heading.
  var isHeading: Bool {
    if case .heading = kind { return true }
    return false
  }

  /// What it adds to the worth of an element that holds it, and a bad block takes away.
  ///
  /// The element of greatest worth holds the text, as the run of greatest sum does in Pasternack and
  /// Roth, "Extracting Article Text from the Web with Maximum Subsequence Segmentation" (WWW 2009).
  var worth: Int {
    switch quality {
    case .good: text.count
    case .fair: text.count / 2
    case .short: isHeading ? 0 : -4
    case .likely, .doubtful: 0
    case .bad: -text.count
    }
  }

  static func wordCount(_ text: [UInt8]) -> Int {
    var count = 0
    var isInside = false
    for byte in text {
      let isLetter = byte > 0x40 || (0x30...0x39).contains(byte)
      if byte == 0x20 || byte == 0x0A {
        isInside = false
      } else if isLetter, !isInside {
        isInside = true
        count += 1
      }
    }
    return count
  }

  /// Whether a text is the day of a page with the time, the stop of which ends no sentence: "a.m.".
  private static func tellsTime(_ text: [UInt8]) -> Bool {
    guard text.count <= 120,
      text.suffix(4).elementsEqual("a.m.".utf8) || text.suffix(4).elementsEqual("p.m.".utf8)
    else {
      return false
    }
    return PageDateLine(String(decoding: text, as: UTF8.self)) == .publication
  }

  /// Whether a text ends as a sentence does, be it inside of quotation marks or brackets.
  static func endsSentence(_ text: [UInt8]) -> Bool {
    var end = text.count
    while end > 0 {
      let tail = text[..<end]
      guard let mark = closingMarks.first(where: { tail.reversed().starts(with: $0.reversed()) })
      else {
        break
      }
      end -= mark.count
    }
    guard end > 0 else { return false }
    let last = text[end - 1]
    let sentence = text[..<end].reversed()
    if fullStops.contains(where: { sentence.starts(with: $0.reversed()) }) { return true }
    // The question mark of Greek looks like a semicolon and is typed as one.
    if last == 0x3B, end > 2, text[end - 3] == 0xCE || text[end - 3] == 0xCF { return true }
    // The last byte of an ellipsis follows the two that it shares with other marks.
    let isEllipsis = end > 2 && text[(end - 3)..<end].elementsEqual([0xE2, 0x80, 0xA6])
    return last == 0x2E || last == 0x21 || last == 0x3F || isEllipsis
      || end < text.count && last == 0x2C
  }

  /// What ends a sentence in Arabic, Greek, Armenian, Hindi, Chinese and Japanese.
  private static let fullStops = ["؟", "۔", "\u{37E}", "։", "।", "。", "？", "！"]
    .map { Array($0.utf8) }

  private static let closingMarks = [
    "\"", "'", ")", "]", "”", "’", "»", "“", "‘", "›", "\u{A0}", " ",
  ]
  .map { Array($0.utf8) }
}
