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

  private static let german = """
                                 1 von 2 DOKUMENTEN

                              Der Hafenbote (Rill)

                                24. Februar 2025 Montag
                                    Abendausgabe

    Hafenrat tagt in Otterburg

    AUTOR: Ada Morel

    RUBRIK: POLITIK; S. 3

    LÄNGE: 54 Wörter

    DATELINE: OTTERBURG

    Der Rat tagte am Montag. „Die Fähre fährt“, sagte Ida Lund.

    UPDATE: 25. Februar 2025

    SPRACHE: GERMAN; DEUTSCH

                        Copyright 2025 Hafenbote Verlag
                           Alle Rechte vorbehalten

                                 2 von 2 DOKUMENTEN

                              Der Hafenbote (Rill)

                                25. Februar 2025 Dienstag

    Boote gestrichen

    LÄNGE: 30 Wörter

    Die Boote sind blau.

    SPRACHE: GERMAN; DEUTSCH
    """

  private static let newerGerman = """
    Hafenrat tagt in Otterburg
    Der Hafenbote (Rill)
    24. Februar 2025 Montag

    Copyright 2025 Hafenbote Verlag Alle Rechte vorbehalten

    Rubrik: POLITIK; S. 3
    Länge: 54 Wörter
    Autor: Ada Morel
    Body

    Der Rat tagte am Montag. „Die Fähre fährt“, sagte Ida Lund.

    Classification

    Language: GERMAN; DEUTSCH

    End of Document
    """

  private static let french = german.replacing("von 2 DOKUMENTEN", with: "de 2 DOCUMENTS")
    .replacing("AUTOR:", with: "AUTEUR:").replacing("RUBRIK:", with: "RUBRIQUE:")
    .replacing("LÄNGE:", with: "LONGUEUR:").replacing("SPRACHE:", with: "LANGUE:")

  @Test(arguments: [german, newerGerman, french])
  func `exports of Nexis are read whose labels are not English`(export: String) throws {
    let reading = read(export)
    #expect(reading.reader == "nexis" && reading.warnings.isEmpty)
    let document = try #require(reading.documents.first)
    let metadata = document.metadata
    #expect(metadata.title == "Hafenrat tagt in Otterburg")
    #expect(metadata.outlet == "Der Hafenbote (Rill)")
    #expect(metadata.date == CalendarDay(year: 2025, month: 2, day: 24))
    #expect(metadata.authors == ["Ada Morel"] && metadata.section == "POLITIK")
    #expect(metadata.language == "de")
    #expect(document.text.text == "Der Rat tagte am Montag. „Die Fähre fährt“, sagte Ida Lund.")
    guard reading.documents.count > 1 else { return }
    #expect(reading.documents[1].metadata.title == "Boote gestrichen")
    #expect(reading.documents[1].text.text == "Die Boote sind blau.")
  }

  @Test func `what was searched for stands above the articles of Nexis and is none`() {
    let search = """
      Download Request: Select Items: 1-2
      Time Of Request: Monday, March 3, 2025  09:12:44

      Terms: (ferry AND mayor)
      Source: Harbour Papers
      Project ID:  None


      """
    let reading = read(search + Self.german)
    #expect(reading.documents.count == 2 && reading.warnings.isEmpty)
  }

  @Test(arguments: [
    ("Ida Lund; Ben Ashe", ["Ida Lund", "Ben Ashe"]),
    ("Ottokar Quill, Shipping Correspondent", ["Ottokar Quill"]),
  ])
  func `Factiva has names below a headline that is a sentence`(line: String, names: [String]) throws
  {
    func head(_ headline: String) throws -> DocumentMetadata {
      let article =
        "\(headline)\n312 words\n5 February 2025\nThe Harbour Post\nHARPO\n1\nEnglish\n"
        + "Copyright 2025 The Harbour Post\n\nThe fleet stays.\n\nDocument HARPO00020250205el25000\n"
      return try #require(read(article).documents.first).metadata
    }
    let metadata = try head("Fleet told to stay in port\n\(line)")
    #expect(metadata.title == "Fleet told to stay in port" && metadata.authors == names)
    #expect(try head("Fleet Told To Stay\nIn Port").title == "Fleet Told To Stay In Port")
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
