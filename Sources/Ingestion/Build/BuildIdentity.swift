internal import Annotation
internal import CorpusStore

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What annotated documents depend on beside their sources: the rules and the models.
///
/// Both are part of the program, so any other program has another identity, even where a rule was
/// changed and nobody gave it a new version. Where the program cannot be read the models stand for it.
package enum BuildIdentity {

  /// Returns the identity of what this program annotates.
  ///
  /// - Parameter base: What else it depends on, like the image to which documents are added.
  /// - Returns: A hash of all that.
  package static func value(adding base: String?) -> UInt64 {
    value(program: program, model: .english, adding: base)
  }

  static func value(program: [UInt8], model: ModelFile, adding base: String?) -> UInt64 {
    var hash = XXHash64()
    if let sum = checksum(of: program) {
      hash.update(sum)
    } else {
      for section in model.sections { hash.update(section.bytes.checksum) }
    }
    hash.update(Array((base ?? "").utf8).span)
    return hash.finish()
  }

  /// The path of the program that runs.
  private static var program: [UInt8] {
    #if canImport(Darwin)
      let room = Int(MAXPATHLEN)
      return unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        count = Int(max(0, unsafe proc_pidpath(getpid(), buffer.baseAddress, UInt32(room))))
      }
    #else
      Array("/proc/self/exe".utf8)
    #endif
  }

  /// Returns the hash of a file; nil where it cannot be read.
  private static func checksum(of path: [UInt8]) -> UInt64? {
    let descriptor = unsafe open(path.terminated, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    var hash = XXHash64()
    while let piece = try? FileReading.piece(descriptor, 1 << 20), !piece.isEmpty {
      hash.update(piece.span)
    }
    return hash.finish()
  }
}

extension ModelBytes {

  /// What tells these bytes from others.
  fileprivate var checksum: UInt64 {
    let words = stride(from: 0, to: count - 7, by: 8).map { uint64($0) }
    let rest = stride(from: count & ~7, to: count, by: 1).map { UInt64(self[$0]) }
    return XXHash64.hash((words + rest).span)
  }
}
