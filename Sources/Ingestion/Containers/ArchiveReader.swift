internal import CArchive

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Reads the members of an archive, or the one content of a compressed file, one after another.
///
/// Nothing is unpacked to the disk. It is a small safe face of libarchive, of which only the formats
/// of `ContainerFormat` are taken.
/// Source: https://github.com/libarchive/libarchive/wiki/ManualPages.
@safe final class ArchiveReader {

  /// Where the bytes of an archive come from.
  enum Source {
    /// A file that can be sought in.
    case path([UInt8])
    /// Bytes in memory, which readers share.
    case memory(ArchiveMemory)

    /// Bytes in memory.
    static func bytes(_ bytes: [UInt8]) -> Source {
      .memory(ArchiveMemory(bytes))
    }
  }

  /// A file in an archive.
  struct Member {
    /// Its path as it stands in the archive; nil for the content of a compressed file.
    let path: [UInt8]?
    /// Whether it is a file of its own, as against a folder, a link or a device.
    let isFile: Bool
    /// Whether a password is needed to read it.
    let isEncrypted: Bool
  }

  /// How many times its size an archive may unpack to, once that is more than `freeByteCount`.
  static let ratioLimit = 250

  /// The number of bytes that may be unpacked from the smallest archive.
  private static let freeByteCount = 128 << 20

  /// How often an archive is opened anew behind a damaged member.
  private static let mostReopenings = 64

  private let source: Source
  private var handle: OpaquePointer?
  /// What has been unpacked of the member and not been asked for yet.
  private var block = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
  private let sourceByteCount: Int

  private var memberCount = 0
  private var isMemberEnded = true
  private var isLost = false
  private var isZip = false
  private var isRaw = false
  /// What is told when the next member is asked for.
  private var pending: ContainerFault?
  private var reopenings = 0
  private var unpackedByteCount = 0
  private var furthest = 0

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - source: Where its bytes come from.
  ///   - byteCount: How many there are.
  /// - Throws: `ContainerFault` where it is none.
  init(_ source: Source, byteCount: Int) throws(ContainerFault) {
    self.source = source
    sourceByteCount = byteCount
    try open()
  }

  deinit { close() }

  /// How many bytes of the source have been taken so far.
  var readByteCount: Int {
    if let handle = unsafe handle {
      furthest = max(furthest, Int(unsafe archive_filter_bytes(handle, -1)))
    }
    return min(furthest, sourceByteCount)
  }

  /// Returns the next member; nil behind the last.
  ///
  /// - Throws: `ContainerFault` where the archive cannot be read on; then there are no more.
  func next() throws(ContainerFault) -> Member? {
    if let fault = pending {
      pending = nil
      throw fault
    }
    if isLost { return nil }
    try skipRest()
    while true {
      var entry: OpaquePointer?
      let status = unsafe nextHeader(&entry)
      switch status {
      case ARCHIVE_EOF: return nil
      case ARCHIVE_OK, ARCHIVE_WARN:
        guard let entry = unsafe entry else { return nil }
        let format = unsafe archive_format(handle) & ARCHIVE_FORMAT_BASE_MASK
        isZip = format == ARCHIVE_FORMAT_ZIP
        isRaw = format == ARCHIVE_FORMAT_RAW
        if unsafe isRaw && archive_filter_count(handle) <= 1 {
          isLost = true
          throw .foreign
        }
        memberCount += 1
        isMemberEnded = false
        return unsafe member(entry)
      case ARCHIVE_RETRY: continue
      default:
        isLost = true
        throw fault
      }
    }
  }

  /// Returns at most `room` bytes of the member behind `start`, and fewer only at its end.
  ///
  /// - Throws: `ContainerFault` where the member is damaged; there may be others behind it. The
  ///   content of a compressed file ends with the damage, and it is told behind that.
  func read(_ room: Int, behind start: [UInt8]) throws(ContainerFault) -> [UInt8] {
    var bytes = start
    while bytes.count - start.count < room, !isMemberEnded {
      if unsafe block.isEmpty {
        let status = try nextBlock()
        guard status >= ARCHIVE_OK else {
          let fault = damage(isFatal: status == ARCHIVE_FATAL)
          guard isRaw, !bytes.isEmpty else { throw fault }
          pending = fault
          break
        }
      }
      let count = min(room - (bytes.count - start.count), unsafe block.count)
      unsafe bytes.append(contentsOf: block[..<count])
      unsafe block = UnsafeRawBufferPointer(rebasing: block[count...])
    }
    return bytes
  }
}

/// The bytes of an archive at a place that does not change.
@safe final class ArchiveMemory {

  let byteCount: Int
  fileprivate let bytes: UnsafeMutableRawBufferPointer

  init(_ bytes: [UInt8]) {
    byteCount = bytes.count
    unsafe self.bytes = .allocate(byteCount: max(1, bytes.count), alignment: 16)
    unsafe self.bytes.copyBytes(from: bytes)
  }

  deinit { unsafe bytes.deallocate() }
}

// MARK: Opening

extension ArchiveReader {

  private func open() throws(ContainerFault) {
    guard let handle = unsafe archive_read_new() else { throw .damaged("there is no memory") }
    unsafe self.handle = handle
    // Each by its name: all of them would need further libraries at the link.
    unsafe _ = archive_read_support_filter_gzip(handle)
    unsafe _ = archive_read_support_filter_bzip2(handle)
    unsafe _ = archive_read_support_filter_xz(handle)
    unsafe _ = archive_read_support_filter_zstd(handle)
    unsafe _ = archive_read_support_format_zip(handle)
    unsafe _ = archive_read_support_format_tar(handle)
    unsafe _ = archive_read_support_format_raw(handle)
    unsafe _ = archive_read_support_format_empty(handle)
    let status =
      switch source {
      case .path(let path):
        unsafe archive_read_open_filename(handle, path.terminated, 64 << 10)
      case .memory(let memory):
        unsafe archive_read_open_memory(handle, memory.bytes.baseAddress, memory.byteCount)
      }
    guard status >= ARCHIVE_WARN else {
      isLost = true
      throw fault
    }
  }

  private func close() {
    if let handle = unsafe handle { unsafe _ = archive_read_free(handle) }
    unsafe handle = nil
  }

  /// Opens the archive anew behind the member that was read last, if that can be done.
  private func reopen() -> Bool {
    guard isZip, reopenings < Self.mostReopenings else { return false }
    reopenings += 1
    _ = readByteCount
    close()
    guard (try? open()) != nil else { return false }
    for _ in 0..<memberCount {
      var entry: OpaquePointer?
      guard unsafe nextHeader(&entry) >= ARCHIVE_WARN else { return false }
    }
    return true
  }
}

// MARK: Members

extension ArchiveReader {

  private func member(_ entry: OpaquePointer) -> Member {
    let isLink = unsafe archive_entry_hardlink_utf8(entry) != nil
    let mode = unsafe archive_entry_filetype(entry)
    var path = Array("member \(memberCount)".utf8)
    if let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) {
      path = unsafe Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
      if isZip { path = Self.decodedName(path) }
    }
    return Member(
      path: isRaw ? nil : path,
      // A zip made by some programs gives no type; such a member is a file if its name is one.
      isFile: isRaw || !isLink && (mode == 0o100000 || mode == 0 && path.last != 0x2F),
      isEncrypted: unsafe archive_entry_is_data_encrypted(entry) != 0)
  }

  /// A name of a zip as UTF-8: where it is not, that is not said of it, and it is code page 437.
  ///
  /// Source: APPNOTE.TXT of PKWARE, 4.4.4 and appendix D.
  private static func decodedName(_ name: [UInt8]) -> [UInt8] {
    if (try? UTF8Span(validating: name.span)) != nil { return name }
    return SingleByteEncoding.ofArchives?.decode(name) ?? name
  }

  private func nextHeader(_ entry: inout OpaquePointer?) -> Int32 {
    TextLocale.during { unsafe archive_read_next_header(handle, &entry) }
  }

  /// Reads what is left of the member where passing over it means unpacking it.
  private func skipRest() throws(ContainerFault) {
    let isPacked = unsafe archive_filter_count(handle) > 1
    while !isMemberEnded, isPacked {
      let status = try nextBlock()
      if status == ARCHIVE_FATAL {
        isLost = true
        throw fault
      }
      if status < ARCHIVE_OK { isMemberEnded = true }
    }
    unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
    isMemberEnded = true
  }

  /// Unpacks the next block of the member; what the library says of it.
  private func nextBlock() throws(ContainerFault) -> Int32 {
    var (start, count, offset) = unsafe (UnsafeRawPointer?.none, 0, Int64(0))
    let status = unsafe archive_read_data_block(handle, &start, &count, &offset)
    if status == ARCHIVE_EOF { isMemberEnded = true }
    guard status == ARCHIVE_OK else { return status }
    unsafe block = UnsafeRawBufferPointer(start: start, count: count)
    try note(count)
    return status
  }

  /// Counts bytes that were unpacked.
  private func note(_ result: Int) throws(ContainerFault) {
    unpackedByteCount += result
    // Headers and what is passed over are unpacked, too.
    let stream = Int(unsafe archive_filter_bytes(handle, 0))
    let unpacked = max(unpackedByteCount, isZip ? 0 : stream)
    let packed = isZip ? sourceByteCount : readByteCount
    guard unpacked > Self.freeByteCount, unpacked / Self.ratioLimit > packed else { return }
    isLost = true
    isMemberEnded = true
    throw .bomb
  }

  /// Ends a damaged member; the next is looked for behind it.
  private func damage(isFatal: Bool) -> ContainerFault {
    let fault = fault
    unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
    isMemberEnded = true
    if isFatal, !reopen() { isLost = true }
    return fault
  }

  /// Whether nothing behind the damage can be read.
  var isBroken: Bool { isLost }

  /// What the library says is wrong.
  private var fault: ContainerFault {
    guard let handle = unsafe handle, let text = unsafe archive_error_string(handle) else {
      return .damaged("nothing is known of it")
    }
    let message = unsafe Self.shown(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    if message.contains("Unrecognized") || message.contains("Unknown") { return .foreign }
    if message.contains("ncrypt") || message.contains("assphrase") { return .encrypted }
    return .damaged(message.prefix(1).lowercased() + message.dropFirst())
  }

  /// Returns a message of the library as one phrase: some end in a line break, and some quote bytes
  /// of the archive.
  private static func shown(_ message: UnsafeRawBufferPointer) -> String {
    let words = unsafe message.split { $0 <= 0x20 || $0 == 0x7F }
    return unsafe words.map { unsafe String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}
