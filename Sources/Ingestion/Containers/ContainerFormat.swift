/// A way of packing files: a compression of one file, or an archive of several.
enum ContainerFormat: CaseIterable {
  case gzip, bzip2, xz, zstd, zip, tar

  /// Whether it holds several files, as against one that is compressed.
  var isArchive: Bool { self == .zip || self == .tar }

  /// What a file of it is called in a sentence.
  var name: String {
    switch self {
    case .gzip: "a gzip file"
    case .bzip2: "a bzip2 file"
    case .xz: "an xz file"
    case .zstd: "a zstd file"
    case .zip: "a zip archive"
    case .tar: "a tar archive"
    }
  }

  /// The endings of names, in lower case and without the dot.
  private var endings: [String] {
    switch self {
    case .gzip: ["gz", "tgz"]
    case .bzip2: ["bz2", "tbz", "tbz2"]
    case .xz: ["xz", "txz"]
    case .zstd: ["zst", "tzst"]
    case .zip: ["zip"]
    case .tar: ["tar"]
    }
  }

  private static let byEnding = Dictionary(
    allCases.flatMap { format in format.endings.map { ($0, format) } }, uniquingKeysWith: { $1 })

  /// Returns the format that a name ends in; nil for none.
  static func named(_ name: String) -> ContainerFormat? {
    byEnding[SourceFile.pathExtension(name)]
  }

  /// Whether a name tells of several files, like `a.zip`, `a.tgz` and `a.tar.xz`.
  static func namesArchive(_ name: String) -> Bool {
    guard let format = named(name) else { return false }
    let inner = content(of: name)
    return format.isArchive || inner == name || named(inner) == .tar
  }

  /// What compressed files have behind the ending of what they hold.
  static let compressedEndings = ["gz", "bz2", "xz", "zst"]

  /// Returns the name of what a compressed file holds: `a.txt` for `a.txt.gz`; a name that does not
  /// end so stays, and so does `a.tgz`.
  static func content(of name: String) -> String {
    let ending = SourceFile.pathExtension(name)
    guard compressedEndings.contains(ending) else { return name }
    return String(name.dropLast(ending.count + 1))
  }

  /// Returns the format that the first 512 bytes of a file are of; nil for none.
  static func of(_ start: some Collection<UInt8>) -> ContainerFormat? {
    for (format, signature) in signatures where start.starts(with: signature) { return format }
    if start.starts(with: "BZh".utf8) {
      // A block, or the end of a file of none.
      let rest = start.dropFirst(4)
      if rest.starts(with: [0x31, 0x41, 0x59, 0x26]) || rest.starts(with: [0x17, 0x72, 0x45, 0x38])
      {
        return .bzip2
      }
    }
    let mark = start.dropFirst(257).prefix(5)
    return mark.elementsEqual("ustar".utf8) ? .tar : nil
  }

  // RFC 1952 2.3.1; bzip2 manual 4; the .xz file format 2.1.1.1; RFC 8878 3.1; APPNOTE 4.3.
  private static let signatures: [(ContainerFormat, [UInt8])] = [
    (.gzip, [0x1F, 0x8B, 0x08]),
    (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]), (.zstd, [0x28, 0xB5, 0x2F, 0xFD]),
    (.zip, [0x50, 0x4B, 0x03, 0x04]), (.zip, [0x50, 0x4B, 0x05, 0x06]),
    (.zip, [0x50, 0x4B, 0x07, 0x08]),
  ]
}
