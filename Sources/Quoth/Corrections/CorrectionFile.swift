internal import Ingestion

/// The file beside a corpus that holds its corrections.
struct CorrectionFile: Hashable, Sendable {

  /// Where it lies.
  let path: String

  /// What a file holds.
  struct Contents: Hashable, Sendable {

    /// Its entries, in order.
    var entries: [CorrectionEntry] = []

    /// The numbers of the lines that are no entries, from one.
    var unreadableLines: [Int] = []
  }

  /// Returns what the file holds; nothing where it is missing.
  ///
  /// - Throws: `FileError` when it is there and cannot be read.
  func contents() throws(FileError) -> Contents {
    let bytes: [UInt8]
    do {
      bytes = try FileReading.contents(of: Array(path.utf8))
    } catch {
      if error.isMissing { return Contents() }
      throw FileError(error)
    }
    return Self.contents(of: bytes)
  }

  /// Returns what the bytes of a file say.
  static func contents(of bytes: [UInt8]) -> Contents {
    var contents = Contents()
    // Bytes are split before they are decoded: a line that is no text spoils no other.
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      if let text = String(validating: line, as: UTF8.self),
        let entry = CorrectionEntry(line: text[...])
      {
        contents.entries.append(entry)
      } else {
        contents.unreadableLines.append(index + 1)
      }
    }
    return contents
  }

  /// Adds an entry at the end.
  ///
  /// - Throws: `FileError` when it cannot be stored.
  func append(_ entry: CorrectionEntry) throws(FileError) {
    let path = Array(path.utf8)
    AppendOnlyFile.makeFolders(of: path)
    do {
      try AppendOnlyFile.append(
        Array(entry.line.utf8), to: path, heading: Array(CorrectionEntry.heading.utf8))
    } catch {
      throw FileError(error)
    }
  }
}

extension OpenedCorpus {

  /// The file of this corpus's corrections: `DIR.corrections` beside `DIR`, beside the first of
  /// several inputs, and for the built-in corpus in the user's folder of data.
  ///
  /// Nil where the user has no such folder.
  var correctionFile: CorrectionFile? {
    guard let path = paths.first else {
      return UserFolder.data.map { CorrectionFile(path: $0 + "/builtin.corrections") }
    }
    return CorrectionFile(path: Self.trimmed(path) + ".corrections")
  }

  /// Returns a path that ends in a name: `.` and `..` are spelt out.
  private static func trimmed(_ path: String) -> String {
    var bytes = Array(path.utf8)
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    let text = String(decoding: bytes, as: UTF8.self)
    let name = bytes.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? []
    let isRelative = name == Array(".".utf8) || name == Array("..".utf8)
    return isRelative ? TextFile.resolved(text) ?? text : text
  }
}
