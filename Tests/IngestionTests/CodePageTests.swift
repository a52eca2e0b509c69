import Annotation
import Foundation
import Testing

@testable import Ingestion

/// Texts in encodings that are no Unicode, which say it or do not.
@Suite struct CodePageTests {

  private func read(_ bytes: [UInt8], _ name: String) throws -> (
    documents: [SourceDocument], messages: [String]
  ) {
    let folder = try TemporaryFolder()
    let (documents, report) = Ingestor.read([try folder.write(name, bytes)])
    let messages = report.warnings.map(\.description) + report.errors.map(\.description)
    return (documents, messages.map { String($0.dropFirst(folder.path.count + 1)) })
  }

  /// The bytes of a text around those of a sample.
  private func bytes(_ before: String, _ sample: EncodedTexts.Sample, _ after: String) -> [UInt8] {
    Array(before.utf8) + sample.bytes + Array(after.utf8)
  }

  @Test(arguments: EncodedTexts.all.indices)
  func `a text is decoded by its label`(index: Int) throws {
    let sample = EncodedTexts.all[index]
    let page = try #require(CodePage(label: sample.label))
    #expect(String(decoding: page.decode(sample.bytes), as: UTF8.self) == sample.text)
  }

  @Test(arguments: EncodedTexts.all.indices)
  func `pages, XML and mail are read by the encoding that they declare`(index: Int) throws {
    let sample = EncodedTexts.all[index]
    let page = bytes(
      "<html><head><meta charset=\"\(sample.label)\"><title>A ferry</title></head><body><p>",
      sample, "</p></body></html>")
    let xml = bytes(
      "<?xml version=\"1.0\" encoding=\"\(sample.label)\"?><nitf><body><body.content><p>",
      sample, "</p></body.content></body></nitf>")
    let mail = bytes(
      "From: a@b.example\nDate: Mon, 3 Mar 2025 08:00:00 +0100\n"
        + "Content-Type: text/plain; charset=\(sample.label)\nContent-Transfer-Encoding: 8bit\n\n",
      sample, "\n")
    for (name, bytes) in [("a.html", page), ("a.xml", xml), ("a.eml", mail)] {
      let (documents, messages) = try read(bytes, name)
      #expect(documents.first?.text.text.contains(sample.text) == true, "\(name): \(messages)")
      #expect(messages.isEmpty)
    }
  }

  @Test(arguments: EncodedTexts.all.indices)
  func `a text that does not say it is told by its bytes`(index: Int) throws {
    let sample = EncodedTexts.all[index]
    for (name, before, after) in [
      ("a.txt", "", ""), ("a.jsonl", "{\"text\": \"", "\"}\n"),
      ("a.csv", "title,text\nA,\"", "\"\n"),
      ("a.html", "<html><head><title>A ferry</title></head><body><p>", "</p></body></html>"),
    ] {
      let (documents, messages) = try read(bytes(before, sample, after), name)
      let document = try #require(documents.first, "\(sample.name) in \(name): \(messages)")
      #expect(document.text.text.contains(sample.text), "\(sample.name) in \(name)")
      #expect(document.text.repairs.contains("1 text in \(sample.name)"))
      #expect(messages.isEmpty)
    }
  }

  @Test(arguments: EncodedTexts.all.indices)
  func `a large file of many documents is read piece by piece`(index: Int) throws {
    let sample = EncodedTexts.all[index]
    let count = 30
    let lines = (0..<count).flatMap {
      bytes("{\"title\": \"\($0)\", \"text\": \"", sample, "\"}\n")
    }
    let file = SourceFile(name: "a.jsonl", origin: "a.jsonl", bytes: Array(lines.prefix(2_000)))
    let rest = Bytes(Array(lines.dropFirst(2_000)))
    let pieces = FilePieces(file, from: rest, length: 1_000)
    var texts: [String] = []
    while let piece = try pieces.next() { texts += piece.reading.documents.map(\.text.text) }
    #expect(texts == Array(repeating: sample.text, count: count))
  }

  private final class Bytes: ByteStream {
    private var rest: [UInt8]
    init(_ bytes: [UInt8]) { rest = bytes }
    func read(_ room: Int, behind start: [UInt8]) throws(InputError) -> [UInt8] {
      let piece = rest.prefix(room)
      rest = Array(rest.dropFirst(room))
      return start + piece
    }
  }

  private static let latin = [
    (
      "French",
      "Le bac est reparti lundi matin. « Le moteur neuf est très calme », a déclaré la maire."
    ),
    (
      "German",
      "Die Fähre fährt wieder. „Die neue Maschine läuft schön ruhig“, sagte die Bürgermeisterin."
    ),
    (
      "Spanish",
      "El transbordador zarpó el lunes. «¿Quién lo diría?», señaló la alcaldesa; mañana habrá más."
    ),
    (
      "Portuguese",
      "A balsa partiu na segunda. «O motor não faz barulho», disse a presidente da câmara à rádio."
    ),
    ("Danish", "Færgen sejlede igen. »Den nye motor går støjsvagt på åen«, sagde borgmesteren."),
    (
      "Finnish",
      "Lautta lähti jälleen. ”Uusi kone käy hyvin hiljaa”, sanoi pormestari äänekkäästi yöllä."
    ),
    (
      "Icelandic",
      "Ferjan sigldi á ný. „Nýja vélin er hljóðlát,“ sagði bæjarstjórinn þá um kvöldið."
    ),
    ("Capitals", "FÄHRE FÄHRT ÜBER DEN FLUSS: ÄÖÜ, ÀÉÈÊ, ÑÕ, ØÅÆ. “DÉJÀ VU” – ÇA VA… À BIENTÔT"),
  ]

  @Test(arguments: Self.latin.indices)
  func `Latin texts in Windows-1252 stay what they are`(index: Int) throws {
    let (language, text) = Self.latin[index]
    let data = try #require(text.data(using: .windowsCP1252), "\(language)")
    for count in [1, 3, 40] {
      let line: [UInt8] = Array(data) + [0x0A]
      let bytes = Array(Array(repeating: line, count: count).joined())
      #expect(CodePageGuess.page(of: bytes) == nil)
      let document = try #require(read(bytes, "a.txt").documents.first)
      #expect(document.text.text.hasPrefix(text), "\(language)")
    }
  }

  @Test(arguments: Self.latin.indices)
  func `texts with stray bytes of another encoding stay UTF-8`(index: Int) throws {
    let text = Self.latin[index].1
    for other in EncodedTexts.all.map(\.text) + Self.latin.map(\.1) {
      let stray = try #require(text.data(using: .windowsCP1252))
      let bytes: [UInt8] = Array(other.utf8) + [0x0A] + stray
      #expect(CodePageGuess.page(of: bytes) == nil, "\(other)")
    }
    for sample in EncodedTexts.all {
      let unicode = Array(sample.text.utf8)
      for cut in 1...3 { #expect(CodePageGuess.page(of: Array(unicode.dropLast(cut))) == nil) }
    }
  }

  @Test func `any part of a text is told as what it is, or not at all`() throws {
    for sample in EncodedTexts.all where sample.label != "iso-2022-jp" {
      let bytes = sample.bytes
      let page = try #require(CodePage(label: sample.label))
      for start in 0..<bytes.count {
        // Where no character begins, no text does.
        let whole = String(decoding: page.decode(Array(bytes[..<start])), as: UTF8.self)
        if !sample.text.hasPrefix(whole) { continue }
        for length in [6, 15, 40, 90] where start + length <= bytes.count {
          guard let page = CodePageGuess.page(of: Array(bytes[start..<start + length])) else {
            continue
          }
          #expect(page.name == sample.name, "\(start) \(length)")
        }
      }
    }
  }

  @Test func `every byte and pair is decoded to valid UTF-8`() throws {
    for sample in EncodedTexts.all {
      let page = try #require(CodePage(label: sample.label))
      for first in 0...255 {
        for second in stride(from: 0, through: 255, by: 3) {
          let bytes = [UInt8(first), UInt8(second), 0x30, UInt8(255 - second), 0x39, 0x41, 0x0A]
          for count in 1...bytes.count {
            let decoded = page.decode(Array(bytes.prefix(count)))
            #expect(String(validating: decoded, as: UTF8.self) != nil)
            if count == bytes.count { #expect(decoded.last == 0x0A) }
          }
        }
      }
    }
  }

  @Test func `characters of four bytes in GB 18030 are read`() throws {
    let page = try #require(CodePage(label: "GB18030"))
    for (bytes, text) in [
      ([0x81, 0x30, 0x81, 0x30], "\u{80}"), ([0x90, 0x30, 0x81, 0x30], "\u{10000}"),
      ([0x94, 0x39, 0xDA, 0x33], "💩"), ([0x82, 0x35, 0x8F, 0x33], "\u{9FA6}"),
      ([0x84, 0x31, 0xA4, 0x37], "\u{FFFD}"),
    ] as [([UInt8], String)] {
      #expect(String(decoding: page.decode(bytes), as: UTF8.self) == text)
    }
  }

  @Test func `what is too short to be told names what it may be`() throws {
    let (documents, messages) = try read([0xB8, 0xDB, 0xBF, 0xDA, 0x0A], "a.txt")
    #expect(documents.isEmpty && messages.count == 1)
    let message = try #require(messages.first)
    #expect(message.contains("this is no UTF-8, and too little to tell its encoding; it may be "))
    #expect(message.contains("GB 18030") && message.contains("EUC-JP"))
    #expect(CodePageGuess.possibleNames(of: [0xB8, 0xDB, 0xBF, 0xDA]).first == "Shift JIS")
    #expect(Ingestor.read(name: "a.txt", bytes: [0xC9, 0x74, 0xE9]).documents.count == 1)
  }

  @Test(arguments: [
    "HÖGSKOLA I VÄXJÖ ÅÄÖ HÖÖÖÖR", "Otterburg council news today TÜÜÜT MÜLLER", "Jäääär", "Åäö",
    "JÕGI JÄÄÄÄR PÕHJA-EESTI", "Hää", "å", "““””", "HÖÖÖÖR",
  ])
  func `short Latin texts in Windows-1252 are read`(text: String) throws {
    let data = try #require(text.data(using: .windowsCP1252))
    let page = Array("<html><title>T</title><body><p>".utf8) + data + Array("</p></html>".utf8)
    for (name, bytes) in [("a.txt", Array(data)), ("b.txt", data + [0x0A]), ("c.html", page)] {
      let (documents, messages) = try read(bytes, name)
      #expect(documents.first?.text.text.contains(text) == true, "\(name): \(messages)")
    }
  }

  @Test(arguments: [
    "La señora dijo «SÉ» y después «SÍ» y «JOSÉ».",
    "Er rief „OLÉ“ und „NÖ“, sagte Jürgen Müller. Für alle.",
    "She loves “BEYONCÉ” and the café on Rue D’ORSAY—“RENÉ’S”.",
    "Il a crié «LIBERTÉ», puis «ÉGALITÉ» devant les élèves étonnés.",
  ])
  func `a capital with an accent before a mark stays Windows-1252`(text: String) throws {
    let data = try #require(text.data(using: .windowsCP1252))
    let (documents, messages) = try read(Array(data), "a.txt")
    #expect(documents.first?.text.text == text && messages.isEmpty, "\(messages)")
    // A few stray bytes in a text that is UTF-8 leave it so.
    let mixed = Array("Ðə ʃɻɪŋk, Łódź, Ἀθῆναι\n".utf8) + Array("caf".utf8) + [0xE9, 0x0A]
    let (unicode, _) = try read(mixed, "b.txt")
    #expect(unicode.first?.text.text.hasPrefix("Ðə ʃɻɪŋk, Łódź, Ἀθῆναι") == true)
  }

  @Test func `a mail in Windows-1250 is read`() throws {
    let text =
      "Prom znów odpłynął w poniedziałek. „Źródło energii jest ciche”, powiedziała burmistrzyni."
    let data = try #require(text.data(using: .windowsCP1250))
    let head =
      "From: a@b.example\nDate: Mon, 3 Mar 2025 08:00:00 +0100\n"
      + "Content-Type: text/plain; charset=windows-1250\nContent-Transfer-Encoding: 8bit\n\n"
    let (documents, messages) = try read(Array(head.utf8) + data, "a.eml")
    #expect(documents.first?.text.text == text && messages.isEmpty, "\(messages)")
  }

  @Test(arguments: [
    ("a.txt.gz", "a gzip file"), ("a.txt.bz2", "a bzip2 file"), ("a.txt.xz", "an xz file"),
    ("a.txt.zst", "a zstd file"), ("a.zip", "a zip archive"), ("a.tar", "a tar archive"),
  ])
  func `garbage that is called packed is told to be none`(name: String, format: String) throws {
    let garbage = (0..<4_000).map { UInt8(truncatingIfNeeded: $0 * $0 * 31 / 7) }
    #expect(
      try read(garbage, name).messages == ["\(name): this is not \(format), as its name says"])
    let page = Array("<!DOCTYPE html><html><p>No such file.</p></html>".utf8)
    if name.hasSuffix("zip") || name.hasSuffix("tar") {
      #expect(
        try read(page, name).messages
          == ["\(name): this is not \(format), as its name says; it looks like a page of HTML"])
    }
    let picture = [0x89, 0x50, 0x4E, 0x47] + garbage
    #expect(
      try read(picture, name).messages
        == ["\(name): this is not \(format), as its name says; it looks like a PNG picture"])
  }
}
