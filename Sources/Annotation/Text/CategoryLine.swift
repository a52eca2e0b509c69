/// The line of a scraped page that names the categories of an article, like "Posted in…".
struct CategoryLine {

  /// The categories in order.
  let categories: [String]

  /// Reads a line, or returns nil where it is not such a line.
  ///
  /// The blank behind "Posted in" is often lost, since the page had a link there.
  init?(_ folded: FoldedLine, _ bytes: [UInt8], _ segment: LayoutSegment) {
    let (start, end, shape) = (segment.start, segment.end, segment.shape)
    if let trail = Self.trail(bytes, segment) {
      categories = trail
      return
    }
    guard shape.length <= 400, let first = folded.bytes.first,
      let introduction = Self.introductions.first(where: {
        $0.first == first && folded.bytes.starts(with: $0)
      }), start + introduction.count < end
    else { return nil }
    let text = String(decoding: bytes[start + introduction.count..<end], as: UTF8.self)
    let items = Self.split(text)
    guard !items.isEmpty, !shape.endsSentence, !shape.hasQuotationMark,
      items.allSatisfy({ $0.utf8.count <= 60 })
    else { return nil }
    let isGlued = introduction.last != 0x3A && bytes[start + introduction.count] != 0x20
    let isList = items.count > 1 || introduction.last == 0x3A || isGlued
    guard isList || shape.words <= 6 else { return nil }
    categories = items
  }

  private static let introductions = [
    "posted in:", "posted in", "filed under:", "filed under", "categories:", "category:",
    "posted under:", "posted under", "tagged with:", "tagged with", "tagged:", "topics:",
    "topic:", "section:",
  ].map { Array($0.utf8) }

  /// The way to the page through its site, like "Home » Europe » Trade", without the home page.
  private static func trail(_ bytes: [UInt8], _ segment: LayoutSegment) -> [String]? {
    guard segment.mark == .none, segment.shape.words <= 12, !segment.shape.endsSentence,
      segment.shape.quotationMarks.opening == 0
    else { return nil }
    var items: [[Substring]] = [[]]
    for word in String(decoding: bytes[segment.start..<segment.end], as: UTF8.self).split(
      separator: " ")
    {
      if word == "»" || word == "›" || word == ">" {
        items.append([])
      } else {
        items[items.count - 1].append(word)
      }
    }
    guard items.count > 1, items.allSatisfy({ (1...4).contains($0.count) }) else { return nil }
    return items.map { $0.joined(separator: " ") }.filter { $0 != "Home" }
  }

  private static let separators: Set<Character> = ["/", ",", "|", "•", "·", ">", "»", "›"]

  private static func split(_ text: String) -> [String] {
    text.split(whereSeparator: separators.contains).compactMap { item in
      let words = item.split(separator: " ")
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
  }
}
