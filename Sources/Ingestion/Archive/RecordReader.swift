/// A record that cannot be read: it ends too early, or holds what no writer writes.
package struct RecordError: Error, Hashable, Sendable {
  /// Creates the error.
  package init() {}
}

/// Reads what `RecordWriter` has written, and throws where it is damaged.
package struct RecordReader {

  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var strings: [String] = []

  /// Creates a reader of a record.
  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The number of bytes that are left.
  package var rest: Int { bytes.endIndex - position }

  /// Reads a byte.
  package mutating func byte() throws(RecordError) -> UInt8 {
    guard position < bytes.endIndex else { throw RecordError() }
    position += 1
    return bytes[position - 1]
  }

  /// Reads a number.
  package mutating func number() throws(RecordError) -> UInt64 {
    var result: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let next = try byte()
      result |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return result }
    }
    throw RecordError()
  }

  /// Reads a number of 32 bits.
  package mutating func uint32() throws(RecordError) -> UInt32 {
    guard let result = UInt32(exactly: try number()) else { throw RecordError() }
    return result
  }

  /// Reads an index, or nil where there is none.
  mutating func index() throws(RecordError) -> UInt32? {
    let number = try number()
    guard number > 0 else { return nil }
    guard let result = UInt32(exactly: number - 1) else { throw RecordError() }
    return result
  }

  /// Reads a number of either sign.
  mutating func signed() throws(RecordError) -> Int {
    let number = try number()
    return Int(truncatingIfNeeded: Int64(bitPattern: number >> 1) ^ -Int64(number & 1))
  }

  /// Reads the number of things that follow, each of at least one byte.
  package mutating func count() throws(RecordError) -> Int {
    guard let result = Int(exactly: try number()), result <= rest else { throw RecordError() }
    return result
  }

  /// Reads a number of fixed length.
  package mutating func fixed<Number: FixedWidthInteger>(
    _ type: Number.Type
  ) throws(RecordError) -> Number {
    var result: Number = 0
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      result |= Number(truncatingIfNeeded: try byte()) << Number(shift)
    }
    return result
  }

  /// Reads bytes that have their number before them.
  package mutating func run() throws(RecordError) -> ArraySlice<UInt8> { try raw(try count()) }

  /// Reads so many bytes.
  mutating func raw(_ count: Int) throws(RecordError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest else { throw RecordError() }
    position += count
    return bytes[position - count..<position]
  }

  /// Reads a string.
  package mutating func string() throws(RecordError) -> String { try string(numbered: try place()) }

  /// Reads a string, or nil where there is none.
  package mutating func optionalString() throws(RecordError) -> String? {
    let number = try place()
    return number == 0 ? nil : try string(numbered: number - 1)
  }

  /// Reads the number of a string, or what stands for it.
  mutating func place() throws(RecordError) -> Int {
    guard let result = Int(exactly: try number()) else { throw RecordError() }
    return result
  }

  /// Returns the string of a number; a new number has its string behind it.
  mutating func string(numbered number: Int) throws(RecordError) -> String {
    if strings.indices.contains(number) { return strings[number] }
    guard number == strings.count else { throw RecordError() }
    strings.append(String(decoding: try run(), as: UTF8.self))
    return strings[number]
  }

  /// Reads strings.
  package mutating func texts() throws(RecordError) -> [String] {
    var result: [String] = []
    for _ in 0..<(try count()) { result.append(try string()) }
    return result
  }

  /// Reads one of the cases of an enumeration, which is a byte.
  mutating func oneOf<Value>(_ values: [Value]) throws(RecordError) -> Value {
    let index = Int(try byte())
    guard values.indices.contains(index) else { throw RecordError() }
    return values[index]
  }
}
