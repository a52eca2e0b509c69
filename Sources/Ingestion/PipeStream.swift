#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The bytes of a pipe, which come but once: they are kept in a file without a name, so that they can be read
/// a second time without memory for all of them.
final class PipeStream: ByteStream {

  private let source: FileStream
  private let copy: KeptBytes?

  /// Creates the stream of a pipe.
  ///
  /// - Parameters:
  ///   - source: The pipe.
  ///   - start: What was read of it already.
  ///   - copy: Takes what comes; nil where nobody reads it again.
  /// - Throws: `InputError` where it cannot be kept.
  init(_ source: FileStream, behind start: [UInt8], to copy: KeptBytes?) throws(InputError) {
    self.source = source
    self.copy = copy
    try copy?.append(start[...])
  }

  func read(_ room: Int, behind start: [UInt8]) throws(InputError) -> [UInt8] {
    let bytes = try source.read(room, behind: start)
    try copy?.append(bytes[start.count...])
    return bytes
  }
}

/// Bytes in a file that has no name, and is gone with the program however that ends.
final class KeptBytes: ByteStream {

  private let origin: String
  private let folder: String
  private let descriptor: Int32
  private var place = 0

  /// Makes the file, in the folder that `TMPDIR` names, or else where large files may lie.
  ///
  /// - Parameter origin: The pipe as it is shown.
  /// - Throws: `InputError` where no file can be made.
  init(of origin: String) throws(InputError) {
    self.origin = origin
    let named = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
    folder = named.isEmpty ? "/var/tmp" : named
    var path = Array("\(folder)/quoth-XXXXXX".utf8CString)
    descriptor = unsafe mkstemp(&path)
    guard descriptor >= 0 else { throw .unkept(origin, in: folder, .last) }
    _ = unsafe unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { _ = close(descriptor) }

  /// Writes bytes to the end.
  fileprivate func append(_ bytes: ArraySlice<UInt8>) throws(InputError) {
    do { try FileWriting.append(bytes, to: descriptor) } catch {
      throw .unkept(origin, in: folder, error)
    }
  }

  /// Goes back to the beginning.
  func rewind() { place = 0 }

  func read(_ room: Int, behind start: [UInt8]) throws(InputError) -> [UInt8] {
    var bytes = start
    do throws(SystemError) {
      while bytes.count < start.count + room {
        guard lseek(descriptor, place, SEEK_SET) >= 0 else { throw .last }
        let longer = try FileReading.piece(
          descriptor, start.count + room - bytes.count, behind: bytes)
        if longer.count == bytes.count { break }
        place += longer.count - bytes.count
        bytes = longer
      }
    } catch { throw .unreadable(origin, error) }
    return bytes
  }
}
