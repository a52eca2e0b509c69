internal import CorpusStore
internal import QueryPlanning

/// Finds the rows from which a chain of links leads to a row: the links, gone back.
final class LinkWalker {

  /// A link, with what is needed to go back along it.
  private enum Step {
    /// The rows that have a code of this column, found by the row that the code stands for.
    case pointing(PostingIndex, ColumnDictionary)
    /// The rows that a column leads to.
    case pointedAt(Column)
    /// The rows whose values of a column are the name of the row.
    case calling(PostingIndex, ColumnDictionary, names: CodeColumn)
    /// The rows whose names are values of a column.
    case called(Column, names: CodeColumn)
    /// The rows of a set that share a token with the row.
    case touching(RegionSet, RegionReader)
    /// No row: the attribute has no codes.
    case nowhere
  }

  private var steps: [Step] = []
  /// For each step, when each row that it leads back to was last met.
  private var met: [[UInt32]] = []
  private let interruption: Interruption
  /// How many rows may be added before the next look at the wish to stop.
  private var rest = 0
  private var present: [RowID] = []
  private var previous: [RowID] = []

  /// Creates a walker along a route from the rows of a table.
  init(_ route: [PlanOperation], from table: Table, _ execution: Execution) throws(Interrupted) {
    interruption = execution.interruption
    var here = table
    for link in route {
      let (step, next) = try Self.step(link, from: here, execution)
      steps.append(step)
      met.append(
        try interruption.list(repeating: 0, count: execution.corpus.rowCount(of: here)))
      here = next
    }
  }

  /// Calls `body` with each row from which the links lead to `row`, but for those on whose way a row
  /// lies that was met with the same `mark`, which is above 0.
  func forEachOrigin(
    of row: RowID, mark: UInt32, _ body: (RowID) -> Void
  ) throws(Interrupted) {
    present = [row]
    for place in steps.indices.reversed() {
      previous.removeAll(keepingCapacity: true)
      for row in present {
        let count = previous.count
        step(back: steps[place], from: row, place, mark)
        rest -= previous.count - count + 16
        if rest < 0 {
          try interruption.check()
          rest = 1 << 14
        }
      }
      swap(&present, &previous)
    }
    try interruption.forEachStretch(of: present.indices) { stretch in
      for row in present[stretch] { body(row) }
    }
  }

  private func step(back step: Step, from row: RowID, _ place: Int, _ mark: UInt32) {
    switch step {
    case .pointing(let postings, let dictionary):
      if let code = dictionary.code(of: row.rawValue) {
        for row in postings.rows(of: Int(code)) { add(row, place, mark) }
      }
    case .pointedAt(let column):
      forEachCode(of: row, column) { add($1.row(of: $0), place, mark) }
    case .calling(let postings, let dictionary, let names):
      let name = names.values[row.index]
      guard name != CodeColumn.missing,
        let code = dictionary.code(of: names.dictionary.entries[Int(name)])
      else { return }
      for row in postings.rows(of: Int(code)) { add(row, place, mark) }
    case .called(let column, let names):
      forEachCode(of: row, column) { code, dictionary in
        guard let name = names.dictionary.code(of: dictionary.entries[Int(code)]) else { return }
        for row in names.dictionary.postings.rows(of: Int(name)) { add(row, place, mark) }
      }
    case .touching(let set, let reader):
      let pieces = reader.pieces(of: row, end: nil)
      set.forEachRow(overlapping: pieces) { add(set.rows.ids[$0], place, mark) }
    case .nowhere: break
    }
  }

  @inline(__always)
  private func add(_ row: RowID, _ place: Int, _ mark: UInt32) {
    if met[place][row.index] == mark { return }
    met[place][row.index] = mark
    previous.append(row)
  }

  private func forEachCode(
    of row: RowID, _ column: Column, _ body: (UInt32, ColumnDictionary) -> Void
  ) {
    switch column {
    case .codes(let column):
      let code = column.values[row.index]
      if code != CodeColumn.missing { body(code, column.dictionary) }
    case .codeLists(let column):
      for code in column.codes(of: row) { body(code, column.dictionary) }
    case .integers, .decimals, .dates, .texts: break
    }
  }

  private static func step(
    _ link: PlanOperation, from table: Table, _ execution: Execution
  ) throws(Interrupted) -> (Step, Table) {
    let corpus = execution.corpus
    switch link {
    case .following(let attribute):
      guard let dictionary = corpus.dictionary(of: attribute),
        case .reference(let next) = attribute.type
      else { break }
      return (.pointing(dictionary.postings, dictionary), next)
    case .referring(let attribute):
      guard let column = corpus.column(of: attribute) else { break }
      return (.pointedAt(column), attribute.table)
    case .named(let attribute, let next):
      guard let dictionary = corpus.dictionary(of: attribute),
        case .codes(let names)? = corpus.column("name", of: next)
      else { break }
      return (.calling(dictionary.postings, dictionary, names: names), next)
    case .naming(let attribute, let from):
      guard let column = corpus.column(of: attribute),
        case .codes(let names)? = corpus.column("name", of: from)
      else { break }
      return (.called(column, names: names), attribute.table)
    case .overlapping(let next):
      let set = try execution.evaluator.regionSet(of: table, execution.interruption)
      return (.touching(set, RegionReader(corpus, kind: .table(next))), next)
    case .scan, .empty, .postings, .pairedPostings, .dateRange, .phrase, .pattern, .intersection,
      .union, .filter, .regionJoin, .sort, .topRows, .top, .limit, .sample, .count, .timeline,
      .select, .concordance, .distinct, .similar, .combine, .chart, .summarize, .rate, .collocates,
      .keywords, .compare, .pairs:
      break
    }
    return (.nowhere, table)
  }
}
