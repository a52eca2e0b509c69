import Foundation
import Quoth
import TestSupport
import Testing

/// Every form of the language, asked of corpora that are hardly any.
@Suite struct EdgeCorpusTests {

  /// A corpus of one file, whose bytes say what is odd about it.
  struct OddCorpus: CustomTestStringConvertible {
    let testDescription: String
    let name: String
    let bytes: [UInt8]

    init(_ description: String, _ bytes: [UInt8], name: String = "odd.txt") {
      (testDescription, self.bytes, self.name) = (description, bytes, name)
    }

    init(_ description: String, _ text: String, name: String = "odd.txt") {
      self.init(description, Array(text.utf8), name: name)
    }
  }

  static let corpora = [
    OddCorpus("no dates", #"{"id": "a", "text": "“We wait,” Ada Morel said."}"#, name: "a.jsonl"),
    OddCorpus(
      "no quotes", #"{"id": "a", "date": "2025-02-03", "outlet": "Lamp", "text": "It rained."}"#,
      name: "a.jsonl"),
    OddCorpus("an empty text", #"{"id": "a", "text": ""}"#, name: "a.jsonl"),
    OddCorpus("nothing but fields", #"{"id": "a", "title": "", "date": ""}"#, name: "a.jsonl"),
    OddCorpus("one token", "War"),
    OddCorpus("nothing but marks", "“”’ … — “ ” , . ! ( [ {"),
    OddCorpus("a word without an end", String(repeating: "wardrobe", count: 20_000)),
    OddCorpus("a line without an end", String(repeating: "Ada said “no”, ", count: 3_000)),
    OddCorpus("marks on letters", "“Wa\u{0301}\u{0302}\u{0303}r” \u{0301}said A\u{030A}da Morel."),
    OddCorpus("no width", "“W\u{200B}a\u{FEFF}r\u{00AD},” Ada\u{200D} Morel\u{2060} said."),
    OddCorpus("right to left", "“מלחמה” אמרה عدا \u{202E}“war,” Ada Morel said.\u{202C}"),
    OddCorpus("pictures", "“War 👩‍👩‍👧‍👦🇫🇷,” said Ada Morel 👍🏽."),
    OddCorpus("no bytes but zeros", [UInt8](repeating: 0, count: 40)),
    OddCorpus("zeros in words", "“W\u{0}ar,” Ada\u{0} Morel said."),
    OddCorpus("no UTF-8", [0x93, 0x57, 0x61, 0x72, 0x94, 0xFF, 0xC3, 0x20, 0xF0, 0x9F, 0x61, 0x80]),
    OddCorpus(
      "the ends of the calendar",
      """
      {"id": "a", "date": "0001-01-01", "outlet": "A", "text": "“We wait,” Ada Morel said."}
      {"id": "b", "date": "9999-12-31", "outlet": "B", "text": "“We wait,” Jon Morel said."}

      """, name: "a.jsonl"),
  ]

  @Test(arguments: corpora)
  func `every form of the language is answered in every format`(odd: OddCorpus) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "quoth-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: odd.name)
    try Data(odd.bytes).write(to: file)
    let corpus: OpenedCorpus
    do {
      corpus = try OpenedCorpus.open([file.path])
    } catch {
      #expect(!error.message.isEmpty)
      return
    }
    let session = Session(corpus: corpus)
    for seed in Repository.files(in: "Tests/Fuzz/Seeds", suffix: ".quoth") {
      let text = String(decoding: try Data(contentsOf: seed), as: UTF8.self)
      _ = session.run(SourceText(text, name: seed.lastPathComponent)) { event in
        for format in OutputFormat.allCases {
          _ = AnswerPrinter(format: format, columns: 60, isColored: false).print(event)
        }
      }
    }
  }
}
