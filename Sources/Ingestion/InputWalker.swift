/// Finds the files to read under the paths that a user names.
///
/// Folders are walked in the order of the names. Hidden files are passed over, and so is a file
/// or folder that has been met before, so links in a circle do no harm.
struct InputWalker {

  /// A file that has been found.
  struct File {
    /// Its path as it is opened.
    let path: [UInt8]
    let status: FileStatus
    /// Whether the user named it, as against a folder that holds it.
    let isNamed: Bool

    /// Its path as it is shown.
    var origin: String { String(decoding: path, as: UTF8.self) }
    /// The path of its folder, with the slash at its end; empty for the working directory.
    var folder: [UInt8] { Array(path[..<(path.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0)]) }
    /// The last component of its path.
    var name: String { String(decoding: path.split(separator: 0x2F).last ?? [], as: UTF8.self) }
  }

  /// The files in the order in which they are read.
  private(set) var files: [File] = []
  private(set) var report = IngestionReport()

  private let extensions: Set<String>
  private let shownExtensions: [String]
  /// How many texts have been met, those included that were met before or cannot be read.
  private var metCount = 0
  private var visited: Set<FileStatus.Identity> = []

  /// Creates a walker that looks for files with certain extensions.
  init(extensions: [String]) {
    shownExtensions = extensions
    self.extensions = Set(extensions)
  }

  /// Finds the files of a path that the user named.
  mutating func walk(_ path: String) {
    let bytes = Array(path.utf8)
    do {
      let status = try FileStatus(of: bytes)
      guard status.kind == .directory else {
        return add(File(path: bytes, status: status, isNamed: true))
      }
      let (met, skipped) = (metCount, report.skippedCount)
      try walkFolder(bytes, status)
      if metCount == met {
        report.errors.append(
          .noTexts(path, extensions: shownExtensions, skipped: report.skippedCount - skipped))
      }
    } catch {
      report.errors.append(error.isMissing ? .missing(path) : .unreadable(path, error))
    }
  }

  private mutating func add(_ file: File) {
    metCount += 1
    if visited.insert(file.status.identity).inserted {
      files.append(file)
    } else {
      report.skippedCount += 1
    }
  }

  private mutating func walkFolder(_ path: [UInt8], _ status: FileStatus) throws(SystemError) {
    guard visited.insert(status.identity).inserted else {
      metCount += 1
      return
    }
    let prefix = path.last == 0x2F ? path : path + [0x2F]
    for name in try FileReading.names(in: path) { visit(prefix + name, name) }
  }

  /// Takes in an entry of a folder; what goes wrong with it is a warning.
  private mutating func visit(_ path: [UInt8], _ name: [UInt8]) {
    do {
      let status = try FileStatus(of: path)
      if status.kind == .directory { return try walkFolder(path, status) }
      let known = extensions.contains(
        SourceFile.pathExtension(String(decoding: name, as: UTF8.self)))
      if known, status.kind == .file {
        add(File(path: path, status: status, isNamed: false))
      } else {
        report.skippedCount += 1
      }
    } catch {
      metCount += 1
      let shown = String(decoding: path, as: UTF8.self)
      report.warnings.append(.init(.unreadable(shown, error)))
    }
  }
}
