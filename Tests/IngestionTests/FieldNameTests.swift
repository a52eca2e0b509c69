import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// Fields by the names that other languages and people give them.
@Suite struct FieldNameTests {

  private func read(_ name: String, _ text: String, _ fields: [String: String] = [:]) -> Reading {
    var options = ReadingOptions()
    options.fields = fields
    return Ingestor.read(name: name, bytes: Array(text.utf8), options: options)
  }

  @Test func `German names of columns are known, whatever their accents`() throws {
    let reading = read(
      "a.csv",
      "\u{FEFF}Überschrift;DATUM;Zeitung;Autorin;Ressort;Schlagworte;Inhalt\r\n"
        + "Die Fähre fährt;12.03.24;Hafenpost;Ada Morel;Politik;Hafen, Fähre;Sie fährt; seit Montag.\r\n"
    )
    let document = try #require(reading.documents.first?.metadata)
    #expect(document.title == "Die Fähre fährt" && document.outlet == "Hafenpost")
    #expect(document.date == CalendarDay(year: 2024, month: 3, day: 12))
    #expect(document.authors == ["Ada Morel"] && document.section == "Politik")
    #expect(document.tags == ["Hafen", "Fähre"])
    #expect(reading.documents.first?.text.text == "Sie fährt; seit Montag.")
  }

  @Test func `French names of fields are known`() throws {
    let reading = read(
      "a.json",
      #"{"Titre": "Le bac", "date": "12 mars 2024", "journal": "La Digue", "auteur": "Zoé Roux", "Contenu": "Il part."}"#
    )
    let document = try #require(reading.documents.first?.metadata)
    #expect(document.title == "Le bac" && document.outlet == "La Digue")
    #expect(document.date == CalendarDay(year: 2024, month: 3, day: 12))
    #expect(document.authors == ["Zoé Roux"])
  }

  @Test(arguments: [
    ("12.03.24", 2024), ("12.3.2024", 2024), ("12 mars 2024", 2024), ("12. März 2024", 2024),
    ("March 12th, 2024", 2024), ("12-Mar-24", 2024), ("12/Mar/99", 1999),
    ("12.03.24, 23:30 Uhr MEZ", 2024), ("Tue, 12 Mar 2024 23:59:00 -0800", 2024),
    ("2024-03-12T23:30:00+09:00", 2024), ("Dienstag, 12. März 2024", 2024),
    ("le mardi 12 mars 2024 à 9h30", 2024), ("Mar 12 2024 9:30 PM EST", 2024),
  ])
  func `dates are read as they are usually written`(text: String, year: Int) {
    #expect(CalendarDay(text) == CalendarDay(year: year, month: 3, day: 12))
  }

  @Test(arguments: ["Tue 12 Mar", "12 March 10:30", "1.2.3", "32.03.24", "12.03.2", "Version 1.2"])
  func `what names no year, or no day, is none`(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func `a date without its year takes that of the address`() {
    func date(_ text: String, _ url: String) -> CalendarDay? {
      read("a.json", #"{"text": "It sails.", "date": "\#(text)", "url": "\#(url)"}"#)
        .documents.first?.metadata.date
    }
    let day = CalendarDay(year: 2024, month: 3, day: 12)
    #expect(date("Tue 12 Mar", "https://post.example/2024/ferry") == day)
    #expect(date("12. März, 10:15 Uhr", "https://post.example/news-2024-ferry") == day)
    #expect(date("Wed 12 Mar", "https://post.example/2024/ferry") == nil)
    #expect(date("Tue 12 Mar", "https://post.example/ferry") == nil)
  }

  @Test func `lines at the top of a plain text tell of it`() throws {
    let reading = read(
      "a.txt",
      """
      Title: The ferry sails
      Source: The Harbour Post
      Date: 12 March 2024
      URL: https://post.example/ferry
      Page: 3
      By Ada Morel and Jon Roe

      “It sails,” said Bo Ding.
      """)
    let document = try #require(reading.documents.first)
    #expect(document.text.text == "“It sails,” said Bo Ding.")
    let metadata = document.metadata
    #expect(metadata.title == "The ferry sails" && metadata.outlet == "The Harbour Post")
    #expect(metadata.date == CalendarDay(year: 2024, month: 3, day: 12))
    #expect(metadata.url == "https://post.example/ferry")
    #expect(metadata.authors == ["Ada Morel", "Jon Roe"])
    #expect(metadata.other.map(\.key) == ["Page"])
    // Offsets count from the beginning of the file.
    #expect(document.text.original(ByteRange(0, 3)).start == 134)
  }

  @Test(arguments: [
    "Title: The ferry sails\n\nIt sails.", "Title: One\nDate: 2024-03-12\nIt sails.",
    "MOREL: We go.\nDING: We stay.\n\nThey left.",
    "Date: 2024-03-12\nThe title\nSource: Post\n\nIt sails.", "By Ada Morel\n\nIt sails.",
  ])
  func `lines that may be text stay text`(text: String) {
    #expect(read("a.txt", text).documents.first?.text.text == text)
  }

  @Test(arguments: [
    ("a.md", "---\nhed: Ferry\n---\nIt sails."),
    ("a.json", #"{"hed": "Ferry", "text": "It sails."}"#),
    ("a.jsonl", "{\"hed\": \"Ferry\", \"text\": \"It sails.\"}\n"),
    ("a.csv", "hed,text\nFerry,It sails.\n"),
    (
      "a.xml",
      "<rss><channel><item><title>T</title><description>It sails.</description></item></channel></rss>"
    ),
  ])
  func `a field that is asked for and nowhere is told for every reader`(name: String, text: String)
  {
    let told = read(name, text, ["headlin": "title"]).warnings.filter {
      $0.message.contains("--map")
    }
    #expect(told.map(\.message) == ["there is no field 'headlin', which --map names, in any file"])
    if name != "a.xml" {
      #expect(told.first?.mend.hasPrefix("name one of") == true)
      #expect(told.first?.mend.contains("hed") == true)
      #expect(read(name, text, ["HED": "title"]).warnings.isEmpty)
    }
  }

  @Test func `a field that only one of many files has is not told`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("a.json", #"{"hed": "Ferry", "text": "It sails."}"#)
    _ = try folder.write("b.csv", "dek,text\nFerry,It stays on land.\n")
    _ = try folder.write("c.txt", "It rained.")
    var options = ReadingOptions()
    options.fields = ["hed": "title", "dek": "title", "lede": "text"]
    let (_, report) = Ingestor.read([folder.path], options: options)
    #expect(
      report.warnings.map(\.message)
        == ["there is no field 'lede', which --map names, in any file"])
  }

  @Test func `tables of press databases and of R have their fields`() throws {
    func read(_ text: String) throws -> DocumentMetadata {
      let reading = Ingestor.read(name: "a.csv", bytes: Array(text.utf8))
      return try #require(reading.documents.first).metadata
    }
    let known = try read(
      "doc_id,Source Name,Article Title,Journalist,text\nd7,Post,Tide,Ben Ashe,It rose.\n")
    #expect(known.id == "d7" && known.outlet == "Post" && known.title == "Tide")
    #expect(known.authors == ["Ben Ashe"])
    for title in ["Titre de l'article", "Titre de l’article"] {
      let known = try read("\(title);Signature;Contenu\nMarée;Ben Ashe;Elle monte.\n")
      #expect(known.title == "Marée" && known.authors == ["Ben Ashe"])
    }
    let signed = try read("signature,byline_text,text\na9f1,Ben Ashe,It rose.\n")
    #expect(signed.authors == ["Ben Ashe"])
  }
}
