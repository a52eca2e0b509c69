internal import QueryExecution

extension ResultTable.Cell {

  /// The value in full, as csv and its kin write it; nil where there is none.
  ///
  /// Decimals are in the shortest form that reads back the same. Numbers that are not finite are no
  /// values. Lists are joined with `separator`.
  func written(joinedBy separator: String) -> String? {
    switch self {
    case .missing: nil
    case .text(let text): text
    case .integer(let value): String(value)
    case .decimal(let value): value.isFinite ? value.description : nil
    case .flag(let value): value ? "true" : "false"
    case .list(let values): values.joined(separator: separator)
    }
  }

  /// The value for people, on one line and safe to draw; nil where there is none or it is empty.
  func shown(as form: NumberForm = .init()) -> String? {
    let text: String? =
      switch self {
      case .missing: nil
      case .text(let text): VisibleText.line(text)
      case .integer(let value): form.isGrouped ? Numerals.grouped(value) : String(value)
      case .decimal(let value): form.text(of: value)
      case .flag(let value): value ? "yes" : "no"
      case .list(let values): VisibleText.line(values.joined(separator: ", "))
      }
    return text == "" ? nil : text
  }
}

/// How the numbers of a column are set, so that they line up.
struct NumberForm: Equatable {

  /// Whether groups of three digits are parted by commas.
  ///
  /// A column whose numbers have at most four digits is not grouped, since they may be years.
  var isGrouped = false

  /// The digits behind the point of every number; nil gives each what it needs.
  var digits: Int?

  /// Creates the form in which a number stands alone.
  init() {}

  /// Creates the form of the numbers of column `column`.
  init(column: Int, of rows: [[ResultTable.Cell]]) {
    var digits = 0
    for row in rows where column < row.count {
      switch row[column] {
      case .integer(let value): isGrouped = isGrouped || value.magnitude >= 10_000
      case .decimal(let value):
        digits = max(digits, Numerals.fractionDigits(of: value, atMost: 4))
      default: break
      }
    }
    self.digits = digits
  }

  fileprivate func text(of value: Double) -> String? {
    guard value.isFinite else { return nil }
    guard let digits else { return Numerals.decimal(value) }
    let rounds = value != 0 && value.magnitude < 0.00005
    return rounds ? value.description : Numerals.fixed(value, digits: digits)
  }
}

extension ResultTable.Column {

  /// The role of the column's values.
  var role: RenderingOptions.Role {
    switch name.lowercased() {
    case "speaker": .speaker
    case "title": .title
    case "cue": .cue
    case "date", "first_seen", "last_seen", "day": .date
    case "match": .match
    default: .text
    }
  }
}
