/// The columns of a line that stand between tabs.
struct LineColumns {

  /// The most columns that are told apart.
  private static let mostColumns = 11

  /// Where the line starts, and where it ends, its line end left out.
  private(set) var line = 0..<0

  /// Where the first columns start, behind the last as if there was one more, and room for as many as a
  /// step may find.
  private var starts = InlineArray<20, Int>(repeating: 0)
  private var tabCount = 0

  /// Finds the columns of a line, eight bytes at a time.
  @inline(__always)
  mutating func find(in bytes: Span<UInt8>, _ line: Range<Int>) {
    self.line = line
    let raw = unsafe bytes.bytes
    var found = 0
    var place = line.lowerBound
    starts[0] = place
    while line.upperBound &- place >= 8 {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      add(UInt64(littleEndian: word).marks(of: 0x09), place, &found)
      place &+= 8
    }
    add(bytes.word(place..<line.upperBound).marks(of: 0x09), place, &found)
    tabCount = found
    // In bounds: at most ten are found.
    for index in found &+ 1...Self.mostColumns {
      unsafe starts[unchecked: index] = line.upperBound &+ 1
    }
  }

  /// Adds the tabs that are marked in eight bytes from a place on.
  ///
  /// Four are written in any case, for the processor cannot foresee how many there are.
  @inline(__always)
  private mutating func add(_ marks: UInt64, _ place: Int, _ found: inout Int) {
    var rest = marks
    let count = Int(truncatingIfNeeded: ((marks &>> 7) &* 0x0101_0101_0101_0101) &>> 56)
    // In bounds: at most ten are found, and eight more written.
    for offset in 1...4 {
      unsafe starts[unchecked: found &+ offset] = place &+ rest.trailingZeroBitCount &>> 3 &+ 1
      rest &= rest &- 1
    }
    if count > 4 {
      for offset in 5...8 {
        unsafe starts[unchecked: found &+ offset] = place &+ rest.trailingZeroBitCount &>> 3 &+ 1
        rest &= rest &- 1
      }
    }
    found = min(found &+ count, Self.mostColumns - 1)
  }

  /// The number of columns, as far as they are told apart.
  var count: Int { tabCount + 1 }

  /// Returns where a column stands; an empty place where the line has fewer.
  @inline(__always)
  subscript(_ index: Int) -> Range<Int> {
    guard index < Self.mostColumns else { return line.upperBound..<line.upperBound }
    let end = starts[index + 1] &- 1
    return min(starts[index], end)..<end
  }
}

extension Span<UInt8> {

  /// Returns the bytes of a range, or the first eight of it, as a number, the first lowest.
  @inline(__always)
  func word(_ range: Range<Int>) -> UInt64 {
    let length = range.upperBound &- range.lowerBound
    guard range.lowerBound >= 0, count &- range.lowerBound >= 8, length > 0 else {
      return wordAtEnd(range)
    }
    // Eight bytes are loaded at once, and those behind the range put away.
    let raw = unsafe bytes
    let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self)
    let behind = UInt64(truncatingIfNeeded: 8 &* Swift.max(0, 8 &- length))
    return UInt64(littleEndian: word) & (.max &>> behind)
  }

  /// The same near the end of the bytes, apart from what is done for nearly all words.
  @inline(never)
  private func wordAtEnd(_ range: Range<Int>) -> UInt64 {
    range.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64(self[$1]) }
  }

  /// Whether a byte, which is not zero, stands in a range.
  @inline(__always)
  func holds(_ byte: UInt8, in range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      if word(start..<range.upperBound).marks(of: byte) != 0 { return true }
      start &+= 8
    }
    return false
  }
}

extension UInt64 {

  /// Returns the upper bit of each of eight bytes that is `byte`, and no other bit.
  @inline(__always)
  func marks(of byte: UInt8) -> UInt64 {
    let (ones, lows): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x7F7F_7F7F_7F7F_7F7F)
    let rest = self ^ (ones &* UInt64(byte))
    // What is added to seven bits reaches the eighth, and no other byte, unless all are zero (Warren,
    // Hacker's Delight 6-1).
    return ~((rest & lows) &+ lows | rest | lows)
  }
}
