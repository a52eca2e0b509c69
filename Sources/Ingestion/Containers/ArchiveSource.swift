#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension ArchiveReader {

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

    /// Returns at most `room` bytes from a place on; none where nothing can be read.
    func bytes(from offset: Int, _ room: Int) -> [UInt8] {
      switch self {
      case .memory(let memory): return memory.bytes(from: offset, room)
      case .path(let path):
        let descriptor = unsafe open(path.terminated, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { _ = close(descriptor) }
        guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { return [] }
        return (try? FileReading.piece(descriptor, room)) ?? []
      }
    }

    /// Whether a zip of so many bytes has a list of its members at its end.
    ///
    /// Source: APPNOTE.TXT of PKWARE, 4.3.16; behind the sign stand 18 bytes and a comment.
    func hasZipDirectory(byteCount: Int) -> Bool {
      let length = 22 + 65_535
      let end = bytes(from: max(0, byteCount - length), length)
      let sign: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
      return end.indices.contains { end.holds(sign, at: $0) && end.count - $0 >= 22 }
    }
  }
}

/// The bytes of an archive at a place that does not change.
@safe final class ArchiveMemory {

  let byteCount: Int
  private let memory: UnsafeMutableRawBufferPointer

  init(_ bytes: [UInt8]) {
    byteCount = bytes.count
    unsafe memory = .allocate(byteCount: max(1, bytes.count), alignment: 16)
    unsafe memory.copyBytes(from: bytes)
  }

  deinit { unsafe memory.deallocate() }

  /// Where the bytes lie for as long as this lives.
  var bytes: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(memory) }

  fileprivate func bytes(from offset: Int, _ room: Int) -> [UInt8] {
    let first = min(max(0, offset), byteCount)
    return unsafe Array(bytes[first..<min(byteCount, first + room)])
  }
}

extension ArchiveReader {

  /// Returns what a file holds that may be compressed.
  ///
  /// - Parameters:
  ///   - bytes: All of the file.
  ///   - limit: How many bytes it may hold.
  /// - Returns: The bytes as they are where they are not compressed; nil for an archive of several
  ///   files, and for what is damaged or holds more.
  static func content(of bytes: [UInt8], limit: Int) -> [UInt8]? {
    guard let format = ContainerFormat.of(bytes.prefix(512)) else { return bytes }
    guard !format.isArchive,
      let reader = try? ArchiveReader(.bytes(bytes), byteCount: bytes.count),
      let member = try? reader.next(), member.path == nil
    else { return nil }
    let content = reader.read(limit + 1, behind: [])
    return reader.memberFault == nil && content.count <= limit ? content : nil
  }
}
