import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// Lines of plain texts that name their day not for certain.
@Suite struct DateLineTests {

  private func text(_ line: String) -> String {
    "Harbour closes after storm\n\(line)\n\nThe harbour of Varn closes on Friday, the council said.\n"
  }

  private func head(_ text: String) -> DocumentMetadata? {
    Ingestor.read(name: "a.txt", bytes: Array(text.utf8)).documents.first?.metadataWithHead
  }

  private func read(
    _ files: [(name: String, line: String)]
  ) throws -> (dates: [String?], messages: [String]) {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file.name, text(file.line)) }
    var options = ReadingOptions()
    options.duplicates = .keep
    let (documents, report) = Ingestor.read([folder.path], options: options)
    return (documents.map { $0.metadata.date?.written }, report.warnings.map(\.message))
  }

  @Test func `a day without a year is told, unless the path tells the year`() throws {
    let (dates, messages) = try read([
      ("a.txt", "Wed 12 Mar"), ("b.txt", "12 March 2025"), ("news-2025/c.txt", "Wed 12 Mar"),
    ])
    #expect(dates == [nil, nil, "2025-03-12"])
    #expect(messages == ["the date 'Wed 12 Mar' names no day for certain"])
  }

  @Test func `the order of figures is told by other texts of the folder, or not at all`() throws {
    let (dates, messages) = try read([
      ("a/a.txt", "Published 25/04/2025"), ("a/b.txt", "03/04/2025"), ("b/a.txt", "03/04/2025"),
    ])
    #expect(dates == ["2025-04-25", "2025-04-03", nil])
    #expect(
      messages == [
        "the date '03/04/2025' was read as 2025-04-03, in the order of other dates there",
        "the date '03/04/2025' names no day for certain",
      ])
  }

  @Test(
    arguments: [
      ("Fähre fällt aus", "Von Jürgen Groß\n3. März 2025", "Jürgen Groß", "2025-03-03"),
      ("Fähre fällt aus", "\nVon Jürgen Groß\n\n3. März 2025", "Jürgen Groß", "2025-03-03"),
      ("Fähre fällt aus", "\nVon Jürgen Groß, Hafenpost\n03.03.2025", "Jürgen Groß", "2025-03-03"),
      ("Sturm", "3. März 2025", nil, "2025-03-03"),
      ("Le bac est arrêté", "\nPar Hélène Roux\n\n3 mars 2025", "Hélène Roux", "2025-03-03"),
      (
        "Le bac est arrêté", "Par Hélène Roux, Le Post\nLe 3 mars 2025", "Hélène Roux", "2025-03-03"
      ),
      (
        "Le bac s'arrête", "\nPar Hélène Roux\nPublié le 3 mars 2025 à 7 h 30", "Hélène Roux",
        "2025-03-03"
      ),
    ] as [(String, String, String?, String)])
  func `lines of German and French name title, writer and day`(
    title: String, lines: String, author: String?, date: String
  ) throws {
    let text =
      "\(title)\n\(lines)\n\n„Wir warten“, sagte Jon Roe. Es war Nacht im Hafen von Varn.\n"
    let metadata = try #require(head(text))
    #expect(metadata.title == title && metadata.date?.written == date)
    #expect(metadata.authors == (author.map { [$0] } ?? []))
  }

  @Test(arguments: [
    "Publié le 3 mars 2025 à 7h30, modifié le 4 mars 2025 à 8h00",
    "Published March 3, 2025, updated March 4, 2025",
    "Published 3 March 2025, last updated on Tuesday, 4 March 2025 at 8:00",
    "Veröffentlicht am 3. März 2025, aktualisiert am 4. März 2025",
    "Published March 3, 2025 Updated March 4, 2025 8:00 am",
  ])
  func `the day of a text is the first where another tells when it was changed`(
    line: String
  ) throws {
    for lines in [line, "\nBy Jane Doe\n\n\(line)"] {
      #expect(head(text(lines))?.date?.written == "2025-03-03")
    }
  }

  @Test(arguments: [
    "Updated 10 March 2025, published 3 March 2025",
    "Updated 10 March 2025 | Published 3 March 2025",
    "Last updated: 10 March 2025, 9:00 Published: 3 March 2025, 8:00",
    "Updated 10 March 2025\nPublished 3 March 2025",
    "By Jane Doe | Updated 10 March 2025\n3 March 2025",
    "Mis à jour le 10 mars 2025, publié le 3 mars 2025",
    "Aktualisiert am 10. März 2025, veröffentlicht am 3. März 2025", "Aired March 3, 2025",
    "First aired March 3, 2025 - 10:00 ET", "Broadcast on 3 March 2025", "Gesendet am 3. März 2025",
    "Ausgestrahlt am 3. März 2025", "Diffusé le 3 mars 2025 à 20 h",
  ])
  func `the day of publication goes before that of a change`(line: String) throws {
    for lines in [line, "\nBy Jane Doe\n\n\(line)"] {
      let metadata = try #require(head(text(lines)))
      #expect(metadata.date?.written == "2025-03-03")
      #expect(metadata.title == "Harbour closes after storm")
    }
  }

  @Test func `the day of a change stands for one that no line beside it tells`() {
    #expect(head(text("Updated 10 March 2025"))?.date?.written == "2025-03-10")
    let text = text("Updated 10 March 2025") + "\n3 March 2024\n"
    #expect(head(text)?.date?.written == "2025-03-10")
  }

  @Test func `the line that tells when a transcript was aired is no title`() {
    let text =
      "LANNA NEWSROOM\n\nAired March 04, 2025 - 10:00 ET\n\nTHIS IS A RUSH TRANSCRIPT.\n\n"
      + "ADA MOREL, ANCHOR: Good morning. The bridge is shut.\n\n"
      + "ERIK SAND, TRANSPORT MINISTER: We had no choice.\n"
    let metadata = head(text)
    #expect(metadata?.title == "LANNA NEWSROOM" && metadata?.date?.written == "2025-03-04")
  }

  @Test(arguments: ["3 March 2025, and in May updated", "3 March 2025, by May 4 all was sold"])
  func `a line that tells more than days is text`(line: String) throws {
    #expect(head(text(line))?.date == nil)
  }

  @Test(arguments: [
    "Von der Leyen gewinnt", "Von Otterburg", "Von Otterburg nach Rill", "Par ailleurs",
  ])
  func `a headline that begins as a by-line does is none`(title: String) throws {
    let text =
      "\(title)\n\nEs war Nacht im Hafen von Varn, und niemand kam. Die Boote lagen still.\n"
    let metadata = try #require(head(text))
    #expect(metadata.authors.isEmpty && metadata.title == title)
  }
}
