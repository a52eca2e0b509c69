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

  /// Whether the first line is a quotation with what Quotebank or our own export tells of it, and without a
  /// text, or an article with quotations.
  public func recognizes(_ start: [UInt8]) -> Bool {
    let line = start[start.byteOrderMarkLength...].drop { $0 <= 0x20 }.prefix { $0 != 0x0A }
    guard line.first == 0x7B else { return false }
    let bytes = Array(line)
    let outline = JSONOutline(bytes)
    let members = outline.members(ofObjectAt: 0).map {
      (name: String(decoding: $0.name, as: UTF8.self), place: $0.value.lowerBound)
    }
    func first(_ name: String) -> Int? {
      members.first { $0.name == name && $0.place < bytes.count }?.place
    }
    let hasText = members.contains {
      $0.name != "speech" && MetadataField.named($0.name)?.field == .text
    }
    if hasText { return false }
    if let place = first("quotations"), bytes[place] == 0x5B {
      let inner = outline.skipBlanks(from: place + 1)
      let item = inner < bytes.count ? bytes[inner] : 0
      if item == 0x7B {
        return outline.members(ofObjectAt: inner).contains {
          $0.name.elementsEqual("quotation".utf8)
        }
      }
      return item == 0x5D && first("articleID") != nil
    }
    return first("quotation") != nil && (first("quoteID") != nil || first("speaker") != nil)
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
