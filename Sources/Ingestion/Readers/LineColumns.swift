/// The columns of a line that stand between tabs.
struct LineColumns {

  /// The most columns that are told apart.
  private static let mostColumns = 11

  /// Where the line starts, and where it ends, its line end left out.
  private(set) var line = 0..<0

  /// Where the first tabs stand, and room for as many as a step may find.
  private var tabs = InlineArray<18, Int>(repeating: 0)
  private var tabCount = 0

  /// Finds the columns of a line, eight bytes at a time.
  @inline(__always)
  mutating func find(in bytes: Span<UInt8>, _ line: Range<Int>) {
    self.line = line
    let raw = unsafe bytes.bytes
    var found = 0
    var place = line.lowerBound
    while line.upperBound &- place >= 8 {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      add(UInt64(littleEndian: word).marks(of: 0x09), place, &found)
      place &+= 8
    }
    let rest = line.upperBound &- place
    if rest > 0, bytes.count &- place >= 8 {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      let ofLine = UInt64.max >> UInt64(truncatingIfNeeded: 8 &* (8 &- rest))
      add(UInt64(littleEndian: word).marks(of: 0x09) & ofLine, place, &found)
    } else {
      for place in place..<line.upperBound where bytes[place] == 0x09 { add(0x80, place, &found) }
    }
    tabCount = found
  }

  /// Adds the tabs that are marked in eight bytes from a place on.
  ///
  /// Four are written in any case, for the processor cannot foresee how many there are.
  @inline(__always)
  private mutating func add(_ marks: UInt64, _ place: Int, _ found: inout Int) {
    var rest = marks
    let count = Int(truncatingIfNeeded: ((marks &>> 7) &* 0x0101_0101_0101_0101) &>> 56)
    // In bounds: at most ten are found, and eight more written.
    for offset in 0..<4 {
      unsafe tabs[unchecked: found &+ offset] = place &+ rest.trailingZeroBitCount &>> 3
      rest &= rest &- 1
    }
    if count > 4 {
      for offset in 4..<8 {
        unsafe tabs[unchecked: found &+ offset] = place &+ rest.trailingZeroBitCount &>> 3
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
    guard index <= tabCount else { return line.upperBound..<line.upperBound }
    let first = index == 0 ? line.lowerBound : tabs[index - 1] + 1
    let last = index < tabCount ? tabs[index] : line.upperBound
    return first..<max(first, last)
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
