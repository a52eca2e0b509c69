internal import Annotation

/// Reads files of one JSON object a line, each a document.
///
/// The original text is the value of `text`. Fields are known by several names; those that are not
/// known are kept. Quotes and names that a line gives are taken (`GivenFields`). A line that cannot be read is left out with a warning.
public struct JSONLinesReader: DocumentReader {

  /// `jsonl`.
  public static let name = "jsonl"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["jsonl", "ndjson"]

  /// Creates the reader.
  public init() {}

  /// True: each line is a document.
  public var isDivisible: Bool { true }

  /// Returns the place behind the last line end.
  public func boundary(in bytes: [UInt8]) -> Int? { bytes.lastIndex(of: 0x0A).map { $0 + 1 } }

  /// Reads a file as a document a line.
  public func read(_ file: SourceFile) -> Reading {
    var reading = Reading()
    let bytes = DecodedText(file.bytes).bytes
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = file.firstLine
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let isBlank = bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if !isBlank { readLine(file, line, bytes, start..<end, into: &reading) }
      start = end + 1
      line += 1
    }
    return reading
  }

  private func readLine(
    _ file: SourceFile, _ line: Int, _ bytes: [UInt8], _ range: Range<Int>,
    into reading: inout Reading
  ) {
    do {
      guard case .object(let fields) = try JSONScanner.value(bytes, range) else {
        return reading.warnings.append(.notAnObject(file.origin, line: line))
      }
      readObject(fields, file, line, into: &reading)
    } catch {
      let column = error.offset - range.lowerBound + 1
      let problem = "\(error.message) at byte \(column)"
      reading.warnings.append(.badJSON(problem, file.origin, line: line))
    }
  }

  private func readObject(
    _ fields: [(name: String, value: JSONValue)], _ file: SourceFile, _ line: Int,
    into reading: inout Reading
  ) {
    var assembler = MetadataAssembler()
    var body: (bytes: [UInt8], rank: Int)?
    var given = GivenFields()
    for field in fields where !given.take(field.name, field.value) {
      let known = MetadataField.named(field.name)
      if case .text(let bytes) = field.value, let known, known.field == .text {
        if !bytes.isEmpty, known.rank < body?.rank ?? .max { body = (bytes, known.rank) }
      } else {
        assembler.add(field.name, field.value.metadata)
      }
    }
    guard let body else {
      return reading.warnings.append(.noText(file.origin, line: line))
    }
    let metadata = assembler.assemble(file, line: line, &reading.warnings)
    let (text, layers) = given.document(body.bytes)
    reading.documents.append(SourceDocument(text: text, metadata: metadata, given: layers))
  }
}
