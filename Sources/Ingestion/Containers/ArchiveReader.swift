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

  /// What stands in an archive.
  struct Member {

    /// What it is.
    enum Kind {
      /// A file of its own.
      case file
      /// One that leads to another file, which is followed nowhere.
      case link
      /// A folder or a device.
      case other
    }

    /// Its path as it stands in the archive; nil for the content of a compressed file.
    let path: [UInt8]?
    /// What it is.
    let kind: Kind
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
  private var reopenings = 0
  private var unpackedByteCount = 0
  private var furthest = 0

  /// What the archive is read from where it is compressed as a whole.
  private let stream: UnpackedStream?

  /// What the member ends with before its end, once all that can be read of it was asked for.
  private(set) var memberFault: ContainerFault?

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - source: Where its bytes come from.
  ///   - byteCount: How many there are.
  /// - Throws: `ContainerFault` where it is none.
  init(_ source: Source, byteCount: Int) throws(ContainerFault) {
    self.source = source
    sourceByteCount = byteCount
    stream = ContainerFormat.of(source.bytes(from: 0, 512)).flatMap { UnpackedStream(source, $0) }
    try open()
  }

  deinit { close() }

  /// How many bytes of the source have been taken so far.
  var readByteCount: Int {
    if let stream {
      furthest = max(furthest, stream.readByteCount)
    } else if let handle = unsafe handle {
      furthest = max(furthest, Int(unsafe archive_filter_bytes(handle, -1)))
    }
    return min(furthest, sourceByteCount)
  }

  /// Whether nothing behind the member can be read.
  var isBroken: Bool { isLost }

  /// Whether its compression is damaged.
  var isDamaged: Bool { stream?.fault != nil }

  /// Returns the next member; nil behind the last.
  ///
  /// - Throws: `ContainerFault` where the archive cannot be read on; then there are no more.
  func next() throws(ContainerFault) -> Member? {
    memberFault = nil
    if isLost { return nil }
    try skipRest()
    while true {
      var entry: OpaquePointer?
      switch unsafe nextHeader(&entry) {
      case ARCHIVE_EOF:
        isLost = true
        if let fault = endFault { throw fault }
        return nil
      case ARCHIVE_OK, ARCHIVE_WARN:
        guard let entry = unsafe entry else { return nil }
        let format = unsafe archive_format(handle) & ARCHIVE_FORMAT_BASE_MASK
        isZip = format == ARCHIVE_FORMAT_ZIP
        isRaw = format == ARCHIVE_FORMAT_RAW
        if unsafe isRaw && archive_filter_count(handle) <= 1 && stream == nil {
          isLost = true
          throw .foreign(source.bytes(from: 0, 512))
        }
        memberCount += 1
        isMemberEnded = false
        return unsafe member(entry)
      case ARCHIVE_RETRY: continue
      default:
        isLost = true
        throw stream?.fault ?? fault
      }
    }
  }

  /// Returns at most `room` bytes of the member behind `start`, and fewer only at its end, or where it
  /// is damaged, which `memberFault` tells.
  func read(_ room: Int, behind start: [UInt8]) -> [UInt8] {
    var bytes = start
    while bytes.count - start.count < room, !isMemberEnded {
      if unsafe block.isEmpty {
        let status = nextBlock()
        guard status >= ARCHIVE_OK else {
          endMember(isFatal: status == ARCHIVE_FATAL)
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

// MARK: Opening

extension ArchiveReader {

  private func open() throws(ContainerFault) {
    guard let handle = unsafe archive_read_new() else { throw .damaged("there is no memory") }
    unsafe self.handle = handle
    // Each by its name: all of them would need further libraries at the link. What is packed as gzip
    // within another packing is a file of its own.
    unsafe _ = archive_read_support_filter_bzip2(handle)
    unsafe _ = archive_read_support_filter_xz(handle)
    unsafe _ = archive_read_support_filter_zstd(handle)
    // A zip within one is, too, for its list of members stands at its end.
    if stream == nil {
      unsafe _ = archive_read_support_format_zip(handle)
    }
    unsafe _ = archive_read_support_format_tar(handle)
    unsafe _ = archive_read_support_format_raw(handle)
    unsafe _ = archive_read_support_format_empty(handle)
    guard unsafe opened(handle) >= ARCHIVE_WARN else {
      isLost = true
      throw fault
    }
  }

  private func opened(_ handle: OpaquePointer) -> Int32 {
    if let stream {
      let stream = unsafe Unmanaged.passUnretained(stream).toOpaque()
      return unsafe archive_read_open(
        handle, stream, nil,
        { _, stream, place in
          guard let stream = unsafe stream, let place = unsafe place else { return 0 }
          let block = unsafe Unmanaged<UnpackedStream>.fromOpaque(stream).takeUnretainedValue()
            .next()
          unsafe place.pointee = block.baseAddress
          return block.count
        }, nil)
    }
    switch source {
    case .path(let path):
      return unsafe archive_read_open_filename(handle, path.terminated, 64 << 10)
    case .memory(let memory):
      return unsafe archive_read_open_memory(handle, memory.bytes.baseAddress, memory.byteCount)
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
    return passOver(memberCount)
  }

  private func passOver(_ count: Int) -> Bool {
    for _ in 0..<count {
      var entry: OpaquePointer?
      guard unsafe nextHeader(&entry) >= ARCHIVE_WARN else { return false }
    }
    return true
  }
}

// MARK: Members

extension ArchiveReader {

  private func member(_ entry: OpaquePointer) -> Member {
    let mode = unsafe archive_entry_filetype(entry)
    let isLink = unsafe mode == 0o120000 || archive_entry_hardlink_utf8(entry) != nil
    var path = Array("member \(memberCount)".utf8)
    if let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) {
      path = unsafe Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
      if isZip { path = Self.decodedName(path) }
    }
    // A zip made by some programs gives no type; such a member is a file if its name is one.
    let isFile = isRaw || mode == 0o100000 || mode == 0 && path.last != 0x2F
    return Member(
      path: isRaw ? nil : path, kind: isLink ? .link : isFile ? .file : .other,
      isEncrypted: unsafe archive_entry_is_data_encrypted(entry) != 0)
  }

  /// A name of a zip as UTF-8: where it is not, that is not said of it, and it is code page 437.
  ///
  /// Source: APPNOTE.TXT of PKWARE, 4.4.4 and appendix D.
  private static func decodedName(_ name: [UInt8]) -> [UInt8] {
    if (try? UTF8Span(validating: name.span)) != nil { return name }
    return CodePage.ofArchives?.decode(name) ?? name
  }

  private func nextHeader(_ entry: inout OpaquePointer?) -> Int32 {
    TextLocale.during { unsafe archive_read_next_header(handle, &entry) }
  }

  /// Reads what is left of the member where passing over it means unpacking it.
  private func skipRest() throws(ContainerFault) {
    let isPacked = unsafe stream != nil || archive_filter_count(handle) > 1
    while !isMemberEnded, isPacked {
      let status = nextBlock()
      if status == ARCHIVE_FATAL || isLost {
        isLost = true
        throw memberFault ?? stream?.fault ?? fault
      }
      if status < ARCHIVE_OK { isMemberEnded = true }
    }
    unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
    isMemberEnded = true
  }

  /// Unpacks the next block of the member; what the library says of it.
  private func nextBlock() -> Int32 {
    var (start, count, offset) = unsafe (UnsafeRawPointer?.none, 0, Int64(0))
    let status = unsafe archive_read_data_block(handle, &start, &count, &offset)
    if status == ARCHIVE_EOF {
      isMemberEnded = true
      // Of a compressed file the damage is its end.
      if isRaw, let fault = stream?.fault { (memberFault, isLost) = (fault, true) }
    }
    guard status == ARCHIVE_OK else { return status }
    unsafe block = UnsafeRawBufferPointer(start: start, count: count)
    note(count)
    return status
  }

  /// Counts bytes that were unpacked, and ends the archive where they are too many.
  private func note(_ result: Int) {
    unpackedByteCount += result
    // Headers and what is passed over are unpacked, too.
    let stream = Int(unsafe archive_filter_bytes(handle, 0))
    let unpacked = max(unpackedByteCount, isZip ? 0 : stream)
    let packed = isZip ? sourceByteCount : readByteCount
    guard isTooMuch(unpacked, of: packed) else { return }
    (memberFault, isLost, isMemberEnded) = (.bomb, true, true)
  }

  private func isTooMuch(_ unpacked: Int, of packed: Int) -> Bool {
    unpacked > Self.freeByteCount && unpacked / Self.ratioLimit > packed
  }

  /// Ends a damaged member; the next is looked for behind it.
  private func endMember(isFatal: Bool) {
    memberFault = stream?.fault ?? fault
    unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
    isMemberEnded = true
    if isFatal, !reopen() { isLost = true }
  }

  // MARK: Faults

  /// What is wrong with the compression, up to its end: a tar may end before.
  private var drainedFault: ContainerFault? {
    guard let stream else { return nil }
    var count = 0
    while case let block = unsafe stream.next(), unsafe !block.isEmpty {
      count += block.count
      if isTooMuch(unpackedByteCount + count, of: stream.readByteCount) { return .bomb }
    }
    return stream.fault
  }

  /// What is wrong behind the last member, where there seem to be no more: the sign of the end is
  /// missing, which is two empty blocks for a tar, and a list of the members for a zip.
  private var endFault: ContainerFault? {
    if let fault = drainedFault { return fault }
    guard memberCount > 0 else { return nil }
    if isZip {
      return source.hasZipDirectory(byteCount: sourceByteCount)
        ? nil : .damaged("the list of its members is missing")
    }
    let end = unsafe archive_filter_bytes(handle, 0)
    return unsafe isRaw || end > archive_read_header_position(handle)
      ? nil : .damaged("the sign of its end is missing")
  }

  /// What the library says is wrong.
  private var fault: ContainerFault {
    guard let handle = unsafe handle, let text = unsafe archive_error_string(handle) else {
      return .damaged("it ends too early")
    }
    let message = unsafe Self.shown(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    if message.contains("Unrecognized") || message.contains("Unknown") {
      return .foreign(source.bytes(from: 0, 512))
    }
    if message.contains("ncrypt") || message.contains("assphrase") { return .encrypted }
    // Both say that bytes are missing (`LZMA_BUF_ERROR`, `Z_BUF_ERROR`).
    if message.hasSuffix("No progress is possible") { return .damaged("truncated xz input") }
    if message.hasSuffix("decompression failed (-5)") { return .damaged("truncated zip input") }
    return .damaged(message.prefix(1).lowercased() + message.dropFirst())
  }

  /// Returns a message of the library as one phrase: some end in a line break, and some quote bytes
  /// of the archive.
  private static func shown(_ message: UnsafeRawBufferPointer) -> String {
    let words = unsafe message.split { $0 <= 0x20 || $0 == 0x7F }
    return unsafe words.map { unsafe String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}
