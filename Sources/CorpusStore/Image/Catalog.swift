/// Puts numbers and strings one behind the other.
struct CatalogEncoder {

  /// What was put.
  private(set) var bytes: [UInt8] = []

  /// Appends a number that is not negative (LEB128).
  mutating func put(_ value: Int) {
    var rest = UInt(bitPattern: value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends a string.
  mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes += Array(text.utf8)
  }
}

/// Reads what a `CatalogEncoder` put, in the same order, out of the memory of an image.
///
/// Nothing that it is given makes it trap: what cannot be is `ImageError.damaged`.
struct CatalogDecoder {

  private let memory: FrozenMemory
  private let bytes: FrozenArray<UInt8>
  private var place = 0

  init(_ bytes: FrozenArray<UInt8>, in memory: FrozenMemory) {
    self.bytes = bytes
    self.memory = memory
  }

  /// What is thrown wherever the catalog does not hold together.
  static let damage = ImageError.damaged(section: "catalog")

  /// Reads a number that is not negative.
  mutating func number() throws(ImageError) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 63 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      guard byte >= 0x80 else {
        guard let number = Int(exactly: value) else { break }
        return number
      }
      shift += 7
    }
    throw Self.damage
  }

  /// Reads a number below a bound.
  mutating func number(below bound: Int) throws(ImageError) -> Int {
    let value = try number()
    guard value < bound else { throw Self.damage }
    return value
  }

  /// Reads a string.
  mutating func string() throws(ImageError) -> String {
    let count = try number()
    guard count <= bytes.count - place else { throw Self.damage }
    defer { place += count }
    return String(decoding: bytes.extracting(place..<place + count), as: UTF8.self)
  }

  /// Reads where an array stands, and takes it in place.
  mutating func array<Element>() throws(ImageError) -> FrozenArray<Element> {
    let count = try number()
    guard count > 0 else { return [] }
    let offset = try number()
    let size = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    let end = offset.addingReportingOverflow(size.partialValue)
    guard !size.overflow, !end.overflow, end.partialValue <= memory.byteCount,
      let array = FrozenArray<Element>(memory, bytes: offset..<end.partialValue)
    else { throw Self.damage }
    return array
  }

  /// Reads where an array stands that must have so many elements.
  mutating func array<Element>(count: Int) throws(ImageError) -> FrozenArray<Element> {
    let array: FrozenArray<Element> = try array()
    guard array.count == count else { throw Self.damage }
    return array
  }
}
