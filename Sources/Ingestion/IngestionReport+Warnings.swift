internal import Annotation

/// The wording of the readers' warnings, sorted by name.
extension IngestionReport.Warning {

  static func badFrontMatter(_ problem: String, _ file: String, line: Int) -> Self {
    Self(
      file: file, line: line, message: "the front matter is not YAML: \(problem)",
      mend: "put a value that holds ': ' or '#' in quotes; its plain lines were read all the same")
  }

  static func badJSON(_ problem: String, _ file: String, line: Int) -> Self {
    Self(
      file: file, line: line, message: "the line is not JSON: \(problem)",
      mend: "write one object a line; this line was left out")
  }

  static func invalidJSON(_ problem: String, _ file: String, line: Int, column: Int) -> Self {
    Self(
      file: file, line: line, message: "this is not JSON: \(problem) at column \(column)",
      mend: "mend it there; what is whole before and behind it was read")
  }

  static func more(_ count: Int, like warning: Self) -> Self {
    Self(
      file: warning.file,
      message: "… and \(count) more \(count == 1 ? "line" : "lines") like these",
      mend: warning.mend)
  }

  static func noBody(_ file: String, line: Int) -> Self {
    Self(
      file: file, line: line, message: "the document has no text",
      mend: "export the whole text with it; this document was left out")
  }

  static func noMailText(_ file: String, line: Int?) -> Self {
    Self(
      file: file, line: line, message: "the message has no text, plain or HTML",
      mend: "nothing is to be done if it holds files alone; it was left out")
  }

  static func noText(_ file: String, line: Int?) -> Self {
    Self(
      file: file, line: line, message: "the document has no text",
      mend: line == nil
        ? "put the text behind the front matter"
        : "give the object a field \"text\"; this line was left out")
  }

  static func notAnObject(_ file: String, line: Int) -> Self {
    Self(
      file: file, line: line, message: "the line is JSON but no object",
      mend: "write one object a line, like {\"text\": \"…\"}; this line was left out")
  }

  static func orderedDate(
    _ text: String, _ day: CalendarDay, _ file: String, _ line: Int?
  ) -> Self {
    Self(
      file: file, line: line,
      message: "the date '\(text.prefix(40))' was read as \(day.written), in the order of other "
        + "dates there",
      mend: "write dates as year, month and day, like 2025-02-24")
  }

  static func unreadableDate(_ text: String, _ file: String, _ line: Int?) -> Self {
    Self(
      file: file, line: line, message: "the date '\(text.prefix(40))' names no day for certain",
      mend: "write it as year, month and day, like 2025-02-24")
  }

  static func tooLong(_ file: String, line: Int, _ megabytes: Int) -> Self {
    Self(
      file: file, line: line,
      message: "no document ends within \(megabytes) MB from here",
      mend: "write it as several; what stands behind it was read")
  }
}
