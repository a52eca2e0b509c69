import Annotation
import Foundation
import TestSupport
import Testing

@testable import Ingestion

private let factiva = """
  SE   Ports
  HD   Harbour council meets in Otterburg
  BY   By Ada Morel and Jon Roe
  WC   120 words
  PD   24 February 2025
  SN   The Harbour Post
  SC   HARPO
  LA   English
  CY   (c) 2025 The Harbour Post

  LP
  The council met on Monday. "The ferry will run," said Ida Lund.

  TD
  An end is not in sight. AN END TO THE QUARREL would please many.

  She left at noon.

  CO   otferr : Otterburg Ferries
  AN   Document HARPO00020250224el2o0001

  HD
  A second headline
  of two lines
  WC
  80 words
  PD
  1 March 2025
  SN
  The Harbour Post
  LP
  The boats were painted on Saturday.
  AN
  Document HARPO00020250301el310002
  """

private let nexis = """

                                 1 of 2 DOCUMENTS


                                 The Harbour Post

                             February 24, 2025 Monday

  Harbour council meets in Otterburg

  BYLINE: Ada Morel

  SECTION: NEWS; Pg. 4

  LENGTH: 120 words

  DATELINE: OTTERBURG

   The council met on Monday. "The ferry will run," said Ida Lund.

  Note: she left at noon.

  LOAD-DATE: February 25, 2025

  LANGUAGE: ENGLISH

  PUBLICATION-TYPE: Newspaper

                     Copyright 2025 The Harbour Post
                          All Rights Reserved


                                 2 of 2 DOCUMENTS


                                 The Harbour Post

                             March 1, 2025 Saturday

  A second headline
  of two lines

  LENGTH: 80 words

  The boats were painted on Saturday.

  LOAD-DATE: March 2, 2025
  """

private let newerNexis = """
  Harbour council meets in Otterburg
  The Harbour Post
  February 24, 2025 Monday

  Copyright 2025 The Harbour Post All Rights Reserved

  Section: NEWS; Pg. 4
  Length: 120 words
  Byline: Ada Morel

  Body

  The council met on Monday. "The ferry will run," said Ida Lund.

  Load-Date: February 25, 2025

  End of Document
  """

/// The exports of databases of news.
@Suite struct ExportReaderTests {

  @Test(arguments: [("factiva", factiva), ("nexis", nexis), ("nexis", newerNexis)])
  func `an export is told by its content`(name: String, text: String) {
    let file = SourceFile(name: "export.txt", origin: "export.txt", bytes: Array(text.utf8))
    #expect(type(of: Ingestor.reader(of: file)).name == name)
    let plain = SourceFile(
      name: "a.txt", origin: "a.txt", bytes: Array("HD is a code.\n\nLENGTH matters.".utf8))
    #expect(type(of: Ingestor.reader(of: plain)).name == "text")
  }

  @Test(arguments: [factiva, nexis])
  func `every article comes with its fields`(export: String) throws {
    let reading = Ingestor.read(name: "export.txt", bytes: Array(export.utf8))
    #expect(reading.warnings.isEmpty)
    let documents = reading.documents
    try #require(documents.count == 2)
    #expect(documents[0].metadata.title == "Harbour council meets in Otterburg")
    #expect(documents[0].metadata.outlet == "The Harbour Post")
    #expect(documents[0].metadata.date == CalendarDay(year: 2025, month: 2, day: 24))
    #expect(documents[0].metadata.authors.first == "Ada Morel")
    #expect(documents[0].metadata.language == "en")
    #expect(documents[1].metadata.title == "A second headline of two lines")
    #expect(documents[1].metadata.date == CalendarDay(year: 2025, month: 3, day: 1))
    let texts = documents.map { String(decoding: $0.text.bytes, as: UTF8.self) }
    #expect(texts[0].contains("The council met on Monday."))
    #expect(texts[0].contains("she left at noon.") || texts[0].contains("She left at noon."))
    #expect(!texts[0].contains("Copyright") && !texts[0].contains("LOAD-DATE"))
    #expect(!texts[0].contains("Otterburg Ferries"))
    #expect(texts[1].contains("The boats were painted on Saturday."))
  }

  @Test func `capitals in a text are no code`() {
    let reading = Ingestor.read(name: "export.txt", bytes: Array(factiva.utf8))
    let text = reading.documents.first.map { String(decoding: $0.text.bytes, as: UTF8.self) }
    #expect(text?.contains("AN END TO THE QUARREL") == true)
    #expect(reading.documents.first?.metadata.id == "HARPO00020250224el2o0001")
    #expect(reading.documents.first?.metadata.authors == ["Ada Morel", "Jon Roe"])
    #expect(reading.documents.first?.metadata.section == "Ports")
  }

  @Test func `newer exports have the headline first`() throws {
    let reading = Ingestor.read(name: "export.txt", bytes: Array(newerNexis.utf8))
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 1 && reading.warnings.isEmpty)
    #expect(document.metadata.title == "Harbour council meets in Otterburg")
    #expect(document.metadata.outlet == "The Harbour Post")
    #expect(document.metadata.section == "NEWS")
    #expect(document.metadata.date == CalendarDay(year: 2025, month: 2, day: 24))
    let text = String(decoding: document.text.bytes, as: UTF8.self)
    #expect(text.hasPrefix("The council met") && !text.contains("February"))
  }

  @Test(arguments: [factiva, nexis, newerNexis])
  func `cut anywhere an export is read as far as it goes`(export: String) {
    let bytes = Array(export.utf8)
    for length in stride(from: 0, to: bytes.count, by: 7) {
      for name in ["factiva", "nexis"] {
        var options = ReadingOptions()
        options.reader = name
        let file = SourceFile(
          name: "x.txt", origin: "x.txt", bytes: Array(bytes[..<length]), options: options)
        let reading = Ingestor.read(file)
        #expect(!reading.documents.isEmpty || !reading.warnings.isEmpty)
      }
    }
  }

  @Test(arguments: ["factiva", "nexis", "proquest"])
  func `an export that is cut off within its last article is told`(format: String) throws {
    let path = Repository.root.appending(path: "Tests/Formats/\(format)/news.txt")
    let text = try String(contentsOf: path, encoding: .utf8)
    let whole = Ingestor.read(name: "news.txt", bytes: Array(text.utf8))
    #expect(whole.warnings.isEmpty)
    let mark = try #require(text.lastIndex(of: "“"))
    let cut = Ingestor.read(name: "news.txt", bytes: Array(text[...mark].utf8) + Array("A dr".utf8))
    #expect(cut.documents.count == whole.documents.count)
    #expect(cut.warnings.map(\.message) == ["the last article has no end: the file may be cut off"])
  }

  @Test func `an article without a text is left out with its line`() {
    let export = "HD   A headline\nWC   0 words\nPD   1 March 2025\nSN   Post\nAN   Document X1\n"
    let reading = Ingestor.read(name: "export.txt", bytes: Array(export.utf8))
    #expect(reading.documents.isEmpty)
    #expect(reading.warnings.map(\.description) == ["export.txt:1: the document has no text"])
  }
}
