#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// Why a file could not be read or written, in the system's words.
public struct FileError: Error, Hashable, Sendable {

  /// One phrase, without the file's name.
  public let message: String

  /// Creates the error that the last call to the system left.
  init() { message = unsafe String(cString: strerror(errno)) }
}

/// Whole files.
public enum TextFile {

  /// Returns the text of a file; bytes that are no UTF-8 become replacement characters.
  public static func read(_ path: String) throws(FileError) -> String {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError() }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Self.read(descriptor, &chunk)
      guard count >= 0 else { throw FileError() }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// Writes a file whole, or leaves the one that is there: beside it first, then in its place.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let beside = path + ".part-\(getpid())"
    let descriptor = unsafe open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError() }
    var isWritten = Self.write(bytes, descriptor)
    // A full disk may show only when the file is closed.
    isWritten = close(descriptor) == 0 && isWritten
    let isInPlace = isWritten && (unsafe rename(beside, path)) == 0
    if isInPlace { return }
    let error = FileError()
    unsafe unlink(beside)
    throw error
  }

  private static func read(_ descriptor: Int32, _ chunk: inout [UInt8]) -> Int {
    while true {
      let count = unsafe systemRead(descriptor, &chunk, chunk.count)
      if count >= 0 || errno != EINTR { return count }
    }
  }

  private static func write(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe systemWrite(descriptor, bytes.baseAddress, bytes.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

// The system's functions, whose names the methods above hide.

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int
{
  unsafe read(descriptor, bytes, count)
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
