import Quoth
import TestSupport
import Testing

/// Accepting offers at random always leads to a statement without a mistake.
@Suite struct CompletionWalkTests {

  @Test(arguments: 0..<24)
  func `offers accepted at random end in a statement that runs`(seed: UInt64) throws {
    let session = try Asked.press().session
    var walk = Walk(session: session, seed: seed)
    let text = try walk.run()
    let mistakes = session.check(SourceText(text, name: "walk")).flatMap(\.diagnostics)
    #expect(!mistakes.hasErrors, "\(text): \(mistakes.map(\.message))")
  }

  /// A statement that grows by what is offered, and by free text where only that can stand.
  private struct Walk {

    let session: Session
    private var random: SeededGenerator
    private var text = ""

    init(session: Session, seed: UInt64) {
      self.session = session
      random = SeededGenerator(seed: seed)
    }

    mutating func run() throws -> String {
      for step in 0..<80 {
        let found = session.suggestions(in: text, at: text.utf8.count)
        let isWhole =
          !text.isEmpty && session.isComplete(text)
          && !session.check(SourceText(text, name: "walk")).flatMap(\.diagnostics).hasErrors
        if isWhole, step > 3, Int.random(in: 0..<3, using: &random) == 0 { return text }
        if isWhole, step > 10 { return text }
        // Whether a file or a corpus is there is no matter of the language.
        var items = found.items.filter { ![";", "run", "use"].contains($0.text) }
        let closing = items.filter { [")", "]", "}"].contains($0.text) }
        if step > 6, !closing.isEmpty { items = closing }
        if let item = items.randomElement(using: &random) {
          accept(item.text, at: found.range)
        } else if isWhole {
          return text
        } else if let free = typed() {
          text += free
        } else {
          Issue.record("nothing leads on: \(text)")
          return ""
        }
      }
      Issue.record("no end in sight: \(text)")
      return ""
    }

    private mutating func accept(_ item: String, at range: Range<Int>) {
      let front = String(decoding: Array(text.utf8)[..<range.lowerBound], as: UTF8.self)
      let isTight = item == "." || item == "/"
      text = (isTight ? String(front.reversed().drop { $0 == " " }.reversed()) : front) + item
      if !isTight { text += " " }
    }

    /// Returns what a person would type here: a number, a text, a name.
    private func typed() -> String? {
      ["3 ", "2025 ", "/b/ ", "\"bridge\" ", "strong ", "$who "].first { free in
        let text = text + free
        let mistakes = session.check(SourceText(text, name: "walk")).flatMap(\.diagnostics)
        return !mistakes.hasErrors
          || !session.suggestions(in: text, at: text.utf8.count).items.isEmpty
      }
    }
  }
}
