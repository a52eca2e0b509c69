internal import CorpusStore
internal import QueryExecution
internal import Rendering

/// Gathers what a corpus knows of one row.
struct RowInspector {

  let corpus: Corpus

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// Returns what is known of the row at `origin`.
  func detail(of origin: RowOrigin, number: Int, unit: String) -> RowDetail {
    var detail = RowDetail(
      number: number, unit: unit, text: text(of: origin), corpusName: corpus.name,
      fingerprint: corpus.fingerprint)
    if case .row(let table, let row) = origin { add(row, of: table, to: &detail) }
    let runs = runs(of: origin)
    guard let first = runs.first, let last = runs.last else { return detail }
    let document = document(ofToken: first.lowerBound)
    detail.document = documentFacts(document)
    detail.paragraphs = paragraphs(around: first.lowerBound..<last.upperBound, marking: runs)
    detail.offsets = runs.compactMap { originalOffsets(of: $0, in: document) }
    return detail
  }

  // MARK: The row itself

  private func add(_ row: RowID, of table: Table, to detail: inout RowDetail) {
    if table == .quotes {
      detail.speaker = value("speaker", of: table, row)
      detail.cue = value("cue", of: table, row)
      detail.kind = value("kind", of: table, row)
      detail.confidence = decimal("confidence", of: table, row)
    }
    if let reason = value("reason", of: table, row) {
      detail.reasons = reason.split(separator: "\n").map(String.init)
    }
    let shown: Set<String> = ["speaker", "cue", "kind", "confidence", "reason", "document", "text"]
    detail.facts = corpus.schema.attributes(of: table)
      .filter { !shown.contains($0.name) && $0.source != .regionText }
      .map { .init($0.name, value(of: $0, row)) }
  }

  private func text(of origin: RowOrigin) -> String {
    let runs = runs(of: origin)
    if runs.isEmpty, case .row(let table, let row) = origin {
      return value("name", of: table, row) ?? ""
    }
    return runs.map { corpus.string(ofTokens: $0) }.joined(separator: " … ")
  }

  /// The runs of tokens that are the row's: the pieces of a quote, the region of any other.
  private func runs(of origin: RowOrigin) -> [Range<Int>] {
    switch origin {
    case .match(let first, let end): [Int(first)..<Int(end)]
    case .row(.quotes, let row): corpus.quotePieces.tokens(of: row).filter { !$0.isEmpty }
    case .row(let table, let row):
      corpus.regions(of: table).map { [$0.tokens(of: row)] }?.filter { !$0.isEmpty } ?? []
    }
  }

  // MARK: Values as text

  private func value(_ name: String, of table: Table, _ row: RowID) -> String? {
    corpus.schema.attribute(name, of: table).flatMap { value(of: $0, row) }
  }

  private func decimal(_ name: String, of table: Table, _ row: RowID) -> Double? {
    guard case .decimals(let values) = corpus.column(name, of: table) else { return nil }
    return Double(values[row.index])
  }

  private func value(of attribute: Attribute, _ row: RowID) -> String? {
    switch corpus.column(of: attribute) {
    case .codes(let column):
      let code = column.values[row.index]
      return code == CodeColumn.missing ? nil : label(of: code, in: column.dictionary)
    case .codeLists(let column):
      let labels = column.codes(of: row).map { label(of: $0, in: column.dictionary) }
      return labels.isEmpty ? nil : labels.joined(separator: ", ")
    case .integers(let column):
      let number = column.values[row.index]
      if attribute.type == .flag { return number == 1 ? "yes" : "no" }
      return number == IntegerColumn.missing ? nil : String(number)
    case .decimals(let values): return Numerals.fixed(Double(values[row.index]), digits: 2)
    case .dates(let column):
      let day = column.values[row.index]
      return day == .missing ? nil : day.iso
    case .texts(let column): return column[row].isEmpty ? nil : column[row]
    case nil: return nil
    }
  }

  private func label(of code: UInt32, in dictionary: ColumnDictionary) -> String {
    switch dictionary.domain {
    case .symbols: corpus.pool[dictionary.symbol(of: code)]
    case .rows(let table): label(of: dictionary.row(of: code), in: table)
    }
  }

  private func label(of row: RowID, in table: Table) -> String {
    switch table {
    case .documents: value("title", of: table, row) ?? value("id", of: table, row) ?? ""
    case .quotes: text(of: .row(table, row))
    default: value("name", of: table, row) ?? ""
    }
  }

  // MARK: The document and the paragraphs

  private func document(ofToken token: Int) -> RowID {
    RowID(UInt32(clamping: region(ofToken: token, in: .documents) ?? 0))
  }

  /// The row of a table of ascending, disjoint regions that holds a token.
  private func region(ofToken token: Int, in table: Table) -> Int? {
    guard let regions = corpus.regions(of: table) else { return nil }
    var low = 0
    var high = regions.count
    while low < high {
      let middle = (low + high) / 2
      if Int(regions.ends[middle]) <= token { low = middle + 1 } else { high = middle }
    }
    return low < regions.count ? low : nil
  }

  private func documentFacts(_ row: RowID) -> RowDetail.Document {
    var authors: [String] = []
    if case .codeLists(let column) = corpus.column("author", of: .documents) {
      authors = column.codes(of: row).map { label(of: $0, in: column.dictionary) }
    }
    return RowDetail.Document(
      id: value("id", of: .documents, row) ?? "", title: value("title", of: .documents, row),
      outlet: value("outlet", of: .documents, row), authors: authors,
      date: value("date", of: .documents, row), url: value("url", of: .documents, row))
  }

  private func paragraphs(
    around run: Range<Int>, marking runs: [Range<Int>]
  ) -> [RowDetail.Paragraph] {
    guard let regions = corpus.regions(of: .paragraphs),
      let document = region(ofToken: run.lowerBound, in: .documents),
      let first = region(ofToken: run.lowerBound, in: .paragraphs),
      let last = region(ofToken: max(run.lowerBound, run.upperBound - 1), in: .paragraphs)
    else { return [] }
    return (max(0, first - 1)...min(regions.count - 1, last + 1)).compactMap { index in
      let paragraph = regions.tokens(of: RowID(UInt32(clamping: index)))
      guard region(ofToken: paragraph.lowerBound, in: .documents) == document else { return nil }
      return self.paragraph(paragraph, marking: runs)
    }
  }

  private func paragraph(
    _ paragraph: Range<Int>, marking runs: [Range<Int>]
  ) -> RowDetail.Paragraph {
    let start = Int(corpus.tokens.starts[paragraph.lowerBound])
    let marks = runs.compactMap { run -> Range<Int>? in
      let inside = run.clamped(to: paragraph)
      return inside.isEmpty ? nil : bytes(of: inside).offset(by: -start)
    }
    return .init(corpus.string(ofTokens: paragraph), marks: marks)
  }

  private func bytes(of run: Range<Int>) -> Range<Int> {
    Int(corpus.tokens.starts[run.lowerBound])..<Int(corpus.tokens.ends[run.upperBound - 1])
  }

  private func originalOffsets(of run: Range<Int>, in document: RowID) -> Range<Int>? {
    let bytes = bytes(of: run)
    let start = corpus.text.originalOffset(ofByte: bytes.lowerBound, in: document)
    let end = corpus.text.originalOffset(ofByte: bytes.upperBound, in: document)
    return start <= end ? start..<end : nil
  }
}

extension Range<Int> {

  /// The range moved by a distance.
  fileprivate func offset(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
