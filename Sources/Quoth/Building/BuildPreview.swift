internal import Annotation
public import Ingestion
internal import Rendering

/// What a build would read, how it would take the fields of its sources, and what it would skip.
public struct BuildPreview: Sendable {

  /// The page.
  public let text: String

  /// What cannot be read as it should, one line each.
  public let warnings: [String]

  /// Reads files and folders, and keeps nothing of them.
  ///
  /// - Parameters:
  ///   - inputs: The files and folders.
  ///   - options: What is to be read otherwise than the readers would by themselves.
  ///   - image: The image to which the documents would be added; nil for none.
  ///   - annotates: Whether names and quotes would be looked for.
  /// - Throws: `OpeningError` where one is missing, or there is nothing to read.
  public init(
    of inputs: [String], reading options: ReadingOptions = ReadingOptions(),
    addingTo image: String? = nil, annotates: Bool = true
  ) throws(OpeningError) {
    var options = options
    let log = FieldLog()
    options.log = log
    let earlier: ImageDocuments? =
      if let image { try NamedImage.documents(image).documents } else { nil }
    let ids = if let image { try NamedImage.open(image).documentNames } else { Set<String>() }
    var stream = SourceStream(
      inputs, options: options, ids: ids, behind: earlier, replaces: annotates)
    var known = Known()
    while let batch = stream.nextBatch(bytes: 4 << 20) { batch.forEach { known.add($0) } }
    known.complete(stream.toldInAll)
    known.leave(stream.replaced.own)
    let report = stream.report
    try report.throwUnless(documentCount: report.documentCount, inputs)
    warnings = report.lines
    let parts = [
      Self.readers(report), known.lines(of: report.documentCount), Self.fields(log),
      Self.skipped(report), Self.passedOver(report),
      Self.duplicates(report, options.duplicates), Self.repairs(report),
    ]
    text = parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  /// How many documents tell what is asked for most.
  private struct Known {

    /// What a document or the head of its text tells: a date, a title, an outlet.
    private var told: [InlineArray<3, Bool>] = []

    mutating func add(_ document: SourceDocument) {
      let metadata = document.metadataWithHead
      told.append([metadata.date != nil, metadata.title != nil, metadata.publisher != nil])
    }

    /// Takes what copies tell of documents, by their numbers.
    mutating func complete(
      _ copies: [Int: (date: Bool, title: Bool, publisher: Bool)]
    ) {
      for (number, copy) in copies where told.indices.contains(number) {
        for (index, isTold) in [copy.date, copy.title, copy.publisher].enumerated() where isTold {
          told[number][index] = true
        }
      }
    }

    /// Leaves documents out, by their numbers.
    mutating func leave(_ numbers: Set<Int>) {
      if numbers.isEmpty { return }
      told = told.indices.filter { !numbers.contains($0) }.map { told[$0] }
    }

    func lines(of total: Int) -> [String] {
      let shares = ["a date", "a title", "an outlet"].enumerated().map { index, name in
        let count = told.count { $0[index] }
        return [
          "", "with \(name)", Numerals.grouped(count), "\(count * 100 / max(1, total)) %",
        ]
      }
      return [Plural.counted(total, "documents")] + BuildPreview.columns(shares, numeric: [2, 3])
    }
  }

  private static func readers(_ report: IngestionReport) -> [String] {
    var rows = report.readers.sorted { ($1.value.files, $0.key) < ($0.value.files, $1.key) }
      .map { name, tally in
        [
          "", name, Plural.counted(tally.files, "files"),
          Plural.counted(tally.documents, "documents"), "like \(tally.example)",
        ]
      }
    rows += report.companions.sorted { $0.key < $1.key }.map { name, count in
      ["", name, Plural.counted(count, "files"), "", "read with their texts"]
    }
    return ["would read " + Plural.counted(report.fileCount, "files")]
      + columns(rows, numeric: [2, 3])
  }

  private static func fields(_ log: FieldLog) -> [String] {
    let entries = log.entries
    if entries.isEmpty { return [] }
    let rows = entries.map { source, entry in
      [
        "", source.reader, source.name, "→ " + target(of: entry, source.name),
        entry.example.isEmpty ? "" : "like \(entry.example)",
      ]
    }
    return ["would take their fields so (--map FIELD=NAME changes it)"] + columns(rows, numeric: [])
  }

  /// What becomes of a field, the most frequent first.
  private static func target(of entry: FieldLog.Entry, _ name: String) -> String {
    let kept = "kept as \(SourceField.attribute(name))"
    return entry.targets.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { $0.key.isEmpty ? kept : $0.key }.joined(separator: " or ")
  }

  private static func skipped(_ report: IngestionReport) -> [String] {
    if report.skippedCount == 0 { return [] }
    var rows = report.skippedEndings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { ending, count in
        [
          "", Numerals.grouped(count),
          ending.isEmpty ? "without an ending" : "that end in .\(ending)",
        ]
      }
    if report.repeatedCount > 0 {
      rows.append(["", Numerals.grouped(report.repeatedCount), "met before"])
    }
    if report.unreadCount > 0 {
      rows.append(
        ["", Numerals.grouped(report.unreadCount), "empty, or without a text"])
    }
    if report.binaryCount > 0 {
      rows.append(
        ["", Numerals.grouped(report.binaryCount), "not text, like pictures and programs"])
    }
    if report.unreadableCount > 0 {
      rows.append(["", Numerals.grouped(report.unreadableCount), "that cannot be read"])
    }
    if report.linkCount > 0 {
      let what = report.linkCount == 1 ? "a link in an archive" : "links in archives"
      rows.append(["", Numerals.grouped(report.linkCount), what])
    }
    return ["would skip " + Plural.counted(report.skippedCount, "files")]
      + columns(rows, numeric: [1])
  }

  private static func passedOver(_ report: IngestionReport) -> [String] {
    if report.passedOver.isEmpty { return [] }
    let rows = report.passedOver.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { ["", Numerals.grouped($0.value), $0.key] }
    let count = report.passedOver.values.reduce(0, +)
    return ["would pass over " + Plural.counted(count, "items") + " that are no articles"]
      + columns(rows, numeric: [1])
  }

  /// The end of a long path, by which files of a folder differ.
  private static func end(of path: String) -> String {
    path.count > 60 ? "…" + path.suffix(59) : path
  }

  private static func duplicates(
    _ report: IngestionReport, _ policy: DuplicatePolicy
  ) -> [String] {
    if report.duplicates.isEmpty { return [] }
    let first = report.duplicates.prefix(5)
    let hasAddresses = first.contains { $0.place != $0.file }
    let rows = first.map { duplicate in
      ["", end(of: duplicate.file)]
        + (hasAddresses
          ? [duplicate.place == duplicate.file ? "" : String(duplicate.place.prefix(60))] : [])
        + [
          "repeats \(duplicate.original.prefix(60))", "\(Int(duplicate.resemblance * 100)) % alike",
          policy == .keep ? "" : "\(end(of: duplicate.kept)) is kept",
        ]
    }
    let rest = report.duplicates.count - rows.count
    let what =
      switch policy {
      case .keep: "would keep"
      case .drop: "would leave out"
      case .link: "would list as copies"
      }
    return [
      "\(what) " + Plural.counted(report.duplicates.count, "documents") + " that repeat others"
    ]
      + columns(Array(rows), numeric: [])
      + (rest > 0 ? ["  … and \(Numerals.grouped(rest)) more"] : [])
  }

  private static func repairs(_ report: IngestionReport) -> [String] {
    guard !report.repairs.isEmpty else { return [] }
    let rows = report.repairs.prefix(5).map {
      ["", String($0.document.prefix(60)), $0.repairs.joined(separator: ", ")]
    }
    let rest = report.repairs.count - rows.count
    return ["would repair " + Plural.counted(report.repairs.count, "documents")]
      + columns(Array(rows), numeric: [])
      + (rest > 0 ? ["  … and \(Numerals.grouped(rest)) more"] : [])
  }

  /// Returns rows of cells, one below the other; numbers stand at the right of their columns.
  private static func columns(_ rows: [[String]], numeric: Set<Int>) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    // Names of files may hold what steers a terminal.
    let rows = rows.map { $0.map(VisibleText.line) }
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = row.enumerated().map { column, cell in
        let gap = String(repeating: " ", count: widths[column] - cell.count)
        return numeric.contains(column) ? gap + cell : cell + gap
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
