#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The folder of the data sets that the models are trained on.
struct TrainingData {

  /// Its path.
  let folder: String

  /// Returns the bytes of a file; one that ends in `.xz` is unpacked.
  func bytes(of path: String) throws -> [UInt8] {
    let path = folder + "/" + path
    guard path.hasSuffix(".xz") else { return try Files.read(path) }
    guard let stream = unsafe popen("xz -dc \(quoted(path))", "r") else {
      throw Failure("cannot run xz, which unpacks the data")
    }
    let bytes = unsafe Files.read(stream)
    guard unsafe pclose(stream) == 0 else {
      throw Failure("xz cannot unpack \(path); is it there, and is xz installed?")
    }
    return bytes
  }

  /// Returns the lines of a file, the empty ones too.
  func lines(of path: String) throws -> [ArraySlice<UInt8>] {
    try bytes(of: path).split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  private func quoted(_ path: String) -> String {
    "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}

/// Something that keeps the training from going on.
struct Failure: Error, CustomStringConvertible {

  let description: String

  init(_ description: String) { self.description = description }
}

/// Whole files at a time.
enum Files {

  /// Returns what a file holds.
  static func read(_ path: String) throws -> [UInt8] {
    guard let stream = unsafe fopen(path, "r") else { throw Failure("cannot read \(path)") }
    defer { unsafe fclose(stream) }
    return unsafe read(stream)
  }

  /// Returns the rest of a stream.
  static func read(_ stream: UnsafeMutablePointer<FILE>) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, stream)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Writes a file, in place of what stood there.
  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let stream = unsafe fopen(path, "w") else { throw Failure("cannot write \(path)") }
    let count = unsafe fwrite(bytes, 1, bytes.count, stream)
    guard unsafe fclose(stream) == 0, count == bytes.count else {
      throw Failure("cannot write \(path)")
    }
  }

  /// Whether a file can be read.
  static func exists(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }
}

/// Tells how the training goes, on the standard error.
func report(_ line: String) {
  let bytes = Array("\(line)\n".utf8)
  _ = unsafe write(STDERR_FILENO, bytes, bytes.count)
}
