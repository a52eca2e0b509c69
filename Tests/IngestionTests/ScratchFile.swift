import Foundation

/// A file or folder of a test's own, which goes with it.
final class ScratchFile {

  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "quoth-\(UUID().uuidString)")
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: [UInt8] { Array(url.path.utf8) }

  /// Makes a folder of it, and writes a file in there.
  func write(_ text: String, to name: String) throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url.appending(path: name))
  }
}
