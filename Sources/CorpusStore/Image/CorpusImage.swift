/// A corpus as one file, which is mapped and not read: to open it takes the same time whatever its
/// length.
///
/// A file is written beside the one it is to be and renamed, so there is never half of one, and
/// programs that have the old one open go on with it.
///
/// Arrays of a damaged image could lead anywhere, so no corpus is made of an image that has not been
/// read whole and found as it was written. Each state of a file needs that once: short images are
/// read whenever they are opened, since that takes a moment; whoever passes `CheckedImages` has a
/// long one read when it is opened for the first time, or never where it was written here. What the
/// disk loses later is found by `verify` alone.
public enum CorpusImage {

  /// Up to which size an image is read whole whenever it is opened; it takes a millisecond or two.
  public static let sizeCheckedAlways = 4 << 20

  /// Writes a corpus.
  ///
  /// - Parameters:
  ///   - corpus: What is written.
  ///   - path: Where the image is to lie.
  ///   - checked: Takes note that the image is sound.
  /// - Throws: `ImageError.system` where the file cannot be written; what stood at `path` is as it
  ///   was then.
  public static func write(
    _ corpus: Corpus, to path: String, checked: (any CheckedImages)? = nil
  ) throws(ImageError) {
    let writer = try ImageWriter(path: path)
    try corpus.write(to: writer)
    try writer.finish()
    guard let checked, writer.byteCount > sizeCheckedAlways,
      let state = ImageFile.state(of: path)
    else { return }
    state.settle()
    if ImageFile.state(of: path) == state { checked.insert(state) }
  }

  /// Opens a corpus.
  ///
  /// - Parameters:
  ///   - path: Where the image lies.
  ///   - checked: Which images need not be read whole any more; it takes note of this one.
  ///   - size: Up to which size an image is read in any case, in bytes.
  /// - Returns: The corpus, whose arrays lie in the file.
  /// - Throws: `ImageError` where there is no image of this version, or it is damaged.
  public static func open(
    _ path: String, checked: (any CheckedImages)? = nil, always size: Int = sizeCheckedAlways
  ) throws(ImageError) -> Corpus {
    let file = try ImageFile(path: path)
    if let checked, let state = file.state, file.memory.byteCount > size {
      if !checked.contains(state) { try check(file, at: path, noting: checked) }
    } else {
      try file.verify()
    }
    return try corpus(of: file)
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
    if !isTrusted { try file.verify() }
    return try corpus(of: file)
  }

  /// Returns the sections of an image in the order of the file.
  ///
  /// - Throws: `ImageError` where there is no image of this version.
  public static func sections(of path: String) throws(ImageError) -> [ImageSection] {
    try ImageFile(path: path).sections
  }

  /// Reads an image whole, and compares every section with the hash it was written with.
  ///
  /// - Parameters:
  ///   - path: Where the image lies.
  ///   - checked: Takes note of what was found.
  /// - Throws: `ImageError.damaged` with the first section that differs.
  public static func verify(
    _ path: String, checked: (any CheckedImages)? = nil
  ) throws(ImageError) {
    try check(try ImageFile(path: path), at: path, noting: checked)
  }

  /// Reads a file whole, and takes note of what was found.
  private static func check(
    _ file: ImageFile, at path: String, noting checked: (any CheckedImages)?
  ) throws(ImageError) {
    do { try file.verify() } catch {
      if let state = file.state { checked?.remove(state) }
      throw error
    }
    // A state that changes while it is read, or could do so unseen, says nothing.
    guard let checked, let state = file.state, state.isSettled,
      ImageFile.state(of: path) == state
    else { return }
    checked.insert(state)
  }

  private static func corpus(of file: ImageFile) throws(ImageError) -> Corpus {
    var decoder = CatalogDecoder(try file.bytes(of: "catalog"), in: file.memory)
    return try Corpus(from: &decoder)
  }
}
