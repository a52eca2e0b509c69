internal import CorpusStore
internal import QuerySemantics

/// True where a row stands in a relation to some row of a set, inside one document.
struct RegionTest: RowTest {

  private let relation: RegionRelation
  private let reader: RegionReader
  private let others: RegionSet
  private let bounds: DocumentBounds

  init(_ relation: RegionRelation, kind: Rows.Kind, others: RegionSet, corpus: Corpus) {
    self.relation = relation
    self.others = others
    reader = RegionReader(corpus, kind: kind)
    let isOrdered = relation == .before(.document) || relation == .after(.document)
    bounds = DocumentBounds(isOrdered ? others : nil, corpus)
  }

  func narrow(_ places: inout [Int], of block: RowBlock) {
    places.keep { isTrue(block.ids[$0], block.end(at: $0)) }
  }

  private func isTrue(_ id: RowID, _ end: UInt32?) -> Bool {
    let envelope = reader.envelope(of: id, end: end)
    switch relation {
    case .within: return others.hasRow(containing: reader.pieces(of: id, end: end))
    case .outside: return !others.hasRow(containing: reader.pieces(of: id, end: end))
    case .containing:
      return others.hasRow(inside: reader.pieces(of: id, end: end), envelope: envelope)
    case .overlapping: return others.hasRow(overlapping: reader.pieces(of: id, end: end))
    case .before: return bounds.hasRun(behind: envelope)
    case .after: return bounds.hasRun(ahead: envelope)
    case .near: return false
    }
  }
}

/// For each document, where the last of some runs starts and where the first of them ends.
private struct DocumentBounds {

  private let documents: Regions?
  private var lastStarts: [UInt32?] = []
  private var firstEnds: [UInt32?] = []

  init(_ set: RegionSet?, _ corpus: Corpus) {
    documents = corpus.regions(of: .documents)
    guard let set, let documents else { return }
    var lastStarts = [UInt32?](repeating: nil, count: documents.count)
    var firstEnds = lastStarts
    set.forEachEnvelope { run in
      guard let document = Self.document(of: run, in: documents) else { return }
      lastStarts[document] = max(lastStarts[document] ?? 0, run.start)
      firstEnds[document] = min(firstEnds[document] ?? .max, run.end)
    }
    self.lastStarts = lastStarts
    self.firstEnds = firstEnds
  }

  func hasRun(behind run: TokenRun) -> Bool {
    guard let document = documents.flatMap({ Self.document(of: run, in: $0) }),
      let start = lastStarts[document]
    else { return false }
    return start >= run.end
  }

  func hasRun(ahead run: TokenRun) -> Bool {
    guard let document = documents.flatMap({ Self.document(of: run, in: $0) }),
      let end = firstEnds[document]
    else { return false }
    return end <= run.start
  }

  /// Returns the document that holds a run, by binary search.
  private static func document(of run: TokenRun, in documents: Regions) -> Int? {
    guard !run.isEmpty else { return nil }
    var low = 0
    var high = documents.count
    while low < high {
      let middle = (low + high) / 2
      if documents.ends[middle] <= run.start { low = middle + 1 } else { high = middle }
    }
    return low < documents.count && documents.starts[low] <= run.start ? low : nil
  }
}
