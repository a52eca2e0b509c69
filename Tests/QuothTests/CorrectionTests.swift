import CorpusStore
import Foundation
import QuerySemantics
import Testing

@testable import Quoth

/// What corrections do to the answers.
@Suite struct CorrectionTests {

  /// An entity, as `correct` gives it.
  private func entity(_ name: String, in asked: Asked) throws -> CorrectedValue {
    let corpus = asked.session.corpus
    let row = (0..<corpus.rowCount(of: .entities)).map { RowID(UInt32($0)) }.first {
      corpus.name(ofRow: $0, in: .entities) == name
    }
    return .entity(try #require(row))
  }

  private func count(_ speaker: String, in asked: Asked) -> String? {
    asked("quotes where speaker = exactly \"\(speaker)\" count").lines.last
  }

  private func correctFirst(_ asked: Asked, to name: String = "Jon Morel") throws -> String {
    _ = asked("quotes where speaker = exactly \"Ada Morel\" limit 1")
    return try asked.session.correct(row: 1, "speaker", to: entity(name, in: asked))
  }

  @Test func `a correction counts at once, and what follows from it`() throws {
    let asked = try Shelf().ask()
    _ = asked("let jons = quotes where speaker = exactly \"Jon Morel\"")
    let told = try correctFirst(asked)
    #expect(told.hasPrefix("row 1 corrected, speaker: Ada Morel → Jon Morel (correction 1 in "))
    #expect(count("Ada Morel", in: asked) == "2 quotes")
    #expect(count("Jon Morel", in: asked) == "2 quotes")
    #expect(asked("jons count").lines.last == "2 quotes")
    #expect(
      asked("people where name = \"Jon Morel\" and quotes = 2 count").lines.last == "1 person")
    #expect(asked("quotes count by speaker").text.contains("Jon Morel"))
  }

  @Test func `the corpus that is opened again has its corrections, and says so once`() throws {
    let shelf = try Shelf()
    _ = try correctFirst(shelf.ask())
    let asked = try shelf.ask()
    let page = asked("quotes where speaker = exactly \"Jon Morel\" count")
    #expect(page.lines.first == "1 correction applies (\(shelf.path("press.jsonl.corrections")))")
    #expect(page.lines.last == "2 quotes")
    #expect(!asked("quotes count").text.contains("applies"))
    #expect(asked.session.opened.corpus.fingerprint == asked.session.corpus.fingerprint)
  }

  @Test func `the bare corpus can be asked`() throws {
    let shelf = try Shelf()
    _ = try correctFirst(shelf.ask())
    let asked = try shelf.ask(corrected: false)
    #expect(count("Ada Morel", in: asked) == "3 quotes")
    #expect(throws: Session.CorrectionError.self) { try asked.session.listCorrections() }
  }

  @Test func `a session sees what another has corrected when it lists`() throws {
    let shelf = try Shelf()
    let (mine, other) = (try shelf.ask(), try shelf.ask())
    _ = try correctFirst(other)
    #expect(count("Ada Morel", in: mine) == "3 quotes")
    #expect(try mine.session.listCorrections().table.rows.count == 1)
    #expect(count("Ada Morel", in: mine) == "2 quotes")
  }

  @Test func `a row tells that it was corrected`() throws {
    let asked = try Shelf().ask()
    _ = try correctFirst(asked)
    _ = asked("quotes where speaker = exactly \"Jon Morel\"")
    let reasons = try asked.session.detail(ofRow: 1).reasons
    #expect(
      reasons.last?.hasPrefix(
        "corrected by hand, speaker: Ada Morel → Jon Morel (correction 1 of ") == true)
    #expect(try asked.session.detail(ofRow: 1).speaker == "Jon Morel")
  }

  @Test func `a value can be made missing, and the latest of several counts`() throws {
    let asked = try Shelf().ask()
    _ = asked("quotes")
    _ = try asked.session.correct(row: 1, "speaker", to: .missing)
    #expect(asked("quotes where speaker is missing count").lines.last == "1 quote")
    _ = asked("quotes")
    _ = try asked.session.correct(row: 1, "speaker", to: entity("Jon Morel", in: asked))
    #expect(asked("quotes where speaker is missing count").lines.first == "0 quotes")
    let states = try asked.session.listCorrections().table.rows.compactMap(\.last)
    #expect(states == [.text("replaced by a later one"), .text("applied")])
  }

  @Test func `what is taken back does not count, and the one before counts again`() throws {
    let asked = try Shelf().ask()
    _ = try correctFirst(asked)
    _ = try correctFirst(asked, to: "Björn Åkesson")
    #expect(try asked.session.undoCorrection(1).hasPrefix("taken back: correction 1, "))
    #expect(count("Ada Morel", in: asked) == "2 quotes")
    #expect(try asked.session.undoCorrection(nil).hasPrefix("taken back: correction 2, "))
    #expect(count("Ada Morel", in: asked) == "3 quotes")
    for (number, message) in [
      (1, "correction 1 was taken back already"), (7, "there is no correction 7"),
      (0, "there is no correction 0"), (nil, "there is no correction to take back"),
    ] {
      let error = #expect(throws: Session.CorrectionError.self) {
        try asked.session.undoCorrection(number)
      }
      #expect(error?.message.hasPrefix(message) == true)
    }
  }

  @Test func `what is about texts that the corpus no longer has is listed as not applied`() throws {
    let shelf = try Shelf()
    let asked = try shelf.ask()
    _ = try correctFirst(asked)
    let articles = Asked.articles.replacing("\"bridge\"", with: "\"arch\"")
    try shelf.write(articles, to: "press.jsonl")
    let changed = try shelf.ask()
    #expect(
      changed("quotes count").lines.first
        == "1 correction does not apply: `corrections` tells why")
    #expect(
      try changed.session.listCorrections().table.rows.first?.last
        == .text("not applied: no quote is in a document of that id"))
    #expect(count("Ada Morel", in: changed) == "3 quotes")
  }

  @Test func `a row that is no quote is not corrected`() throws {
    let asked = try Shelf().ask()
    for (query, message) in [
      ("documents", "row 1 of the latest result is no quote"),
      ("\"bridge\"", "row 1 of the latest result is no quote"),
      ("quotes count by speaker", "a row of groups stands for many places"),
    ] {
      _ = asked(query)
      let error = #expect(throws: Session.CorrectionError.self) {
        try asked.session.correct(row: 1, "speaker", to: .missing)
      }
      #expect(error?.message.hasPrefix(message) == true)
    }
    _ = asked("quotes")
    #expect(throws: Session.CorrectionError.self) {
      try asked.session.correct(row: 1, "words", to: .missing)
    }
    #expect(throws: Session.CorrectionError.self) {
      try asked.session.correct(row: 8, "speaker", to: .missing)
    }
  }

  @Test func `who has said nothing yet can be made the speaker`() throws {
    let asked = try Shelf().ask()
    #expect(asked("people where name = \"Ursula von der Leyen\" and quotes = 0 count").text != "")
    _ = asked("let hers = quotes by Ursula von der Leyen; let jons = quotes by Jon Morel")
    let before = asked("jons count").lines.last
    let page = asked(
      "quotes where speaker = Ada Morel limit 1; correct 1 speaker = China;"
        + "quotes by China count")
    #expect(page.text.contains("speaker: Ada Morel → China"))
    #expect(page.lines.last == "1 quote")
    #expect(asked("jons count").lines.last == before)
    #expect(asked("let chinas = quotes by China; chinas count").lines.last == "1 quote")
    #expect(asked("places where quotes = 1 and name = China count").lines.last == "1 place")
    _ = asked("corrections undo")
    #expect(asked("chinas count").lines.first == "0 quotes")
    _ = asked("quotes where speaker = Ada Morel limit 1; correct 1 speaker = Tom Reed")
    #expect(asked("chinas count").lines.first == "0 quotes")
  }

  @Test func `what cannot be corrected is told in plain words`() throws {
    let asked = try Shelf().ask()
    #expect(
      asked("correct 1 speaker = China").lines.last
        == "error: there is no result yet; ask something first")
    _ = asked("quotes limit 2")
    #expect(
      asked("correct 3 speaker = China").lines.last
        == "error: the latest result has no row 3; it has 1 to 2")
    #expect(asked("corrections").lines.first == "no corrections")
    #expect(
      asked("corrections undo").lines == ["error: there is no correction to take back"])
  }

  @Test func `what is right already makes no entry`() throws {
    let asked = try Shelf().ask()
    #expect(try correctFirst(asked, to: "Ada Morel").contains("nothing is corrected"))
    #expect(try asked.session.listCorrections().table.rows.isEmpty)
  }

  @Test func `a line that cannot be read is told and kept`() throws {
    let shelf = try Shelf()
    try shelf.write("by hand\n", to: "press.jsonl.corrections")
    let asked = try shelf.ask()
    #expect(asked("quotes count").lines.first?.contains("corrections, line 1: ") == true)
    _ = try correctFirst(asked)
    #expect(try shelf.text("press.jsonl.corrections").hasPrefix("by hand\n"))
    #expect(count("Ada Morel", in: asked) == "2 quotes")
  }

  @Test func `a place that cannot be written is named with what mends it`() throws {
    let shelf = try Shelf()
    try FileManager.default.createDirectory(
      atPath: shelf.path("press.jsonl.corrections"), withIntermediateDirectories: false)
    let asked = try shelf.ask()
    let error = #expect(throws: Session.CorrectionError.self) { try correctFirst(asked) }
    #expect(error?.message.hasPrefix("it cannot be kept in ") == true)
    #expect(error?.message.contains("open a copy of the corpus") == true)
    #expect(count("Ada Morel", in: asked) == "3 quotes")
  }

  @Test func `the file lies beside the first input, whatever it is called by`() throws {
    let shelf = try Shelf()
    let folder = shelf.path("folder")
    try shelf.write(Asked.articles, to: "folder/press.jsonl")
    for path in [folder, folder + "/", folder + "/."] {
      let file = try OpenedCorpus.open([path]).correctionFile
      #expect(file?.path.hasSuffix("/folder.corrections") == true)
    }
    let several = try OpenedCorpus.open([shelf.path("press.jsonl"), folder]).correctionFile
    #expect(several?.path == shelf.path("press.jsonl.corrections"))
  }
}
