#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Writes an image beside the file that it is to be, and puts it in its place when it is whole.
final class ImageWriter {

  private let path: String
  private let draft: String
  private let descriptor: Int32
  private var offset = 0
  private var pending: [UInt8] = []
  private var sections: [ImageSection] = []
  private var hash = XXHash64()
  private var isFinished = false
  /// Where arrays that were written stand, by their memory, so that none is written twice.
  private var places: [ArrayKey: Int] = [:]
  /// What the arrays are, in the order in which they are to be read.
  var catalog = CatalogEncoder()

  private struct ArrayKey: Hashable {
    let address: UInt
    let byteCount: Int
  }

  /// How many bytes are collected for one call of the system.
  private static let blockSize = 1 << 20

  /// Starts an image that is to stand at `path`.
  ///
  /// - Throws: `ImageError.system` where no file can be made beside it.
  init(path: String) throws(ImageError) {
    self.path = path
    draft = "\(path).\(getpid()).new"
    descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system(action: "write", code: errno) }
    // The header is written last: what has none is no image.
    try append([UInt8](repeating: 0, count: ImageLayout.alignment))
  }

  /// The number of bytes of the file; of an image that is finished, all but the table of sections.
  var byteCount: Int { offset }

  deinit {
    close(descriptor)
    if !isFinished { unsafe unlink(draft) }
  }

  /// Writes what `body` puts as one section.
  func section(_ name: String, _ body: () throws(ImageError) -> Void) throws(ImageError) {
    let start = offset
    hash = XXHash64()
    try body()
    sections.append(
      ImageSection(
        name: name, offset: start, byteCount: offset - start, checksum: hash.finish()))
  }

  /// Writes an array, unless it was, and tells the catalog where it stands.
  func put<Element>(_ array: FrozenArray<Element>) throws(ImageError) {
    let key = unsafe ArrayKey(
      address: UInt(bitPattern: array.base), byteCount: array.count * MemoryLayout<Element>.stride)
    catalog.put(array.count)
    guard key.byteCount > 0 else { return }
    if let known = places[key] {
      catalog.put(known)
      return
    }
    places[key] = offset
    catalog.put(offset)
    try unsafe array.withBytes { (bytes) throws(ImageError) in try unsafe append(bytes) }
    try pad()
  }

  /// Writes the catalog, the table of sections and the header, and renames the file to what it is
  /// to be.
  func finish() throws(ImageError) {
    let bytes = catalog.bytes
    try section("catalog") { () throws(ImageError) in
      try append(bytes)
      try pad()
    }
    let tableOffset = offset
    let table = sections.flatMap(Self.row)
    try append(table)
    try flush()
    let header = ImageHeader(
      tableOffset: UInt64(tableOffset), sectionCount: UInt64(sections.count),
      tableChecksum: FrozenArray(table).checksum)
    let count = unsafe header.words.withUnsafeBytes {
      unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0)
    }
    guard count == ImageLayout.alignment, fsync(descriptor) == 0, unsafe rename(draft, path) == 0
    else { throw .system(action: "write", code: errno) }
    isFinished = true
  }

  private static func row(_ section: ImageSection) -> [UInt8] {
    var row = Array(section.name.utf8.prefix(ImageLayout.nameSize))
    row += [UInt8](repeating: 0, count: ImageLayout.nameSize - row.count)
    for word in [UInt64(section.offset), UInt64(section.byteCount), section.checksum] {
      unsafe withUnsafeBytes(of: word) { unsafe row.append(contentsOf: $0) }
    }
    return row
  }

  /// Fills up to where an array may start.
  private func pad() throws(ImageError) {
    try append([UInt8](repeating: 0, count: ImageLayout.aligned(offset) - offset))
  }

  private func append(_ bytes: [UInt8]) throws(ImageError) {
    let span = unsafe bytes.span.bytes
    try unsafe span.withUnsafeBytes { (bytes) throws(ImageError) in try unsafe append(bytes) }
  }

  private func append(_ bytes: UnsafeRawBufferPointer) throws(ImageError) {
    offset += bytes.count
    if pending.count + bytes.count < Self.blockSize {
      unsafe hash.update(bytes)
      return unsafe pending.append(contentsOf: bytes)
    }
    try flush()
    // What was hashed is still in the processor's cache when the system copies it.
    for start in stride(from: 0, to: bytes.count, by: Self.blockSize / 4) {
      let end = min(bytes.count, start + Self.blockSize / 4)
      let part = unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      unsafe hash.update(part)
      try unsafe send(part)
    }
  }

  private func flush() throws(ImageError) {
    let block = pending
    pending.removeAll(keepingCapacity: true)
    let span = unsafe block.span.bytes
    try unsafe span.withUnsafeBytes { (bytes) throws(ImageError) in try unsafe send(bytes) }
  }

  /// Hands bytes to the system, which may take them in parts.
  private func send(_ bytes: UnsafeRawBufferPointer) throws(ImageError) {
    var rest = unsafe bytes
    while unsafe !rest.isEmpty {
      let count = unsafe write(descriptor, rest.baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(action: "write", code: errno)
      }
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
  }
}
