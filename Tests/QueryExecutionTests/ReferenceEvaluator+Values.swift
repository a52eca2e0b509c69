import CorpusStore
import Foundation
import QuerySemantics

extension ReferenceEvaluator {

  /// What has been read of the corpus so far.
  struct Memory {
    var columns: [Int: [[Value]]] = [:]
    var places: [Table: [Place?]] = [:]
    var runs: [Table: [Range<Int>]] = [:]
    var documentOfToken: [Int] = []
    var links: [Link: [Int]] = [:]
    var labels: [DatePart: [Day: String]] = [:]
    var folds: [String: String] = [:]
    var spellings: [String: [String: String]] = [:]
    var rarity: [String: Double] = [:]
  }

  /// From one row to those of a table.
  struct Link: Hashable {
    let kind: Kind
    let item: Item
    let table: Table
  }

  /// The rows at the end of a path's references.
  func ends(of path: BoundPath, from item: Item) -> [Int] {
    path.hops.reduce([item.id]) { rows, hop in
      rows.flatMap { row in
        own(hop, row).compactMap { if case .row(_, let row) = $0 { row } else { nil } }
      }
    }
  }

  /// The distinct values of a row at a path.
  func values(at path: BoundPath, of item: Item, _ kind: Kind) -> [Value] {
    var seen: Set<Value> = []
    return allValues(at: path, of: item, kind).filter { seen.insert($0).inserted }
  }

  private func allValues(at path: BoundPath, of item: Item, _ kind: Kind) -> [Value] {
    switch path.target {
    case .group(let index, _):
      return item.group[index].map { [$0] } ?? []
    case .ownText:
      let text = text(of: item, kind)
      return text.isEmpty ? [] : [.name(text)]
    case .matched(let attribute):
      let texts = (item.id..<item.end).flatMap { own(attribute, $0).map(shown) }
      return texts.isEmpty ? [] : [.name(texts.joined(separator: " "))]
    case .attribute(let attribute):
      return ends(of: path, from: item).flatMap { row in
        own(attribute, row).map { value in
          guard case .day(let day) = value, let part = path.part, part != .day else { return value }
          return part == .weekday
            ? .weekday(ReferenceCalendar.weekday(of: day)) : .name(label(of: day, part))
        }
      }
    }
  }

  /// The values of a row at an attribute of its own.
  func own(_ attribute: Attribute, _ row: Int) -> [Value] {
    guard case .column(let index) = attribute.source else {
      let text = text(of: Item(id: row), .table(attribute.table))
      return text.isEmpty ? [] : [.name(text)]
    }
    if let known = read.columns[index] { return known[row] }
    let values = (0..<corpus.rowCount(of: attribute.table)).map { value(attribute, $0) }
    read.columns[index] = values
    return values[row]
  }

  private func value(_ attribute: Attribute, _ row: Int) -> [Value] {
    func value(_ entry: UInt32, _ domain: CodeDomain) -> Value {
      switch domain {
      case .symbols: .name(corpus.pool[Symbol(entry)])
      case .rows(let table): .row(table, Int(entry))
      }
    }
    switch corpus.column(of: attribute) {
    case .codes(let column)?:
      let code = column.values[row]
      guard code != CodeColumn.missing else { return [] }
      return [value(column.dictionary.entries[Int(code)], column.dictionary.domain)]
    case .codeLists(let column)?:
      return column.codes(of: RowID(UInt32(row))).map {
        value(column.dictionary.entries[Int($0)], column.dictionary.domain)
      }
    case .integers(let column)?:
      let number = column.values[row]
      guard number != IntegerColumn.missing else { return [] }
      return [attribute.type == .flag ? .flag(number != 0) : .integer(Int(number))]
    case .decimals(let column)?:
      return column[row].isNaN ? [] : [.decimal(Double(column[row].description) ?? 0)]
    case .dates(let column)?:
      return column.values[row] == .missing ? [] : [.day(column.values[row])]
    case .texts(let column)?:
      let text = column[RowID(UInt32(row))]
      return text.isEmpty ? [] : [.name(text)]
    case nil: return []
    }
  }

  func label(of day: Day, _ part: DatePart) -> String {
    if let known = read.labels[part]?[day] { return known }
    let label = ReferenceCalendar.label(of: day, part)
    read.labels[part, default: [:]][day] = label
    return label
  }

  /// How a value is shown.
  func shown(_ value: Value) -> String {
    switch value {
    case .name(let name): name
    case .row(let table, let row): label(of: row, in: table)
    case .integer(let number): String(number)
    case .decimal(let number): String(number)
    case .day(let day): day.iso
    case .weekday(let number): ReferenceCalendar.weekdays[number - 1]
    case .flag(let flag): flag ? "yes" : "no"
    }
  }

  func folded(_ value: Value) -> String {
    let shown = shown(value)
    if let known = read.folds[shown] { return known }
    let folded = TextFolding.fold(shown)
    read.folds[shown] = folded
    return folded
  }

  /// The word of a token, case and accents not counting.
  func foldedWord(_ token: Int) -> String {
    let folds = corpus.tokens.folds
    return corpus.pool[folds.dictionary.symbol(of: folds.values[token])]
  }

  private func label(of row: Int, in table: Table) -> String {
    func name(_ attribute: String) -> String? {
      guard let attribute = corpus.schema.attribute(attribute, of: table) else { return nil }
      return own(attribute, row).first.map(shown)
    }
    return switch table {
    case .documents: name("title") ?? name("id") ?? ""
    case .entities, .topics, .outlets, .authors, .families: name("name") ?? ""
    default: text(of: Item(id: row), .table(table))
    }
  }

  /// The text of a row itself.
  func text(of item: Item, _ kind: Kind) -> String {
    if case .table(let table) = kind, corpus.regions(of: table) == nil {
      return label(of: item.id, in: table)
    }
    var text = ""
    var end: Int?
    for piece in place(of: item, kind)?.pieces ?? [] {
      if let end {
        let between = end < piece.lowerBound ? Array(end..<piece.lowerBound) : []
        text += between.contains { isWord($0) } ? " … " : " "
      }
      text += corpus.string(ofTokens: piece)
      end = piece.upperBound
    }
    return text
  }

  /// Whether a token is a word and no mark; a symbol like % is a word only of running text.
  func isWord(_ token: Int, symbols: Bool = true) -> Bool {
    let tags = corpus.tokens.partsOfSpeech
    let tag = corpus.pool[tags.dictionary.symbol(of: tags.values[token])]
    return tag != "PUNCT" && (symbols || tag != "SYM")
  }
}

/// Names of periods, from Foundation's calendar.
enum ReferenceCalendar {

  static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  static func label(of day: Day, _ part: DatePart) -> String {
    let parts = components(of: day)
    let (year, month) = (parts.year ?? 0, parts.month ?? 0)
    return switch part {
    case .year: String(year)
    case .quarter: "\(year)-Q\((month + 2) / 3)"
    case .month: "\(year)-" + twoDigits(month)
    case .week: "\(parts.yearForWeekOfYear ?? 0)-W" + twoDigits(parts.weekOfYear ?? 0)
    case .day: "\(year)-" + twoDigits(month) + "-" + twoDigits(parts.day ?? 0)
    case .weekday: weekdays[weekday(of: day) - 1]
    }
  }

  /// The day of the week, Monday being 1.
  static func weekday(of day: Day) -> Int { ((components(of: day).weekday ?? 1) + 5) % 7 + 1 }

  private static func components(of day: Day) -> DateComponents {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = TimeZone(identifier: "UTC") ?? .current
    let date = Date(timeIntervalSince1970: Double(day.number) * 86_400)
    return calendar.dateComponents(
      [.year, .month, .day, .weekday, .weekOfYear, .yearForWeekOfYear], from: date)
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
