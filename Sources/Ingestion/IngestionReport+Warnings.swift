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

  static func cutOffText(_ count: Int, _ file: String, line: Int?) -> Self {
    Self(
      file: file, line: line,
      message: "the source cut the text off: \(count) more characters are missing",
      mend: "fetch the article from its address; what is there was read")
  }

  static func foreign(_ endings: [String: Int], to reader: String, _ input: String) -> Self {
    let count = endings.values.reduce(0, +)
    let list = endings.keys.sorted().map { "." + $0 }.joined(separator: ", ")
    return Self(
      file: input,
      message: count == 1
        ? "a file that ends in \(list) is nothing that --reader \(reader) reads"
        : "\(count) files that end in \(list) are nothing that --reader \(reader) reads",
      mend: "name a file to have it read all the same, or leave --reader out; it was left out")
  }

  static func idTwice(_ id: String, _ file: String, line: Int?) -> Self {
    Self(
      file: file, line: line,
      message: "another document has the id '\(id.prefix(60))' already",
      mend: "give each an id of its own; both were kept, and this one is called by its place")
  }

  static func invalidJSON(_ problem: String, _ file: String, line: Int, column: Int) -> Self {
    Self(
      file: file, line: line, message: "this is not JSON: \(problem) at column \(column)",
      mend: "mend it there; what is whole before and behind it was read")
  }

  static func lostLayers(
    _ lost: GivenKinds, _ file: String, _ kept: GivenKinds, of other: String
  ) -> Self {
    Self(
      file: file,
      message: kept.isEmpty
        ? "its \(lost.text) were left out, for '\(other)' has the same text"
        : "its \(lost.text) were left out, for '\(other)' gives \(kept.text) of the same text",
      mend: "put all that is given of a text into one file, or keep both with --duplicates keep")
  }

  static func more(_ count: Int, like warning: Self) -> Self {
    Self(
      file: warning.file,
      message: "… and \(count) more \(count == 1 ? "line" : "lines") like these",
      mend: warning.mend)
  }

  static func noArticles(_ program: String, _ sign: String, _ file: String) -> Self {
    Self(
      file: file, message: "no article of \(program) is in the file: \(sign) is missing",
      mend: "export it as plain text, or leave --reader out if it is something else")
  }

  static func noBody(_ file: String, line: Int) -> Self {
    Self(
      file: file, line: line, message: "the document has no text",
      mend: "export the whole text with it; this document was left out")
  }

  static func noDocuments(_ file: String) -> Self {
    Self(
      file: file, message: "there is no document in the file",
      mend: "export it again with its documents, or leave it out")
  }

  static func noMailText(_ file: String, line: Int?) -> Self {
    Self(
      file: file, line: line, message: "the message has no text, plain or HTML",
      mend: "fetch it again if it is cut off; it was left out")
  }

  static func noSuchField(_ name: String, _ file: String, names: [String]) -> Self {
    Self(
      file: file,
      message:
        "there is no field '\(name)', which --map names\(names.isEmpty ? "" : ", in any file")",
      mend: names.isEmpty
        ? "leave it out, for what was read has no fields"
        : "name one of \(names.joined(separator: ", "))")
  }

  static func noText(_ file: String, line: Int?) -> Self {
    Self(
      file: file, line: line, message: "the document has no text",
      mend: line == nil
        ? "give it a text, or leave it out"
        : "give the object a field \"text\"; this line was left out")
  }

  static func noText(_ file: String, isBehindFields: Bool) -> Self {
    guard isBehindFields else { return noText(file, line: nil) }
    return Self(
      file: file, message: "the document has no text", mend: "put the text behind the front matter")
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

  static func partOfTOML(_ file: String, line: Int) -> Self {
    Self(
      file: file, line: line, message: "this line of the front matter is no plain 'name = value'",
      mend: "write its value on one line; the other lines were read as TOML")
  }

  static func unclosedFrontMatter(_ file: String) -> Self {
    Self(
      file: file, line: 1, message: "the front matter has no end: the file may be cut off",
      mend:
        "put a line of --- behind it, or of +++ where that begins it; its lines up to the first "
        + "empty one were read")
  }

  static func unreadableDate(_ text: String, _ file: String, _ line: Int?) -> Self {
    Self(
      file: file, line: line, message: "the date '\(text.prefix(40))' names no day for certain",
      mend: "write it as year, month and day, like 2025-02-24")
  }

  static func treebankColumns(_ file: String, line: Int, _ count: Int) -> Self {
    Self(
      file: file, line: line,
      message: "the word has \(count) \(count == 1 ? "column" : "columns") of 10",
      mend: "write _ in those that are not known, with tabs between; what is there was read")
  }

  static func treebankLine(_ file: String, line: Int) -> Self {
    Self(
      file: file, line: line, message: "the line is no word: no number begins it",
      mend: "write a number, a tab and the word, or # before a comment; it was left out")
  }

  static func tooLongText(_ file: String, byteCount: Int) -> Self {
    Self(
      file: file,
      message: "one document has \((byteCount + (1 << 20) - 1) >> 20) MB of text, and no more than "
        + "\(DocumentCollection.longestText >> 20) MB are read as one",
      mend: "split it into its articles, or write them as JSON lines; this document was left out")
  }

  static func tooLong(_ file: String, line: Int, _ megabytes: Int) -> Self {
    Self(
      file: file, line: line,
      message: "no document ends within \(megabytes) MB from here",
      mend: "write it as several; what stands behind it was read")
  }
}
