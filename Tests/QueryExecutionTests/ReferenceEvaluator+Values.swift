import CorpusStore
import Foundation
import QuerySemantics

extension ReferenceEvaluator {

  /// The rows at the end of a path's references.
  func ends(of path: BoundPath, from item: Item) -> [Int] {
    path.hops.reduce([item.id]) { rows, hop in
      rows.flatMap { row -> [Int] in
        switch corpus.column(of: hop) {
        case .codes(let column)?:
          let code = column.values[row]
          return code == CodeColumn.missing ? [] : [Int(column.dictionary.entries[Int(code)])]
        case .codeLists(let column)?:
          return column.codes(of: RowID(UInt32(row))).map {
            Int(column.dictionary.entries[Int($0)])
          }
        default: return []
        }
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
    case .attribute(let attribute):
      return ends(of: path, from: item).flatMap { row in
        own(attribute, row).map { value in
          guard case .day(let day) = value, let part = path.part, part != .day else { return value }
          return .name(ReferenceCalendar.label(of: day, part))
        }
      }
    }
  }

  private func own(_ attribute: Attribute, _ row: Int) -> [Value] {
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
    case .decimals(let column)?: return [.decimal(Double(column[row].description) ?? 0)]
    case .dates(let column)?:
      return column.values[row] == .missing ? [] : [.day(column.values[row])]
    case .texts(let column)?:
      let text = column[RowID(UInt32(row))]
      return text.isEmpty ? [] : [.name(text)]
    case nil:
      let text = text(of: Item(id: row), .table(attribute.table))
      return text.isEmpty ? [] : [.name(text)]
    }
  }

  /// How a value is shown.
  func shown(_ value: Value) -> String {
    switch value {
    case .name(let name): name
    case .row(let table, let row): label(of: row, in: table)
    case .integer(let number): String(number)
    case .decimal(let number): String(number)
    case .day(let day): day.iso
    case .flag(let flag): flag ? "yes" : "no"
    }
  }

  func folded(_ value: Value) -> String { TextFolding.fold(shown(value)) }

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
    for piece in pieces(of: item, kind) {
      if let end {
        let between = end < piece.lowerBound ? Array(end..<piece.lowerBound) : []
        text += between.contains(where: isWord) ? " … " : " "
      }
      text += corpus.string(ofTokens: piece)
      end = piece.upperBound
    }
    return text
  }

  private func isWord(_ token: Int) -> Bool {
    let tag = corpus.tokens.partsOfSpeech
    return corpus.pool[tag.dictionary.symbol(of: tag.values[token])] != "PUNCT"
  }
}

/// Names of periods, from Foundation's calendar.
enum ReferenceCalendar {

  static func label(of day: Day, _ part: DatePart) -> String {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = TimeZone(identifier: "UTC") ?? .current
    let date = Date(timeIntervalSince1970: Double(day.number) * 86_400)
    let parts = calendar.dateComponents(
      [.year, .month, .day, .weekday, .weekOfYear, .yearForWeekOfYear], from: date)
    let (year, month) = (parts.year ?? 0, parts.month ?? 0)
    let names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    return switch part {
    case .year: String(year)
    case .quarter: "\(year)-Q\((month + 2) / 3)"
    case .month: "\(year)-" + twoDigits(month)
    case .week: "\(parts.yearForWeekOfYear ?? 0)-W" + twoDigits(parts.weekOfYear ?? 0)
    case .day: "\(year)-" + twoDigits(month) + "-" + twoDigits(parts.day ?? 0)
    case .weekday: names[(parts.weekday ?? 1) - 1]
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
