/// A search through the history for a piece of text, latest statement first.
struct HistorySearch {

  private let entries: [String]
  private let folded: [[Unicode.Scalar]]
  /// The line as it was before the search.
  let original: LineText
  private(set) var query: [Unicode.Scalar] = []
  /// The entries that hold the query, latest first, with where it stands in them.
  private var matches: [(entry: Int, range: Range<Int>)] = []
  private var chosen = 0

  init(_ entries: [String], original: LineText) {
    self.entries = entries
    folded = entries.map { $0.unicodeScalars.map(HistorySearch.fold) }
    self.original = original
  }

  /// The line that shows the match, with the cursor behind it, and the matched stretch.
  var match: (line: LineText, range: Range<Int>)? {
    guard chosen < matches.count else { return nil }
    let (entry, range) = matches[chosen]
    return (LineText(Array(entries[entry].unicodeScalars), cursor: range.upperBound), range)
  }

  /// What stands under the line: the query and which match of how many this is.
  var footer: String {
    let text = LineText(query).string
    if query.isEmpty { return "search the history: type a part of a statement" }
    return matches.isEmpty
      ? "search: \(text)  no match" : "search: \(text)  \(chosen + 1)/\(matches.count)"
  }

  mutating func type(_ scalar: Unicode.Scalar) {
    query.append(scalar)
    find()
  }

  mutating func eraseLast() {
    _ = query.popLast()
    find()
  }

  mutating func older() { if chosen + 1 < matches.count { chosen += 1 } }

  mutating func newer() { if chosen > 0 { chosen -= 1 } }

  private mutating func find() {
    chosen = 0
    matches = []
    let wanted = query.map(HistorySearch.fold)
    guard !wanted.isEmpty else { return }
    for entry in folded.indices.reversed() {
      if let range = HistorySearch.range(of: wanted, in: folded[entry]) {
        matches.append((entry, range))
      }
    }
  }

  private static func range(of part: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Range<Int>? {
    guard text.count >= part.count else { return nil }
    for start in 0...text.count - part.count
    where text[start] == part[0] && text[start..<start + part.count].elementsEqual(part) {
      return start..<start + part.count
    }
    return nil
  }

  /// Lower case, scalar by scalar, so that offsets stay.
  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? scalar : scalar
  }
}
