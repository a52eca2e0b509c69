internal import Annotation

/// Reads the lines of Quotebank: a quotation a line, or an article with its quotations a line.
///
/// Of articles there is no text, so it is put together from the quotations between their contexts. The
/// probability of the speaker becomes the confidence; whom the line calls `None` is nobody. The numbers
/// of Wikidata become other names of the speaker. The lines of `quoth export --what quotes` are read
/// too. Source: Vaucher, Spitz, Catasta and West 2021, Quotebank.
public struct QuotebankReader: DocumentReader {

  /// `quotebank`.
  public static let name = "quotebank"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["jsonl", "ndjson", "json"]

  /// Creates the reader.
  public init() {}

  /// Whether the first line is a quotation with its speaker, or an article with quotations.
  public func recognizes(_ start: [UInt8]) -> Bool {
    let end = start.firstIndex(of: 0x0A) ?? start.count
    func holds(_ name: String) -> Bool { start.holds(Array("\"\(name)\"".utf8), in: 0..<end) }
    return holds("quotation") && (holds("quoteID") || holds("speaker") || holds("quotations"))
  }

  /// True: each line is a document.
  public var isDivisible: Bool { true }

  /// Returns the place behind the last line end.
  public func boundary(in bytes: [UInt8]) -> Int? { bytes.lastIndex(of: 0x0A).map { $0 + 1 } }

  /// Reads a file as a document a line.
  public func read(_ file: SourceFile) -> Reading {
    var reading = Reading()
    let bytes = DecodedText.checked(file.bytes)
    var line = file.firstLine
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if part.contains(where: { $0 > 0x20 }) { read(Array(part), file, line, &reading) }
      line += 1
    }
    return reading
  }

  private func read(_ bytes: [UInt8], _ file: SourceFile, _ line: Int, _ reading: inout Reading) {
    do {
      let object = try JSONScanner.value(bytes)
      guard object.isObject else {
        return reading.warnings.append(.notAnObject(file.origin, line: line))
      }
      guard let source = QuotationText(object).document(file, line, &reading.warnings) else {
        return reading.warnings.append(
          .noContent("line of Quotebank", "\"quotation\"", file.origin, line: line))
      }
      reading.documents.append(source)
    } catch {
      let problem = "\(error.message) at byte \(error.offset + 1)"
      reading.warnings.append(.badJSON(problem, file.origin, line: line))
    }
  }
}
