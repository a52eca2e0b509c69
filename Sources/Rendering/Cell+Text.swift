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
      case .integer(let value): form.text(of: value)
      case .decimal(let value): form.text(of: value)
      case .flag(let value): value ? "yes" : "no"
      case .list(let values): VisibleText.line(values.joined(separator: ", "))
      }
    return text == "" ? nil : text
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
