/// The wording of warnings about files that are annotated already.
extension IngestionReport.Warning {

  static func badAnnotation(_ problem: String, _ file: String, line: Int) -> Self {
    Self(
      file: file, line: line, message: "the file is not JSON: \(problem)",
      mend: "write it anew where it came from, for it may be cut off; it was left out")
  }

  static func noAnnotatedText(_ address: String, _ file: String) -> Self {
    Self(
      file: file, message: "the text of '\(address.prefix(60))' is not there to be annotated",
      mend: "put the text beside this file under that name, or into an annotation that describes it"
    )
  }

  static func noTextsBeside(_ file: String, count: Int) -> Self {
    Self(
      file: file,
      message: count == 1
        ? "there is no text beside the annotation"
        : "there is no text beside the annotation, nor beside \(count - 1) more",
      mend: "put each text beside its annotation, a.txt beside a.ann; what has none was left out")
  }

  static func noTextsBeside(in archive: String, count: Int) -> Self {
    Self(
      file: archive,
      message: count == 1
        ? "there is no text beside an annotation of brat in it"
        : "there are no texts beside \(count) annotations of brat in it",
      mend: "put each text beside its annotation, a.txt beside a.ann; what has none was left out")
  }

  static func otherAnnotation(_ count: Int, _ file: String, than other: String) -> Self {
    Self(
      file: file,
      message: count == 1
        ? "it says something else of a place in the text than '\(other)'"
        : "it says something else of \(count) places in the text than '\(other)'",
      mend: "make one file of both; '\(other)' was followed there")
  }

  static func noStandoff(_ name: String, _ file: String) -> Self {
    Self(
      file: file, message: "there is no annotation '\(name.prefix(60))' beside the text",
      mend: "put it there, or leave --reader out to read texts without any; it was left out")
  }

  static func misplaced(
    _ count: Int, _ file: String, line: Int? = nil, first: String? = nil
  ) -> Self {
    Self(
      file: file, line: line,
      message: count == 1
        ? "an annotation points to no place in the text" + (first.map { ": \($0)" } ?? "")
        : "\(count) annotations point to no place in the text"
          + (first.map { ", the first to \($0)" } ?? ""),
      mend: "check that text and annotation belong together; these were left out")
  }

  static func lostSpeakers(_ count: Int, first: String, _ file: String) -> Self {
    Self(
      file: file,
      message: count == 1
        ? "a reference to a speaker leads to nobody in the file: '\(first.prefix(40))'"
        : "\(count) references to speakers lead to nobody in the file, the first is "
          + "'\(first.prefix(40))'",
      mend: "put the list of persons into the file; the references were taken for names")
  }

  static func unkeptStandoff(_ count: Int, first: String, _ file: String, line: Int) -> Self {
    Self(
      file: file, line: line,
      message: count == 1
        ? "there is no place for what '\(first.prefix(40))' tells"
        : "there is no place for what \(count) lines tell, the first is '\(first.prefix(40))'",
      mend: "mark quotes, their cues and sources, and names; these lines were left out")
  }

  static func nameColumns(_ file: String, line: Int, _ found: Int, of count: Int) -> Self {
    Self(
      file: file, line: line,
      message: "the word has \(found) \(found == 1 ? "column" : "columns") of \(count)",
      mend: "write as many as in other lines, with the label of the name last; the word was read "
        + "without it")
  }

  static func noContent(_ format: String, _ expected: String, _ file: String, line: Int?) -> Self {
    Self(
      file: file, line: line, message: "this is no \(format): \(expected) is missing",
      mend: "check the file's format, or name it with --reader; it was left out")
  }

  /// Something that a document gives of itself does not fit its text.
  init(_ fault: GivenFault, _ file: String, line: Int?) {
    switch fault {
    case .misplaced(let count): self = .misplaced(count, file, line: line)
    case .moved(let count):
      self.init(
        file: file, line: line,
        message: count == 1
          ? "the words of an annotation do not stand where its numbers point"
          : "the words of \(count) annotations do not stand where their numbers point",
        mend: "count Unicode characters from 0; the same words nearest to that place were taken")
    case .otherWords(let missing, let count, let field):
      self.init(
        file: file, line: line,
        message: missing == 0
          ? "the words in '\(field)' leave out much of the text"
          : "\(missing) of the \(count) words in '\(field)' do not stand in the text",
        mend: "give all words in their order, as they are written; the text was divided anew")
    }
  }

  static func badLine(_ problem: String, _ file: String, line: Int) -> Self {
    Self(
      file: file, line: line, message: "the annotation cannot be read: \(problem)",
      mend:
        "write it as brat does, like T1, a tab, Person 0 9, a tab, and the words; it was left out")
  }

  static func cutOff(_ what: String, _ file: String, line: Int?) -> Self {
    Self(
      file: file, line: line, message: "\(what): the file may be cut off",
      mend: "fetch it anew where it came from; what is there was read")
  }

  static func otherColumns(_ format: String, _ file: String, line: Int) -> Self {
    Self(
      file: file, line: line, message: "this is no CoNLL-U: there are \(format)",
      mend: "write it as CoNLL-U, a number, the word and eight columns more with tabs between; it "
        + "was left out")
  }

  static func otherWords(_ told: String, _ found: String, _ file: String, line: Int) -> Self {
    Self(
      file: file, line: line,
      message: "the words '\(told.prefix(40))' do not stand there in the text, but "
        + "'\(found.prefix(40))'",
      mend: "check that text and annotation belong together, and count characters; it was left out")
  }
}
