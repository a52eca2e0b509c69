import Annotation
import Testing

@testable import Ingestion

@Suite struct TableReaderTests {

  private func read(_ text: String, name: String = "a.csv", map: [String: String] = [:]) -> Reading
  {
    var options = ReadingOptions()
    options.fields = map
    return Ingestor.read(name: name, bytes: Array(text.utf8), options: options)
  }

  @Test func `a row is a document, its cells are fields`() throws {
    let reading = read(
      "id,headline,Published At,source,byline,text,desk\r\n"
        + "k1,\"Harbour, closed\",24 February 2025,The Lamp,By Anna Berg,\"\"\"Noon,\"\" she said.\r\n\r\nYes.\",city\r\n"
        + ",Bridge,2025-03-01,, Max Poe ,It opens.,\r\n\r\n")
    #expect(reading.warnings.isEmpty)
    try #require(reading.documents.count == 2)
    let (first, second) = (reading.documents[0], reading.documents[1])
    #expect(first.metadata.id == "k1" && first.metadata.origin == "a.csv:2")
    #expect(first.metadata.title == "Harbour, closed" && first.metadata.outlet == "The Lamp")
    #expect(first.metadata.date == CalendarDay(year: 2025, month: 2, day: 24))
    #expect(first.metadata.authors == ["Anna Berg"])
    #expect(first.metadata.other.map(\.key) == ["desk"])
    #expect(first.text.text == "\"Noon,\" she said.\n\nYes.")
    #expect(second.metadata.id == "a.csv:5" && second.metadata.authors == ["Max Poe"])
    #expect(second.metadata.outlet == nil && second.metadata.other.isEmpty)
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `the separator is told by the rows`(separator: String) {
    let rows = [["title", "body"], ["One", "First text."], ["Two", "Second text."]]
    let text = rows.map { $0.joined(separator: separator) }.joined(separator: "\n")
    for source in [text, "\u{FEFF}" + text, text.replacing("\n", with: "\r")] {
      let reading = read(source)
      #expect(reading.documents.map(\.text.text) == ["First text.", "Second text."])
      #expect(reading.documents.map(\.metadata.title) == ["One", "Two"])
      #expect(reading.warnings.isEmpty)
    }
    // Without an ending the first line tells.
    #expect(read(text, name: "export").documents.count == 2)
    #expect(read("sep=\(separator)\r\n" + text).documents.count == 2)
  }

  @Test func `a single column of texts may hold separators`() {
    let reading = read("text\nHello, world; how | are\nGood, day\n")
    #expect(reading.documents.map(\.text.text) == ["Hello, world; how | are", "Good, day"])
  }

  @Test(arguments: [
    ("x,Short", 3, "the row has 2 cells of 4, and no text"),
    ("x,2025-01-01,text, with,commas", 3, "the row has 5 cells of 4"),
    ("x,2025-01-01,,z", 3, "the row has nothing in its column 'text'"),
    ("x,2025-01-01,Text.", 4, "the row has 3 cells of 4"),
    ("x,2025-01-01,\"Text.,z", 4, "a quote is opened at the beginning of a cell and not closed"),
    ("x,soon,Text.,z", 4, "the date 'soon' names no day for certain"),
  ])
  func `a row that fits badly is one warning, and the others are read`(
    row: String, count: Int, message: String
  ) {
    let reading = read(
      "id,date,text,desk\na,2025-01-01,One.,c\n\(row)\nb,2025-01-02,Two.,c\nc,2025-01-03,\"Thr\nee.\",c\n"
    )
    #expect(reading.documents.count == count, "\(row)")
    #expect(reading.warnings.map(\.description) == ["a.csv:3: \(message)"])
    #expect(reading.warnings.allSatisfy { !$0.mend.isEmpty })
    #expect(reading.documents.last?.text.text == "Thr\nee.")
  }

  @Test func `separators in a text that is the last column are part of it`() {
    let reading = read("id,text\na,\"One.\"\nb,Two, three, four.\n")
    #expect(reading.documents.map(\.text.text) == ["One.", "Two, three, four."])
    #expect(reading.warnings.map(\.message) == ["the row has 4 cells of 2"])
  }

  @Test func `a text without a name is told by its length`() {
    let long = "It was said in the harbour that the bridge would be open soon."
    let reading = read("Nr,Wording\n1,\(long)\n2,\(long)\n")
    #expect(reading.documents.count == 2)
    #expect(
      reading.warnings.map(\.message)
        == ["no column is called text; 'Wording' was taken, whose cells are longest"])
    let bare = read("1;\(long)\n2;\(long)\n3;\(long)\n")
    #expect(bare.documents.count == 3 && bare.documents[0].metadata.id == "a.csv:1")
    #expect(bare.documents[0].metadata.other.map(\.key) == ["column1"])
    #expect(read("Nr,Wording\n1,\(long)\n", map: ["wording": "text", "Nr": "id"]).warnings.isEmpty)
    let none = read("a,b\n1,2\n3,4\n")
    #expect(none.documents.isEmpty)
    #expect(none.warnings.map(\.message) == ["no column holds text; there are a, b"])
  }

  @Test func `a mapped name goes before ours`() {
    let reading = read(
      "text,Note,when\nShort.,The note.,2025-01-01\n", map: ["note": "text", "when": "date"])
    #expect(reading.documents.map(\.text.text) == ["The note."])
    #expect(reading.documents[0].metadata.date == CalendarDay(year: 2025, month: 1, day: 1))
  }

  @Test func `between tabs a quote is closed in its line`() {
    let reading = read(
      "title\ttext\n\"No,\" he said\tOne.\n\"A\tTwo.\nB\t\"Thr\tee.\"\n", name: "a.tsv")
    #expect(reading.documents.map(\.text.text) == ["One.", "Two.", "Thr\tee."])
    #expect(reading.documents[0].metadata.title == "\"No,\" he said")
  }

  @Test func `between tabs a cell without tabs has lines where it is quoted`() {
    let reading = read(
      "title\ttext\nA\t\"One.\n\n“Two,” \"\"he\"\" said.\"\nB\tThree.\n", name: "a.tsv")
    #expect(reading.documents.map(\.text.text) == ["One.\n\n“Two,” \"he\" said.", "Three."])
    #expect(reading.warnings.isEmpty)
  }

  @Test(arguments: [
    "", "\n\n", "text", "\"", "text\n\"", ",,,\n,,", "\u{FEFF}", "sep=;", "sep=;\n",
    "a,b\n\"\"\"\"\"",
    "text\n\0\0\0", String(repeating: "\"a\"\"\n", count: 3_000),
    String(repeating: ",", count: 9_000),
  ])
  func `any bytes are read to their end`(text: String) {
    let reading = read(text)
    #expect(!reading.documents.isEmpty || reading.warnings.count >= 1)
    for cut in stride(from: 0, to: min(text.utf8.count, 40), by: 3) {
      _ = Ingestor.read(name: "a.csv", bytes: Array(text.utf8.prefix(cut)))
    }
  }

  @Test func `encodings are told for each row`() throws {
    let bytes = Array("text,author\nCaf\u{1},R\u{1}\nPlain,Poe\n".utf8).map { $0 == 1 ? 0xE9 : $0 }
    let reading = Ingestor.read(name: "a.csv", bytes: bytes)
    #expect(reading.documents.map(\.text.text) == ["Café", "Plain"])
    #expect(reading.documents[0].metadata.authors == ["Ré"])
    #expect(reading.documents.map(\.text.repairs) == [["1 Windows-1252 character"], []])
    let wide = "text,author\nCafé,Ré\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let other = Ingestor.read(name: "a.csv", bytes: wide)
    #expect(other.documents.map(\.text.text) == ["Café"])
    #expect(other.documents.map(\.text.repairs) == [["1 text in UTF-16"]])
  }

  @Test func `a table read in pieces is the table read at once`() throws {
    var text = "Nr;Headline;Wording\n"
    for number in 0..<2_000 {
      text +=
        "\(number);\"Title; of\n\(number)\";\"It was \"\"said\"\"; number \(number) in a row of many,\n"
      text += String(repeating: "and more of it ", count: 25) + "\"\n"
    }
    let folder = try TemporaryFolder()
    let path = try folder.write("a.csv", text)
    var options = ReadingOptions()
    options.pieceLength = 100_000
    #expect(text.utf8.count > options.pieceLength * 8)
    options.duplicates = .keep
    let (documents, report) = Ingestor.read([path], options: options)
    let whole = read(text)
    #expect(documents.count == 2_000 && whole.documents.count == 2_000)
    #expect(documents.map(\.metadata.id) == whole.documents.map(\.metadata.id))
    #expect(documents.map(\.text) == whole.documents.map(\.text))
    #expect(report.warnings.map(\.message) == whole.warnings.map(\.message))
    #expect(documents.last?.metadata.id == "a.csv:\(2 + 1_999 * 3)")
  }

  @Test func `a column that is asked for and not there is told`() {
    var options = ReadingOptions()
    options.fields = ["Headlin": "title", "body": "text"]
    let reading = Ingestor.read(
      name: "a.csv", bytes: Array("Headline,Body\nA,The ferry sails.\n".utf8), options: options)
    #expect(reading.documents.map(\.text.text) == ["The ferry sails."])
    #expect(
      reading.warnings.map(\.description)
        == ["a.csv: there is no field 'Headlin', which --map names, in any file"])
    #expect(reading.warnings.map(\.mend) == ["name one of Headline, Body"])
  }
}
