import Annotation
import Testing

@testable import Ingestion

/// Rows of tables and objects that are quotations, and others that only look so.
@Suite struct QuotationRowTests {

  private func read(_ text: String, _ name: String, map: [String: String] = [:]) -> Reading {
    var options = ReadingOptions()
    options.fields = map
    return Ingestor.read(name: name, bytes: Array(text.utf8), options: options)
  }

  /// Who says what in a reading, and its warnings.
  private func quotes(_ reading: Reading) -> [String] {
    reading.documents.map { document in
      (document.given?.quotes ?? []).map { quote in
        "\(quote.speaker ?? "–"): \(quote.content.map(document.text.string).joined())"
      }.joined(separator: "; ")
    } + reading.warnings.map(\.message)
  }

  @Test(arguments: [
    "quotation,speaker", "Quotation,Speaker", "quote,Speaker Name", "Statement,speaker",
    "Zitat,Sprecherin", "citation,locuteur",
  ])
  func `columns of quotations and speakers are a table of quotes`(head: String) {
    let reading = read("\(head),Outlet,Date\nThe sea rose.,Ida Lund,Post,2025-03-04\n", "a.csv")
    #expect(quotes(reading) == ["Ida Lund: The sea rose."])
    let known = reading.documents.first?.metadata
    #expect(known?.outlet == "Post" && known?.date?.day == 4)
    #expect(known?.other.isEmpty == true)
  }

  @Test func `fields of quotations can be named`() {
    let table = "words,who,outlet\nThe sea rose.,Ida Lund,Post\n"
    let map = ["words": "quotation", "who": "speaker"]
    #expect(quotes(read(table, "a.csv", map: map)) == ["Ida Lund: The sea rose."])
    let line = #"{"words": "The sea rose.", "who": "Ida Lund", "text": "b"}"# + "\n"
    #expect(quotes(read(line, "a.jsonl", map: map)) == ["Ida Lund: The sea rose."])
    let plain = "speaker,quote\nIda Lund,The sea rose.\n"
    #expect(quotes(read(plain, "a.csv", map: ["quote": "text"])) == ["Ida Lund: The sea rose."])
    let alone = read("Quote,Outlet\nThe sea rose.,Post\n", "a.csv")
    #expect(
      alone.warnings.first?.mend
        == "if rows are quotations, name who speaks, like --map quotation=Quote,speaker=NAME")
  }

  @Test func `objects without a text are quotations, too`() {
    let object = #"{"quote": "The sea rose.", "speaker": "Ida Lund", "source": "Post"}"#
    for (name, text) in [
      ("a.jsonl", object + "\n" + object), ("a.json", "[\(object), \(object)]"),
      ("a.json", #"{"quotes": [\#(object), \#(object)]}"#),
    ] {
      let reading = read(text, name)
      #expect(quotes(reading) == ["Ida Lund: The sea rose.", "Ida Lund: The sea rose."], "\(text)")
      #expect(reading.documents.first?.metadata.outlet == "Post")
    }
  }

  @Test(arguments: [
    #""speaker": "Ida Lund", "quotation": null"#,
    #""quotes": [{"quotation": "It rose", "speaker": "Ida Lund"}]"#,
    #""speaker": "Ida Lund", "quotation": "It rose""#,
  ])
  func `a document with a field called quotation is no line of Quotebank`(fields: String) {
    let line = #"{"text": "“It rose,” said Ida Lund of the sea.", \#(fields)}"#
    let reading = read("\(line)\n", "a.jsonl")
    #expect(reading.warnings.isEmpty)
    #expect(reading.documents.map(\.text.text) == ["“It rose,” said Ida Lund of the sea."])
  }

  @Test func `what programs write for a missing text is none`() {
    let rows = ["It sails.", "NA", "nan", "NULL", "-", "None"].map { "a,\($0)\n" }.joined()
    let reading = read("title,text\n\(rows)", "a.csv")
    #expect(reading.documents.map(\.text.text) == ["It sails."])
    #expect(
      reading.warnings.map(\.message)
        == [String](repeating: "the row has nothing in its column 'text'", count: 5))
    #expect(read("quote,speaker\nNA,Ida Lund\n", "a.csv").documents.isEmpty)
    #expect(read(#"{"text": "NaN", "body": "It sails."}"#, "a.jsonl").documents.count == 1)
  }

  @Test(arguments: ["NA", "nan", "NaN", "None", "N/A", "null", "unknown", "-", "<NA>", ""])
  func `what programs write for a missing name is nobody`(name: String) throws {
    let row = try #require(read("quote,speaker\nIt sails.,\(name)\n", "a.csv").documents.first)
    let line = #"{"quotation": "It sails.", "speaker": "\#(name)"}"#
    let object = try #require(read("\(line)\n", "a.jsonl").documents.first)
    for document in [row, object] {
      let quote = try #require(document.given?.quotes?.first)
      #expect(quote.speaker == nil && quote.isAnonymous)
    }
    let beside = "text,speaker,author\nIt sails.,\(name),\(name == "unknown" ? "" : name)\n"
    let metadata = try #require(read(beside, "a.csv").documents.first).metadata
    #expect(metadata.authors.isEmpty && metadata.other.isEmpty)
  }

  @Test func `a headline may be a word for nothing, but no sign for it`() {
    let rows = ["None", "Null", "NA", "N/A", "nan", "-"].map { "\($0),It sails on.\n" }.joined()
    let titles = read("title,text\n\(rows)", "a.csv").documents.map(\.metadata.title)
    #expect(titles == ["None", "Null", nil, nil, nil, nil])
  }
}
