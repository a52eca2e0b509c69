internal import CorpusStore
internal import QuerySemantics

/// True where a row stands in a relation to some row of a set.
struct RegionTest: RowTest {

  private enum Others {
    case set(RegionSet)
    case runs(RunRelation)
  }

  private let relation: RegionRelation
  private let reader: RegionReader
  private let others: Others
  /// Whether rows are asked of rows of their own table, so that none is held against itself.
  private let isOwnTable: Bool

  /// Creates a test of overlap with the rows of a set, `within`, `containing` and their kin.
  init(_ relation: RegionRelation, kind: Rows.Kind, others: RegionSet, corpus: Corpus) {
    self.relation = relation
    self.others = .set(others)
    isOwnTable = kind.isSameTable(as: others.rows.kind)
    reader = RegionReader(corpus, kind: kind)
  }

  /// Creates a test of the order to some runs, or of the distance from them.
  init(_ runs: RunRelation, _ relation: RegionRelation, kind: Rows.Kind, corpus: Corpus) {
    self.relation = relation
    others = .runs(runs)
    isOwnTable = false
    reader = RegionReader(corpus, kind: kind)
  }

  func narrow(_ places: inout [Int], of block: RowBlock) {
    switch others {
    case .set(let set) where !isOwnTable && !reader.isPieced && relation.asksForHolder:
      var hint = 0
      places.keep {
        let run = reader.envelope(of: block.ids[$0], end: block.end(at: $0))
        return (!run.isEmpty && set.hasRow(containing: run, near: &hint)) == (relation == .within)
      }
    case .set(let set): places.keep { isTrue(block.ids[$0], block.end(at: $0), set) }
    case .runs(let runs):
      places.keep {
        let run = reader.envelope(of: block.ids[$0], end: block.end(at: $0))
        return !run.isEmpty && runs.isTrue(of: run)
      }
    }
  }

  private func isTrue(_ id: RowID, _ end: UInt32?, _ set: RegionSet) -> Bool {
    if isOwnTable {
      let isFound = set.hasRow(
        relation, reader.pieces(of: id, end: end), envelope: reader.envelope(of: id, end: end),
        butFor: id)
      return isFound != (relation == .outside)
    }
    return switch relation {
    case .within: set.hasRow(containing: reader.pieces(of: id, end: end))
    case .outside: !set.hasRow(containing: reader.pieces(of: id, end: end))
    case .containing:
      set.hasRow(
        inside: reader.pieces(of: id, end: end), envelope: reader.envelope(of: id, end: end))
    case .overlapping: set.hasRow(overlapping: reader.pieces(of: id, end: end))
    case .before, .after, .near: false
    }
  }
}

extension RegionRelation {
  /// Whether it is asked what holds a row as a whole.
  fileprivate var asksForHolder: Bool { self == .within || self == .outside }
}
