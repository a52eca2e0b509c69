import Annotation
import Testing

@testable import Ingestion

private let withCover = """
  User Name: = Ida Reader
  Date and Time: = Wednesday, March 5, 2025 10:00 AM GMT
  Job Number: = 4711
  Documents (2)
  1. Harbour Council Meets
  Client/Matter: -None-
  Search Terms: harbour
  2. Boats: a second headline
  Client/Matter: -None-
  Content Type    Narrowed by
  News            Timeline: 2025

  """ + withoutCover

private let withoutCover = """

  Harbour Council Meets
  The Harbour Post
  February 24, 2025 Monday
  Late Edition - Final

  Copyright 2025 The Harbour Post
  Section: Section A; Column 1; Pg. 4
  Length: 120 words
  Byline: By Ada Morel
  Highlight: The council met.

  Body


  OTTERBURG -- "The ferry will run," said Ida Lund.

  She left at noon.

  Graphic


  PHOTO: Ida Lund

  Classification

  Language: ENGLISH
  Publication-Type: Newspaper
  Subject: HARBOURS (90%); FERRIES (78%)

  Load-Date: February 24, 2025

  End of Document

  Boats: a second headline
  The Evening Lamp (Otterburg)
  March 1, 2025 Saturday 8:00 PM GMT

  Copyright 2025 The Evening Lamp All Rights Reserved
  Section: NEWS; Version:1
  Length: 20 words
  Byline: Anna Berg North of Rill correspondent

  Body

  The boats were painted on Saturday.
  Load-Date: March 1, 2025

  End of Document
  """

private let older = """
                               1 of 1 DOCUMENTS

                               The Harbour Post

                            February 24, 2025 Monday
                              Late Edition - Final

  Harbour Council Meets

  BYLINE: By ADA MOREL and JON ROE

  LENGTH: 120 words

    The boats were painted on Saturday.

  URL: http://harbour.example/2025/02/24/x.html

  SUBJECT: HARBOURS (90%); FERRIES (78%)

  LANGUAGE: ENGLISH

  GRAPHIC: PHOTO: Ida Lund (PHOTOGRAPH BY JON ROE)

                     Copyright 2025 The Harbour Post
  """

private let display = """
  Harbour council meets; boats painted
  By Ada Morel
  1,120 words
  24 February 2025
  The Harbour Post
  HARPO
  London Ed1
  3
  English
  Copyright 2025 The Harbour Post Ltd.

  "The ferry will run," said Ida Lund.

  She left at noon.

  Document HARPO00020250224el2o0001x

  News
  A second headline
  20 words
  1 March 2025
  21:14
  The Evening Lamp
  LAMP
  English
  © Copyright 2025.  The Evening Lamp.  All rights reserved.

  The boats were painted on Saturday.

  Document LAMP000020250301el310002y

  Search Summary
  Text   harbour
  © 2025 Factiva, Inc. All rights reserved.
  """

/// The exports of databases of news in other layouts than their first.
@Suite struct ExportVariantTests {

  private func read(_ text: String, _ reader: String? = nil) -> Reading {
    var options = ReadingOptions()
    options.reader = reader
    return Ingestor.read(name: "export.txt", bytes: Array(text.utf8), options: options)
  }

  @Test(arguments: [withCover, withoutCover])
  func `newer exports of Nexis have their headlines, with a page on the search or without`(
    export: String
  ) throws {
    let reading = read(export)
    #expect(reading.reader == "nexis" && reading.warnings.isEmpty)
    try #require(reading.documents.count == 2)
    let (first, second) = (reading.documents[0].metadata, reading.documents[1].metadata)
    #expect(first.title == "Harbour Council Meets" && first.outlet == "The Harbour Post")
    #expect(first.date == CalendarDay(year: 2025, month: 2, day: 24))
    #expect(first.authors == ["Ada Morel"] && first.tags == ["HARBOURS", "FERRIES"])
    #expect(first.language == "en")
    #expect(second.title == "Boats: a second headline")
    #expect(second.outlet == "The Evening Lamp (Otterburg)" && second.authors == ["Anna Berg"])
    #expect(second.date == CalendarDay(year: 2025, month: 3, day: 1))
    #expect(
      reading.documents.map(\.text.text) == [
        "OTTERBURG -- \"The ferry will run,\" said Ida Lund.\n\nShe left at noon.",
        "The boats were painted on Saturday.",
      ])
  }

  @Test func `an edition is no headline, and an address no text`() throws {
    let reading = read(older)
    let document = try #require(reading.documents.first)
    #expect(document.metadata.title == "Harbour Council Meets")
    #expect(document.metadata.outlet == "The Harbour Post")
    #expect(document.metadata.authors == ["Ada Morel", "Jon Roe"])
    #expect(document.metadata.url == "http://harbour.example/2025/02/24/x.html")
    #expect(document.text.text == "The boats were painted on Saturday.")
  }

  @Test func `Factiva without codes is parted at its documents`() throws {
    for reader in [nil, "factiva"] {
      let reading = read(display, reader)
      #expect(reading.reader == "factiva" && reading.warnings.isEmpty)
      try #require(reading.documents.count == 2)
      let (first, second) = (reading.documents[0].metadata, reading.documents[1].metadata)
      #expect(first.title == "Harbour council meets; boats painted")
      #expect(first.authors == ["Ada Morel"] && first.outlet == "The Harbour Post")
      #expect(first.date == CalendarDay(year: 2025, month: 2, day: 24) && first.language == "en")
      #expect(first.id == "HARPO00020250224el2o0001x")
      #expect(second.title == "A second headline" && second.section == "News")
      #expect(second.outlet == "The Evening Lamp" && second.authors.isEmpty)
      #expect(second.date == CalendarDay(year: 2025, month: 3, day: 1))
      #expect(
        reading.documents.map(\.text.text) == [
          "\"The ferry will run,\" said Ida Lund.\n\nShe left at noon.",
          "The boats were painted on Saturday.",
        ])
    }
  }

  @Test func `a document and a number of words in prose are no export`() {
    #expect(read("Document the harbour.\n\n345 words\n\nDocument A1 was lost.").reader == "text")
  }

  @Test(arguments: ["factiva", "nexis"])
  func `a file that is none is told what is missing`(reader: String) {
    let reading = read("The boats were painted.", reader)
    #expect(reading.documents.count + reading.warnings.count == 1)
    #expect(reading.warnings.allSatisfy { !$0.mend.contains("front matter") })
  }

  @Test(arguments: [withCover, older, display])
  func `cut anywhere it is read as far as it goes`(export: String) {
    let bytes = Array(export.utf8)
    for length in stride(from: 0, to: bytes.count, by: 11) {
      for reader in ["factiva", "nexis"] {
        let reading = read(String(decoding: bytes[..<length], as: UTF8.self), reader)
        #expect(!reading.documents.isEmpty || !reading.warnings.isEmpty)
      }
    }
  }
}
