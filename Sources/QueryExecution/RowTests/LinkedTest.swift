internal import CorpusStore
internal import QueryPlanning
internal import QuerySemantics

/// Rows of another table that may belong to a row, and what is asked of them.
struct LinkedRows {
  let table: Table
  let entityType: UInt32?
  let condition: BoundPredicate
}

/// True where a row is in a set.
struct MemberTest: RowTest {
  let members: Bitmap
  func narrow(_ places: inout [Int], of block: RowBlock) {
    places.keep { members.contains(block.ids[$0].index) }
  }
}

/// True where of the rows that a match touches, and of those that belong to them, so many are in a
/// set.
struct LinkedMatchTest: RowTest {

  private let count: LinkedCount
  private let touched: RegionSet
  private let links: LinkLists
  private let interruption: Interruption

  init(
    _ count: LinkedCount, touched: RegionSet, links: LinkLists, _ interruption: Interruption
  ) {
    self.count = count
    self.touched = touched
    self.links = links
    self.interruption = interruption
  }

  func narrow(_ places: inout [Int], of block: RowBlock) throws(Interrupted) {
    try places.keep { (place) throws(Interrupted) in
      try interruption.check()
      let start = block.ids[place].rawValue
      let run = TokenRun(start: start, end: block.end(at: place) ?? start)
      guard !run.isEmpty else { return count.holds(of: 0) }
      var found: Set<UInt32> = []
      touched.forEachRow(overlapping: [run]) { row in
        for place in links.places.rows(of: row) { found.insert(links.rows[place.index]) }
      }
      return count.holds(of: found.count)
    }
  }
}

/// For each row that can be touched, the rows of a set that belong to it.
struct LinkLists {

  /// All linked rows, one behind the other.
  let rows: [UInt32]

  /// Where in `rows` those of each row stand.
  let places: PostingIndex
}

extension LinkedCount {

  /// Whether the number of rows that fulfil the condition is right; for `every`, of those that do
  /// not.
  func holds(of number: Int) -> Bool {
    switch self {
    case .some: number > 0
    case .no, .every: number == 0
    case .count(let range): range.contains(number)
    }
  }

  /// Whether it is enough to know if there is any row.
  var asksForAny: Bool { if case .count = self { false } else { true } }
}

extension Execution {

  /// Returns the test of how many of the rows that belong to a row fulfil a condition.
  ///
  /// The rows that fulfil it are found once, and the links gone back from them, so the whole table
  /// is known at the cost of its links.
  func linkedTest(
    _ count: LinkedCount, _ linked: LinkedRows, kind: Rows.Kind
  ) throws(Interrupted) -> any RowTest {
    let planner = Planner(corpus)
    switch kind {
    case .table(let table):
      guard let route = planner.route(from: .table(table), to: linked.table) else {
        return ConstantTest(isTrue: count.holds(of: 0))
      }
      let walker = try LinkWalker(route, from: table, self)
      let counts = try counts(
        of: try fulfilling(linked, count), walker, rows: corpus.rowCount(of: table),
        asksForAny: count.asksForAny)
      var members = Bitmap(count: counts.count)
      try interruption.forEachStretch(of: counts.indices) { stretch in
        for row in stretch where count.holds(of: Int(counts[row])) { members.insert(row) }
      }
      return MemberTest(members: members)
    case .matches:
      guard let route = planner.route(from: .matches, to: linked.table),
        case .overlapping(let touched)? = route.first
      else { return ConstantTest(isTrue: count.holds(of: 0)) }
      let walker = try LinkWalker(Array(route.dropFirst()), from: touched, self)
      let links = try links(of: try fulfilling(linked, count), walker, from: touched)
      return LinkedMatchTest(
        count, touched: try evaluator.regionSet(of: touched, interruption), links: links,
        interruption)
    case .groups: return ConstantTest(isTrue: count.holds(of: 0))
    }
  }

  /// Returns the linked rows to count: those that fulfil the condition; for `every`, the others.
  private func fulfilling(
    _ linked: LinkedRows, _ count: LinkedCount
  ) throws(Interrupted) -> [RowID] {
    let condition = count == .every ? .not(linked.condition) : linked.condition
    let plan = Planner(corpus).plan(
      rowsOf: linked.table, where: condition, entityType: linked.entityType)
    let execution = Execution(
      evaluator: evaluator, recorder: ExecutionRecorder(), interruption: interruption)
    return try execution.rows(plan, 0).ids
  }

  /// Returns for each row how many of some linked rows belong to it; with `asksForAny`, no more than
  /// whether any do.
  private func counts(
    of linked: [RowID], _ walker: LinkWalker, rows: Int, asksForAny: Bool
  ) throws(Interrupted) -> [UInt32] {
    var counts = try interruption.list(repeating: UInt32(0), count: rows)
    for place in linked.indices {
      // With one mark for all, a row that was met is not met again.
      let mark = asksForAny ? 1 : UInt32(truncatingIfNeeded: place + 1)
      try walker.forEachOrigin(of: linked[place], mark: mark) { counts[$0.index] += 1 }
    }
    return counts
  }

  /// Returns for each row of a table the linked rows that belong to it.
  private func links(
    of linked: [RowID], _ walker: LinkWalker, from table: Table
  ) throws(Interrupted) -> LinkLists {
    var owners: [UInt32] = []
    var rows: [UInt32] = []
    for place in linked.indices {
      try walker.forEachOrigin(of: linked[place], mark: UInt32(truncatingIfNeeded: place + 1)) {
        owners.append($0.rawValue)
        rows.append(linked[place].rawValue)
      }
    }
    return LinkLists(
      rows: rows, places: PostingIndex(grouping: owners, codes: corpus.rowCount(of: table)))
  }
}
