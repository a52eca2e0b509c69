/// Reads XML of any kind that no other reader knows, as the text of its elements.
public struct XMLDocumentReader: DocumentReader {

  /// `xml`.
  public static let name = "xml"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["xml"]

  /// The root elements that the readers of the formats know.
  private static let known =
    FeedReader.roots + NITFReader.roots + NewsMLReader.roots
    + TEIReader.roots

  /// Creates the reader.
  public init() {}

  /// Whether a file begins as XML with a root element that no reader knows.
  public func recognizes(_ start: [UInt8]) -> Bool {
    let mark = start.byteOrderMarkLength
    guard start[mark...].drop(while: { $0 <= 0x20 }).starts(with: "<?xml".utf8),
      let root = MarkupRoot.name(in: start)
    else { return false }
    return root != "html" && !Self.known.contains(root)
  }

  /// Reads a file as one document.
  public func read(_ file: SourceFile) -> Reading {
    XMLFile.read(file, roots: []) { _, _ in }
  }
}
