#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Bytes that come one behind the other: those of a file, or of a member of an archive.
protocol ByteStream: AnyObject {

  /// Returns at most `room` bytes behind `start`, and fewer only at the end.
  func read(_ room: Int, behind start: [UInt8]) throws(InputError) -> [UInt8]

  /// Whether the bytes ended before their end, so that what stands last is not whole.
  var isCut: Bool { get }

  /// Whether what is not whole is taken all the same where nothing is.
  var keepsRest: Bool { get }
}

extension ByteStream {

  /// False.
  var isCut: Bool { false }

  /// True.
  var keepsRest: Bool { true }
}

/// The bytes of a file.
final class FileStream: ByteStream {

  private let descriptor: Int32
  private let origin: String

  /// Opens a file; the standard input is open already.
  init(_ file: InputWalker.File) throws(InputError) {
    origin = file.origin
    descriptor = file.path.isEmpty ? 0 : Self.opened(file.path)
    guard descriptor >= 0 else { throw .unread(file, .last) }
  }

  deinit { if descriptor > 0 { _ = close(descriptor) } }

  private static func opened(_ path: [UInt8]) -> Int32 {
    unsafe open(path.terminated, O_RDONLY | O_CLOEXEC)
  }

  func read(_ room: Int, behind start: [UInt8]) throws(InputError) -> [UInt8] {
    var bytes = start
    do {
      while bytes.count < start.count + room {
        let longer = try FileReading.piece(
          descriptor, start.count + room - bytes.count, behind: bytes)
        if longer.count == bytes.count { break }
        bytes = longer
      }
    } catch { throw .unreadable(origin, error) }
    return bytes
  }
}

extension FileStream {

  /// Returns `start` and all bytes behind it.
  func rest(behind start: [UInt8]) throws(InputError) -> [UInt8] {
    do {
      return try FileReading.contents(from: descriptor, behind: start)
    } catch { throw .unreadable(origin, error) }
  }
}

/// The bytes of the member that an archive stands at.
final class MemberStream: ByteStream {

  private let reader: ArchiveReader
  let keepsRest: Bool

  /// Creates the stream of the member that `reader` stands at; no other must be read meanwhile.
  init(_ reader: ArchiveReader, keepsRest: Bool) {
    self.reader = reader
    self.keepsRest = keepsRest
  }

  var isCut: Bool { reader.memberFault != nil }

  /// Damage is told by the archive.
  func read(_ room: Int, behind start: [UInt8]) throws(InputError) -> [UInt8] {
    reader.read(room, behind: start)
  }
}

extension InputError {

  /// Creates the error of a file that was found and cannot be opened.
  static func unread(_ file: InputWalker.File, _ error: SystemError) -> InputError {
    error.isMissing ? .vanished(file.origin) : .unreadable(file.origin, error)
  }
}
