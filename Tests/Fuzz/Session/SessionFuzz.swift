import Quoth

/// The corpus that is asked; made once.
private let corpus = OpenedCorpus.builtin()

/// Takes bytes as libFuzzer makes them: whatever they are, a session answers them soon, and the
/// answers can be printed.
///
/// Statements that write files or read them are left out. The length of the input chooses the
/// format, so that all are tried and an input is not printed eight times.
///
/// - Parameters:
///   - bytes: The input.
///   - count: Its length.
/// - Returns: 0, as libFuzzer asks for.
@c(LLVMFuzzerTestOneInput)
public func fuzzSession(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let written = unsafe String(
    decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  guard let script = HarmlessScript(written) else { return 0 }
  let session = Session(corpus: corpus, options: SessionOptions(rowLimit: 30))
  let formats = OutputFormat.allCases
  let printer = AnswerPrinter(
    format: formats[count % formats.count],
    columns: count.isMultiple(of: 3) ? nil : 20 + count % 120,
    isColored: count.isMultiple(of: 5))
  ask(script.text, of: session, printer)
  for query in script.queries { ask("explain " + query, of: session, printer) }
  let source = SourceText(script.text, name: "fuzz")
  Watch.time("check") { _ = session.check(source) }
  for stage in Stage.allCases {
    Watch.time(stage.rawValue) { _ = session.representation(stage, of: source) }
  }
  for cursor in [written.utf8.count, written.utf8.count / 2] {
    Watch.time("suggestions") { _ = session.suggestions(in: written, at: cursor) }
    Watch.time("hint") { _ = session.onlySuggestion(in: written, at: cursor) }
  }
  return 0
}

/// Runs statements and prints what they answer.
private func ask(_ text: String, of session: Session, _ printer: AnswerPrinter) {
  let watch = Watch()
  let outcome = session.run(
    SourceText(text, name: "fuzz"), interruption: Interruption { watch.isLate }
  ) { event in
    Watch.time(printer.format.name) { _ = printer.print(event) }
    watch.restart()
  }
  if outcome == .interrupted { Watch.stop("a statement takes too long") }
  _ = try? session.detail(ofRow: 1)
}
