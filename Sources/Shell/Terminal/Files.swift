internal import CLineEditor

/// Small files that only the user may read.
enum Files {

  /// The bytes of a file, or nil where it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    var count = 0
    guard let bytes = unsafe cle_read_file(path, &count) else { return nil }
    defer { unsafe cle_release(bytes) }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// The names in a folder in order, those of folders with a slash; hidden ones are left out.
  static func names(in folder: String) -> [String] {
    var count = 0
    guard let bytes = unsafe cle_list_folder(folder, &count) else { return [] }
    defer { unsafe cle_release(bytes) }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
      .split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }.sorted()
  }

  /// The path with the user's home for a leading `~`.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = Environment["HOME"] else { return path }
    return home + path.dropFirst()
  }

  @discardableResult
  static func append(_ bytes: [UInt8], to path: String) -> Bool {
    unsafe cle_append_file(path, bytes, bytes.count)
  }

  @discardableResult
  static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    unsafe cle_replace_file(path, bytes, bytes.count)
  }

  static func makeFolders(of path: String) { unsafe cle_make_folders(path) }

  /// Writes a new temporary file and returns its path.
  static func temporary(holding text: String, suffix: String) -> String? {
    let bytes = Array(text.utf8)
    var path = [CChar](repeating: 0, count: 1024)
    guard unsafe cle_temporary_file(&path, path.count, suffix, bytes, bytes.count) else {
      return nil
    }
    return String(decoding: path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func remove(_ path: String) { _ = unsafe cle_remove_file(path) }
}
