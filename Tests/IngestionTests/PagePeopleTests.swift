import Annotation
import Testing

@testable import Ingestion

/// People and days in short lines of a page: those that a text lists, and those that tell who wrote it
/// and when.
@Suite struct PagePeopleTests {

  private static let storm =
    "The flood of Friday night carried off the old mill of Rill and drowned eleven sheep, as the"
    + " water board of the valley told the council on Saturday."
  private static let heard =
    "“We heard a roar, and then the wheel was gone,” said Eva Strand, who bakes beside the mill and"
    + " had stayed up late because of the rain, as she does on many nights."

  private func document(_ body: String) throws -> SourceDocument {
    let source = "<html><head><title>T</title></head><body><h1>The flood</h1>\(body)</body></html>"
    return try #require(Ingestor.read(name: "a.html", bytes: Array(source.utf8)).documents.first)
  }

  private func check(_ body: String, _ blocks: [String]) throws {
    let document = try document(body)
    #expect(document.text.text.components == ["# The flood"] + blocks)
    #expect(document.metadata.authors == [] && document.metadata.date == nil)
  }

  @Test(arguments: [
    "<p>The dead are:</p><ul><li>Ida Lund</li><li>Tom Holt</li></ul>",
    "<p>The names of the dead:</p><p>Tom Holt, 42</p><p>Ada Roe, 7</p><p>Ida Lund</p>",
    "<p>Missing in the valley:</p><p>Ida Lund</p>", "<p>Ida Lund</p><p>Tom Holt</p>",
  ])
  func `people listed before a text are part of it`(list: String) throws {
    let lines = list.plainLines
    try check(list + "<p>\(Self.storm)</p><p>\(Self.heard)</p>", lines + [Self.storm, Self.heard])
    try check(list + "<p>A mill is gone.</p>", lines + ["A mill is gone."])
  }

  @Test(arguments: [
    "<p>The dead:</p><p>Ida Lund</p><p>Tom Holt</p>", "<p>The dead:</p><p>Ida Lund</p>",
    "<p>Ida Lund, Rill</p><p>Tom Holt, Otter</p><p>Ada Roe, Rill</p>",
    "<p>Ida Lund, 42</p><p>Tom Holt</p>", "<ul><li>Ida Lund</li><li>Tom Holt</li></ul>",
    "<ul><li>Bread</li><li>Fish and chips</li></ul>",
    "<p>Ida Lund</p><p>3 March 1931 – 2 March 2025</p>", "<p>Yours, Tom Holt</p>",
    "<p>Yours sincerely,</p><p>Tom Holt</p>", "<p>Who saw it?</p><p>Tom Holt</p>",
    "<p>“It will come back.”</p><p>Tom Holt</p>",
  ])
  func `people listed behind a text are part of it`(list: String) throws {
    let lines = list.plainLines
    try check("<p>\(Self.storm)</p><p>\(Self.heard)</p>" + list, [Self.storm, Self.heard] + lines)
    try check("<p>A mill is gone.</p>" + list, ["A mill is gone."] + lines)
  }

  @Test(arguments: ["A mill is gone.", "“It will come back. Wait.”"])
  func `a name below one sentence is part of the text`(sentence: String) throws {
    try check("<p>\(sentence)</p><p>Tom Holt</p>", [sentence, "Tom Holt"])
  }

  @Test(arguments: [
    "<p>Born 3 March 1931</p>", "<p>Ida Lund</p><p>3 March 1931 – 2 March 2025</p>",
    "<p>Geboren am 3. März 1931</p>", "<p>1931 – 2025</p>",
  ])
  func `the days of a life are no days of a page`(lines: String) throws {
    for text in [Self.storm, "A miller is dead, said Eva Strand."] {
      try check("\(lines)<p>\(text)</p>", lines.plainLines + [text])
      let article = try document("<article><h1>Tom Holt</h1>\(lines)<p>\(text)</p></article>")
      #expect(article.metadata.date == nil && article.metadata.authors == [])
    }
  }

  @Test(arguments: [
    ("<p>Publié le 3 mars 2025 par Hélène Roux</p>", "Hélène Roux"),
    ("<p>Publié le 3 mars 2025 à 7h30 par Hélène Roux</p>", "Hélène Roux"),
    ("<p>Published March 3, 2025 by Ida Lund</p>", "Ida Lund"),
    ("<p>03.03.2025 - 07:30 Uhr - Von Anna Weiß</p>", "Anna Weiß"),
    ("<p>Posted on March 3, 2025 by <a href=1>Ida Lund</a> in <a href=2>Rill</a></p>", "Ida Lund"),
    (
      "<h2>Mills without wheels</h2><p>Von Anna Weiß | Stand: 03.03.2025 | 14:05 Uhr | Lesezeit: 3 Min.</p>",
      "Anna Weiß"
    ),
    ("<p>Ida Lund</p><p>Rill, 3 March 2025</p>", "Ida Lund"),
    ("<p>Monday, March 3, 2025 at 7:30 a.m. EST<br>IDA LUND</p>", "Ida Lund"),
    ("<p>Ida Lund</p><p>Published 3 March 2025, updated 4 March 2025</p>", "Ida Lund"),
  ])
  func `a line with a day names the writer behind it`(lines: String, author: String) throws {
    for text in [Self.storm, "A mill is gone."] {
      let document = try document("\(lines)<p>\(text)</p>")
      #expect(document.metadata.authors == [author])
      #expect(document.metadata.date?.written == "2025-03-03")
      let heading = lines.contains("<h2>") ? ["## Mills without wheels"] : []
      #expect(document.text.text.components == ["# The flood"] + heading + [text])
    }
  }

  @Test(arguments: [
    "“We wait,” said <a href=1>Tom Holt</a>, who runs the <a href=2>mill</a> of <a href=3>Otterburg</a>.",
    "“We wait for nothing,” he told <a href=1>Eva Strand</a>, who said that <a href=2>the barns are full</a>.",
    "The mill has stopped, <a href=1>the Rill Courier reported on Monday</a>, and nobody knows why.",
    "<a href=1>The council of Rill and Otter</a> has met for a day and did not agree.",
  ])
  func `a first sentence with links is text`(line: String) throws {
    try check("<p>\(line)</p><p>Nobody is hurt.</p>", line.plainLines + ["Nobody is hurt."])
  }

  @Test(arguments: [
    "Sign up for the race now, said Tom Holt.", "All rights reserved for women, she said.",
    "Photo: a thousand words, he said.", "Read more books, urges mayor",
  ])
  func `a line that says who says so is no furniture`(line: String) throws {
    try check("<p>The town rests.</p><p>\(line)</p>", ["The town rests.", line])
    try check("<p>\(line)</p><p>Nobody came.</p>", [line, "Nobody came."])
  }

  @Test func `long lists are read in linear time`() throws {
    let item = "<li>Ida Lund</li>"
    let list = "<ul>" + String(repeating: item, count: 5_000) + "</ul>"
    let names = String(repeating: "<p>Ida Lund</p>", count: 5_000)
    for lines in [list, names] {
      let text = try document(lines + "<p>\(Self.storm)</p>" + lines).text.text
      #expect(text.hasSuffix("Ida Lund"))
    }
  }
}

extension String {

  fileprivate var components: [String] { split(separator: "\n\n").map(String.init) }

  /// The lines of some paragraphs and items as the text of a page has them.
  fileprivate var plainLines: [String] {
    replacing("<li>", with: "\n- ").replacing("</p>", with: "\n").replacing("</li>", with: "\n")
      .replacing(/<[^>]*>/, with: "").split(separator: "\n").map(String.init)
  }
}
