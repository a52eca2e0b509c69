import Annotation
import Testing

@testable import Ingestion

/// What tells the exports of databases from other texts, and what stands in their heads.
@Suite struct ExportShapeTests {

  private func read(_ text: String, _ name: String = "a.txt") -> Reading {
    Ingestor.read(name: name, bytes: Array(text.utf8))
  }

  @Test(arguments: ["Document 1 of 2", "1 of 20 DOCUMENTS"])
  func `a line that counts documents makes no export of a text`(line: String) {
    let reading = read("Report\n\n\(line)\n\nAda Morel said that it rained.\nSource: a friend\n")
    #expect(reading.warnings.isEmpty && reading.reader == "text")
    #expect(reading.documents.count == 1)
  }

  private static let proQuest = """
    ____________________________________________________________

    Report Information from ProQuest
    March 11 2025 10:15
    ____________________________________________________________

    Document 1 of 2

    Council turns down a second bridge

    Author: Lund, Ida; Roe, Jon.

    Publication info: The Harbour Post ; Rill (UK) [Rill (UK)]07 Mar 2025: A.4.

    http://search.example.com/docview/1

    Abstract: A council.

    Full text: Erik Sand said that the plan was "a road to nowhere".

    Note: nobody laughed.

    "We have no money," said Ada Morel.

    Subject: Bridges; Councils

    Title: Council turns down a second bridge

    Publication title: The Harbour Post

    Publication date: Mar 7, 2025

    Language of publication: English

    ____________________________________________________________

    Document 2 of 2

    Ferry sails

    Full text: Jon Roe said that the ferry would sail.

    Publication title: The Harbour Post

    Publication date: Mar 8, 2025

    ____________________________________________________________
    """

  @Test func `the text export of ProQuest is read`() throws {
    let reading = read(Self.proQuest)
    #expect(reading.warnings.isEmpty && reading.reader == "proquest")
    #expect(
      reading.documents.map(\.text.text) == [
        """
        Erik Sand said that the plan was "a road to nowhere".

        Note: nobody laughed.

        "We have no money," said Ada Morel.
        """, "Jon Roe said that the ferry would sail.",
      ])
    let known = reading.documents.map(\.metadata)
    #expect(known.map(\.title) == ["Council turns down a second bridge", "Ferry sails"])
    #expect(known.map(\.outlet) == ["The Harbour Post", "The Harbour Post"])
    #expect(known.map { $0.date?.day } == [7, 8])
    #expect(known[0].authors == ["Ida Lund", "Jon Roe"])
    #expect(known[0].tags == ["Bridges", "Councils"] && known[0].language == "en")
    #expect(known[0].url == "http://search.example.com/docview/1")
  }

  @Test(arguments: [
    "3:11 PM GMT", "Correction Appended", "All Editions", "Scotland", "Final Edition",
    "Late Edition - Final Correction Appended", "1ST EDITION\n      Correction Appended",
    "Final Edition\n\n       Correction Appended",
  ])
  func `what stands below the day is no part of the headline`(line: String) throws {
    let reading = read(
      """
                                     1 of 1 DOCUMENTS

                                     The Harbour Post

                                  March 5, 2025 Wednesday
                                   \(line)

      Ferry sails;
      And the mayor stays

      BYLINE: By IDA LUND; Dana Rubin contributed reporting

      LENGTH: 112 words

         Ada Morel said that the ferry would sail.

      LOAD-DATE: March 5, 2025
      """)
    #expect(reading.reader == "nexis")
    let known = try #require(reading.documents.first).metadata
    #expect(known.title == "Ferry sails; And the mayor stays")
    #expect(known.outlet == "The Harbour Post" && known.authors == ["Ida Lund", "Dana Rubin"])
  }
}
