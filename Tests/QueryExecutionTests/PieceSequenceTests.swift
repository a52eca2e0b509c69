import CorpusFixture
import CorpusStore
import TestSupport
import Testing

@testable import QueryExecution

@Suite struct PieceSequenceTests {

  private let interruption = Interruption()

  /// Ascending runs of tokens, of one token each or of some.
  private func places(_ count: Int, of tokens: Int, _ random: inout SeededGenerator) -> Rows {
    let starts = Set((0..<count).map { _ in random.below(max(1, tokens)) }).sorted()
    return Rows(
      .matches, starts.map { RowID(UInt32($0)) },
      ends: starts.map { UInt32(min(tokens, $0 + 1 + random.below(4))) })
  }

  @Test(arguments: 0..<40)
  func `rows with a match are found from the matches and from the rows`(seed: UInt64) throws {
    let corpus = RandomCorpus.make(seed: seed, documents: 30)
    var random = SeededGenerator(seed: seed)
    for table in [Table.paragraphs, .sentences, .documents, .quotes] {
      guard let pieces = try PieceSequence(table, corpus, interruption) else { continue }
      let matches = places(300, of: corpus.tokens.count, &random)
      let held = rows(of: table, corpus, matches) { !$0.isEmpty && $0.clamped(to: $1) == $1 }
      #expect(
        try pieces.rows(containing: TextPlaces(matches), among: nil, interruption) == held)
      let some = (0..<corpus.rowCount(of: table)).filter { _ in random.below(5) == 0 }
        .map { RowID(UInt32($0)) }
      let found = try pieces.rows(
        containing: TextPlaces(matches), among: FrozenArray(some), interruption)
      #expect(found.filter(some.contains) == held.filter(some.contains))
      let touched = rows(of: table, corpus, matches) { $0.overlaps($1) }
      #expect(try pieces.rows(overlapping: TextPlaces(matches), interruption) == touched)
    }
  }

  /// The rows of which a piece stands in a relation to some match, each looked at.
  private func rows(
    of table: Table, _ corpus: Corpus, _ matches: Rows,
    where isRelated: (Range<Int>, Range<Int>) -> Bool
  ) -> [RowID] {
    (0..<corpus.rowCount(of: table)).map { RowID(UInt32($0)) }.filter { row in
      let runs =
        table == .quotes
        ? corpus.quotePieces.tokens(of: row)
        : corpus.regions(of: table).map { [$0.tokens(of: row)] } ?? []
      return matches.ids.indices.contains { place in
        let match = matches.ids[place].index..<Int(matches.ends[place])
        return !match.isEmpty && runs.contains { isRelated($0, match) }
      }
    }
  }
}
