/// A corpus as one file, which is mapped and not read: to open it takes the same time whatever its
/// length.
///
/// A file is written beside the one it is to be and renamed, so there is never half of one, and
/// programs that have the old one open go on with it.
public enum CorpusImage {

  /// Up to which size an image is read whole when it is opened, to find damage at once.
  ///
  /// It takes a millisecond or two. Longer ones are checked by `verify`.
  private static let sizeVerifiedAtOnce = 4 << 20

  /// Writes a corpus.
  ///
  /// - Throws: `ImageError.system` where the file cannot be written; what stood at `path` is as it
  ///   was then.
  public static func write(_ corpus: Corpus, to path: String) throws(ImageError) {
    let writer = try ImageWriter(path: path)
    try corpus.write(to: writer)
    try writer.finish()
  }

  /// Opens a corpus.
  ///
  /// - Throws: `ImageError` where there is no image of this version, or it is damaged.
  public static func open(_ path: String) throws(ImageError) -> Corpus {
    let file = try ImageFile(path: path)
    let isShort = file.memory.byteCount <= sizeVerifiedAtOnce
    return try corpus(of: file, verifying: isShort ? file.sections.map(\.name) : ["catalog"])
  }

  /// Opens a corpus that is part of the program.
  ///
  /// - Parameters:
  ///   - bytes: The image, which is never freed and starts at a multiple of 64 bytes.
  ///   - isTrusted: Whether its sections need no look for damage.
  /// - Returns: The corpus, whose arrays lie in the image.
  /// - Throws: `ImageError`, as `open` does.
  public static func open(
    _ bytes: UnsafeRawBufferPointer, isTrusted: Bool
  ) throws(ImageError) -> Corpus {
    let file = try unsafe ImageFile(StaticMemory(bytes))
    return try corpus(of: file, verifying: isTrusted ? [] : file.sections.map(\.name))
  }

  /// Returns the sections of an image in the order of the file.
  ///
  /// - Throws: `ImageError` where there is no image of this version.
  public static func sections(of path: String) throws(ImageError) -> [ImageSection] {
    try ImageFile(path: path).sections
  }

  /// Reads an image whole, and compares every section with the hash it was written with.
  ///
  /// - Throws: `ImageError.damaged` with the first section that differs.
  public static func verify(_ path: String) throws(ImageError) {
    let file = try ImageFile(path: path)
    for section in file.sections { try file.verify(section) }
  }

  private static func corpus(
    of file: ImageFile, verifying names: [String]
  ) throws(ImageError) -> Corpus {
    for section in file.sections where names.contains(section.name) { try file.verify(section) }
    var decoder = CatalogDecoder(try file.bytes(of: "catalog"), in: file.memory)
    return try Corpus(from: &decoder)
  }
}
