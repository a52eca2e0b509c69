internal import CorpusStore
internal import QuerySemantics

/// Reads the values that rows have at a path, as keys.
///
/// Text that has no code yet is given one as it is met, which is why this is a class.
final class ValueReader {

  enum Source {
    case codes(CodeColumn)
    case codeLists(CodeListColumn)
    case integers(IntegerColumn)
    case decimals(FrozenArray<Float>)
    case dates(DateColumn, Period)
    case texts(TextColumn)
    case rowText(Rows.Kind)
    case matched(CodeColumn)
    case groups(GroupValues)
    case nothing
  }

  let path: BoundPath
  let source: Source
  private let hops: [Column]
  /// The hops, where each leads to one row at most.
  let singleHops: [CodeColumn]?
  let corpus: Corpus
  private var texts = TextNumbers()

  init(_ path: BoundPath, kind: Rows.Kind, corpus: Corpus) {
    self.path = path
    self.corpus = corpus
    hops = path.hops.compactMap { corpus.column(of: $0) }
    let single = hops.compactMap { hop in
      if case .codes(let column) = hop { column } else { nil }
    }
    singleHops = single.count == hops.count ? single : nil
    source = Self.source(path, kind, corpus)
  }

  /// What the keys stand for; for text, only those that have been read so far.
  var reading: KeyReading {
    switch source {
    case .codes(let column): .codes(CodeNames(column.dictionary, corpus))
    case .codeLists(let column): .codes(CodeNames(column.dictionary, corpus))
    case .integers: path.type == .flag ? .flags : .integers
    case .decimals: .decimals
    case .dates(_, let period): path.part == nil ? .days : .periods(period)
    case .texts, .rowText, .matched: .texts(texts.texts)
    case .groups(let values): values.reading
    case .nothing: .integers
    }
  }

  /// The column whose codes are the keys, where there is just one and no reference leads to it.
  var plainColumn: CodeColumn? {
    if hops.isEmpty, case .codes(let column) = source { return column }
    return nil
  }

  /// Appends the keys of the distinct values of a row, in order.
  func appendKeys(of id: RowID, end: UInt32?, to keys: inout [Int64]) {
    if hops.isEmpty { return appendOwnKeys(of: id, end: end, to: &keys) }
    if let singleHops {
      if let row = Self.end(of: singleHops, from: id) {
        appendOwnKeys(of: row, end: nil, to: &keys)
      }
      return
    }
    var rows = [id]
    for hop in hops { rows = rows.flatMap { Self.follow(hop, from: $0) } }
    let first = keys.count
    for row in rows { appendOwnKeys(of: row, end: nil, to: &keys) }
    Self.removeRepeats(in: &keys, from: first)
  }

  func ownText(of id: RowID, end: UInt32?) -> [UInt8] {
    switch source {
    case .texts(let column): Array(column[id].utf8)
    case .rowText(let kind): RowText(corpus).bytes(of: id, end: end, kind: kind)
    case .matched(let column): matchedText(column, id.index..<Int(end ?? id.rawValue + 1))
    case .codes, .codeLists, .integers, .decimals, .dates, .groups, .nothing: []
    }
  }

  private func appendOwnKeys(of id: RowID, end: UInt32?, to keys: inout [Int64]) {
    switch source {
    case .codes(let column):
      let code = column.values[id.index]
      if code != CodeColumn.missing { keys.append(Int64(code)) }
    case .codeLists(let column): for code in column.codes(of: id) { keys.append(Int64(code)) }
    case .integers(let column):
      let value = column.values[id.index]
      if value != IntegerColumn.missing { keys.append(Int64(value)) }
    case .decimals(let values):
      if !values[id.index].isNaN { keys.append(KeyReading.key(of: values[id.index])) }
    case .dates(let column, let period):
      let day = column.values[id.index]
      if day != .missing { keys.append(Int64(period.index(of: day))) }
    case .texts, .rowText, .matched: appendText(ownText(of: id, end: end), to: &keys)
    case .groups(let values):
      if values.keys[id.index] != GroupValues.missing { keys.append(values.keys[id.index]) }
    case .nothing: break
    }
  }

  /// Returns what a column holds at each token of a run, with blanks between.
  private func matchedText(_ column: CodeColumn, _ run: Range<Int>) -> [UInt8] {
    let names = CodeNames(column.dictionary, corpus)
    var bytes: [UInt8] = []
    for token in run where column.values[token] != CodeColumn.missing {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      bytes += names.bytes(of: column.values[token])
    }
    return bytes
  }

  private func appendText(_ text: [UInt8], to keys: inout [Int64]) {
    if !text.isEmpty { keys.append(Int64(texts.number(of: text))) }
  }

  private static func source(_ path: BoundPath, _ kind: Rows.Kind, _ corpus: Corpus) -> Source {
    switch path.target {
    case .ownText:
      if case .reference(let table)? = path.hops.last?.type { return .rowText(.table(table)) }
      return .rowText(kind)
    case .matched(let attribute):
      guard case .codes(let column) = corpus.column(of: attribute) else { return .nothing }
      return .matched(column)
    case .group(let index, _):
      guard case .groups(let table) = kind, table.columns.indices.contains(index) else {
        return .nothing
      }
      return .groups(table.columns[index])
    case .attribute(let attribute):
      return switch corpus.column(of: attribute) {
      case .codes(let column): .codes(column)
      case .codeLists(let column): .codeLists(column)
      case .integers(let column): .integers(column)
      case .decimals(let values): .decimals(values)
      case .dates(let column): .dates(column, Period(path.part ?? .day))
      case .texts(let column): .texts(column)
      case nil: .rowText(.table(attribute.table))
      }
    }
  }

  /// Returns the row that a chain of single references leads to.
  @inline(__always)
  static func end(of hops: [CodeColumn], from id: RowID) -> RowID? {
    var row = id
    for hop in hops {
      let code = hop.values[row.index]
      if code == CodeColumn.missing { return nil }
      row = RowID(hop.dictionary.entries[Int(code)])
    }
    return row
  }

  private static func follow(_ column: Column, from row: RowID) -> [RowID] {
    switch column {
    case .codes(let column):
      let code = column.values[row.index]
      return code == CodeColumn.missing ? [] : [column.dictionary.row(of: code)]
    case .codeLists(let column): return column.codes(of: row).map { column.dictionary.row(of: $0) }
    case .integers, .decimals, .dates, .texts: return []
    }
  }

  private static func removeRepeats(in keys: inout [Int64], from first: Int) {
    guard keys.count - first > 1 else { return }
    var seen: Set<Int64> = []
    let distinct = keys[first...].filter { seen.insert($0).inserted }
    keys.replaceSubrange(first..., with: distinct)
  }
}
