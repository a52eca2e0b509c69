internal import CorpusStore

/// Ascending runs of tokens, each of one token at least.
struct TextPlaces: Sendable {

  private let starts: FrozenArray<RowID>
  /// The token behind each; none where each is one token.
  private let ends: FrozenArray<UInt32>

  /// Takes runs of one token each.
  init(tokens: FrozenArray<RowID>) { (starts, ends) = (tokens, []) }

  /// Takes matches.
  ///
  /// - Precondition: they ascend.
  init(_ matches: Rows) {
    starts = FrozenArray(matches.ids)
    ends = FrozenArray(matches.ends)
  }

  /// The number of runs.
  var count: Int { starts.count }

  /// Whether each run is known to be of one token.
  var areTokens: Bool { ends.isEmpty }

  /// Returns the first token of a run.
  @inline(__always)
  func start(at place: Int) -> UInt32 { starts[place].rawValue }

  /// Returns the token behind the last of a run.
  @inline(__always)
  func end(at place: Int) -> UInt32 {
    ends.isEmpty ? starts[place].rawValue + 1 : ends[place]
  }

  /// Whether some run, from one place on, begins and ends between two tokens.
  @inline(__always)
  func hasPlace(from first: Int, inside run: Range<UInt32>) -> Bool {
    var place = first
    while place < count, start(at: place) < run.upperBound {
      if end(at: place) <= run.upperBound { return true }
      place += 1
    }
    return false
  }
}
