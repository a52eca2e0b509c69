internal import Annotation

/// Reads the files that a user names into documents.
///
/// One bad file never keeps the others from being read: what is wrong stands in the report.
public enum Ingestor {

  private static let readers: [any DocumentReader] = [
    PlainTextReader(), MarkdownReader(), JSONLinesReader(), TreebankReader(), VerticalReader(),
    HTMLReader(), XMLDocumentReader(), FeedReader(), NITFReader(), NewsMLReader(),
    TEIReader(),
    WebAnnotationReader(),
  ]

  /// The endings of the names of files that are read in folders.
  public static var extensions: [String] {
    var seen: Set<String> = []
    return readers.flatMap { type(of: $0).extensions }.filter { seen.insert($0).inserted }
  }

  /// Reads files and folders.
  ///
  /// - Parameter paths: Paths of files, which are read whatever their names end in, and of folders,
  ///   in which all files of known endings are read, those of folders inside of them too.
  /// - Returns: The documents in the order of the paths and, within folders, of the names; and what
  ///   came of the reading.
  public static func read(
    _ paths: [String]
  ) -> (documents: [SourceDocument], report: IngestionReport) {
    var stream = SourceStream(paths)
    var documents: [SourceDocument] = []
    while let batch = stream.nextBatch(bytes: .max / 2) { documents += batch }
    return (documents, stream.report)
  }

  /// Reads the bytes of one file by the format that its name ends in.
  ///
  /// - Parameters:
  ///   - name: The name of the file, which also names the document where nothing else does.
  ///   - bytes: All of its bytes.
  /// - Returns: Its documents, and what was read otherwise than it may have been meant.
  public static func read(name: String, bytes: [UInt8]) -> Reading {
    read(SourceFile(name: name, origin: name, bytes: bytes))
  }

  /// Reads the bytes of a file, or of a piece of one.
  static func read(_ file: SourceFile) -> Reading { reader(of: file).read(file) }

  /// Returns the reader of a file: the one asked for, or one of the ending of its name, or one that
  /// knows the format by its beginning.
  ///
  /// Of readers of one ending that which recognizes the beginning is taken, else the first.
  static func reader(of file: SourceFile) -> any DocumentReader {
    if let name = file.options.reader,
      let reader = readers.first(where: { type(of: $0).name == name })
    {
      return reader
    }
    let ending = SourceFile.pathExtension(file.name)
    let named = readers.filter { type(of: $0).extensions.contains(ending) }
    if named.count == 1 { return named[0] }
    let start = Array(file.bytes.prefix(65_536))
    let candidates = named.isEmpty ? readers : named
    return candidates.first { $0.recognizes(start) } ?? named.first ?? PlainTextReader()
  }

  /// Returns the reader of files of a name.
  static func reader(of name: String) -> any DocumentReader {
    let ending = SourceFile.pathExtension(name)
    return readers.first { type(of: $0).extensions.contains(ending) } ?? PlainTextReader()
  }

  /// Reads one file by the format that its name ends in.
  static func read(_ file: InputWalker.File) throws(InputError) -> Reading {
    let bytes: [UInt8]
    do {
      bytes = try FileReading.contents(of: file.path, expecting: file.status.size)
    } catch {
      throw .unreadable(file.origin, error)
    }
    if bytes.isEmpty { throw .empty(file.origin) }
    if let format = BinaryFormat.of(bytes) {
      throw .binary(file.origin, format.isEmpty ? nil : format)
    }
    var source = SourceFile(name: file.name, origin: file.origin, bytes: bytes)
    source.folder = file.folder
    return read(source)
  }
}
