import Foundation

/// A folder of a test's own, which goes with it.
final class Scratch: Sendable {

  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "quoth-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }

  /// Writes a file, with the folders on the way to it, and returns where it lies.
  @discardableResult
  func write(_ data: Data, to name: String) throws -> URL {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> URL {
    try write(Data(text.utf8), to: name)
  }

  func data(_ name: String) throws -> Data { try Data(contentsOf: url.appending(path: name)) }

  func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }

  /// The names of the files that lie in the folder itself, sorted.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }
}

/// Texts of our own for folders of news.
enum Text {

  static let bridge = """
    The bridge opens

    "The bridge will stand for a century," Marta Vale said on Monday.

    Odile Brand warned that the river would not wait.

    """

  static let harbour = """
    ---
    title: The harbour closes
    date: 2025-03-04
    outlet: The Lamp
    ---

    "We close at noon," Marta Vale told reporters.

    """

  /// A folder with both.
  static func folder() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(bridge, to: "bridge.txt")
    try scratch.write(harbour, to: "harbour.md")
    return scratch
  }
}
