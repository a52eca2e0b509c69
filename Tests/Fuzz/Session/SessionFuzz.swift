import Quoth

/// The corpus that is asked; made once.
private let corpus = OpenedCorpus.builtin()

/// Takes bytes as libFuzzer makes them: whatever they are, a session answers them soon, and every
/// answer can be printed in every format.
///
/// Statements that write files or read them are left out.
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
  ask(script.text, of: session, width: 20 + count % 120)
  for query in script.queries { ask("explain " + query, of: session, width: nil) }
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

/// Runs statements and prints what they answer in every format.
private func ask(_ text: String, of session: Session, width: Int?) {
  let watch = Watch()
  let outcome = session.run(
    SourceText(text, name: "fuzz"), interruption: Interruption { watch.isLate }
  ) { event in
    for format in OutputFormat.allCases {
      let printer = AnswerPrinter(format: format, columns: width, isColored: width == 50)
      Watch.time(format.name) { _ = printer.print(event) }
    }
    watch.restart()
  }
  if outcome == .interrupted { Watch.stop("a statement takes too long") }
  _ = try? session.detail(ofRow: 1)
}
