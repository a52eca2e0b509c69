internal import CorpusStore
internal import QuerySemantics

/// The least or the greatest value of each group; names are compared as they are ordered.
struct ExtremeFigure: Figure {

  private var input: FigureInput
  private let isGreatest: Bool
  /// The best key of each group so far, where keys are ordered as what they stand for.
  private var best: [Int64?] = []
  /// The values of each group, each once, where names are to be compared.
  private var met = GroupNumbers(keyCount: 2)

  init(_ input: FigureInput, isGreatest: Bool) {
    self.input = input
    self.isGreatest = isGreatest
  }

  mutating func add(_ id: RowID, end: UInt32?, to group: Int) {
    while best.count <= group { best.append(nil) }
    let keys = input.keys(of: id, end: end)
    if input.reading.isOrdered {
      for key in keys where best[group].map({ isBetter(key, $0) }) ?? true { best[group] = key }
    } else {
      for key in keys { _ = met.number(of: Int64(group), key) }
    }
  }

  mutating func values(
    of groups: Int, _ execution: Execution
  ) throws(Interrupted) -> (keys: [Int64], reading: KeyReading) {
    while best.count < groups { best.append(nil) }
    let ranks = try execution.groupRanks(of: met.keys[1], input.reading)
    var places = [Int?](repeating: nil, count: groups)
    for place in ranks.indices {
      let group = Int(met.keys[0][place])
      guard places[group].map({ isBetter(ranks[place], ranks[$0]) }) ?? true else { continue }
      places[group] = place
      best[group] = met.keys[1][place]
    }
    return (best.map { $0 ?? GroupValues.missing }, input.reading)
  }

  private func isBetter(_ key: Int64, _ known: Int64) -> Bool {
    isGreatest ? key > known : key < known
  }
}

/// The number of different values of each group.
struct DistinctFigure: Figure {

  private var input: FigureInput
  private var met = GroupNumbers(keyCount: 2)
  private var counts: [Int64] = []

  init(_ input: FigureInput) { self.input = input }

  mutating func add(_ id: RowID, end: UInt32?, to group: Int) {
    while counts.count <= group { counts.append(0) }
    for key in input.keys(of: id, end: end) where met.number(of: Int64(group), key).isNew {
      counts[group] += 1
    }
  }

  mutating func values(
    of groups: Int, _ execution: Execution
  ) throws(Interrupted) -> (keys: [Int64], reading: KeyReading) {
    (counts + repeatElement(0, count: max(0, groups - counts.count)), .integers)
  }
}

/// The value of the earliest or the latest row of each group that has one.
///
/// Rows without a date count only where no row of the group with a value is dated; among rows of
/// one day the first, or the last, is taken. Of a row's values it is the first.
struct EdgeFigure: Figure {

  private struct Edge {
    var date: Int64?
    var key: Int64
  }

  private var input: FigureInput
  private var dates: FigureInput?
  private let isLast: Bool
  private var edges: [Edge?] = []

  init(_ input: FigureInput, dates: FigureInput?, isLast: Bool) {
    self.input = input
    self.dates = dates
    self.isLast = isLast
  }

  mutating func add(_ id: RowID, end: UInt32?, to group: Int) {
    while edges.count <= group { edges.append(nil) }
    guard let key = input.keys(of: id, end: end).first else { return }
    let date = dates?.keys(of: id, end: end).first
    guard let edge = edges[group] else {
      edges[group] = Edge(date: date, key: key)
      return
    }
    if isTaken(date, over: edge.date) { edges[group] = Edge(date: date, key: key) }
  }

  private func isTaken(_ date: Int64?, over known: Int64?) -> Bool {
    switch (date, known) {
    case (let date?, let known?): isLast ? date >= known : date < known
    case (_?, nil): true
    case (nil, _?): false
    case (nil, nil): isLast
    }
  }

  mutating func values(
    of groups: Int, _ execution: Execution
  ) throws(Interrupted) -> (keys: [Int64], reading: KeyReading) {
    let missing = repeatElement(GroupValues.missing, count: max(0, groups - edges.count))
    return (edges.map { $0?.key ?? GroupValues.missing } + missing, input.reading)
  }
}
