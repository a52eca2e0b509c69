import Quoth

/// What a script prints on the built-in corpus, notices and mistakes included.
enum ScriptOutput {

  private static let corpus = OpenedCorpus.builtin()

  /// Returns a text with the times of plans left out, and the blanks that align them, which no two
  /// runs share.
  private static func withoutTimes(_ text: String) -> String {
    text.replacing(/[ ]*\d+\.\d+ ms$/.anchorsMatchLineEndings(), with: "  … ms")
  }

  /// Returns all that the statements of `text` print, and how they ended.
  static func run(_ text: String, name: String) -> (output: String, outcome: RunOutcome) {
    let session = Session(corpus: corpus)
    let printer = AnswerPrinter()
    var output = ""
    let outcome = session.run(SourceText(text, name: name)) { event in
      let printed = printer.print(event)
      output += String(decoding: printed.output, as: UTF8.self) + printed.beside
    }
    return (withoutTimes(output), outcome)
  }
}
