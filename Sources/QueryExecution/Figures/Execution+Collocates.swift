internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// Returns the words that stand near some rows more often than chance has it, with measures.
  ///
  /// - `count`: how many tokens near the rows are the word.
  /// - `total`: how many tokens of the corpus are.
  /// - `expected`: `total` times the words near the rows, by the words of the corpus: what chance
  ///   would have (Evert 2008, "Corpora and collocations", on surface co-occurrence).
  /// - `mi`, `t` and `ll` compare `count` with `expected`.
  /// - `logdice` takes the number of rows for the count of what is searched for.
  ///
  /// Listed are the words with a `count` above `expected`, however rare, in the order of the measure,
  /// ties by count, then by name.
  func collocates(
    of rows: Rows, _ collocates: BoundCollocates
  ) throws(Interrupted) -> Rows {
    let columns = collocates.columns
    guard let vocabulary = evaluator.vocabulary(of: collocates.attribute) else {
      return Rows(all: GroupTable(empty: columns, unit: "collocates", notes: rows.notes))
    }
    let (near, nodes) = try words(near: rows, window: collocates.window, vocabulary)
    let all = try allWords(of: vocabulary)
    func joint(_ word: Int) -> JointCounts {
      JointCounts(
        joint: near.counts[word], first: near.total, second: all.counts[word], total: all.total)
    }
    let words = near.counts.indices.filter {
      near.counts[$0] > 0 && Double(near.counts[$0]) > joint($0).expected
    }
    let counts = words.map(joint)
    let scores = try AssociationScores(counts, nodes: nodes, interruption)
    let order = try vocabulary.order(
      of: words, by: scores.ranks(by: collocates.measure) + [counts.map { Double($0.joint) }],
      interruption)
    let values =
      [
        GroupValues(columns[0], words, vocabulary),
        GroupValues(columns[1], counts.map(\.joint)),
        GroupValues(columns[2], counts.map(\.second)),
      ] + zip(columns[3...], scores.columns).map { GroupValues($0, $1) }
    let note = FigureNotes.collocates(
      window: collocates.window, of: Wording.count(nodes, rows.unit),
      near: near.total, all: all.total)
    let table = GroupTable(
      columns: values, count: words.count, countedUnit: "words", unit: "collocates",
      notes: rows.notes + [note])
    return Rows(.groups(table), order)
  }
}

/// The measures of words near rows, in parallel.
private struct AssociationScores {

  private let counts: [JointCounts]
  private var logDice: [Double?] = []
  private var mi: [Double?] = []
  private var t: [Double?] = []
  private var ll: [Double?] = []

  init(
    _ counts: [JointCounts], nodes: Int, _ interruption: Interruption
  ) throws(Interrupted) {
    self.counts = counts
    for (place, counts) in counts.enumerated() {
      if place & 0xFFF == 0 { try interruption.check() }
      let ofNodes = JointCounts(
        joint: counts.joint, first: nodes, second: counts.second, total: counts.total)
      logDice.append(LogDice.score(ofNodes))
      mi.append(MutualInformation.score(counts))
      t.append(TScore.score(counts))
      ll.append(LogLikelihood.score(counts))
    }
  }

  /// The figures in the order of the columns of a result.
  var columns: [[Double?]] { [counts.map(\.expected), logDice, mi, t, ll] }

  /// Returns numbers that order as a measure does, the greatest first.
  func ranks(by measure: AssociationMeasure) -> [[Double]] {
    let figures =
      switch measure {
      case .logdice: logDice
      case .mi, .logratio: mi
      case .t: t
      case .ll: ll
      }
    return [figures.map(Vocabulary.rank)]
  }
}
