internal import CorpusStore

/// Finds where the longest match from each token of a run ends, in time linear in the run.
///
/// From the last token to the first it keeps, for each place in the pattern, the farthest end of a
/// match that goes on there: no start is tried again that an earlier one has tried, which is what
/// makes `[]* [x] []* [y]` slow for a matcher that goes forward from each.
struct LongestMatches {

  private let graph: PatternGraph
  private let alphabet: TokenAlphabet
  private let interruption: Interruption
  /// How many places are looked at between two looks at the wish to stop.
  private static let stride = 1 << 16

  /// The greatest number of places and tokens for which all farthest ends are kept.
  private static let greatestTable = 1 << 22

  /// For each token of the latest run and the one behind it, and each place in the pattern, the
  /// farthest end from there, 0 for none; empty where it was too long to be kept.
  private(set) var table: [UInt32] = []

  /// For each token of the latest run, the end of the longest match from it; 0 for none.
  private(set) var ends: [UInt32] = []

  init(_ graph: PatternGraph, _ alphabet: TokenAlphabet, _ interruption: Interruption) {
    self.graph = graph
    self.alphabet = alphabet
    self.interruption = interruption
  }

  /// Reads a run of tokens, given with their classes; with `keepsTable`, for all places in the
  /// pattern.
  mutating func read(
    _ run: Range<Int>, _ symbols: [Int32], keepsTable: Bool
  ) throws(Interrupted) {
    let width = graph.states.count
    let work = width + graph.flow.next.count + 1
    let isKept = keepsTable && (run.count + 1) * width <= Self.greatestTable
    ends = Array(repeating: 0, count: run.count)
    table = isKept ? Array(repeating: 0, count: (run.count + 1) * width) : []
    var behind = [UInt32](repeating: 0, count: width)
    var here = behind
    var rest = Self.stride
    let (truths, testCount) = (alphabet.truths, alphabet.testCount)
    for token in run.reversed() {
      rest -= work
      if rest < 0 {
        try interruption.check()
        rest = Self.stride
      }
      let place = token - run.lowerBound
      advance(token, Int(symbols[place]) * testCount, truths, behind, &here)
      for start in graph.starts { ends[place] = max(ends[place], here[start]) }
      if isKept { table.replaceSubrange((place * width)..<((place + 1) * width), with: here) }
      swap(&here, &behind)
    }
  }

  /// Works out the farthest ends from a token, of a class whose truths begin at `first`.
  private func advance(
    _ token: Int, _ first: Int, _ truths: [Bool], _ behind: [UInt32], _ here: inout [UInt32]
  ) {
    let (tests, isLast) = (graph.flow.tests.span, graph.flow.isLast.span)
    let (offsets, next) = (graph.flow.offsets.span, graph.flow.next.span)
    for place in tests.indices {
      var end: UInt32 = 0
      if truths[first + Int(tests[place])] {
        if isLast[place] { end = UInt32(truncatingIfNeeded: token + 1) }
        for index in Int(offsets[place])..<Int(offsets[place + 1]) {
          end = max(end, behind[Int(next[index])])
        }
      }
      here[place] = end
    }
  }
}
