import Foundation

/// Where the peers keep their data and results; see the tools of the peers.
enum Folders {

  /// The folder of `PEERS_WORK`, or the one that the peers take without it.
  static let work = URL(
    filePath: ProcessInfo.processInfo.environment["PEERS_WORK"]
      ?? NSHomeDirectory() + "/.cache/quoth-peers")

  /// The corpora, as text.
  static let data = work.appending(path: "data")

  /// What was made of the corpora.
  static let index = work.appending(path: "index")

  /// A file of JSON lines for each engine and size.
  static let results = work.appending(path: "results")

  /// Returns where the image of the corpus of a size is kept; it may be removed at any time.
  static func image(of size: String) -> URL {
    index.appending(path: "quoth.\(size).quoth-corpus")
  }
}
