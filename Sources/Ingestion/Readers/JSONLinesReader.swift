internal import Annotation

/// Reads files of one JSON object a line, each a document.
///
/// The original text is the value of `text`, or what is read of that where it is HTML. Fields are
/// known by several names; those that are not known are kept. Quotes and names that a line gives are
/// taken (`GivenFields`). A line that cannot be read is left out with a warning.
public struct JSONLinesReader: DocumentReader {

  /// `jsonl`.
  public static let name = "jsonl"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["jsonl", "ndjson", "json"]

  /// Creates the reader.
  public init() {}

  /// True: each line is a document.
  public var isDivisible: Bool { true }

  /// Returns the place behind the last line end.
  public func boundary(in bytes: [UInt8]) -> Int? { bytes.lastIndex(of: 0x0A).map { $0 + 1 } }

  /// Whether the first line is an object that is a document, and the next is one, too.
  public func recognizes(_ start: [UInt8]) -> Bool {
    let rest = start.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    let lines = rest.split(maxSplits: 2) { $0 == 0x0A || $0 == 0x0D }
    guard lines.count > 1, let first = lines.first, Self.isObject(first),
      lines[1].first == 0x7B, lines.count < 3 || Self.isObject(lines[1])
    else { return false }
    let outline = JSONOutline(Array(first))
    guard outline.end(of: 0) != nil else { return false }
    // A page of an answer holds a list of documents.
    let isText: (String) -> Bool = { MetadataField.named($0)?.field == .text }
    return outline.longestList(inObjectAt: 0, isText: isText) == nil
      || outline.isDocument(at: 0, isText: isText)
  }

  private static func isObject(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == 0x7B && line.last { $0 > 0x20 } == 0x7D
  }

  /// Reads a file as a document a line.
  public func read(_ file: SourceFile) -> Reading {
    var reading = Reading()
    let (bytes, wide) = file.fielded
    var start = 0
    var line = file.firstLine
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      // A sequence of texts has a mark before each (RFC 7464).
      if bytes[start] == 0x1E { start += 1 }
      let isBlank = bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if !isBlank { readLine(file, line, bytes[start..<end], wide, into: &reading) }
      start = end + 1
      line += 1
    }
    return reading
  }

  private func readLine(
    _ file: SourceFile, _ line: Int, _ bytes: ArraySlice<UInt8>, _ wide: WideEncoding?,
    into reading: inout Reading
  ) {
    do {
      let value = try JSONScanner.value(Array(bytes))
      guard case .object(let members) = value else {
        return reading.warnings.append(.notAnObject(file.origin, line: line))
      }
      var fields = DocumentFields(file, wide: wide)
      fields.add(members)
      guard let document = file.document(of: value, fields, line: line, &reading.warnings) else {
        return reading.warnings.append(.noText(in: value, file, line: line))
      }
      reading.documents.append(document)
    } catch {
      let column = error.offset + 1
      let problem = "\(error.message) at byte \(column)"
      reading.warnings.append(.badJSON(problem, file.origin, line: line))
    }
  }
}
