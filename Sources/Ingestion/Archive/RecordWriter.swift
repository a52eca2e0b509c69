/// Writes the numbers and strings of one record, compactly.
///
/// Numbers are of variable length (LEB128), and a string that has been written before is a number.
package struct RecordWriter {

  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  private var strings: [String: Int] = [:]

  /// Creates an empty record.
  package init() {}

  /// Writes a number, seven bits a byte, the lowest first.
  package mutating func append(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a count.
  package mutating func append(_ count: Int) { append(UInt64(bitPattern: Int64(count))) }

  /// Writes a number.
  package mutating func append(_ number: UInt32) { append(UInt64(number)) }

  /// Writes an index, or that there is none.
  mutating func append(_ index: UInt32?) { append(index.map { UInt64($0) + 1 } ?? 0) }

  /// Writes a number of either sign, small ones short (zigzag).
  mutating func append(signed number: Int) {
    let number = Int64(number)
    append(UInt64(bitPattern: (number << 1) ^ (number >> 63)))
  }

  /// Writes a byte as it is.
  package mutating func append(byte: UInt8) { bytes.append(byte) }

  /// Writes a number of fixed length, the lowest byte first.
  package mutating func append<Number: FixedWidthInteger>(fixed number: Number) {
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
    }
  }

  /// Writes bytes with their number before them.
  package mutating func append(run: [UInt8]) {
    append(run.count)
    bytes += run
  }

  /// Writes bytes as they are.
  mutating func append(raw run: ArraySlice<UInt8>) { bytes += run }

  /// Writes a string: its number where it has been written before, else a new number and itself.
  package mutating func append(_ text: String) { append(text, above: 0) }

  /// Writes a string, or that there is none.
  package mutating func append(_ text: String?) {
    if let text { append(text, above: 1) } else { append(0) }
  }

  /// Writes a string, its number raised so that smaller ones can mean something else.
  mutating func append(_ text: String, above base: Int) {
    if let number = strings[text] { return append(base + number) }
    append(base + strings.count)
    strings[text] = strings.count
    append(run: Array(text.utf8))
  }

  /// Writes strings with their number before them.
  package mutating func append(_ texts: [String]) {
    append(texts.count)
    for text in texts { append(text) }
  }
}
