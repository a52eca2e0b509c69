import CorpusStore
import Foundation
import QuerySemantics

extension ReferenceEvaluator {

  // MARK: Figures of groups

  func summarized(_ rows: Result, _ figures: [BoundAggregate], by keys: [BoundColumn]) -> Result {
    var groups: [[Value?]: [Item]] = keys.isEmpty ? [[]: []] : [:]
    for item in rows.items {
      for combination in combinations(keys.map { values(at: $0.path, of: item, rows.kind) }) {
        groups[combination, default: []].append(item)
      }
    }
    let total = groups.values.reduce(0) { $0 + $1.count }
    let ordered = groups.sorted { a, b in
      isBefore(
        Item(group: a.key + [.integer(a.value.count)]),
        Item(group: b.key + [.integer(b.value.count)]))
    }
    return Result(
      kind: .groups,
      items: ordered.map { key, items in
        Item(group: key + figures.map { figure($0, of: items, rows.kind, total) })
      })
  }

  private func figure(
    _ figure: BoundAggregate, of items: [Item], _ kind: Kind, _ total: Int
  ) -> Value? {
    let found: [[Value]] =
      if let path = figure.path { items.map { self.values(at: path, of: $0, kind) } } else { [] }
    let values: [Value] = found.flatMap { $0 }
    let numbers: [Double] = values.compactMap { $0.number }
    switch figure.function {
    case .count: return .integer(items.count)
    case .share: return total == 0 ? nil : .decimal(Double(items.count) / Double(total))
    case .sum:
      guard !numbers.isEmpty else { return nil }
      let sum: Double = numbers.reduce(0, +)
      return figure.path?.type == .decimal ? .decimal(sum) : .integer(Int(sum))
    case .mean: return numbers.isEmpty ? nil : .decimal(Self.mean(numbers))
    case .median:
      guard !numbers.isEmpty else { return nil }
      let (ordered, middle) = (numbers.sorted(), numbers.count / 2)
      return .decimal(
        numbers.count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2)
    case .deviation:
      guard numbers.count > 1 else { return nil }
      let mean = Self.mean(numbers)
      var squares = 0.0
      for number in numbers { squares += (number - mean) * (number - mean) }
      return .decimal((squares / Double(numbers.count - 1)).squareRoot())
    case .min: return values.min(by: isLess)
    case .max: return values.max(by: isLess)
    case .distinct: return .integer(Set(values).count)
    case .first, .last:
      let known = items.indices.filter { !found[$0].isEmpty }
      let place = extreme(figure, items, known, kind)
      return place.flatMap { found[$0].first }
    }
  }

  /// The place of the earliest or latest of some rows, the dated ones before all others.
  private func extreme(
    _ figure: BoundAggregate, _ items: [Item], _ places: [Int], _ kind: Kind
  ) -> Int? {
    func day(_ place: Int) -> Int32? {
      guard let date = figure.date,
        case .day(let day)? = values(at: date.withoutPart, of: items[place], kind).first
      else { return nil }
      return day.number
    }
    let dated = places.filter { day($0) != nil }
    let ordered = (dated.isEmpty ? places : dated).sorted {
      (day($0) ?? 0, $0) < (day($1) ?? 0, $1)
    }
    return figure.function == .first ? ordered.first : ordered.last
  }

  private static func mean(_ numbers: [Double]) -> Double {
    numbers.reduce(0, +) / Double(numbers.count)
  }

  // MARK: Rates

  func rated(_ groups: [Item], _ rate: BoundRate) -> [Item] {
    var counts: [[Value?]: Double] = [:]
    if case .query(let query, _) = rate.denominator {
      for item in rows(of: query).items {
        counts[Array(item.group.dropLast())] = (item.group.last ?? nil)?.number
      }
    }
    let numbers = groups.map { $0.group[rate.numerator]?.number }
    let total = numbers.reduce(0) { $0 + ($1 ?? 0) }
    return zip(groups, numbers).map { item, numerator in
      let denominator =
        switch rate.denominator {
        case .total: total
        case .query(_, let keys): counts[keys.map { item.group[$0] }] ?? 0
        }
      let quotient: Value? = numerator.flatMap {
        denominator == 0 ? nil : .decimal($0 / denominator * Double(rate.scale))
      }
      let shown: [Value?] = rate.denominatorName == nil ? [] : [.integer(Int(denominator))]
      return Item(group: item.group + shown + [quotient])
    }
  }

  // MARK: Pairs

  func pairs(_ rows: Result, of path: BoundPath, per group: BoundPath) -> Result {
    var found: [Value: [Value]] = [:]
    for item in rows.items {
      for group in values(at: group, of: item, rows.kind) {
        for value in values(at: path, of: item, rows.kind)
        where !found[group, default: []].contains(value) {
          found[group, default: []].append(value)
        }
      }
    }
    var counts: [[Value?]: Int] = [:]
    for values in found.values {
      for a in values {
        for b in values where comesFirst(a, b) { counts[[a, b], default: 0] += 1 }
      }
    }
    let items = counts.map { Item(group: $0.key + [.integer($0.value)]) }
    return Result(kind: .groups, items: items.sorted(by: isBefore))
  }
}

extension ReferenceEvaluator {
  /// Whether a value is named first in a pair; of rows of one name the first of the table is.
  private func comesFirst(_ a: Value, _ b: Value) -> Bool {
    if case .row(_, let first) = a, case .row(_, let second) = b, shown(a) == shown(b) {
      return first < second
    }
    return a != b && isNamedBefore([a], [b])
  }
}

extension ReferenceEvaluator.Value {
  /// The number, where it is one.
  var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .decimal(let number): number
    default: nil
    }
  }
}
