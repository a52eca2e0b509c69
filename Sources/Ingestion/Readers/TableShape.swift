internal import Annotation

/// What the beginning of a table tells of it: the separator, the names of its columns, and which of
/// them is the text.
package struct TableShape {

  /// What separators are looked for, the likeliest first.
  private static let separators: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
  /// So many rows are looked at.
  private static let sampleRows = 20
  /// A column whose cells have so many bytes on average may be the text.
  private static let textLength = 40

  /// The columns with which a table of documents begins that we write.
  package static let ownColumns = [
    "id", "title", "date", "outlet", "author", "section", "url", "tags", "language",
  ]

  /// What stands between cells.
  let separator: UInt8
  /// Whether backslashes escape quotes in cells.
  let escapes: Bool
  /// The names of the columns; made up where the table has no row of names, or none for one of them,
  /// and empty for one that only counts the rows.
  let names: [String]
  /// Whether the names stand in the first row.
  let hasNames: Bool
  /// The column of the text; nil where none can be it.
  let textColumn: Int?
  /// The name of the column whose cells are longest, which may hold the text.
  let longestName: String?
  /// What the columns are where rows are quotations; nil where they are texts.
  let quotations: QuotationColumns?
  /// Whether its name says that it is the text.
  let isTextNamed: Bool
  /// Whether it is one of our own exports, of whose columns the last alone is a text.
  var isExport: Bool { names.starts(with: Self.ownColumns) && names.last == "text" }
  /// Whether there are rows behind the first, all with as many cells.
  let isEven: Bool
  /// Where the first row begins that is a document, and its line.
  let first: (place: Int, line: Int)
  /// How many bytes it takes to know all that.
  let sampleLength: Int

  /// Reads the beginning of a table.
  ///
  /// - Parameters:
  ///   - bytes: The beginning.
  ///   - isPart: Whether more stands behind it.
  ///   - file: The file, whose name and options count.
  init(_ bytes: [UInt8], isPart: Bool, _ file: SourceFile) {
    let told = Self.toldSeparator(bytes)
    let samples = (told.map { [$0.separator] } ?? Self.separators).map { separator in
      Sample(bytes, separator, from: told?.length ?? 0, isPart: isPart, file.options)
    }
    let prefersTabs = ["tsv", "tab"].contains(SourceFile.pathExtension(file.name))
    func score(_ sample: Sample) -> Int {
      sample.score + (prefersTabs && sample.separator == 0x09 && sample.width > 1 ? 1000 : 0)
    }
    // The first of those with the best score.
    var best = samples[0]
    for sample in samples.dropFirst() where score(sample) > score(best) { best = sample }
    separator = best.separator
    escapes = best.escapes
    hasNames = best.hasNames
    names = (0..<best.width).map { best.name(of: $0) ?? "column\($0 + 1)" }
    first = best.hasNames ? best.secondRow : best.firstRow
    sampleLength = best.end
    isEven = best.rows.count > 2 && best.rows.allSatisfy { $0.count == best.width }
    quotations = QuotationColumns(names, file.options)
    let named = Self.textColumn(of: names, file.options)
    isTextNamed = named != nil || quotations != nil
    textColumn = quotations?.quotation ?? named ?? best.longestColumn(above: Self.textLength)
    let longest = best.longestColumn(above: 1)
    longestName = longest.map { [names] in names[$0] }
  }

  /// Returns the column whose name says that it is the text.
  private static func textColumn(of names: [String], _ options: ReadingOptions) -> Int? {
    var best: (column: Int, rank: Int)?
    for (column, name) in names.enumerated() {
      guard let known = options.field(named: name), known.field == .text else { continue }
      if known.rank < best?.rank ?? .max { best = (column, known.rank) }
    }
    return best?.column
  }

  /// The separator that a first line like `sep=;` tells, as some programs write it.
  private static func toldSeparator(_ bytes: [UInt8]) -> (separator: UInt8, length: Int)? {
    guard bytes.count > 5, bytes.starts(with: "sep=".utf8),
      let end = bytes.firstIndex(of: 0x0A), end <= 6
    else { return nil }
    return (bytes[4], end + 1)
  }

  /// The first rows, as they are with one separator.
  ///
  /// What stands above the names is left out: a title, comments, blank lines.
  private struct Sample {

    let separator: UInt8
    var rows: [[[UInt8]]] = []
    var firstRow = (place: 0, line: 1)
    var secondRow = (place: 0, line: 1)
    var end = 0
    var hasNames = false
    var escapes = false
    private var knownCount = 0

    init(
      _ bytes: [UInt8], _ separator: UInt8, from start: Int, isPart: Bool, _ options: ReadingOptions
    ) {
      self.separator = separator
      (firstRow.place, secondRow.place) = (start, start)
      var scanner: TableScanner
      var places: [(place: Int, line: Int)]
      repeat {
        // What a cell tells of backslashes goes for those before it, too.
        scanner = TableScanner(
          bytes, separator: separator, from: start, line: start > 0 ? 2 : 1, isPart: isPart,
          escapes: escapes)
        (rows, places, end) = ([], [], start)
        while rows.count < sampleRows, scanner.next() {
          places.append((scanner.rowStart, scanner.rowLine))
          rows.append(scanner.cells.map { scanner.value($0) })
          end = scanner.rowEnd
        }
        if !scanner.hasEscapes { break }
        escapes = true
      } while true
      let lead = Self.leadCount(rows, options)
      rows.removeFirst(lead)
      places.removeFirst(lead)
      if let first = places.first { firstRow = first }
      if places.count > 1 { secondRow = places[1] }
      guard let names = rows.first else { return }
      if rows.count == 1 { secondRow = (end, scanner.rowLine + 1) }
      knownCount = Self.knownCount(names, options)
      let isIndexed = names.count > 1 && names[0].isEmpty
      hasNames =
        knownCount > 0
        || rows.count > 1 && names.dropFirst(isIndexed ? 1 : 0).allSatisfy(Self.isName)
    }

    /// The most rows above the names.
    private static let mostLeads = 12

    private static func knownCount(_ row: [[UInt8]], _ options: ReadingOptions) -> Int {
      row.count { options.field(named: String(decoding: $0, as: UTF8.self)) != nil }
    }

    /// How many rows stand above the names: of one cell each, or comments, up to a row of several
    /// cells one of which is a name that we know; or comments alone.
    private static func leadCount(_ rows: [[[UInt8]]], _ options: ReadingOptions) -> Int {
      if let names = namesBehindTitle(rows, options) { return names }
      var commentCount = 0
      for (number, row) in rows.prefix(mostLeads).enumerated() {
        let cells = row.filter { !$0.isEmpty }
        let known = knownCount(row, options)
        if cells.count > 1, known > 0 { return number }
        let isComment = row.first?.first == UInt8(ascii: "#")
        guard isComment || cells.count < 2 && known == 0 else { break }
        if isComment, commentCount == number { commentCount += 1 }
      }
      return commentCount < rows.count ? commentCount : 0
    }

    /// The number of the row of names that stands below a title with separators in it: the first that names
    /// a text and another field, where the first of all names nothing that we know.
    private static func namesBehindTitle(
      _ rows: [[[UInt8]]], _ options: ReadingOptions
    ) -> Int? {
      guard let first = rows.first, first.count > 1, knownCount(first, options) == 0 else {
        return nil
      }
      return rows.prefix(mostLeads).indices.dropFirst().first { number in
        let known = rows[number].compactMap {
          $0.count < 40 ? options.field(named: String(decoding: $0, as: UTF8.self))?.field : nil
        }
        return known.contains(.text) && Set(known).count > 1
          && rows[number].allSatisfy { $0.isEmpty || isName($0) }
      }
    }

    /// The name of a column; nil where it has none, empty for one that counts the rows, as pandas
    /// writes it.
    func name(of column: Int) -> String? {
      guard hasNames, rows[0].indices.contains(column) else { return nil }
      let name = String(decoding: DecodedText.checked(rows[0][column]), as: UTF8.self)
      guard name.isEmpty || name == "Unnamed: 0" || name == "Unnamed: 0.1" else { return name }
      let numbers = rows.dropFirst().map { row in
        row.indices.contains(column) ? Int(String(decoding: row[column], as: UTF8.self)) : nil
      }
      let isIndex =
        (column == 0 || column == 1 && !name.isEmpty)
        && zip(numbers, numbers.dropFirst()).allSatisfy { a, b in
          a.flatMap { own in b.map { $0 > own && $0 - own < 1000 } } ?? false
        }
      if isIndex, let first = numbers.first, first != nil { return "" }
      return name.isEmpty ? nil : name
    }

    /// Whether a cell may be the name of a column.
    private static func isName(_ cell: [UInt8]) -> Bool {
      !cell.isEmpty && cell.count < 40
        && !cell.allSatisfy { $0 < 0x41 } && !cell.contains { [0x0A, 0x2E, 0x22].contains($0) }
    }

    var width: Int { hasNames ? rows[0].count : rows.map(\.count).max() ?? 0 }

    var score: Int {
      let alike = rows.count { $0.count == rows[0].count }
      return knownCount * 100 + (rows.isEmpty ? 0 : alike * 50 / rows.count) + min(width, 9)
    }

    /// The column whose cells are longest; nil where none is longer than that on average.
    func longestColumn(above length: Int) -> Int? {
      let rows = hasNames ? rows.dropFirst() : rows[...]
      guard !rows.isEmpty else { return nil }
      var sums = [Int](repeating: 0, count: width)
      for row in rows {
        for (column, cell) in row.prefix(width).enumerated() { sums[column] += cell.count }
      }
      let longest = sums.indices.max { sums[$0] < sums[$1] }
      return longest.flatMap { sums[$0] / rows.count >= length ? $0 : nil }
    }
  }
}
