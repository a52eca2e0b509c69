#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif
internal import Ingestion

/// Why a file could not be read or written, in the system's words.
public struct FileError: Error, Hashable, Sendable {

  /// One phrase, without the file's name.
  public let message: String

  /// What is done about it where the file was to be written, in one phrase.
  public let writingMend: String

  init(_ error: SystemError) {
    message = error.message
    writingMend = error.writingMend
  }

  /// The error of the system call that has just failed.
  public static var last: FileError { FileError(SystemError.last) }
}

/// Whole files.
public enum TextFile {

  /// Returns the text of a file; bytes that are no UTF-8 become replacement characters.
  public static func read(_ path: String) throws(FileError) -> String {
    do {
      return String(decoding: try FileReading.contents(of: Array(path.utf8)), as: UTF8.self)
    } catch {
      throw FileError(error)
    }
  }

  /// Returns the text that is left in an open file or pipe, as `read` does.
  public static func read(from descriptor: Int32) throws(FileError) -> String {
    do {
      return String(decoding: try FileReading.contents(from: descriptor), as: UTF8.self)
    } catch {
      throw FileError(error)
    }
  }

  /// Returns the one path of what stands behind `path`; nil where nothing does.
  static func resolved(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// Writes a file whole, or leaves the one that is there: beside it first, then in its place.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    _ = try write(to: path) { $0(bytes) }
  }

  /// Writes a file whole, piece by piece, or leaves the one that is there.
  ///
  /// - Parameters:
  ///   - path: Where the file is to lie.
  ///   - body: Hands pieces to what it is given, which tells whether it takes more, and returns
  ///     whether the file is to be kept.
  /// - Returns: Whether the file is in its place.
  /// - Throws: `FileError` when it cannot be written.
  public static func write(
    to path: String, _ body: (@escaping ([UInt8]) -> Bool) -> Bool
  ) throws(FileError) -> Bool {
    // A device or a pipe is written to, and never replaced.
    let isDevice = FileReading.isDevice(Array(path.utf8))
    let beside = isDevice ? path : path + ".part-\(getpid())"
    let descriptor = unsafe open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(.last) }
    var error: FileError?
    let isWanted = body { piece in
      if error == nil, !Self.write(piece, to: descriptor) { error = FileError(.last) }
      return error == nil
    }
    // A full disk may show only when the file is closed.
    if close(descriptor) != 0, error == nil { error = FileError(.last) }
    if isWanted, error == nil {
      if unsafe isDevice || rename(beside, path) == 0 { return true }
      error = FileError(.last)
    }
    if !isDevice { unsafe unlink(beside) }
    if let error { throw error }
    return false
  }

  /// Writes to an open file or pipe; false when it takes no more.
  public static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    (try? FileWriting.append(bytes[...], to: descriptor)) != nil
  }
}
