import Diagnostics
import QuerySyntax

/// Takes bytes as libFuzzer makes them: whatever they are, they are read, printed, laid out and read
/// again.
///
/// - Parameters:
///   - bytes: The input.
///   - count: Its length.
/// - Returns: 0, as libFuzzer asks for.
@c(LLVMFuzzerTestOneInput)
public func fuzzParser(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = unsafe String(
    decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  let result = Parser.parse(text)
  let length = text.utf8.count
  for diagnostic in result.diagnostics {
    precondition(diagnostic.range.start <= diagnostic.range.end && diagnostic.range.end <= length)
  }
  _ = DiagnosticRenderer().render(result.diagnostics, in: SourceText(text, name: "fuzz"))
  _ = Parser.expectations(in: text, at: length / 2)
  _ = Parser.expectations(in: text, at: length)
  _ = Parser.isComplete(text)
  checkRoles(of: text)
  let formatted = Formatter.format(text)
  precondition((formatted == nil) == result.diagnostics.hasErrors)
  if let formatted { checkLayout(formatted, of: result.script) }
  if result.diagnostics.isEmpty { checkPrinting(of: result.script) }
  return 0
}

/// The pieces that are coloured stand one behind the other in the text.
private func checkRoles(of text: String) {
  var end = 0
  for piece in Parser.classify(text) {
    precondition(end <= piece.range.start && piece.range.start <= piece.range.end)
    end = piece.range.end
  }
  precondition(end <= text.utf8.count)
}

/// What is laid out means the same, and stays as it is when it is laid out again.
private func checkLayout(_ formatted: String, of script: Script) {
  precondition(Formatter.format(formatted) == formatted, formatted)
  precondition(Parser.parse(formatted).script.outline == script.outline, formatted)
}

/// What is printed reads back without a mistake, and prints the same again.
private func checkPrinting(of script: Script) {
  let printer = SyntaxPrinter()
  for statement in script.statements {
    let printed = printer.print(statement)
    let again = Parser.parse(printed)
    precondition(again.diagnostics.isEmpty, printed)
    precondition(again.script.statements.map { printer.print($0) } == [printed], printed)
  }
}
