import Annotation
import Testing

@testable import Ingestion

/// The names of fields that programs and archives of news use.
@Suite struct SourceFieldTests {

  private func document(_ text: String) throws -> SourceDocument {
    let reading = Ingestor.read(name: "a.json", bytes: Array(text.utf8))
    #expect(reading.warnings.isEmpty)
    return try #require(reading.documents.first)
  }

  private let day = CalendarDay(year: 2025, month: 3, day: 4)

  @Test func `news-please`() throws {
    let document = try document(
      #"{"authors": ["Ada Morel"], "date_download": "2025-05-01 10:00:00", "date_publish": "2025-03-04 21:14:05", "maintext": "The ferry sails.", "source_domain": "a.example", "text": null, "title": "T", "url": "https://a.example/x"}"#
    )
    #expect(document.text.text == "The ferry sails." && document.metadata.date == day)
    #expect(document.metadata.outlet == "a.example" && document.metadata.authors == ["Ada Morel"])
  }

  @Test func `the archive of the New York Times`() throws {
    let document = try document(
      #"{"response": {"docs": [{"abstract": "A note.", "lead_paragraph": "The ferry sails.", "headline": {"main": "Ferry", "kicker": null}, "keywords": [{"name": "subject", "value": "Boats", "rank": 1}, {"name": "persons", "value": "Lund, Ida", "rank": 2}], "pub_date": "2025-03-04T21:14:05+0000", "byline": {"original": "By Ada Morel and Jon Roe", "person": []}}]}}"#
    )
    #expect(document.text.text == "The ferry sails." && document.metadata.title == "Ferry")
    #expect(document.metadata.authors == ["Ada Morel", "Jon Roe"] && document.metadata.date == day)
    #expect(document.metadata.tags == ["Boats", "Lund, Ida"])
    #expect(document.metadata.other.contains { $0.key == "abstract" && $0.value == "A note." })
  }

  @Test func `the Guardian`() throws {
    let document = try document(
      #"{"response": {"results": [{"webTitle": "Ferry", "webPublicationDate": "2025-03-04T21:14:05Z", "sectionName": "Boats", "fields": {"headline": "The ferry", "byline": "Ada Morel", "bodyText": "The ferry sails."}, "tags": [{"type": "keyword", "webTitle": "Sea"}, {"type": "contributor", "webTitle": "Ada Morel"}]}]}}"#
    )
    #expect(document.text.text == "The ferry sails." && document.metadata.title == "The ferry")
    #expect(document.metadata.tags == ["Sea"] && document.metadata.section == "Boats")
  }

  @Test func `trafilatura`() throws {
    let document = try document(
      #"{"title": "T", "hostname": "a.example", "date": "2025-03-04", "raw_text": "The ferry sails. It does.", "text": "The ferry sails.", "source": "https://a.example/x", "source-hostname": "The Lamp", "tags": "a, b"}"#
    )
    #expect(document.text.text == "The ferry sails." && document.metadata.outlet == "The Lamp")
    #expect(document.metadata.url == "https://a.example/x" && document.metadata.tags == ["a", "b"])
  }

  @Test(arguments: [
    #"[{"first": "Ada", "last": "Morel"}, {"first": "Jon", "last": "Roe"}]"#,
    #"[{"given": "Ada", "family": "Morel"}, {"given": "Jon", "family": "Roe"}]"#,
    #"[{"lastName": "Morel", "firstName": "Ada"}, {"full_name": "Jon Roe", "last_name": "x"}]"#,
    #"[{"name": "Ada Morel", "last": "x"}, {"first_name": "Jon", "last_name": "Roe", "id": 7}]"#,
    #"["Ada Morel", {"title": "Dr", "first": "Jon", "middle": null, "last": "Roe"}]"#,
  ])
  func `writers whose names stand in parts`(authors: String) throws {
    let document = try document(#"{"authors": \#(authors), "text": "The ferry sails."}"#)
    #expect(document.metadata.authors == ["Ada Morel", "Jon Roe"])
    #expect(document.metadata.other.isEmpty)
  }

  @Test func `a writer with a particle, and one that is a paper`() throws {
    let document = try document(
      #"{"author": [{"given": "Anna", "non-dropping-particle": "van der", "family": "Berg"}, {"literal": "Ida Lund"}], "text": "It sails."}"#
    )
    #expect(document.metadata.authors == ["Anna van der Berg", "Ida Lund"])
  }

  @Test(arguments: [
    #"{"title": {"0": "Ferry", "1": "Two"}, "text": {"0": "It sails.", "1": "It stops."}}"#,
    #"{"columns": ["title", "text"], "index": [0, 1], "data": [["Ferry", "It sails."], ["Two", "It stops."]]}"#,
    #"{"title": {"4": "Ferry", "7": "Two"}, "text": {"4": "It sails.", "7": "It stops."}, "x": {"4": null}}"#,
  ])
  func `tables of pandas`(text: String) {
    let reading = Ingestor.read(name: "a.json", bytes: Array(text.utf8))
    #expect(reading.warnings.isEmpty)
    #expect(reading.documents.map(\.text.text) == ["It sails.", "It stops."])
    #expect(reading.documents.map(\.metadata.title) == ["Ferry", "Two"])
    #expect(reading.documents.map(\.metadata.id) == ["a.json#1", "a.json#2"])
  }

  @Test(arguments: [
    #"{"version": "https://jsonfeed.org/version/1.1", "title": "The Lamp", "items": [{"id": "1", "title": "Ferry", "content_html": "<p>The ferry sails.</p>", "date_published": "2025-03-04T10:00:00-07:00", "authors": [{"name": "Ada Morel"}]}]}"#,
    #"{"data": {"posts": {"edges": [{"node": {"title": "Ferry", "content": {"rendered": "<p>The ferry sails.</p>"}, "date": "2025-03-04T10:00:00", "author": {"node": {"name": "Ada Morel"}}}}]}}}"#,
    #"[{"title": {"rendered": "Ferry"}, "content": {"rendered": "<p>The ferry sails.</p>"}, "date": "2025-03-04T10:00:00", "author": 12, "_embedded": {"author": [{"id": 12, "name": "Ada Morel"}]}}]"#,
  ])
  func `feeds of JSON, GraphQL and WordPress`(text: String) throws {
    let document = try document(text)
    #expect(document.text.text == "The ferry sails." && document.metadata.title == "Ferry")
    #expect(document.metadata.authors == ["Ada Morel"] && document.metadata.date == day)
  }

  @Test func `a sequence of JSON texts in a file of lines`() {
    let text = "\u{1E}{\"text\": \"It sails.\"}\n\u{1E}{\"text\": \"It stops.\"}\n"
    let reading = Ingestor.read(name: "a.jsonl", bytes: Array(text.utf8))
    #expect(reading.documents.map(\.text.text) == ["It sails.", "It stops."])
    #expect(reading.warnings.isEmpty)
  }

  @Test func `HTML in XML that nobody knows is text`() {
    let text =
      "<list><art><name>Ferry</name><b><![CDATA[<p>It sails.</p><p>It stops.</p>]]></b></art></list>"
    let reading = Ingestor.read(name: "a.xml", bytes: Array(text.utf8))
    #expect(reading.documents.map(\.text.text) == ["Ferry\n\nIt sails.\n\nIt stops."])
  }

  @Test func `MongoDB`() throws {
    let document = try document(
      #"{"_id": {"$oid": "507f1f77"}, "text": "The ferry sails.", "published": {"$date": "2025-03-04T21:14:05Z"}}"#
    )
    #expect(document.metadata.id == "507f1f77" && document.metadata.date == day)
  }

  @Test(arguments: [
    #"{"text": "One.", "score": NaN, "low": -Infinity, "tags": ["a", "b",],}"#,
    #"[{"text": "One.", "score": Infinity,},]"#,
  ])
  func `no number and a comma too many lose nothing`(text: String) throws {
    #expect(try document(text).text.text == "One.")
  }

  @Test func `Markdown with writers of several fields has their names`() throws {
    let reading = Ingestor.read(
      name: "a.md",
      bytes: Array(
        "---\nauthor:\n  - name: Ada Morel\n    url: x\n  - Jon Roe\ntags: [[a], b]\n---\nText."
          .utf8))
    #expect(reading.warnings.isEmpty)
    #expect(reading.documents.first?.metadata.authors == ["Ada Morel", "Jon Roe"])
    #expect(reading.documents.first?.metadata.tags == ["a", "b"])
  }

  @Test func `front matter of TOML is read where it is plain, and told where not`() throws {
    let text =
      "+++\ntitle = \"The ferry\"\ndate = 2025-03-04T10:00:00Z\ntags = [\"sea\", 'boats']\n"
      + "note = \"\"\"\nlong\n\"\"\"\n+++\nIt sails."
    let reading = Ingestor.read(name: "a.md", bytes: Array(text.utf8))
    let document = try #require(reading.documents.first)
    #expect(document.text.text == "It sails." && document.metadata.title == "The ferry")
    #expect(document.metadata.date == day && document.metadata.tags == ["sea", "boats"])
    #expect(reading.warnings.map(\.line) == [5])
  }

  @Test func `what a source calls copies is its own field, a list of ours is not`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.csv", "text,copies\nOne flag.,120\nTwo flags.,a; b\nThree flags.,https://a.example/x;\n")
    let (documents, report) = Ingestor.read([folder.path])
    #expect(documents.map { $0.metadata.other.map(\.value) } == [["120"], ["a; b"], []])
    #expect(report.copies == ["a.csv:4": ["https://a.example/x"]])
  }
}
