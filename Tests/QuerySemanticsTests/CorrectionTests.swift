import CorpusStore
import QuerySemantics
import Testing

@Suite struct CorrectionTests {

  @Test(arguments: [
    ("correct 3 speaker = Trump", 3, "speaker", "Donald Trump"),
    ("correct 3 speaker = exactly \"Emmanuel Macron\"", 3, "speaker", "Emmanuel Macron"),
    ("correct 3 speaker = Starmer", 3, "speaker", "Keir Starmer"),
    ("correct 1 cue = SAY", 1, "cue", "say"),
    ("correct 1 kind = direct", 1, "kind", "direct"),
    ("correct 1 speaker is missing", 1, "speaker", nil),
    ("param who = Trump; correct 2 speaker = $who", 2, "speaker", "Donald Trump"),
    ("alias him = Trump; correct 2 speaker = him", 2, "speaker", "Donald Trump"),
  ])
  func `a correction binds`(text: String, row: Int, name: String, value: String?) throws {
    #expect(mistakes(text) == [])
    guard case .correct(let number, let attribute, let right, _) = analysis(text).statement else {
      Issue.record("nothing was bound")
      return
    }
    #expect(number == row)
    #expect(attribute.name == name)
    #expect(label(of: right, in: name) == value)
  }

  private func label(of value: CorrectedValue, in name: String) -> String? {
    switch value {
    case .missing: return nil
    case .code(let code):
      guard case .codes(let column)? = fixture.column(name, of: .quotes) else { return "" }
      return fixture.pool[column.dictionary.symbol(of: code)]
    case .entity(let row):
      guard case .codes(let names)? = fixture.column("name", of: .entities) else { return "" }
      return fixture.pool[names.dictionary.symbol(of: names.values[row.index])]
    }
  }

  @Test(arguments: [
    (
      "correct 1 speaker = Macron",
      "Macron: 'Macron' is the name of 2, and a correction is one: Emmanuel Macron, 3 quotes; "
        + "Brigitte Macron, 1 quote [ambiguous-correction]"
    ),
    (
      "correct 1 speaker = Trmp",
      "Trmp: no person, organization or place of the corpus is called 'Trmp'; "
        + "the nearest: Donald Trump, 1 mention [unknown-entity]"
    ),
    (
      "correct 1 cue = sat",
      "sat: no cue of the corpus is called 'sat'; the nearest: say [no-such-value]"
    ),
    (
      "correct 1 words = 3",
      "words: 'words' follows from the text and is not corrected; speaker, cue and kind of a quote "
        + "can be corrected [not-correctable]"
    ),
    (
      "correct 1 speeker = Trump",
      "speeker: no attribute of quotes is named 'speeker'; did you mean 'speaker'? "
        + "[not-correctable]"
    ),
    (
      "correct 0 speaker = Trump",
      "0: 'correct' takes a whole number from 1 on, and '0' is none [bad-count]"
    ),
    (
      "corrections undo 0",
      "0: 'corrections undo' takes a whole number from 1 on, and '0' is none [bad-count]"
    ),
    (
      "corrections save \"\"",
      "\"\": 'corrections save' is followed by the name of a file or folder [no-file]"
    ),
    ("run \"\"", "\"\": 'run' is followed by the name of a file or folder [no-file]"),
    ("use \" \"", "\" \": 'use' is followed by the name of a file or folder [no-file]"),
  ])
  func `a mistake in a correction is told at its words`(text: String, expected: String) {
    #expect(mistakes(text) == [expected])
    #expect(analysis(text).statement == nil)
  }

  @Test func `corrections are listed, taken back and written, and files are run and used`() {
    #expect(analysis("corrections").statement == .listCorrections)
    #expect(analysis("corrections undo").statement == .undoCorrection(nil))
    #expect(analysis("corrections undo 2").statement == .undoCorrection(2))
    #expect(analysis("corrections save \"a.txt\"").statement == .saveCorrections("a.txt"))
    guard case .run("a.quoth", _) = analysis("run \"a.quoth\"").statement,
      case .use("news", _) = analysis("use \"news\"").statement
    else {
      Issue.record("run or use did not bind")
      return
    }
  }
}
