/// `.corpus`: what the corpus holds.
struct CorpusCommand: ShellCommand {
  let name = "corpus"
  let summary = "what the corpus holds"

  func run(_ argument: String, in context: ShellContext) throws(ShellError) {
    context.show(context.engine.corpusReport)
  }
}
