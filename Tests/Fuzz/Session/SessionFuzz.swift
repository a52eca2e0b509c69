import Quoth

/// The corpus that is asked; made once.
private let corpus = OpenedCorpus.builtin()

/// Takes bytes as libFuzzer makes them: whatever they are, a session answers them, and every answer
/// can be printed in every format.
///
/// Statements that write files or read them are left out.
///
/// - Parameters:
///   - bytes: The input.
///   - count: Its length.
/// - Returns: 0, as libFuzzer asks for.
@c(LLVMFuzzerTestOneInput)
public func fuzzSession(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = unsafe String(
    decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  guard !["save", "run", "use", "correct"].contains(where: text.lowercased().contains) else {
    return 0
  }
  let session = Session(corpus: corpus)
  let format = OutputFormat.allCases[count % OutputFormat.allCases.count]
  let printer = AnswerPrinter(format: format, rendering: RenderingOptions(width: 80))
  _ = session.run(SourceText(text, name: "fuzz")) { _ = printer.print($0) }
  _ = session.suggestions(in: text, at: text.utf8.count)
  return 0
}
