import Annotation
import Testing

@testable import Ingestion

@Suite struct JSONLinesReaderTests {

  @Test func `a page of an answer on one line is a list of documents`() {
    let page =
      #"{"status": "ok", "articles": [{"title": "A", "content": "One."}, {"content": "Two."}]}"#
    for text in [page, page + "\n", "\u{FEFF}" + page + "\r\n", page + "\n" + page] {
      let reading = Ingestor.read(name: "a.jsonl", bytes: Array(text.utf8))
      #expect(reading.documents.prefix(2).map(\.text.text) == ["One.", "Two."])
      #expect(reading.warnings.isEmpty)
    }
    let line = #"{"text": "One.", "quotes": [{"text": "a"}], "parts": [{"text": "b"}]}"#
    #expect(Ingestor.read(name: "a.jsonl", bytes: Array(line.utf8)).reader == "jsonl")
  }

  @Test func `every line is a document`() throws {
    let source = #"""
      {"id": "a1", "title": "Harbour", "date": "24 February 2025", "url": "https://e.example/1", "outlet": "Post", "author": "Anna Berg and Jon Roe", "tags": ["sea", "city"], "section": "Local", "language": "en", "text": "It is “built”.\nYes.", "desk": "city", "words": 3}

      {"headline": "Bridge", "publishedAt": "2025-03-01T10:00:00Z", "publisher": "Wire", "authors": [{"name": "Max Poe"}], "body": "caf\u00e9 \ud83d\ude00 \ud83d \"q\""}
      """#
    let reading = read(source)
    #expect(reading.warnings.isEmpty)
    let (first, second) = (reading.documents[0], reading.documents[1])
    #expect(first.metadata.id == "a1" && first.metadata.origin == "news/w.jsonl:1")
    #expect(first.metadata.title == "Harbour" && first.metadata.outlet == "Post")
    #expect(first.metadata.date == CalendarDay(year: 2025, month: 2, day: 24))
    #expect(first.metadata.authors == ["Anna Berg", "Jon Roe"])
    #expect(first.metadata.tags == ["sea", "city"] && first.metadata.section == "Local")
    #expect(first.metadata.other.map(\.key) == ["desk", "words"])
    #expect(first.metadata.other.map(\.value) == ["city", "3"])
    #expect(first.text.text == "It is “built”.\nYes.")
    #expect(second.metadata.id == "w.jsonl:3" && second.metadata.title == "Bridge")
    #expect(second.metadata.date == CalendarDay(year: 2025, month: 3, day: 1))
    #expect(second.metadata.outlet == "Wire" && second.metadata.authors == ["Max Poe"])
    #expect(second.text.text == "café 😀 \u{FFFD} \"q\"")
  }

  @Test(arguments: [
    (#"{"text": "a""#, "the line is not JSON: ',' or '}' is missing at byte 13"),
    (#"{"text": "a"#, "the line is not JSON: the closing '\"' is missing at byte 10"),
    (#"{"text": "a\x"}"#, "the line is not JSON: this is no escape at byte 13"),
    (#"{"text": "a"} b"#, "the line is not JSON: something stands behind the object at byte 15"),
    (#"{text: "a"}"#, "the line is not JSON: a name in quotes is missing at byte 2"),
    (#"{"text" "a"}"#, "the line is not JSON: ':' is missing at byte 9"),
    (#"{"text": nil}"#, "the line is not JSON: a value is missing at byte 10"),
    (#"{"text": "\u12"}"#, "the line is not JSON: four hexadecimal digits are missing at byte 13"),
    ("[1, 2]", "the line is JSON but no object"), ("3", "the line is JSON but no object"),
    (#"{"title": "a"}"#, "the document has no text"),
    (#"{"text": ""}"#, "the document has no text"),
    (#"{"text": null}"#, "the document has no text"),
  ])
  func `a bad line is one warning and the others are read`(line: String, message: String) {
    let reading = read("{\"text\": \"one\"}\n\(line)\n{\"text\": \"three\"}")
    #expect(reading.documents.map(\.text.text) == ["one", "three"])
    #expect(reading.warnings.map(\.description) == ["news/w.jsonl:2: \(message)"])
    #expect(reading.warnings.allSatisfy { !$0.mend.isEmpty })
  }

  @Test func `a date that names no day is a warning, and the address may have it`() {
    let reading = read(
      """
      {"text": "a", "date": "soon"}
      {"text": "b", "date": "soon", "url": "https://e.example/2025/02/24/b"}
      {"text": "c", "url": "https://e.example/2025/02/24/c"}
      """)
    #expect(reading.warnings.map(\.line) == [1, 2])
    #expect(reading.warnings[0].message == "the date 'soon' names no day for certain")
    let day = CalendarDay(year: 2025, month: 2, day: 24)
    #expect(reading.documents.map(\.metadata.date) == [nil, day, day])
  }

  @Test func `our name of a field goes before an alias, which is kept`() throws {
    let reading = read(
      #"{"body": "b", "text": "a", "source": "S", "outlet": "O", "headline": null}"#)
    let metadata = try #require(reading.documents.first?.metadata)
    #expect(metadata.outlet == "O" && metadata.title == nil)
    #expect(metadata.other.map(\.key) == ["source", "body"])
    #expect(reading.documents[0].text.text == "a")
  }

  @Test func `a byte order mark and CRLF are no part of the lines`() {
    let reading = read("\u{FEFF}{\"text\": \"one\\r\\ntwo\"}\r\n\r\n{\"text\": \"three\"}\r\n")
    #expect(reading.documents.map(\.text.text) == ["one\ntwo", "three"])
    #expect(reading.warnings.isEmpty)
  }

  @Test func `deep nesting is a warning`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(read("{\"a\": \(deep)").warnings.map(\.line) == [1])
  }

  @Test func `a line of ten megabytes is read at once`() throws {
    let sentence = "The harbour is \\u201cbuilt\\u201d, she said.\\n"
    let count = 10_000_000 / sentence.utf8.count
    let line = "{\"text\": \"\(String(repeating: sentence, count: count))\", \"id\": \"long\"}"
    let clock = ContinuousClock()
    var reading = Reading()
    let time = clock.measure { reading = read(line) }
    let document = try #require(reading.documents.first)
    #expect(document.metadata.id == "long")
    #expect(document.text.bytes.count(where: { $0 == 0x0A }) == count)
    #expect(time < .seconds(20))
  }

  private func read(_ source: String) -> Reading {
    JSONLinesReader().read(
      SourceFile(name: "w.jsonl", origin: "news/w.jsonl", bytes: Array(source.utf8)))
  }
}
