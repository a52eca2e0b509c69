import Quoth

/// What a script prints on the built-in corpus, notices and mistakes included.
enum ScriptOutput {

  private static let corpus = OpenedCorpus.builtin()

  /// Returns all that the statements of `text` print, and how they ended.
  static func run(_ text: String, name: String) -> (output: String, outcome: RunOutcome) {
    let session = Session(corpus: corpus)
    let printer = AnswerPrinter()
    var output = ""
    let outcome = session.run(SourceText(text, name: name)) { event in
      let printed = printer.print(event)
      output += String(decoding: printed.output, as: UTF8.self) + printed.beside
    }
    return (output, outcome)
  }
}
