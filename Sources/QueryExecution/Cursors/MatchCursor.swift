internal import CorpusStore
internal import QuerySemantics

/// A stream of runs of tokens, ascending by their first, that is read a block at a time.
protocol MatchCursor {

  /// Returns the next matches, `count` at most; none at the end.
  mutating func next(_ count: Int) throws(Interrupted) -> RowBlock
}

extension MatchCursor {

  /// Reads the cursor to its end.
  mutating func drain(blockSize: Int) throws(Interrupted) -> Rows {
    var rows = Rows(.matches, [])
    while true {
      let block = try next(blockSize)
      if block.ids.isEmpty { return rows }
      rows.ids += block.ids
      rows.ends += block.ends
    }
  }
}

/// Finds the matches of a sequence of brackets, or of the words of a phrase: first in a short part
/// of the text, then in longer ones, so that who wants a few does not wait for all.
struct SequenceMatches: MatchCursor {

  private let search: SequenceSearch
  private var found = FoundMatches(Rows(.matches, []))
  /// The number of tokens that have been searched.
  private(set) var searchedCount = 0
  /// How long the part is that is searched next.
  private var width: Int
  /// The token behind the last of all matches so far.
  private var last: UInt32 = 0

  /// How many times longer each part is than the one before it.
  private static let growth = 16

  /// Creates the cursor, whose first part has so many tokens.
  init(_ search: SequenceSearch, width: Int = SequenceSearch.partWidth * 4) {
    self.search = search
    self.width = width
  }

  mutating func next(_ count: Int) throws(Interrupted) -> RowBlock {
    while found.isAtEnd, searchedCount < search.whole.upperBound {
      let end = min(search.whole.upperBound, searchedCount + width)
      // What lies inside a match of an earlier part is none.
      let rows = try search.matches(startingIn: searchedCount..<end).dropping(endingBy: last)
      last = rows.ends.last ?? last
      found = FoundMatches(rows)
      (searchedCount, width) = (end, width * Self.growth)
    }
    return found.next(count)
  }
}

/// Passes on matches that were found before.
struct FoundMatches: MatchCursor {

  private let rows: Rows
  private var position = 0

  init(_ rows: Rows) { self.rows = rows }

  /// Whether all have been passed on.
  var isAtEnd: Bool { position == rows.count }

  mutating func next(_ count: Int) -> RowBlock {
    let next = position..<min(rows.count, position + count)
    position = next.upperBound
    if next == rows.ids.indices { return RowBlock(rows.ids, ends: rows.ends) }
    return RowBlock(Array(rows.ids[next]), ends: Array(rows.ends[next]))
  }
}

/// Yields the matches of which all tests are true.
struct FilteredMatches: MatchCursor {

  private var input: any MatchCursor
  private let tests: [any RowTest]
  private let blockSize: Int
  private var block = RowBlock([])
  private var places: ArraySlice<Int> = []

  init(_ input: any MatchCursor, _ tests: [any RowTest], blockSize: Int) {
    self.input = input
    self.tests = tests
    self.blockSize = blockSize
  }

  mutating func next(_ count: Int) throws(Interrupted) -> RowBlock {
    while places.isEmpty {
      block = try input.next(blockSize)
      if block.ids.isEmpty { return block }
      places = try block.places(keptBy: tests)[...]
    }
    let taken = places.prefix(count)
    places = places.dropFirst(count)
    return RowBlock(taken.map { block.ids[$0] }, ends: taken.map { block.ends[$0] })
  }
}

/// Yields the first matches and reads no further.
struct LimitedMatches: MatchCursor {

  private var input: any MatchCursor
  private var rest: Int

  init(_ input: any MatchCursor, count: Int) {
    self.input = input
    rest = count
  }

  mutating func next(_ count: Int) throws(Interrupted) -> RowBlock {
    guard min(count, rest) > 0 else { return RowBlock([]) }
    let block = try input.next(min(count, rest))
    rest -= block.ids.count
    return block
  }
}

/// Passes matches on, and reports how many there were and how long they took.
struct MeasuredMatches: MatchCursor {

  private var input: any MatchCursor
  private let index: Int
  private let recorder: ExecutionRecorder
  private let interruption: Interruption

  init(
    _ input: any MatchCursor, operator index: Int, recorder: ExecutionRecorder,
    interruption: Interruption
  ) {
    self.input = input
    self.index = index
    self.recorder = recorder
    self.interruption = interruption
  }

  mutating func next(_ count: Int) throws(Interrupted) -> RowBlock {
    try interruption.check()
    let start = recorder.now
    let block = try input.next(count)
    recorder.add(index, rows: block.ids.count, since: start)
    return block
  }
}
