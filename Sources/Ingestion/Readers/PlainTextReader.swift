internal import Annotation

/// Reads files that are one text each.
///
/// The original text is the whole file. The date is taken from the file's name where it has one.
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
    return Reading(documents: [SourceDocument(text: text, metadata: metadata)])
  }
}
