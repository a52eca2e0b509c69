internal import Annotation

/// Reads tables of documents: a row each, with cells between commas, semicolons, tabs or bars.
///
/// The first row names the columns; a title, comments and blank lines may stand above it. The text is the
/// column that is called so, or else that of the longest cells. Where one column holds quotations and one
/// who speaks, as in our own exports, and none a text, a row is a quotation. A row that fits the others badly is told, and
/// read where nothing can be mistaken.
/// Source: RFC 4180.
public struct TableReader: DocumentReader {

  /// `csv`.
  public static let name = "csv"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["csv", "tsv"]

  /// So much of the beginning is looked at for the shape of the table.
  private static let startLength = 256 << 10

  /// Creates the reader.
  public init() {}

  /// Whether the first line names a text and something else of ours, or a text in rows all alike.
  public func recognizes(_ start: [UInt8]) -> Bool { Self.isTable(start, orEven: true) }

  /// Whether the first line names a text and something else of ours; or, where rows may tell it, a text
  /// in rows all alike.
  static func isTable(_ start: [UInt8], orEven: Bool = false) -> Bool {
    let file = SourceFile(name: "", origin: "", bytes: start)
    let bytes = file.fielded.bytes
    let lines = bytes.drop { $0 == 0x0A || $0 == 0x0D }
    guard namesText(lines.prefix { $0 != 0x0A && $0 != 0x0D }) else { return false }
    let shape = TableShape(bytes, isPart: true, file)
    guard shape.names.count > 1, shape.hasNames, shape.isTextNamed else { return false }
    let known = shape.names.compactMap { MetadataField.named($0)?.field }
    return Set(known).count > 1 || orEven && shape.isEven
  }

  /// Whether one of the cells of a line may be the name of a text; most lines of prose end here.
  private static func namesText(_ line: ArraySlice<UInt8>) -> Bool {
    if line.starts(with: "sep=".utf8) { return true }
    return line.split { [0x2C, 0x3B, 0x09, 0x7C].contains($0) }.contains { cell in
      let name = cell.count < 40 ? String(decoding: cell.filter { $0 != 0x22 }, as: UTF8.self) : ""
      return MetadataField.named(name)?.field == .text
    }
  }

  /// True: each row is a document.
  public var isDivisible: Bool { true }

  /// Returns how many bytes tell the shape of the table.
  public func preambleLength(of file: SourceFile) -> Int {
    let start = Array(file.bytes.prefix(Self.startLength))
    let mark = start.byteOrderMarkLength
    let isPart = file.bytes.count > Self.startLength
    return mark + TableShape(Array(start[mark...]), isPart: isPart, file).sampleLength
  }

  /// Returns the place behind the last row that ends in the bytes, without a preamble.
  public func boundary(in bytes: [UInt8]) -> Int? {
    boundary(in: bytes, SourceFile(name: "", origin: "", bytes: bytes))
  }

  /// Returns the place behind the last row that ends in the bytes of a piece.
  public func boundary(in bytes: [UInt8], _ file: SourceFile) -> Int? {
    let shape = shape(of: file, bytes)
    var scanner = TableScanner(
      bytes, separator: shape.separator, isPart: true, escapes: shape.escapes)
    var end = 0
    while scanner.next() { end = scanner.rowEnd }
    return end == 0 ? nil : end
  }

  /// Reads the documents of a file, or of a piece of one.
  public func read(_ file: SourceFile) -> Reading {
    let (bytes, wide) = file.fielded
    let shape = shape(of: file, bytes)
    var rows = TableRows(file, bytes, shape, wide: wide)
    rows.read()
    return rows.reading
  }

  private func shape(of file: SourceFile, _ bytes: [UInt8]) -> TableShape {
    guard file.preamble.isEmpty else {
      let start = SourceFile(name: "", origin: "", bytes: file.preamble).fielded.bytes
      return TableShape(start, isPart: false, file)
    }
    return TableShape(
      Array(bytes.prefix(Self.startLength)), isPart: bytes.count > Self.startLength, file)
  }
}

/// The rows of a table as documents.
private struct TableRows {

  private(set) var reading = Reading()

  private let file: SourceFile
  private let shape: TableShape
  private let wide: WideEncoding?
  private var scanner: TableScanner

  init(_ file: SourceFile, _ bytes: [UInt8], _ shape: TableShape, wide: WideEncoding?) {
    self.file = file
    self.shape = shape
    self.wide = wide
    let isFirst = file.preamble.isEmpty
    scanner = TableScanner(
      bytes, separator: shape.separator, from: isFirst ? shape.first.place : 0,
      line: isFirst ? shape.first.line : file.firstLine, escapes: shape.escapes)
  }

  mutating func read() {
    // A column may be empty in all rows.
    file.options.mapped?.note(shape.names.filter { !$0.isEmpty }, in: file.origin)
    guard let column = shape.textColumn else {
      return warn(
        .noTextColumn(
          file.origin, names: shape.hasNames ? shape.names : [], likely: shape.longestName,
          quotation: quotationColumn))
    }
    if !shape.isTextNamed, file.preamble.isEmpty {
      let name = shape.names[column]
      warn(.guessedTextColumn(file.origin, name: name, quotation: quotationColumn))
    }
    while scanner.next() { readRow(text: column) }
    if reading.documents.isEmpty, reading.warnings.isEmpty, file.preamble.isEmpty {
      warn(.noDocuments(file.origin))
    }
  }

  /// The column that may hold quotations, where none tells who speaks.
  private var quotationColumn: String? {
    shape.names.first { file.options.quotationField(named: $0)?.field == .quotation }
  }

  private mutating func readRow(text column: Int) {
    if scanner.cells.allSatisfy(\.range.isEmpty) { return }
    guard let values = values(text: column) else { return }
    if let columns = shape.quotations { return readQuotation(values, columns) }
    var fields = DocumentFields(file, wide: wide)
    fields.isPlain = shape.isExport
    for (index, value) in values.enumerated() {
      let name = shape.names[index]
      if name.isEmpty { continue }
      if value.isEmpty || isNobody(value, name) {
        // What a row leaves open tells what the table is of.
        fields.add(name, .none)
      } else if index == column || !shape.isExport && fields.isText(name) {
        fields.add(text: value, name)
      } else {
        let text = String(decoding: DecodedText.checked(value), as: UTF8.self)
        let isList = shape.isExport && name == "author"
        fields.add(name, isList ? MetadataValue(written: text) : .text(text))
      }
    }
    if let document = fields.document(line: scanner.rowLine, &reading.warnings) {
      reading.documents.append(document)
    } else {
      warn(.noTextInRow(file.origin, line: scanner.rowLine, column: shape.names[column]))
    }
  }

  /// Whether a value is what programs write where it is not known who speaks.
  private func isNobody(_ value: [UInt8], _ name: String) -> Bool {
    file.options.quotationField(named: name)?.field == .speaker
      && !shape.isExport && JSONValue.text(DecodedText.checked(value)).name == nil
  }

  private mutating func readQuotation(_ values: [[UInt8]], _ columns: QuotationColumns) {
    let members = zip(columns.names(of: shape.names), values).compactMap { name, value in
      name.isEmpty || value.isEmpty && name != "topics"
        ? nil : (name: name, value: JSONValue.text(DecodedText.checked(value)))
    }
    columns.note(shape.names, file.options) {
      values.indices.contains($0)
        ? String(decoding: DecodedText.checked(values[$0]), as: UTF8.self) : nil
    }
    let text = QuotationText(.object(members))
    if let document = text.document(file, scanner.rowLine, &reading.warnings) {
      reading.documents.append(document)
    } else {
      let column = shape.names[columns.quotation]
      warn(.noTextInRow(file.origin, line: scanner.rowLine, column: column))
    }
  }

  /// The values of the row, one a column; nil where that cannot be told, or there is no text.
  private mutating func values(text column: Int) -> [[UInt8]]? {
    let width = shape.names.count
    var values = scanner.cells.map { scanner.value($0) }
    while values.count > width, values.last?.isEmpty == true { values.removeLast() }
    if scanner.isUnclosed {
      warn(.unclosedQuote(file.origin, line: scanner.rowLine))
    } else if values.count <= column {
      warn(.cutRow(file.origin, line: scanner.rowLine, values.count, of: width))
      return nil
    } else if values.count < width {
      warn(.shortRow(file.origin, line: scanner.rowLine, values.count, of: width))
    } else if values.count > width, column < width - 1 {
      warn(.longRow(file.origin, line: scanner.rowLine, values.count, of: width))
      return nil
    } else if values.count > width {
      warn(.joinedRow(file.origin, line: scanner.rowLine, values.count, of: width))
    }
    if values.count > width {
      // The last column is the text, and what follows is cut off by separators in it.
      values = values[..<(width - 1)] + [scanner.text(fromCell: width - 1)]
    }
    return values
  }

  private mutating func warn(_ warning: IngestionReport.Warning) {
    reading.warnings.append(warning)
  }
}
