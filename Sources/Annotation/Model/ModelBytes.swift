internal import CMatrix

/// A bounded view of memory that does not change: a part of the embedded model, or bytes it owns.
///
/// What lies outside reads as zero, so that a damaged model gives wrong numbers and never a trap.
@safe
package struct ModelBytes: @unchecked Sendable {

  /// The number of bytes.
  package let count: Int

  private let base: UnsafeRawPointer?

  /// What keeps the memory alive; nil for memory that lives for ever.
  private let owner: Storage?

  /// A view of nothing.
  package static let empty = ModelBytes([])

  /// Creates a view of memory that lives as long as the program.
  package init(forever start: UnsafePointer<UInt8>?, count: Int) {
    unsafe base = UnsafeRawPointer(start)
    self.count = count
    owner = nil
  }

  /// Creates a view of a copy of `bytes`.
  package init(_ bytes: [UInt8]) {
    let storage = Storage(bytes)
    unsafe base = UnsafeRawPointer(storage.memory.baseAddress)
    count = bytes.count
    owner = storage
  }

  private init(base: UnsafeRawPointer?, count: Int, owner: Storage?) {
    unsafe self.base = base
    self.count = count
    self.owner = owner
  }

  /// Returns the part from `offset`, or nil where it does not lie inside.
  package func part(_ offset: Int, _ count: Int) -> ModelBytes? {
    guard offset >= 0, count >= 0, offset <= self.count, count <= self.count - offset else {
      return nil
    }
    return unsafe ModelBytes(base: base.map { unsafe $0 + offset }, count: count, owner: owner)
  }

  /// The byte at an offset.
  package subscript(offset: Int) -> UInt8 { load(offset) ?? 0 }

  /// The little-endian number at an offset.
  package func uint16(_ offset: Int) -> UInt16 { UInt16(littleEndian: load(offset) ?? 0) }

  /// The little-endian number at an offset.
  package func uint32(_ offset: Int) -> UInt32 { UInt32(littleEndian: load(offset) ?? 0) }

  /// The little-endian number at an offset.
  package func uint64(_ offset: Int) -> UInt64 { UInt64(littleEndian: load(offset) ?? 0) }

  /// The number at an offset.
  package func float(_ offset: Int) -> Float { Float(bitPattern: uint32(offset)) }

  /// Real numbers from an offset, of each of which the upper sixteen bits were kept.
  package func shortFloats(_ offset: Int, count: Int) -> [Float] {
    guard offset >= 0, offset < self.count else { return [Float](repeating: 0, count: count) }
    let inside = min(count, (self.count - offset) / 2)
    return unsafe [Float](unsafeUninitializedCapacity: count) { floats, written in
      unsafe withMemory { bytes in
        if let out = floats.baseAddress, let halves = bytes.baseAddress {
          unsafe matrix_widen(out, halves + offset, inside)
        }
      }
      unsafe floats[inside...].initialize(repeating: 0)
      written = count
    }
  }

  /// Calls `body` with the memory itself, for loops that have checked their bounds.
  @unsafe
  func withMemory<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let result = unsafe body(UnsafeRawBufferPointer(start: base, count: count))
    withExtendedLifetime(owner) {}
    return result
  }

  private func load<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int) -> Number? {
    guard offset >= 0, offset <= count - MemoryLayout<Number>.size, let base = unsafe base else {
      return nil
    }
    return unsafe base.loadUnaligned(fromByteOffset: offset, as: Number.self)
  }
}

/// Memory of its own, aligned as the sections of a container are.
@safe
private final class Storage: @unchecked Sendable {

  let memory: UnsafeMutableRawBufferPointer

  init(_ bytes: [UInt8]) {
    unsafe memory = .allocate(byteCount: bytes.count, alignment: 64)
    unsafe memory.copyBytes(from: bytes)
  }

  deinit { unsafe memory.deallocate() }
}
