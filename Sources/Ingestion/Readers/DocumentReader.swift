public import Annotation

/// A document as a reader gives it: text and what the source says about it.
public struct SourceDocument: Hashable, Sendable {

  /// The text, repaired.
  public let text: NormalizedText

  /// What is known of it.
  public var metadata: DocumentMetadata

  /// Its words, names and quotes, where the source gives them.
  public let given: GivenLayers?

  /// Creates a document; `given` are its words, names and quotes, where the source gives them.
  package init(text: NormalizedText, metadata: DocumentMetadata, given: GivenLayers? = nil) {
    self.text = text
    self.metadata = metadata
    self.given = given
  }
}

/// A file whose bytes have been read.
public struct SourceFile: Sendable {

  /// The last component of its path.
  public let name: String
  /// Its path as it is shown.
  public let origin: String
  /// All of its bytes.
  public let bytes: [UInt8]

  /// The number of the first line of the bytes in the file, from one.
  public let firstLine: Int

  /// What the user wants read otherwise than a reader would by itself.
  public let options: ReadingOptions

  /// The folder it lies in, where files that belong to it may lie; nil where it lies in none.
  var folder: [UInt8]?

  /// Files of its archive that belong to it, by their names.
  var companions: [String: [UInt8]] = [:]

  /// What of the beginning of the file a piece of it needs; empty for the first, and for a whole.
  public let preamble: [UInt8]

  /// Creates a file from its bytes, or a piece of one from those of the piece.
  public init(
    name: String, origin: String, bytes: [UInt8], firstLine: Int = 1,
    options: ReadingOptions = ReadingOptions(), preamble: [UInt8] = []
  ) {
    self.name = name
    self.origin = origin
    self.bytes = bytes
    self.firstLine = firstLine
    self.options = options
    self.preamble = preamble
  }

  /// What stands behind the last dot of a name, in lower case; empty where there is none.
  static func pathExtension(_ name: String) -> String {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last else { return "" }
    return last.lowercased()
  }
}

/// What a reader has made of a file.
public struct Reading: Sendable {

  /// The documents in the order of the file.
  public var documents: [SourceDocument] = []

  /// What was read otherwise than it may have been meant.
  public var warnings: [IngestionReport.Warning] = []

  /// How many parts of the file hold nothing to be read, as is meant, by what they are.
  var passedOver: [String: Int] = [:]

  /// The name of the reader.
  var reader = ""
  /// The file as it is shown.
  var origin = ""
}

/// A file format.
///
/// A reader never fails: what it cannot read it leaves out, and warns.
public protocol DocumentReader: Sendable {

  /// The name of the format, in one word of lower case, by which a user asks for it.
  static var name: String { get }

  /// The endings of file names of this format, in lower case and without the dot.
  static var extensions: [String] { get }

  /// Whether the beginning of a file shows that it is of this format, for files whose names do not
  /// tell, or tell of a family of formats only, like `.xml` and `.json`.
  ///
  /// - Parameter start: The first bytes of the file, at most 64 KB.
  /// - Returns: Whether the reader should be taken.
  func recognizes(_ start: [UInt8]) -> Bool

  /// Whether a file holds many documents, so that it can be read in pieces.
  var isDivisible: Bool { get }

  /// Returns the last place in a part of a file where a document ends, or nil where none does.
  func boundary(in bytes: [UInt8]) -> Int?

  /// Returns the last place in the bytes of a piece of a file where a document ends.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the piece, and perhaps of those behind it.
  ///   - file: The file, with the preamble of its pieces; that is empty for the first.
  /// - Returns: The place, or nil where no document ends.
  func boundary(in bytes: [UInt8], _ file: SourceFile) -> Int?

  /// Returns how many bytes at the beginning of a file each piece of it needs, like a row of names.
  ///
  /// - Parameter file: The first piece of the file.
  /// - Returns: The number of bytes.
  func preambleLength(of file: SourceFile) -> Int

  /// Returns the documents of a file.
  func read(_ file: SourceFile) -> Reading
}

extension DocumentReader {

  /// False: the name of a file tells.
  public func recognizes(_ start: [UInt8]) -> Bool { false }

  /// False: a file is a document.
  public var isDivisible: Bool { false }

  /// None.
  public func boundary(in bytes: [UInt8]) -> Int? { nil }

  /// That of the bytes alone.
  public func boundary(in bytes: [UInt8], _ file: SourceFile) -> Int? { boundary(in: bytes) }

  /// None.
  public func preambleLength(of file: SourceFile) -> Int { 0 }
}
