internal import CorpusStore

/// The states of an automaton that have been met, and where each leads for each class of scalars.
///
/// The number of a state is where its row begins, so that to read on is one sum and one load.
struct TransitionTable: Sendable {

  /// The mark of a state that has not been worked out; it leads nowhere else.
  static let unknown = 0

  /// How many bytes are read in one go.
  static let stretch = 4096

  let classes: ScalarClasses

  /// The length of a row: a place for each class, for the end of the text, and for the bytes that are
  /// no scalars by themselves.
  private let width: Int

  /// The class of each byte that is a scalar.
  private let byteClasses: [UInt16]

  private var transitions: [UInt32]

  init(_ classes: ScalarClasses) {
    self.classes = classes
    width = classes.count + 2
    let multibyte = UInt16(truncatingIfNeeded: classes.count + 1)
    byteClasses = (0..<256).map { byte in
      byte < 0x80 ? UInt16(truncatingIfNeeded: classes.ofScalar(UInt32(byte))) : multibyte
    }
    transitions = []
    removeAll()
  }

  /// The mark of a match: what follows does not count.
  var matched: Int { width }

  /// The state that was added first, and so on.
  func state(_ index: Int) -> Int { (index + 2) * width }

  /// How many states were added before one.
  func index(of state: Int) -> Int { state / width - 2 }

  /// The class that stands for the end of the text.
  var end: Int { classes.count }

  /// The state that a state leads to.
  subscript(state: Int, symbol: Int) -> Int {
    get { Int(transitions[state + symbol]) }
    set { transitions[state + symbol] = UInt32(truncatingIfNeeded: newValue) }
  }

  /// Adds a state of which nothing is known.
  mutating func addState() {
    transitions += repeatElement(UInt32(Self.unknown), count: width)
  }

  /// Forgets all states.
  mutating func removeAll() {
    transitions = Array(repeating: UInt32(Self.unknown), count: width)
    transitions += repeatElement(UInt32(truncatingIfNeeded: matched), count: width)
  }

  /// How far a text has been read.
  struct Reading {
    var state: Int
    var place = 0
    /// The class that was read last, and the state before it.
    var symbol = 0
    var previous = 0
  }

  /// Reads on until the state is not known or a match, for a stretch of text at most.
  func read(_ text: Span<UInt8>, _ reading: inout Reading) {
    let table = transitions.span
    let end = min(text.count, reading.place + Self.stretch)
    var (state, place) = (reading.state, reading.place)
    while place < end {
      let (scalar, length) = Self.scalar(at: place, in: text)
      place += length
      let symbol = classes.ofScalar(scalar)
      let next = Int(table[state + symbol])
      if next <= matched {
        (reading.previous, reading.symbol) = (state, symbol)
        state = next
        break
      }
      state = next
    }
    (reading.state, reading.place) = (state, place)
  }

  /// Reads some strings from a state on.
  ///
  /// Nothing branches on what is read, so that a core begins with the next string before it is
  /// through with one.
  ///
  /// - Returns: The strings that lead to a match, and those of which that has not been worked out.
  func read(
    _ part: Range<Int>, of strings: PooledStrings, from first: Int, _ interruption: Interruption
  ) throws(Interrupted) -> (found: Bitmap, unknown: [Int]) {
    var found = Bitmap(count: strings.count)
    var unknown: [Int] = []
    try interruption.forEachStretch(of: part) { stretch in
      let (table, byteClasses, bytes) = (transitions.span, byteClasses.span, strings.bytes.span)
      for string in stretch {
        var state = first
        for place in strings.range(of: string) {
          state = Int(table[state + Int(byteClasses[Int(bytes[place])])])
        }
        let end = Int(table[state + self.end])
        found.insert(string, if: end == matched)
        if end == Self.unknown { unknown.append(string) }
      }
    }
    return (found, unknown)
  }

  /// Returns the scalar at a place; what is no UTF-8 counts byte by byte.
  @inline(__always)
  private static func scalar(at place: Int, in text: Span<UInt8>) -> (UInt32, Int) {
    let first = text[place]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC0, place + length <= text.count else { return (0xFFFD, 1) }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for i in 1..<length { scalar = scalar << 6 | UInt32(text[place + i] & 0x3F) }
    return (scalar, length)
  }
}
