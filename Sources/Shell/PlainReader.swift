/// Reads statements where the terminal cannot move its cursor, as inside other programs.
struct PlainReader {

  let language: any LineLanguage

  /// Reads lines until they are a statement, or an empty line ends it anyhow.
  func readStatement(prompt: String) -> LineEditor.Outcome {
    var text = ""
    TerminalDevice.write(prompt)
    while let line = readLine() {
      // Ctrl-C took the line from the terminal; what came before goes too.
      if Interrupts.takeRequest() { text = "" }
      text += text.isEmpty ? line : "\n" + line
      let isBlank = text.utf8.allSatisfy { $0 <= 0x20 }
      if isBlank || line.isEmpty || language.isComplete(text) { return .statement(text) }
      TerminalDevice.write(String(repeating: ".", count: max(0, prompt.utf8.count - 1)) + " ")
    }
    return text.isEmpty ? .end : .statement(text)
  }
}
