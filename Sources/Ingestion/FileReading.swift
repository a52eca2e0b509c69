#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Reading of files and folders by plain system calls.
///
/// Foundation is not used, since linking it costs more time at the start than reading does.
package enum FileReading {

  /// The largest file that is read, in bytes: offsets of texts have 32 bits.
  static let limit = 1 << 30

  /// Whether two paths lead to one file.
  package static func isSame(_ path: [UInt8], _ other: [UInt8]) -> Bool {
    guard let first = try? FileStatus(of: path), let second = try? FileStatus(of: other) else {
      return false
    }
    return first.kind == .file && first.identity == second.identity
  }

  /// Returns the bytes of a file or pipe.
  package static func contents(
    of path: [UInt8], expecting size: Int = 0
  ) throws(SystemError) -> [UInt8] {
    guard size <= limit else { throw .tooLarge }
    let descriptor = unsafe open(path.terminated, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { _ = close(descriptor) }
    return try contents(from: descriptor, expecting: size)
  }

  /// Returns what is left to read from an open file or pipe, behind what has been read of it.
  package static func contents(
    from descriptor: Int32, expecting size: Int = 0, behind start: [UInt8] = []
  ) throws(SystemError) -> [UInt8] {
    var bytes = start
    bytes.reserveCapacity(size + 1)
    while true {
      let room = max(size + 1 - bytes.count, 65_536)
      let piece = try piece(descriptor, room)
      if piece.isEmpty { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      guard bytes.count <= limit else { throw .tooLarge }
    }
  }

  /// Reads at most `room` bytes; none at the end of the file.
  ///
  /// - Parameters:
  ///   - descriptor: The open file.
  ///   - room: How many bytes are read at most.
  ///   - start: Bytes that stand before them in what is returned.
  /// - Returns: All that.
  /// - Throws: `SystemError` where the file cannot be read.
  static func piece(
    _ descriptor: Int32, _ room: Int, behind start: [UInt8] = []
  ) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let piece = unsafe [UInt8](
      unsafeUninitializedCapacity: start.count + room
    ) { buffer, count in
      _ = unsafe buffer.initialize(fromContentsOf: start)
      let place = unsafe buffer.baseAddress.map { unsafe $0 + start.count }
      var result = unsafe read(descriptor, place, room)
      while result < 0 && errno == EINTR { result = unsafe read(descriptor, place, room) }
      if result < 0 { failure = .last }
      count = start.count + max(0, result)
    }
    if let failure { throw failure }
    return piece
  }

  /// Returns the names in a folder that are not hidden, sorted by their bytes.
  static func names(in path: [UInt8]) throws(SystemError) -> [[UInt8]] {
    guard let directory = unsafe opendir(path.terminated) else { throw .last }
    defer { _ = unsafe closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      if name.first != 0x2E { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension FileReading {

  /// Returns the first bytes of a file.
  static func start(of path: [UInt8], _ count: Int) throws(SystemError) -> [UInt8] {
    let descriptor = unsafe open(path.terminated, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { _ = close(descriptor) }
    return try piece(descriptor, count)
  }

  /// Whether a file that can be read begins with these bytes; pipes are not touched.
  package static func begins(_ path: [UInt8], with start: [UInt8]) -> Bool {
    guard (try? FileStatus(of: path))?.kind == .file else { return false }
    let descriptor = unsafe open(path.terminated, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { _ = close(descriptor) }
    guard !start.isEmpty else { return true }
    return (try? piece(descriptor, start.count)) == start
  }

  /// Whether a folder stands behind a path.
  package static func isFolder(_ path: [UInt8]) -> Bool {
    (try? FileStatus(of: path))?.kind == .directory
  }

  /// Whether a device, a pipe or a socket stands behind a path: nothing that may be replaced.
  package static func isDevice(_ path: [UInt8]) -> Bool {
    (try? FileStatus(of: path))?.kind == .other
  }

  /// Removes a file; nothing happens where there is none.
  package static func remove(_ path: [UInt8]) { _ = unsafe unlink(path.terminated) }
}
