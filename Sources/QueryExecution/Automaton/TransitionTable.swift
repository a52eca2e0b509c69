/// The states of an automaton that have been met, and where each leads for each class of scalars.
struct TransitionTable {

  /// The mark of a state that has not been worked out.
  static let unknown = -1

  /// The mark of a match: what follows does not count.
  static let matched = -2

  /// How many bytes are read in one go.
  static let stretch = 4096

  let classes: ScalarClasses

  /// The next state for each state and class; the class behind the last is the end of the text.
  private var transitions: [Int] = []

  init(_ classes: ScalarClasses) { self.classes = classes }

  /// The state that a state leads to.
  subscript(state: Int, symbol: Int) -> Int {
    get { transitions[state * (classes.count + 1) + symbol] }
    set { transitions[state * (classes.count + 1) + symbol] = newValue }
  }

  /// Adds a state of which nothing is known.
  mutating func addState() {
    transitions += repeatElement(Self.unknown, count: classes.count + 1)
  }

  /// Forgets all states.
  mutating func removeAll() { transitions = [] }

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
    let (table, width) = (transitions.span, classes.count + 1)
    let end = min(text.count, reading.place + Self.stretch)
    var (state, place) = (reading.state, reading.place)
    while place < end {
      let (scalar, length) = Self.scalar(at: place, in: text)
      place += length
      let symbol = classes.ofScalar(scalar)
      let next = table[state * width + symbol]
      if next < 0 {
        (reading.previous, reading.symbol) = (state, symbol)
        state = next
        break
      }
      state = next
    }
    (reading.state, reading.place) = (state, place)
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
