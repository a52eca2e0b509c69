public import Foundation

/// The files of the project, wherever it is checked out.
public enum Repository {

  /// The folder that holds the manifest.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Returns the text of the file at `path`, counted from the root.
  public static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Returns the files under `folder` whose names end in `suffix`, sorted by path.
  public static func files(in folder: String, suffix: String) -> [URL] {
    let found = FileManager.default.enumerator(
      at: root.appending(path: folder), includingPropertiesForKeys: nil)
    let urls = (found?.allObjects as? [URL] ?? []).filter { $0.lastPathComponent.hasSuffix(suffix) }
    return urls.sorted { $0.path < $1.path }
  }
}
