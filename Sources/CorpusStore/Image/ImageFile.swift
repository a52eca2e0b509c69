#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An image whose header and table of sections have been read and are sound.
struct ImageFile: Sendable {

  /// All bytes of the image.
  let memory: FrozenMemory

  /// The sections in the order of the file.
  let sections: [ImageSection]

  /// What tells this state of the file from others; nil where the image is in no file.
  private(set) var state: ImageState?

  /// The hash of the header.
  private let headerHash: UInt64

  /// Maps a file.
  ///
  /// - Throws: `ImageError` where it cannot be read, or is no image of this version.
  init(path: String) throws(ImageError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(action: "open", code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .system(action: "read", code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .foreign }
    guard
      let memory = MappedMemory(descriptor: descriptor, byteCount: Int(status.st_size))
    else { throw .system(action: "map", code: errno) }
    try self.init(memory)
    state = ImageState(status, header: headerHash)
  }

  /// Reads the header and the table of an image.
  init(_ memory: FrozenMemory) throws(ImageError) {
    self.memory = memory
    guard memory.byteCount >= ImageLayout.alignment,
      let words = FrozenArray<UInt64>(memory, bytes: 0..<ImageLayout.alignment)
    else {
      throw Self.isBeginning(memory) ? .truncated(UInt64(memory.byteCount), of: 64) : .foreign
    }
    let header = try ImageHeader(words)
    headerHash = words[words.count - 1]
    let size = header.sectionCount.multipliedReportingOverflow(by: UInt64(ImageLayout.rowSize))
    let end = header.tableOffset.addingReportingOverflow(size.partialValue)
    guard !size.overflow, !end.overflow else { throw .damaged(section: "header") }
    guard end.partialValue == UInt64(memory.byteCount) else {
      throw .truncated(UInt64(memory.byteCount), of: end.partialValue)
    }
    let place = Int(header.tableOffset)..<memory.byteCount
    guard let table = FrozenArray<UInt8>(memory, bytes: place),
      table.checksum == header.tableChecksum
    else { throw .damaged(section: "table of sections") }
    var sections: [ImageSection] = []
    for row in 0..<Int(header.sectionCount) {
      let first = place.lowerBound + row * ImageLayout.rowSize
      sections.append(try Self.section(memory, first..<first + ImageLayout.rowSize))
    }
    self.sections = sections
  }

  /// Whether the first bytes are those of an image, as far as there are any.
  private static func isBeginning(_ memory: FrozenMemory) -> Bool {
    guard let bytes = FrozenArray<UInt8>(memory, bytes: 0..<memory.byteCount), !bytes.isEmpty
    else { return false }
    return unsafe withUnsafeBytes(of: ImageLayout.magic.littleEndian) { magic in
      unsafe zip(bytes, magic).allSatisfy { $0 == $1 }
    }
  }

  private static func section(
    _ memory: FrozenMemory, _ row: Range<Int>
  ) throws(ImageError) -> ImageSection {
    let nameEnd = row.lowerBound + ImageLayout.nameSize
    guard let name = FrozenArray<UInt8>(memory, bytes: row.lowerBound..<nameEnd),
      let words = FrozenArray<UInt64>(memory, bytes: nameEnd..<row.upperBound), words.count == 3,
      let offset = Int(exactly: words[0]), let count = Int(exactly: words[1]),
      offset <= memory.byteCount, count <= memory.byteCount - offset
    else { throw .damaged(section: "table of sections") }
    return ImageSection(
      name: String(decoding: name.prefix { $0 != 0 }, as: UTF8.self), offset: offset,
      byteCount: count, checksum: words[2])
  }

  /// Returns the bytes of a section.
  ///
  /// - Throws: `ImageError.damaged` where there is no such section.
  func bytes(of name: String) throws(ImageError) -> FrozenArray<UInt8> {
    guard let section = sections.first(where: { $0.name == name }),
      let bytes = FrozenArray<UInt8>(
        memory, bytes: section.offset..<section.offset + section.byteCount)
    else { throw .damaged(section: name) }
    return bytes
  }

  /// Reads all sections whole; those of a long image by all cores.
  ///
  /// - Throws: `ImageError.damaged` with the first section whose hash differs from the one that it
  ///   was written with.
  func verify() throws(ImageError) {
    let isLong = memory.byteCount > CorpusImage.sizeCheckedAlways
    let found = ParallelMap.run(sections, threadCount: isLong ? Cores.count : 1) { section in
      Result { () throws(ImageError) in try verify(section) }
    }
    for result in found { try result.get() }
  }

  /// Returns what stands behind a path now; nil where that is nothing or no image.
  static func state(of path: String) -> ImageState? {
    (try? ImageFile(path: path))?.state
  }

  /// Reads a section whole, and compares its hash with the one it was written with.
  func verify(_ section: ImageSection) throws(ImageError) {
    guard try bytes(of: section.name).checksum == section.checksum else {
      throw .damaged(section: section.name)
    }
  }
}

extension FrozenArray {
  /// The hash of the bytes of the elements (XXH64).
  var checksum: UInt64 {
    var hash: UInt64 = 0
    unsafe withBytes { unsafe hash = XXHash64.hash($0) }
    return hash
  }
}
