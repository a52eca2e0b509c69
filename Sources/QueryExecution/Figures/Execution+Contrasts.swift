internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// Returns what occurs on either of two sides, each with how often on both, the greatest
  /// log-likelihood first, ties by the count on the first side, then by name.
  func compared(
    _ rows: Rows, _ others: Rows, by contrast: BoundContrast
  ) throws(Interrupted) -> Rows {
    switch contrast.basis {
    case .words(let attribute): try comparedWords(rows, others, attribute, contrast)
    case .values(let path, let other): try comparedValues(rows, path, others, other, contrast)
    }
  }

  private func comparedWords(
    _ rows: Rows, _ others: Rows, _ attribute: Attribute, _ bound: BoundContrast
  ) throws(Interrupted) -> Rows {
    let columns = bound.columns
    guard let vocabulary = evaluator.vocabulary(of: attribute) else {
      return Rows(all: GroupTable(empty: columns, unit: "words"))
    }
    let first = try words(of: rows, vocabulary)
    let second = try words(of: others, vocabulary)
    let words = first.counts.indices.filter { first.counts[$0] + second.counts[$0] > 0 }
    let contrast = try Contrast(
      words.map { first.counts[$0] }, of: first.total,
      words.map { second.counts[$0] }, of: second.total, interruption)
    let order = try vocabulary.order(of: words, by: contrast.ranks(by: .ll), interruption)
    let note = FigureNotes.sides(
      first.total, of: Wording.count(rows.count, rows.unit), second.total,
      of: Wording.count(others.count, others.unit), unit: "words", names: bound.sides)
    let table = GroupTable(
      columns: [GroupValues(columns[0], words, vocabulary)]
        + contrast.columns(columns.dropFirst(), scale: 1),
      count: words.count, countedUnit: "words", unit: "words", notes: [note])
    return Rows(.groups(table), order)
  }

  private func comparedValues(
    _ rows: Rows, _ path: BoundPath, _ others: Rows, _ otherPath: BoundPath,
    _ contrast: BoundContrast
  ) throws(Interrupted) -> Rows {
    let first = try groups(of: rows, by: [path])
    let second = try groups(of: others, by: [otherPath])
    let values = try ValueCounts(first, second, corpus, interruption)
    let figures = try Contrast(
      values.first, of: values.first.reduce(0, +), values.second,
      of: values.second.reduce(0, +), interruption)
    let names = try groupRanks(of: values.keys, values.reading)
    let ranks = figures.ranks(by: .ll)
    let order = try MergeSort.sorted(count: values.keys.count, interruption: interruption) { a, b in
      for rank in ranks where rank[a] != rank[b] { return rank[a] > rank[b] }
      return (names[a], a) < (names[b], b)
    }
    let column = GroupValues(
      column: contrast.columns[0], keys: values.keys, reading: values.reading)
    let table = GroupTable(
      columns: [column] + figures.columns(contrast.columns.dropFirst(), scale: 1),
      count: values.keys.count, countedUnit: rows.unit, unit: Wording.plural(contrast.name),
      notes: notes(rows, others, values, contrast))
    return Rows(.groups(table), order.map { RowID(UInt32(truncatingIfNeeded: $0)) })
  }

  private func notes(
    _ rows: Rows, _ others: Rows, _ values: ValueCounts, _ contrast: BoundContrast
  ) -> [String] {
    let name = contrast.name
    let note = FigureNotes.sides(
      values.first.reduce(0, +), of: Wording.count(rows.count, rows.unit),
      values.second.reduce(0, +), of: Wording.count(others.count, others.unit),
      unit: Wording.plural(name), names: contrast.sides)
    guard values.missing.first + values.missing.second > 0 else { return [note] }
    return [note, FigureNotes.missing(values.missing.first, values.missing.second, of: name)]
  }
}

/// How many rows of two sides have each value; rows of several values count for each.
private struct ValueCounts {

  /// The values that occur.
  private(set) var keys: [Int64] = []

  /// What they stand for.
  let reading: KeyReading

  /// How many rows of the first side have each.
  private(set) var first: [Int] = []

  /// How many rows of the second side have each.
  private(set) var second: [Int] = []

  /// How many rows of the sides have none.
  private(set) var missing = (first: 0, second: 0)

  init(
    _ first: GroupCounts, _ second: GroupCounts, _ corpus: Corpus, _ interruption: Interruption
  ) throws(Interrupted) {
    let merged = try MergedKeys(
      first.keys[0], first.readings[0], second.keys[0], second.readings[0], corpus,
      interruption)
    reading = merged.reading
    var numbers = GroupNumbers(keyCount: 1)
    for (place, key) in merged.keys.enumerated() {
      if place & 0xFFF == 0 { try interruption.check() }
      let isFirst = place < first.counts.count
      let count = Int(isFirst ? first.counts[place] : second.counts[place - first.counts.count])
      if key == GroupValues.missing {
        if isFirst { missing.first += count } else { missing.second += count }
        continue
      }
      let (number, isNew) = numbers.number(of: [key])
      if isNew {
        keys.append(key)
        self.first.append(0)
        self.second.append(0)
      }
      if isFirst { self.first[number] += count } else { self.second[number] += count }
    }
  }
}
