import Diagnostics
import QuerySyntax

/// Takes bytes as libFuzzer makes them: whatever they are, they are read, printed and read again.
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
  _ = Parser.expectations(in: text, at: length / 2)
  _ = Parser.expectations(in: text, at: length)
  if result.diagnostics.isEmpty { checkPrinting(of: result.script) }
  return 0
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
