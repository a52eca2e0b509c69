/// A text that grows by words, which are copied eight bytes at a time.
struct GrowingText {

  /// The text, and room behind it.
  private var room: [UInt8] = []

  /// The number of bytes.
  private(set) var count = 0

  /// The text.
  var bytes: [UInt8] { Array(room[..<count]) }

  /// Appends a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    makeRoom(1)
    room[count] = byte
    count += 1
  }

  /// Appends a part of other bytes.
  @inline(__always)
  mutating func append(_ other: Span<UInt8>, _ range: Range<Int>) {
    // What is copied beyond the end is written over by what comes next.
    makeRoom(range.count + 8)
    var place = count
    count += range.count
    var span = room.mutableSpan
    var target = unsafe span.mutableBytes
    var start = range.lowerBound
    while start < range.upperBound {
      let word = other.word(start..<range.upperBound).littleEndian
      target.storeBytes(of: word, toByteOffset: place, as: UInt64.self)
      place &+= 8
      start &+= 8
    }
  }

  @inline(__always)
  private mutating func makeRoom(_ more: Int) {
    if room.count - count < more { grow(by: more) }
  }

  private mutating func grow(by more: Int) {
    room.append(contentsOf: repeatElement(0, count: max(1024, room.count, more)))
  }
}
