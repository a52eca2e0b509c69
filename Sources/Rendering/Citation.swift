/// A row of a corpus as a paper would cite it.
///
///     Ada Lindqvist: “We will answer.” Bo Ek, “A visit”, The Harbour Post, 2025-02-24, characters
///     120–135 of visit.txt. Corpus “teaching”, fingerprint 00c0ffee.
struct Citation {

  /// The citation in one line.
  let runs: [StyledRun]

  init(_ row: RowDetail) {
    var runs: [StyledRun] = []
    let words = QuoteText(row)
    if let speaker = words.speaker {
      runs.add(speaker, .speaker)
      runs.add(": ", .dim)
    }
    runs.add(Self.sentence(words.marked), .text)
    if let document = row.document {
      runs.add(" ", .text)
      Self.add(document, row.offsets, to: &runs)
    }
    let corpus = "Corpus “\(row.corpusName)”, fingerprint \(row.fingerprint)."
    runs.add(" " + VisibleText.line(corpus), .dim)
    self.runs = runs
  }

  private static func add(
    _ document: RowDetail.Document, _ offsets: [Range<Int>], to runs: inout [StyledRun]
  ) {
    func add(_ text: String?, _ role: RenderingOptions.Role) {
      guard let text, !text.isEmpty else { return }
      runs.add(VisibleText.line(text), role)
      runs.add(", ", .text)
    }
    add(document.authors.joined(separator: ", "), .text)
    add(document.title.map { "“\($0)”" }, .title)
    add(document.outlet, .text)
    add(document.date ?? "undated", .date)
    add(document.url, .text)
    runs.add(place(offsets, in: document) + ".", .text)
  }

  /// Returns where the words stand: Unicode scalars of the original text counted from 0, up to the
  /// one behind the last.
  private static func place(_ offsets: [Range<Int>], in document: RowDetail.Document) -> String {
    let id = VisibleText.line(document.id)
    guard !offsets.isEmpty else { return id }
    let ranges = offsets.map { "\($0.lowerBound)–\($0.upperBound)" }
    return "characters \(ranges.joined(separator: ", ")) of \(id)"
  }

  /// Returns words that end like a sentence.
  private static func sentence(_ text: String) -> String {
    var end = text.last
    if let last = end, "”\"’".contains(last) { end = text.dropLast().last }
    guard let end, ".!?…".contains(end) else { return text + "." }
    return text
  }
}
