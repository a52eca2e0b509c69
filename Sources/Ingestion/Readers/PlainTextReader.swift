internal import Annotation

/// Reads files that are one text each.
///
/// The original text is the whole file. What its first lines tell of it (`TextHeader`) is left out of the
/// text. The date is taken from there, or from the file's name where it has one; a line under the
/// headline names one, too, of which the file's path may tell the year. What a file of
/// annotation beside it says, as brat writes it, is taken: `a.ann` for `a.txt`.
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
    var given: GivenLayers?
    let companion = file.companion("\(file.stem).\(StandoffReader.ending)").flatMap {
      StandoffReader().recognizes($0) ? $0 : nil
    }
    let header = companion == nil ? TextHeader(decoded.bytes, file.options) : nil
    var assembler = MetadataAssembler()
    for field in header?.fields ?? [] { assembler.add(field.name, .text(field.value)) }
    let text = TextNormalizer.normalize(decoded, skipping: header?.length ?? 0)
    if header == nil, let date = UncertainDate.line(in: text.bytes) {
      assembler.add("date", .text(date))
    }
    let metadata = assembler.assemble(file, line: nil, &reading.warnings)
    if let bytes = companion {
      var annotation = StandoffAnnotation(StandoffText(text, unit: .scalars))
      let folder = file.origin.lastIndex(of: "/").map { file.origin[...$0] } ?? ""
      let origin = "\(folder)\(file.stem).\(StandoffReader.ending)"
      given = annotation.read(bytes, of: origin, &reading.warnings)
    }
    reading.documents = [SourceDocument(text: text, metadata: metadata, given: given)]
    return reading
  }
}
