internal import Annotation

/// Reads files that are one text each.
///
/// The original text is the whole file. The date is taken from the file's name where it has one. What
/// a file of annotation beside it says, as brat writes it, is taken: `a.ann` for `a.txt`.
public struct PlainTextReader: DocumentReader {

  /// `text`.
  public static let name = "text"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["txt", "text"]

  /// Creates the reader.
  public init() {}

  /// Reads a file as one document.
  public func read(_ file: SourceFile) -> Reading {
    var metadata = DocumentMetadata(id: file.name, origin: file.origin)
    metadata.date = CalendarDay(inPath: file.name)
    let text = TextNormalizer.normalize(file.bytes)
    var reading = Reading()
    var given: GivenLayers?
    if let bytes = file.companion(file.stem + ".ann"), StandoffReader().recognizes(bytes) {
      var annotation = StandoffAnnotation(StandoffText(text, unit: .scalars))
      let origin = String(file.origin.dropLast(file.name.count)) + file.stem + ".ann"
      given = annotation.read(bytes, of: origin, &reading.warnings)
    }
    reading.documents = [SourceDocument(text: text, metadata: metadata, given: given)]
    return reading
  }
}
