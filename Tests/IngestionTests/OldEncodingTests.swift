import Annotation
import CArchive
import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// Encodings whose characters are no bytes, old code pages, and names in archives.
@Suite struct OldEncodingTests {

  private static let wide: [(name: String, encoding: String.Encoding, mark: [UInt8])] = [
    ("UTF-16", .utf16LittleEndian, [0xFF, 0xFE]), ("UTF-16", .utf16BigEndian, [0xFE, 0xFF]),
    ("UTF-16", .utf16LittleEndian, []), ("UTF-16", .utf16BigEndian, []),
    ("UTF-32", .utf32LittleEndian, [0xFF, 0xFE, 0, 0]),
    ("UTF-32", .utf32BigEndian, [0, 0, 0xFE, 0xFF]),
    ("UTF-32", .utf32LittleEndian, []), ("UTF-32", .utf32BigEndian, []),
  ]

  private static let files =
    [
      (
        "a.txt", "The café “Börse” is open 😀.\nIt is warm.\n",
        "The café “Börse” is open 😀.\nIt is warm."
      ),
      ("a.md", "---\ntitle: Café\n---\nThe text.\n", "The text."),
      ("a.jsonl", #"{"title": "Café", "text": "The text."}"#, "The text."),
      ("a.json", #"[{"title": "Café", "text": "The text."}]"#, "The text."),
      ("a.csv", "title,text\nCafé,The text.\n", "The text."),
      ("a.html", "<html><title>Café</title><p>The text of the page is here.</p></html>", nil),
      (
        "a.xml",
        "<rss><channel><item><title>Café</title><description>The text.</description></item></channel></rss>",
        nil
      ),
      (
        "a",
        "<?xml version='1.0'?><nitf><body><body.content><p>The text.</p></body.content></body></nitf>",
        "The text."
      ),
    ] as [(String, String, String?)]

  @Test(arguments: Self.wide.indices)
  func `UTF-16 and UTF-32 are read in either order, with and without a mark`(index: Int) throws {
    let (name, encoding, mark) = Self.wide[index]
    for (file, text, content) in Self.files {
      let bytes = mark + Array(try #require(text.data(using: encoding)))
      #expect(BinaryFormat.of(bytes) == nil)
      let reading = Ingestor.read(name: file, bytes: bytes)
      let document = try #require(reading.documents.first, "\(file) in \(name)")
      let read = document.text.text.trimmingCharacters(in: .whitespacesAndNewlines)
      if let content { #expect(read == content) } else { #expect(read.contains("The text")) }
      #expect(reading.warnings.isEmpty)
      if ["a.txt", "a.jsonl", "a.json", "a.csv", "a.md"].contains(file) {
        #expect(document.text.repairs.contains("1 text in \(name)"))
      }
    }
  }

  @Test(arguments: Self.wide.indices)
  func `what is cut off within a character is read up to there`(index: Int) throws {
    let (_, encoding, mark) = Self.wide[index]
    for (file, text, _) in Self.files {
      let bytes = mark + Array(try #require(text.data(using: encoding)))
      for length in [bytes.count - 1, bytes.count / 2 | 1, 9, 5, 3] {
        _ = Ingestor.read(name: file, bytes: Array(bytes.prefix(length)))
      }
    }
    let bytes = mark + Array(try #require("The café is open.".data(using: encoding)))
    let reading = Ingestor.read(name: "a.txt", bytes: bytes.dropLast())
    let document = try #require(reading.documents.first)
    #expect(document.text.text == "The café is open")
    #expect(document.text.repairs.contains("1 invalid UTF-8 sequence"))
  }

  @Test(arguments: [
    ("Le café est fermé, dit-elle.", "Mac Roman"), ("L’été à Genève", "Mac Roman"),
    ("señor y mañana, ayer también", "Mac Roman"), ("Die schöne Straße", "Mac Roman"),
  ])
  func `Mac Roman is read where its words are none otherwise, and that is told`(
    text: String, name: String
  ) throws {
    let bytes = macRoman(text)
    let document = try #require(Ingestor.read(name: "a.txt", bytes: bytes).documents.first)
    #expect(document.text.text == text)
    #expect(document.text.repairs.first?.contains("Mac Roman character") ?? false)
  }

  @Test(arguments: [
    "Le café est fermé, dit-elle.", "He’s “here” – and so on… 5 €", "L’œuvre du cœur, dit-il",
    "It cost 5‰ more than the word™ says", "Škoda and Žižek’s náměstí",
  ])
  func `Windows-1252 stays what it is`(text: String) throws {
    let bytes = Array(try #require(text.data(using: .windowsCP1252, allowLossyConversion: true)))
    let document = try #require(Ingestor.read(name: "a.txt", bytes: bytes).documents.first)
    #expect(!document.text.repairs.joined().contains("Mac Roman"))
  }

  private func macRoman(_ text: String) -> [UInt8] {
    let upper = Array(MacRoman.upper.unicodeScalars)
    return text.unicodeScalars.compactMap { scalar in
      if scalar.isASCII { return UInt8(scalar.value) }
      return upper.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
    }
  }

  @Test func `a declared Mac Roman is read as such`() throws {
    let page =
      "<html><head><meta charset=\"macintosh\"></head><body><p>Le caf\u{e9} ferm\u{e9}.</p>"
    let bytes = macRoman(page)
    let reading = Ingestor.read(name: "a.html", bytes: bytes)
    #expect(reading.documents.first?.text.text == "Le café fermé.")
    #expect(reading.warnings.isEmpty)
  }

  /// A zip of one stored file, whose name is given in bytes.
  private func zip(_ name: [UInt8], isUTF8: Bool) -> [UInt8] {
    func words(_ values: Int...) -> [UInt8] {
      values.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    let text = Array("The text.\n".utf8)
    // The CRC-32 of these ten bytes.
    let check: [UInt8] = [0x9C, 0xE5, 0xB8, 0x34]
    let flag = isUTF8 ? 0x800 : 0
    let sizes = words(text.count, 0, text.count, 0, name.count, 0)
    let local =
      Array("PK\u{3}\u{4}".utf8) + words(20, flag, 0, 0, 0) + check + sizes + name + text
    let central =
      Array("PK\u{1}\u{2}".utf8) + words(20, 20, flag, 0, 0, 0) + check + sizes
      + words(0, 0, 0, 0, 0, 0, 0) + name
    let end =
      Array("PK\u{5}\u{6}".utf8)
      + words(0, 0, 1, 1, central.count, 0, local.count, 0, 0)
    return local + central + end
  }

  @Test(
    arguments: [
      ([0x42, 0x94, 0x72, 0x73, 0x65, 0x2E, 0x74, 0x78, 0x74], false, "Börse.txt"),
      ([0x82, 0x74, 0x82, 0x2E, 0x74, 0x78, 0x74], false, "été.txt"),
      (Array("Börse.txt".utf8), true, "Börse.txt"), (Array("Börse.txt".utf8), false, "Börse.txt"),
      (Array("日本.txt".utf8), true, "日本.txt"),
      ([0x42, 0xFF, 0xFE, 0x2E, 0x74, 0x78, 0x74], false, "B\u{A0}■.txt"),
    ] as [([UInt8], Bool, String)])
  func `names in a zip are UTF-8 or code page 437`(
    name: [UInt8], isUTF8: Bool, shown: String
  ) throws {
    let reading = Ingestor.read(name: "a.zip", bytes: zip(name, isUTF8: isUTF8))
    #expect(reading.documents.first?.metadata.origin == "a.zip/\(shown)")
  }

  @Test func `a text in an encoding that nothing tells is told to be one`() throws {
    // Too few letters in code page 850 to be sure of them.
    let bytes = "J\u{81}rgen, die T\u{81}r!".unicodeScalars.map { UInt8($0.value) }
    let folder = try TemporaryFolder()
    try folder.write("a.txt", bytes)
    let warning = try #require(Ingestor.read([folder.path]).report.warnings.first)
    #expect(warning.message == "this is no UTF-8, and its encoding is unclear")
    #expect(warning.mend.contains("iconv -f"))
    var noise: [UInt8] = []
    var state: UInt32 = 7
    for _ in 0..<4000 {
      state = (state & 0xFF_FFFF) * 69 % 16_777_213
      noise.append(UInt8(truncatingIfNeeded: state >> 8))
    }
    try folder.write("a.txt", noise)
    let other = Ingestor.read([folder.path]).report
    #expect(other.warnings.first?.message == "this is a binary file, not text")
  }

  @Test func `a short text that is cut off within a letter is UTF-8 as far as it goes`() {
    let text = Array("“The café’s shut,” said José Müller of Łódź – €".utf8)
    for cut in 1...2 {
      let reading = Ingestor.read(name: "a.txt", bytes: text.dropLast(cut))
      #expect(reading.documents.first?.text.text.hasPrefix("“The café’s shut,” said José") == true)
    }
  }
}
