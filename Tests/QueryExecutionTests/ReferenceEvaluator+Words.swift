import CorpusStore
import Foundation
import QuerySemantics

extension ReferenceEvaluator {

  // MARK: Near words

  func collocates(of rows: Result, _ collocates: BoundCollocates) -> Result {
    let places = places(of: rows)
    var near: Set<Int> = []
    for place in places {
      let run = place.envelope
      let before = paragraphs.first { $0.contains(run.lowerBound) } ?? run
      let behind = paragraphs.first { $0.contains(run.upperBound - 1) } ?? run
      let first = max(before.lowerBound, run.lowerBound - collocates.window)
      let end = min(behind.upperBound, run.upperBound + collocates.window)
      near.formUnion(first..<run.lowerBound)
      near.formUnion(run.upperBound..<end)
    }
    let words = (0..<corpus.tokens.count).filter { isWord($0, symbols: false) }
    let observed = tally(near.filter { isWord($0, symbols: false) }, collocates.attribute)
    let totals = tally(words, collocates.attribute)
    let window = Double(near.count { isWord($0, symbols: false) })
    let items = observed.compactMap { word, count -> Item? in
      let (o, total, n) = (Double(count), Double(totals[word] ?? 0), Double(words.count))
      let expected = window * total / n
      guard o > expected else { return nil }
      let dice = Swift.min(o, Double(places.count), total) * 2 / (Double(places.count) + total)
      let g2 = Self.likelihoodRatio(o, window, total, n)
      return Item(
        group: [
          .name(spelling(of: word, collocates.attribute)), .integer(count),
          .integer(totals[word] ?? 0), .decimal(expected),
          .decimal(14 + log2(dice)), .decimal(log2(o / expected)),
          .decimal((o - expected) / o.squareRoot()), .decimal(g2),
        ])
    }
    let measure = [AssociationMeasure.logdice: 4, .mi: 5, .t: 6, .ll: 7][collocates.measure] ?? 4
    return Result(kind: .groups, items: ranked(items, by: measure))
  }

  // MARK: Key words

  func keywords(of rows: Result, _ keywords: BoundKeywords) -> Result {
    let own = wordsTold(of: rows, keywords.attribute)
    let others = wordsTold(of: self.rows(of: keywords.reference), keywords.attribute)
    let (size, otherSize) = (total(own), total(others))
    guard size > 0, otherSize > 0 else { return Result(kind: .groups, items: []) }
    let items = own.compactMap { word, count -> Item? in
      let other = others[word] ?? 0
      let (rate, otherRate) = (Double(count) / size, Double(other) / otherSize)
      guard rate > otherRate else { return nil }
      return Item(
        group: [
          .name(spelling(of: word, keywords.attribute)), .integer(count),
          .decimal(rate * 1_000_000), .integer(other),
          .decimal(otherRate * 1_000_000), logRatio(count, size, other, otherSize),
          .decimal(
            Self.likelihoodRatio(Double(count), size, Double(count + other), size + otherSize)),
        ])
    }
    return Result(kind: .groups, items: ranked(items, by: keywords.measure == .ll ? 6 : 5))
  }

  // MARK: Comparison

  func compared(_ contrast: BoundContrast) -> Result {
    let (first, second) = (rows(of: contrast.first), rows(of: contrast.second))
    let sides: (first: [Value: Int], second: [Value: Int])
    switch contrast.basis {
    case .words(let attribute):
      func named(_ rows: Result) -> [Value: Int] {
        Dictionary(
          uniqueKeysWithValues: wordsTold(of: rows, attribute).map {
            (.name(spelling(of: $0, attribute)), $1)
          })
      }
      sides = (named(first), named(second))
    case .values(let path, let otherPath):
      func counts(_ rows: Result, _ path: BoundPath) -> [Value: Int] {
        rows.items.flatMap { values(at: path, of: $0, rows.kind) }
          .reduce(into: [:]) { $0[$1, default: 0] += 1 }
      }
      sides = (counts(first, path), counts(second, otherPath))
    }
    let (size, otherSize) = (total(sides.first), total(sides.second))
    let items = Set(sides.first.keys).union(sides.second.keys).map { value in
      let (count, other) = (sides.first[value] ?? 0, sides.second[value] ?? 0)
      let g2 = Self.likelihoodRatio(Double(count), size, Double(count + other), size + otherSize)
      return Item(
        group: [
          value, .integer(count), share(count, size), .integer(other), share(other, otherSize),
          logRatio(count, size, other, otherSize), .decimal(g2),
        ])
    }
    return Result(kind: .groups, items: ranked(items, by: 6))
  }

  private func share(_ count: Int, _ size: Double) -> Value? {
    size == 0 ? nil : .decimal(Double(count) / size)
  }

  private func logRatio(_ count: Int, _ size: Double, _ other: Int, _ otherSize: Double) -> Value? {
    guard size > 0, otherSize > 0 else { return nil }
    let first = (count == 0 ? 0.5 : Double(count)) / size
    let second = (other == 0 ? 0.5 : Double(other)) / otherSize
    return .decimal(log2(first / second))
  }

  /// G² of a table of two by two, from one of its cells and the sums of its row, its column and
  /// all (Dunning 1993).
  static func likelihoodRatio(_ cell: Double, _ row: Double, _ column: Double, _ all: Double)
    -> Double
  {
    let observed = [cell, row - cell, column - cell, all - row - column + cell]
    let expected = [
      row * column / all, row * (all - column) / all, (all - row) * column / all,
      (all - row) * (all - column) / all,
    ]
    let sum = zip(observed, expected).reduce(0) { sum, cell in
      cell.0 > 0 && cell.1 > 0 ? sum + 2 * cell.0 * log(cell.0 / cell.1) : sum
    }
    return max(0, sum)
  }

  // MARK: Counts of words

  /// The greatest first, groups without the figure last; then the most frequent, then by name.
  private func ranked(_ items: [Item], by column: Int) -> [Item] {
    items.sorted { a, b in
      if a.group[column] != b.group[column] {
        guard let x = a.group[column] else { return false }
        guard let y = b.group[column] else { return true }
        if !isNear(x, y) { return isLess(y, x) }
      }
      if let x = a.group[1], let y = b.group[1], x != y { return isLess(y, x) }
      return isNamedBefore(a.group[0], b.group[0]) ?? false
    }
  }

  private func isNear(_ a: Value, _ b: Value) -> Bool {
    guard case .decimal(let a) = a, case .decimal(let b) = b else { return a == b }
    return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
  }

  private func wordsTold(of rows: Result, _ attribute: Attribute) -> [String: Int] {
    let told = Set(places(of: rows).flatMap(\.pieces).flatMap { $0 })
    return tally(told.filter { isWord($0, symbols: false) }, attribute)
  }

  /// The commonest spelling of a folded word in the corpus; of equal ones that of the least code.
  private func spelling(of word: String, _ attribute: Attribute) -> String {
    if let known = read.spellings[attribute.name]?[word] { return known }
    var counts: [String: (count: Int, code: UInt32)] = [:]
    guard case .codes(let column)? = corpus.column(of: attribute) else { return word }
    for token in 0..<corpus.tokens.count {
      guard let value = own(attribute, token).first, folded(value) == word else { continue }
      counts[shown(value), default: (0, column.values[token])].count += 1
    }
    let best = counts.max {
      ($0.value.count, $1.value.code) < ($1.value.count, $0.value.code)
    }
    read.spellings[attribute.name, default: [:]][word] = best?.key ?? word
    return best?.key ?? word
  }

  private func tally(_ tokens: some Sequence<Int>, _ attribute: Attribute) -> [String: Int] {
    tokens.reduce(into: [:]) { counts, token in
      if let value = own(attribute, token).first { counts[folded(value), default: 0] += 1 }
    }
  }

  private func total(_ counts: [some Hashable: Int]) -> Double {
    Double(counts.values.reduce(0, +))
  }
}
