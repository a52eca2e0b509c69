internal import CorpusStore
internal import QuerySemantics

/// The periods of a timeline.
///
/// They are all from the first to the last, unless that were so many that a date must be wrong: a
/// year mistyped makes hundreds of thousands of empty days.
struct TimelineSpan {

  /// The most periods that are shown with the empty ones among them: the days of 270 years.
  static let most: Int64 = 100_000

  /// The periods in order.
  let periods: [Int64]

  /// The period that lies farthest from the others, where the empty ones are left out.
  let outlier: Int64?

  init(_ counter: GroupCounts) {
    let present = Set(counter.keys[0]).subtracting([GroupValues.missing]).sorted()
    guard let first = present.first, let last = present.last, last - first >= Self.most else {
      periods = present.first.flatMap { first in present.last.map { Array(first...$0) } } ?? []
      outlier = nil
      return
    }
    periods = present
    let isFirst = present[1] - first >= last - present[present.count - 2]
    outlier = isFirst ? first : last
  }
}

extension Execution {

  /// Returns what people are told of a timeline without its empty periods, and of the row to blame.
  func note(
    on outlier: Int64, of span: TimelineSpan, _ rows: Rows, _ path: BoundPath
  ) throws(Interrupted) -> String {
    let part = path.part ?? .day
    let reader = ValueReader(path, kind: rows.kind, corpus: corpus)
    var keys: [Int64] = []
    var label = ""
    var owner: String?
    for (place, id) in rows.ids.enumerated() {
      if place % blockSize == 0 { try interruption.check() }
      keys.removeAll(keepingCapacity: true)
      reader.appendKeys(of: id, end: rows.end(at: place), to: &keys)
      guard keys.contains(outlier) else { continue }
      label = reader.reading.text(of: outlier)
      owner = name(ofOwner: path, id, rows.end(at: place), rows.kind)
      break
    }
    return "left out: the empty \(part.rawValue)s, which would be more than "
      + "\(Wording.grouped(Int(TimelineSpan.most))); the date of \(owner ?? "one row") is \(label), "
      + "far from all others: mend it in its source, or leave it out with "
      + Self.condition(without: label, isFirst: outlier == span.periods.first, part, path.text)
  }

  private static func condition(
    without label: String, isFirst: Bool, _ part: DatePart, _ path: String
  ) -> String {
    switch part {
    case .day, .month, .year: "'where \(path) \(isFirst ? ">" : "<") \(label)'"
    case .week, .quarter, .weekday: "a condition on \(path)"
    }
  }

  /// Returns the name of the row that has the date of another: its document's.
  private func name(
    ofOwner path: BoundPath, _ id: RowID, _ end: UInt32?, _ kind: Rows.Kind
  ) -> String? {
    guard case .attribute(let date) = path.target else { return nil }
    let names = ["id", "name"].compactMap { corpus.schema.attribute($0, of: date.table) }
    guard let name = names.first else { return nil }
    let named = BoundPath(hops: path.hops, target: .attribute(name), text: name.name)
    guard
      case .text(let text) = CellReader(named, kind: kind, corpus: corpus).cell(of: id, end: end)
    else { return nil }
    return text
  }
}
