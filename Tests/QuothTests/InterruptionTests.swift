import Quoth
import Synchronization
import Testing

/// A wish to stop, made while a statement runs.
@Suite struct InterruptionTests {

  /// Becomes a wish when it has been asked so often.
  private final class Countdown: Sendable {
    private let left: Atomic<Int>
    init(_ count: Int) { left = Atomic(count) }
    @Sendable func isOver() -> Bool { left.subtract(1, ordering: .relaxed).newValue < 0 }
  }

  @Test(arguments: [
    "tokens order by word", "tokens count by word", "tokens where text matches /a.*b/",
    "sentences containing tokens", "tokens within quotes", "quotes timeline by week",
    "\"the\" kwic 8 order by right 1", "mentions sample 5 seed 1", "values of cue",
    "explain tokens order by word", "expect tokens > 3",
  ])
  func `a statement stops where it is first asked whether it shall`(statement: String) {
    let session = Asked.builtin().session
    var answers = 0
    let countdown = Countdown(1)
    let outcome = session.run(
      SourceText(statement, name: "query"), interruption: Interruption(polling: countdown.isOver)
    ) { _ in answers += 1 }
    #expect(outcome == .interrupted)
    #expect(answers == 0)
  }

  @Test func `no statement behind the one that was stopped runs`() {
    let interruption = Interruption()
    var answers = 0
    let outcome = Asked.builtin().session.run(
      SourceText("documents count\n\nquotes count\n\ntokens count", name: "query"),
      interruption: interruption
    ) { _ in
      answers += 1
      interruption.request()
    }
    #expect(outcome == .interrupted)
    #expect(answers == 1)
  }

  @Test(arguments: [OutputFormat.table, .csv, .json, .jsonl, .markdown, .html])
  func `an answer stops while it is drawn, before its next row`(format: OutputFormat) {
    var answers: [SessionEvent] = []
    _ = Asked.builtin().session.run(SourceText("tokens limit 20000", name: "query")) {
      answers.append($0)
    }
    let countdown = Countdown(100)
    var printer = AnswerPrinter(format: format, columns: 80, isColored: false)
    printer.rendering.isStopped = countdown.isOver
    var size = 0
    let (_, isWhole) = printer.write(answers[0]) { piece in
      size += piece.count
      return true
    }
    #expect(!isWhole)
    #expect(size < 60_000)
  }

  @Test func `an answer is written in pieces, and ends where nobody reads on`() {
    var pieces = 0
    _ = Asked.builtin().session.run(SourceText("tokens limit 20000", name: "query")) { event in
      let (_, isWhole) = AnswerPrinter(format: .csv).write(event) { _ in
        pieces += 1
        return pieces < 2
      }
      #expect(!isWhole)
    }
    #expect(pieces == 2)
  }

  @Test(arguments: ["csv", "json", "md", "html"])
  func `a file that is stopped while it is written is not there`(ending: String) throws {
    let shelf = try Shelf()
    let countdown = Countdown(1_000)
    let asked = Asked.builtin()
    let outcome = asked.session.run(
      SourceText("tokens save \"\(shelf.path("tokens." + ending))\"", name: "query"),
      interruption: Interruption(polling: countdown.isOver)
    ) { _ in }
    #expect(outcome == .interrupted)
    #expect(try shelf.names() == ["press.jsonl"])
  }
}
