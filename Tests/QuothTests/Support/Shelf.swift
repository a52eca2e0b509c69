import Foundation
import Quoth

/// A folder of a test's own with a corpus in it, which goes with it.
final class Shelf {

  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "quoth-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try write(Asked.articles, to: "press.jsonl")
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Where a file of the folder lies.
  func path(_ name: String) -> String { url.appending(path: name).path }

  func write(_ text: String, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  /// The names of the files of the folder.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }

  /// A session on the corpus of the folder, with its corrections.
  func ask(corrected: Bool = true) throws -> Asked {
    Asked(
      session: Session(
        corpus: try OpenedCorpus.open([path("press.jsonl")]),
        options: SessionOptions(usesCorrections: corrected)))
  }
}
