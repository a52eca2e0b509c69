#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Memory that nobody writes to any more.
@safe
public class FrozenMemory: @unchecked Sendable {

  /// The first byte; nil where there is none.
  let start: UnsafeRawPointer?

  /// The number of bytes.
  let byteCount: Int

  fileprivate init(start: UnsafeRawPointer?, byteCount: Int) {
    unsafe self.start = start
    self.byteCount = byteCount
  }
}

/// Memory that was allocated, and is freed with its last user.
@safe
final class OwnedMemory: FrozenMemory, @unchecked Sendable {

  /// The bytes, to be filled in before they are shared.
  let bytes: UnsafeMutableRawBufferPointer

  /// Allocates memory for any kind of element.
  init(byteCount: Int) {
    unsafe bytes = .allocate(byteCount: byteCount, alignment: 64)
    unsafe super.init(start: UnsafeRawPointer(bytes.baseAddress), byteCount: byteCount)
  }

  deinit { unsafe bytes.deallocate() }
}

/// Memory that is part of the program, or lives as long as it for another reason.
final class StaticMemory: FrozenMemory, @unchecked Sendable {

  /// Wraps bytes that are never freed.
  init(_ bytes: UnsafeRawBufferPointer) {
    unsafe super.init(start: bytes.baseAddress, byteCount: bytes.count)
  }
}

/// A file, mapped for reading.
///
/// The file itself stays as it is when another is renamed over it; it must not be written to.
final class MappedMemory: FrozenMemory, @unchecked Sendable {

  /// Maps the file behind a descriptor, which may be closed afterwards; nil where the system
  /// refuses, with the reason in `errno`.
  init?(descriptor: Int32, byteCount: Int) {
    guard byteCount > 0 else {
      unsafe super.init(start: nil, byteCount: 0)
      return
    }
    guard let start = unsafe mmap(nil, byteCount, PROT_READ, MAP_SHARED, descriptor, 0),
      unsafe start != MAP_FAILED
    else { return nil }
    unsafe super.init(start: UnsafeRawPointer(start), byteCount: byteCount)
  }

  deinit {
    if let start = unsafe start {
      unsafe munmap(UnsafeMutableRawPointer(mutating: start), byteCount)
    }
  }
}
