/// Output as it grows.
struct ByteBuffer {

  private(set) var bytes: [UInt8] = []

  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func write(byte: UInt8) { bytes.append(byte) }

  mutating func write(bytes run: [UInt8]) { bytes.append(contentsOf: run) }

  mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  /// Takes blanks off the end of the line that is being written.
  mutating func trimBlanks() {
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
  }
}
