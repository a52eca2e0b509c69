/// One line of a file of corrections.
///
/// Its fields stand between tabs; a tab, line feed, carriage return or backslash inside one is
/// written `\t`, `\n`, `\r`, `\\`. A value that is missing is an empty field.
///
///     id  time  correct  document  offsets  beginning  attribute  old  new
///     id  time  undo  id of the correction that is taken back
enum CorrectionEntry: Hashable, Sendable {
  /// A value is put right.
  case correction(Correction)
  /// The correction of an id is taken back.
  case undo(id: String, time: String, of: String)

  /// What stands first in a new file.
  static let heading = """
    # Corrections of who said what, kept by Quoth. Lines are only added, never changed.
    # id, time, "correct", document, offsets, beginning, attribute, old value, new value
    # id, time, "undo", id of the correction that is taken back
    # Fields stand between tabs. Offsets count the characters (Unicode scalars) of the original.

    """

  /// Reads a line; nil where it is none of the two forms.
  init?(line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.unescaped)
    guard fields.count > 3, !fields[0].isEmpty else { return nil }
    switch (fields[2], fields.count) {
    case ("undo", 4): self = .undo(id: fields[0], time: fields[1], of: fields[3])
    case ("correct", 9):
      guard let offsets = QuoteAddress.offsets(in: fields[4]) else { return nil }
      self = .correction(
        Correction(
          id: fields[0], time: fields[1],
          quote: QuoteAddress(document: fields[3], offsets: offsets, beginning: fields[5]),
          attribute: fields[6], old: fields[7].isEmpty ? nil : fields[7],
          new: fields[8].isEmpty ? nil : fields[8]))
    default: return nil
    }
  }

  /// The line, with its end.
  var line: String {
    let fields: [String] =
      switch self {
      case .undo(let id, let time, let undone): [id, time, "undo", undone]
      case .correction(let correction):
        [
          correction.id, correction.time, "correct", correction.quote.document,
          correction.quote.offsetText, correction.quote.beginning, correction.attribute,
          correction.old ?? "", correction.new ?? "",
        ]
      }
    return fields.map(Self.escaped).joined(separator: "\t") + "\n"
  }

  private static func escaped(_ field: String) -> String {
    var text = ""
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\t": text += "\\t"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\\": text += "\\\\"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func unescaped(_ field: Substring) -> String {
    var text = ""
    var isEscaped = false
    for scalar in field.unicodeScalars {
      if isEscaped {
        isEscaped = false
        switch scalar {
        case "t": text += "\t"
        case "n": text += "\n"
        case "r": text += "\r"
        default: text.unicodeScalars.append(scalar)
        }
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
