internal import Annotation

/// Reads files that are one text each.
///
/// The original text is the whole file. What its first lines tell of it (`TextHeader`) is left out of the
/// text. The date is taken from there, or from the file's name where it has one; a line under the
/// headline names one, too, of which the file's path may tell the year. What files of
/// annotation beside it say is taken: `a.ann` and `a.jsonld` for `a.txt`.
public struct PlainTextReader: DocumentReader {

  /// `text`.
  public static let name = "text"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["txt", "text"]

  /// Creates the reader.
  public init() {}

  /// Reads a file as one document.
  public func read(_ file: SourceFile) -> Reading {
    let decoded = DecodedText(file.bytes)
    var reading = Reading()
    let companions = TextCompanions(of: file)
    // Places in the text count from the beginning of the file.
    let header = companions.isEmpty ? TextHeader(decoded.bytes, file.options) : nil
    var assembler = MetadataAssembler()
    for field in header?.fields ?? [] { assembler.add(field.name, .text(field.value)) }
    let text = TextNormalizer.normalize(decoded, skipping: header?.length ?? 0)
    if header == nil, let date = UncertainDate.line(in: text.bytes) {
      assembler.add("date", .text(date))
    }
    guard text.bytes.contains(where: { $0 > 0x20 }) else {
      reading.warnings.append(.noText(file.origin, isBehindFields: header != nil))
      return reading
    }
    let metadata = assembler.assemble(file, line: nil, &reading.warnings)
    let given = companions.isEmpty ? nil : companions.layers(of: text, &reading.warnings)
    reading.documents = [SourceDocument(text: text, metadata: metadata, given: given)]
    return reading
  }
}
