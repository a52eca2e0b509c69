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

/// The memory of an array, which is freed with its last user.
///
/// The elements of a native array lie in one place for as long as it lives, and they stay as they
/// are: whoever changes a copy of an array that is shared changes memory of its own.
final class ArrayMemory<Element: BitwiseCopyable & Sendable>: FrozenMemory, @unchecked Sendable {

  /// Keeps the memory.
  private let elements: ContiguousArray<Element>

  /// Takes the memory of an array.
  init(_ elements: [Element]) {
    self.elements = ContiguousArray(elements)
    let bytes = unsafe self.elements.withUnsafeBytes { unsafe $0 }
    unsafe super.init(start: bytes.isEmpty ? nil : bytes.baseAddress, byteCount: bytes.count)
  }
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
