import Annotation
import Testing

@testable import Ingestion

/// Tables that are written otherwise than most: with backslashes, as lists in JSON, with days as numbers.
@Suite struct OddTableTests {

  private func read(_ text: String, _ name: String = "a.csv") -> Reading {
    Ingestor.read(name: name, bytes: Array(text.utf8))
  }

  private func texts(_ reading: Reading) -> [String] { reading.documents.map(\.text.text) }

  @Test func `a backslash may escape quotes in cells`() {
    let rows = [
      #"A,"“Now,” or \"now\", she said, \"we sail\".","#, #"B,"\"Yes\"","#,
      #"C,"She said \"no\"","#, #"D,"It is in C:\\new\\, he said.",x"#, #"E,"\"No\", he said.",x"#,
      #"F,plain,x"#, #"G,"",x"#,
    ]
    let reading = read("title,text,desk\n" + rows.joined(separator: "\n") + "\n")
    #expect(
      texts(reading) == [
        #"“Now,” or "now", she said, "we sail"."#, #""Yes""#, #"She said "no""#,
        #"It is in C:\new\, he said."#, #""No", he said."#, "plain",
      ])
    #expect(reading.documents.last?.metadata.other.map(\.value) == ["x"])
    #expect(reading.warnings.map(\.line) == [8])
  }

  @Test func `a cell whose first escaped quote stands before a comma goes by the other rows`() {
    let text = #"title,text"# + "\n" + #"A,"It is 5\", or less, long.""# + "\n" + #"B,"\"Yes\"""#
    let reading = read(text + "\n")
    #expect(texts(reading) == [#"It is 5", or less, long."#, #""Yes""#])
    #expect(reading.warnings.isEmpty)
  }

  @Test func `a table of RFC 4180 keeps its backslashes`() {
    let rows = [
      #"A,"It is in C:\new\","#, #"B,"{""a"": ""say \""now\"" twice""}","#, #"C,"a \ b ""c""","#,
      #"D,\"x\","#,
    ]
    let reading = read("title,text,desk\n" + rows.joined(separator: "\n") + "\n")
    #expect(
      texts(reading) == [
        #"It is in C:\new\"#, #"{"a": "say \"now\" twice"}"#, #"a \ b "c""#, #"\"x\""#,
      ])
    #expect(reading.warnings.isEmpty)
  }

  @Test func `a list of lists has its names in the first`() {
    let rows =
      #"[["title", "date", "text"], ["A", "2025-03-03", "It sails."], ["B", 45720, "It stops."]]"#
    for (name, text) in [
      ("a.json", rows), ("b.json", #"{"range": "Sheet1!A1:C3", "values": "# + rows + "}"),
    ] {
      let reading = read(text, name)
      #expect(texts(reading) == ["It sails.", "It stops."])
      #expect(reading.documents.map(\.metadata.title) == ["A", "B"])
      #expect(
        reading.documents.map { $0.metadata.date?.written } == ["2025-03-03", "2025-03-04"])
      #expect(reading.warnings.isEmpty)
    }
    #expect(read(#"[["title", "text"], ["A", "One."], "B"]"#, "a.json").documents.count < 2)
  }

  @Test(arguments: [
    ("45719", "2025-03-03"), ("45719.5", "2025-03-03"), ("45719,25", "2025-03-03"),
    ("25569", "1970-01-01"), ("36526", "2000-01-01"), ("73050", "2099-12-31"),
  ])
  func `a day may be the number that spreadsheets keep`(number: String, day: String) {
    let reading = read("title;date;text\nA;\(number);It sails.\n")
    #expect(reading.documents.first?.metadata.date?.written == day)
    #expect(reading.warnings.isEmpty)
  }

  @Test(arguments: ["20253", "99999", "4571", "457190", "45719.", "-45719", "45719 km"])
  func `other numbers are no days`(number: String) {
    let reading = read("title;date;text\nA;\(number);It sails.\n")
    #expect(reading.documents.first?.metadata.date == nil)
    #expect(reading.warnings.count == 1)
  }

  @Test func `a month of a reference is kept as one`() {
    func reference(_ lines: String...) -> String {
      "TY  - NEWS\nAB  - It sails.\n" + lines.map { $0 + "\n" }.joined() + "ER  - \n"
    }
    let reading = read(
      reference("PY  - 2025/03//") + reference("DA  - March 2025") + reference("DA  - 2025/3")
        + reference("PY  - 2025", "DA  - March") + reference("DA  - 03/2025")
        + reference("PY  - 2025/03//Spring") + reference("PY  - 2025/03/04/")
        + reference("PY  - 2025", "DA  - 4 March") + reference("PY  - 2025"), "a.ris")
    let kept = reading.documents.map { document in
      document.metadata.date?.written ?? document.metadata.other.first { $0.key == "date" }?.value
    }
    #expect(
      kept == Array(repeating: "2025-03", count: 6) + ["2025-03-04", "2025-03-04", "2025"])
  }

  @Test func `a table without names proposes the column of the longest cells`() throws {
    let reading = read("1,It sails at noon,x\n2,It stops at one,y\n")
    #expect(reading.documents.isEmpty)
    let warning = try #require(reading.warnings.first)
    #expect(warning.mend == "name the one that does, like --map text=column2")
    let named = read("nr,what,who\n1,It sails at noon,x\n2,It stops at one,y\n")
    #expect(named.warnings.first?.mend == "name the one that does, like --map text=what")
  }

  @Test func `an export of Factiva may have labels in several languages`() {
    func article(_ words: String, _ day: String, _ language: String, _ end: String) -> String {
      """
      Ferry sails again

      Ida Lund
      \(words)
      \(day)
      The Harbour Post
      HARBP
      12
      \(language)
      © 2025 The Harbour Post

      The ferry sailed on Monday.

      \(end)

      """
    }
    let text =
      article("345 Wörter", "3. März 2025", "Deutsch", "Dokument HARBP00020250303el330001x")
      + article("1.345 mots", "4 mars 2025", "Français", "Document HARBP00020250304el340001x")
      + article("45 palabras", "5 March 2025", "Inglés", "Documento HARBP00020250305el350001x")
      + article("45 words", "6 March 2025", "English", "Document HARBP00020250306el360001x")
    let reading = read(text, "a.txt")
    let known = reading.documents.map(\.metadata)
    #expect(known.map(\.title) == Array(repeating: "Ferry sails again", count: 4))
    #expect(known.map(\.authors) == Array(repeating: ["Ida Lund"], count: 4))
    #expect(
      known.map { $0.date?.written } == ["2025-03-03", "2025-03-04", "2025-03-05", "2025-03-06"])
    #expect(known.map(\.language) == ["de", "fr", "en", "en"])
    #expect(known.allSatisfy { $0.outlet == "The Harbour Post" })
    #expect(texts(reading) == Array(repeating: "The ferry sailed on Monday.", count: 4))
  }
}
