import Annotation
import Testing

@testable import Ingestion

@Suite struct JSONReaderTests {

  private func read(_ text: String, _ name: String = "a.json") -> Reading {
    Ingestor.read(name: name, bytes: Array(text.utf8))
  }

  @Test(arguments: [
    #"[{"text": "One."}, {"text": "Two."}]"#,
    #"{"status": "ok", "articles": [{"text": "One."}, {"text": "Two."}]}"#,
    #"{"response": {"docs": [{"body": "One."}, {"body": "Two."}], "tags": [{"a": 1}]}}"#,
    #"["One.", "Two."]"#,
    "\u{FEFF}\n[\n  {\"text\": \"One.\"},\n  {\"text\": [\"Two.\"]}\n]\n",
    #"[{"article": {"text": "One."}}, {"_source": {"content": {"rendered": "Two."}}}]"#,
  ])
  func `a list of documents is found wherever it stands`(text: String) {
    for name in ["a.json", "export"] {
      let reading = read(text, name)
      #expect(reading.documents.map(\.text.text) == ["One.", "Two."])
      #expect(reading.documents.map(\.metadata.id) == ["\(name)#1", "\(name)#2"])
      #expect(reading.warnings.isEmpty)
    }
  }

  @Test func `an object is a document, and fields in fields have both names`() throws {
    let reading = read(
      #"""
      {
        "headline": "Harbour", "published": "2025-03-04", "source": {"id": 7, "name": "Lamp"},
        "authors": [{"name": "Anna Berg"}], "geo": {"lat": 1.5, "at": {"city": "Rill"}},
        "paragraphs": ["One.", "Two."], "tags": ["sea"], "flags": null
      }
      """#)
    #expect(reading.warnings.isEmpty)
    let document = try #require(reading.documents.first)
    #expect(document.text.text == "One.\n\nTwo.")
    #expect(document.metadata.id == "a.json" && document.metadata.title == "Harbour")
    #expect(document.metadata.outlet == "Lamp" && document.metadata.authors == ["Anna Berg"])
    #expect(document.metadata.other.map(\.key) == ["geo.lat", "geo.at.city"])
    #expect(document.metadata.other.map(\.value) == ["1.5", "Rill"])
  }

  @Test(arguments: [
    (#"{"text": nil}"#, "2: this is not JSON: a value is missing at column 10"),
    (#"{"text": "a" "b"}"#, "2: this is not JSON: ',' or '}' is missing at column 14"),
    (#"{"é": "a\x"}"#, "2: this is not JSON: this is no escape at column 10"),
    (#"{"text": ""}"#, "2: the document has no text"),
    ("[1]", "2: the line is JSON but no object"), ("7", "2: the line is JSON but no object"),
  ])
  func `what is invalid in a list is one warning, and the others are read`(
    item: String, message: String
  ) {
    let reading = read("[{\"text\": \"One.\"},\n\(item),\n{\"text\": \"Three.\"}]")
    #expect(reading.documents.map(\.text.text) == ["One.", "Three."])
    #expect(reading.warnings.map(\.description) == ["a.json:\(message)"])
    #expect(reading.warnings.allSatisfy { !$0.mend.isEmpty })
  }

  @Test func `a quote too many does not swallow the rest`() {
    let reading = read(
      "[{\"text\": \"One.\"},\n{\"text\": \"Tw\"o.\"},\n{\"text\": \"Three.\"},\n{\"text\": \"Four.\"}]"
    )
    #expect(reading.documents.map(\.text.text) == ["One.", "Three.", "Four."])
    #expect(reading.warnings.map(\.line) == [2])
  }

  @Test func `of a file that is cut off the beginning is read`() {
    let whole =
      "{\"articles\": [{\"text\": \"One.\"},\n{\"text\": \"Two.\"},\n{\"text\": \"Three.\"}]}"
    for count in 0..<whole.utf8.count {
      let reading = read(String(decoding: whole.utf8.prefix(count), as: UTF8.self))
      #expect(reading.documents.count <= 3 && reading.warnings.count <= 2, "\(count)")
      #expect(!reading.warnings.isEmpty || reading.documents.count == 3, "\(count)")
      #expect(count < 60 || reading.documents.count >= 2)
    }
  }

  @Test(arguments: [
    "", "[", "]", "{", "[]", "{}", "\"", "[[[[", "[,]", "[}", "{]", "[{]}", "nonsense", "[\"",
    String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 20_000),
    "[" + String(repeating: "{\"a\" \"},", count: 5_000),
  ])
  func `any bytes are told`(text: String) {
    let reading = read(text)
    #expect(reading.documents.isEmpty && !reading.warnings.isEmpty)
  }

  @Test func `UTF-16 and Windows-1252 are read`() {
    let text = "[{\"text\": \"Café\", \"author\": \"Ré\"}]"
    let wide: [UInt8] =
      [0xFE, 0xFF] + text.utf16.map { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }.joined()
    let narrow: [UInt8] = text.unicodeScalars.map { UInt8($0.value) }
    for (bytes, repair) in [(wide, "1 text in UTF-16"), (narrow, "1 Windows-1252 character")] {
      let reading = Ingestor.read(name: "a.json", bytes: bytes)
      #expect(reading.documents.map(\.text.text) == ["Café"])
      #expect(reading.documents.map(\.metadata.authors) == [["Ré"]])
      #expect(reading.documents.map(\.text.repairs) == [[repair]])
    }
  }

  @Test(arguments: [
    #"{"title": ["A", "B"], "date": ["2025-03-03", "2025-03-04"], "text": ["It rained.", "It snowed."]}"#,
    #"{"0": {"title": "A", "date": "2025-03-03", "text": "It rained."}, "1": {"title": "B", "date": "2025-03-04", "text": "It snowed."}}"#,
    #"{"x-1": {"title": "A", "date": "2025-03-03", "text": "It rained."}, "x-2": {"title": "B", "date": "2025-03-04", "text": "It snowed."}}"#,
  ])
  func `a table of pandas in lists or by rows is a document a row`(table: String) {
    let reading = Ingestor.read(name: "a.json", bytes: Array(table.utf8))
    #expect(reading.warnings.isEmpty)
    #expect(reading.documents.map(\.text.text) == ["It rained.", "It snowed."])
    #expect(reading.documents.map(\.metadata.title) == ["A", "B"])
    #expect(reading.documents.map(\.metadata.date?.day) == [3, 4])
    #expect(Set(reading.documents.map(\.metadata.id)).count == 2)
    if table.contains("x-1") { #expect(reading.documents.first?.metadata.id == "x-1") }
  }

  @Test(arguments: [
    #"{"text": ["It rained.", "It snowed."], "authors": ["Ida Lund", "Ben Ashe"]}"#,
    #"{"title": {"text": "T"}, "body": {"text": "It rained."}}"#,
    #"{"article": {"title": "T", "text": "It rained."}}"#,
  ])
  func `a document of lists or objects is one all the same`(object: String) {
    let reading = Ingestor.read(name: "a.json", bytes: Array(object.utf8))
    #expect(reading.documents.count == 1 && reading.warnings.isEmpty)
  }

  @Test func `an object of documents by their names is a list of these`() {
    let named = #"{"7": {"title": "A", "text": "It sails."}, "9": {"text": "It stops."}}"#
    for text in [named, #"{"data": \#(named)}"#, #"{"ok": {"n": 1}, "page": {"docs": \#(named)}}"#]
    {
      let reading = Ingestor.read(name: "a.json", bytes: Array(text.utf8))
      #expect(reading.documents.map(\.metadata.id) == ["7", "9"], "\(text)")
      #expect(reading.documents.map(\.text.text) == ["It sails.", "It stops."])
      #expect(reading.warnings.isEmpty)
    }
  }
}
