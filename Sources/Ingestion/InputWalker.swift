/// Finds the files to read under the paths that a user names.
///
/// Folders are walked in the order of the names. Hidden files are passed over, and so is a file
/// or folder that has been met before, so links in a circle do no harm.
struct InputWalker {

  /// A file that has been found.
  struct File {
    /// Its path as it is opened; empty for the standard input.
    let path: [UInt8]
    let status: FileStatus
    /// Whether the user named it, as against a folder that holds it.
    let isNamed: Bool

    /// Its path as it is shown.
    var origin: String { path.isEmpty ? "stdin" : String(decoding: path, as: UTF8.self) }
    /// The path of its folder, with the slash at its end; empty for the working directory, nil for
    /// the standard input.
    var folder: [UInt8]? {
      path.isEmpty ? nil : Array(path[..<(path.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0)])
    }
    /// The last component of its path.
    var name: String {
      path.isEmpty
        ? origin : String(decoding: path.split(separator: 0x2F).last ?? [], as: UTF8.self)
    }
  }

  /// The path that stands for the standard input.
  private static let standardInput = "-"

  /// The files in the order in which they are read.
  private(set) var files: [File] = []
  private(set) var report = IngestionReport()

  /// The name of the reader that is asked for.
  private let reader: String?
  /// How many texts have been met, those included that were met before or cannot be read.
  private var metCount = 0
  private var visited: Set<FileStatus.Identity> = []
  /// Annotations beside their texts, and how many files come before each.
  private var companions: [(file: File, text: [UInt8], place: Int)] = []
  /// Annotations of brat in folders whose texts are not there.
  private var orphans: [[UInt8]] = []

  /// Creates a walker that looks for files that are known by their names, or for those that a reader
  /// of this name can read.
  init(reader: String? = nil) { self.reader = reader }

  /// Finds the files of a path that the user named.
  mutating func walk(_ path: String) {
    if path == Self.standardInput { return add(.standardInput) }
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
          .noTexts(path, reader: reader, skipped: report.skippedCount - skipped))
      }
    } catch {
      report.errors.append(error.isMissing ? .missing(path) : .unreadable(path, error))
    }
  }

  private mutating func add(_ file: File) {
    metCount += 1
    if let text = text(ofAnnotation: file.path) {
      if visited.insert(file.status.identity).inserted {
        companions.append((file, text, files.count))
      }
      return
    }
    if visited.insert(file.status.identity).inserted {
      files.append(file)
    } else {
      report.skippedCount += 1
      report.repeatedCount += 1
    }
  }

  /// Returns the path of the text beside a file of annotation, with which that is read; nil where it
  /// is something else, or there is no such text.
  private func text(ofAnnotation path: [UInt8]) -> [UInt8]? {
    guard reader == nil, let ending = TextCompanions.endings.first(where: path.hasEnding) else {
      return nil
    }
    return Self.paths(path.dropLast(ending.utf8.count), ending: "txt").first { text in
      (try? FileStatus(of: text))?.kind == .file && TextCompanions.isAnnotation(path, of: text)
    }
  }

  /// The paths that begin so and have an ending, as systems write it.
  private static func paths(_ stem: ArraySlice<UInt8>, ending: String) -> [[UInt8]] {
    SourceFile.spellings(of: ending).map { Array(stem) + Array($0.utf8) }
  }

  /// Ends the walk: an annotation whose text was not met is read by itself, where it was named, and one
  /// beside a text that was named is read with that.
  mutating func finish() {
    let texts = Set(files.map(\.path))
    for (file, text, place) in companions.reversed() {
      if texts.contains(text) {
        report.readCompanion(TextCompanions.reader(of: file.path))
      } else {
        files.insert(file, at: place)
      }
    }
    companions = []
    for file in files where file.isNamed { addCompanions(of: file) }
    if let first = orphans.first {
      report.warnings.append(
        .noTextsBeside(String(decoding: first, as: UTF8.self), count: orphans.count))
    }
    orphans = []
  }

  /// Counts the annotations beside a text that the user named, and not them.
  private mutating func addCompanions(of file: File) {
    guard file.status.kind == .file, file.path.hasEnding("txt") else { return }
    for path in TextCompanions.endings.flatMap({ Self.paths(file.path.dropLast(3), ending: $0) }) {
      guard let status = try? FileStatus(of: path), status.kind == .file,
        text(ofAnnotation: path) != nil, visited.insert(status.identity).inserted
      else { continue }
      report.readCompanion(TextCompanions.reader(of: path))
    }
  }

  /// Whether a file that is passed over is an annotation of brat.
  private func isOrphan(_ path: [UInt8], _ status: FileStatus) -> Bool {
    guard reader == nil || reader == StandoffReader.name, status.kind == .file,
      path.hasEnding(StandoffReader.ending), let start = try? FileReading.start(of: path, 65_536),
      StandoffReader().recognizes(start)
    else { return false }
    return Self.paths(path.dropLast(StandoffReader.ending.utf8.count), ending: "txt").allSatisfy {
      (try? FileStatus(of: $0)) == nil
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
      let shown = String(decoding: name, as: UTF8.self)
      if Ingestor.isRead(shown, by: reader) || text(ofAnnotation: path) != nil,
        status.kind == .file
      {
        add(File(path: path, status: status, isNamed: false))
      } else {
        report.skip(shown)
        if isOrphan(path, status) { orphans.append(path) }
      }
    } catch {
      metCount += 1
      let shown = String(decoding: path, as: UTF8.self)
      let fault: InputError =
        !error.isMissing
        ? .unreadable(shown, error)
        : FileStatus.isLink(path) ? .brokenLink(shown) : .vanished(shown)
      report.skipUnreadable()
      report.warnings.append(.init(fault))
    }
  }
}

extension InputWalker.File {

  /// What comes through the standard input.
  static var standardInput: Self {
    Self(path: [], status: .standardInput, isNamed: true)
  }

  /// Whether it is an archive or a compressed file: by its first bytes where the user named it or
  /// its name says so, else not.
  ///
  /// A file that is called one and begins otherwise is read as what it holds.
  var isContainer: Bool {
    guard status.kind == .file else { return false }
    let named = ContainerFormat.named(name)
    guard isNamed || named != nil else { return false }
    guard let start = try? FileReading.start(of: path, 512) else { return named != nil }
    // A tar file of the seventh Unix, and a zip that stands behind a program, do not begin so.
    return ContainerFormat.of(start) != nil || !start.isEmpty && named?.isArchive == true
  }

  /// The name by which its reader is found.
  var readName: String { ContainerFormat.content(of: name) }

  /// All of its bytes.
  ///
  /// - Throws: `InputError` where it cannot be read.
  func contents() throws(InputError) -> [UInt8] {
    do {
      return try FileReading.contents(of: path, expecting: status.size)
    } catch { throw .unread(self, error) }
  }
}
