import Annotation
import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// Short texts of which too little tells the encoding, and texts of DOS.
@Suite struct GuessedEncodingTests {

  /// The bytes of a text in a page.
  private func encode(_ text: String, _ label: String) throws -> [UInt8] {
    let page = try #require(CodePage(label: label))
    var bytes: [UInt32: UInt8] = [:]
    for place in 0..<128 { bytes[page.scalar(place)] = UInt8(place + 0x80) }
    return try text.unicodeScalars.map {
      $0.isASCII ? UInt8($0.value) : try #require(bytes[$0.value], "\($0) in \(label)")
    }
  }

  private func read(_ bytes: [UInt8]) throws -> (text: String?, warnings: [IngestionReport.Warning])
  {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", bytes)
    let (documents, report) = Ingestor.read([folder.path])
    return (documents.first?.text.text, report.warnings)
  }

  @Test(arguments: [
    ("Zażółć gęślą jaźń.", "a Polish text"), ("Ağır çalışıyor, ışık yanıyor.", "a Turkish one"),
    ("Příliš žluťoučký kůň úpěl ďábelské ódy.", "a Czech one"), ("Őrült tűző nyár.", "Hungarian"),
    ("Tiếng Việt rất khó đọc ở đây.", "Vietnamese"),
  ])
  func `UTF-16 without a mark is read where few letters are of Latin-1`(
    text: String, name: String
  ) throws {
    for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
      let (read, warnings) = try read(Array(try #require(text.data(using: encoding))))
      #expect(read == text && warnings.isEmpty, "\(name)")
    }
  }

  @Test(arguments: [
    ("Prom nie płynie w nocy, ale jest otwarty.", "windows-1250"),
    ("Az őr nem volt ott, csak egy kutya.", "windows-1250"),
    ("Starosta byl na radnici a podle nej bude most v lednu otevřen.", "windows-1250"),
    ("Feribot bu sabah yola çıktı ve liman yeni bir gemi bekliyor.", "windows-1254"),
    ("Keltas vėl plaukia, bet tik iki tilto.", "windows-1257"),
  ])
  func `a guess is told where letters and words speak for another language`(
    text: String, label: String
  ) throws {
    let (read, warnings) = try read(encode(text, label))
    let page = try #require(CodePage(label: label))
    #expect(read != text && read != nil)
    let warning = try #require(warnings.first)
    #expect(warning.message.contains("it was read as Windows-1252, and may be \(page.name)"))
    #expect(warning.mend.contains("iconv -f \(page.name.uppercased()) -t UTF-8"))
  }

  @Test(arguments: [
    "Où ça ?", "Le café est fermé, dit-elle.", "À bientôt", "Müller", "Grüße aus Köln", "ÄRGER",
    "Das Zimmer hat 20 m².", "Das sind 5 m³ Holz, so der Förster.", "„Nö“, sagte er", "¿Qué?", "Sí",
    "España", "El niño no comió nada.", "São João", "Não", "A mãe não vem.", "Perché?", "È così",
    "Ærø", "Rødgrød med fløde", "Åsa", "Få såg på när båten gick", "Yö", "Þór", "ÞAÐ ER", "Ísland",
    "Já, það er nýtt", "Ólafía Þórunn", "Õhtu", "Põhja-Eesti", "België", "één", "naïve", "£5",
    "“Yes,” he said", "He’s – in truth – “here”…", "© 2020", "Beyoncé, Zoë, Škoda, Žižek",
    "It was—so he said—too late—and too dear—for him.",
    "Micheál Ó Móráin", "Núñez and Ångström met Çelik in Øystein’s house.",
  ])
  func `a Western text is read without a word`(text: String) throws {
    let (read, warnings) = try read(encode(text, "windows-1252"))
    #expect(read == text)
    #expect(warnings.isEmpty, "\(text): \(warnings.map(\.message))")
  }

  @Test(arguments: [
    (
      "Die Fähre fällt aus, sagte Jürgen Groß gestern. „Der Motor läuft nicht schön“, hieß es, "
        + "und die Brücke wäre noch länger gesperrt.", "cp850 cp437"
    ),
    (
      "Le traversier a été réparé après trois semaines. La mère du maire était présente, même si "
        + "le français n'y était pas parlé.", "cp850 cp437"
    ),
    (
      "El niño comió jamón en el balcón. La alcaldesa dimitió ayer, según el señor Núñez, que "
        + "llegó más tarde.", "cp850 cp437"
    ),
    ("Färjan går igen på måndag, säger Åsa Öberg. Båten är snabb och för många.", "cp850"),
    (
      "Færgen sejler også på mandag, siger Søren Ågård. Båden er hurtig, og både små og store får "
        + "plads.", "cp850"
    ),
    (
      "Fähre fällt aus, über Nacht, sagte Jürgen Groß gestern. Fähre fällt aus, über Nacht.",
      "cp850"
    ),
    ("Prom znów pływa, powiedziała Małgorzata Żółcińska. Ślady zostały też na łące.", "cp852"),
    ("Přívoz zase jezdí, řekla starostka Žofie Dvořáková. Kůň a tři děti už čekají.", "cp852"),
    ("Újra jár a komp, mondta Szűcs Erzsébet. A férfi esőben várta a gőzöst, a nő tűrt.", "cp852"),
  ])
  func `a text of DOS is read where its letters are sure`(text: String, labels: String) throws {
    let text = text.replacing("„", with: "\"").replacing("“", with: "\"")
    for label in labels.split(separator: " ") {
      let (read, warnings) = try read(encode(text, String(label)))
      #expect(read == text, "\(label)")
      #expect(warnings.isEmpty)
    }
  }

  @Test func `a text of DOS that is too short to be sure names the page that fits`() throws {
    let (read, warnings) = try read(encode("Przyszły dzień jest wolny, ale nie dla nich.", "cp852"))
    #expect(read?.hasPrefix("Przysz") == true)
    #expect(warnings.first?.mend.contains("iconv -f CP852 -t UTF-8") == true)
    let (none, unclear) = try self.read(encode("Jürgen, die Tür!", "cp850"))
    #expect(none == nil)
    #expect(unclear.first?.mend.contains("iconv -f CP850 -t UTF-8 if it is in ") == true)
  }

  @Test func `dashes, dots and quotation marks make no text of DOS`() throws {
    let text =
      "“It was—so he said—too late…and too dear—for him—and her…” he’s told “them”—„Ja“—“No”—always."
    for count in [1, 5, 40] {
      let all = Array(repeating: text, count: count).joined(separator: " ")
      let (read, warnings) = try read(encode(all, "windows-1252"))
      #expect(read == all && warnings.isEmpty)
    }
  }

  @Test(arguments: [
    "rss/courier.rss", "atom/courier.atom", "nitf/ferry.nitf", "newsml/news.xml", "tei/news.xml",
    "conllu/news.conllu", "vrt/news.vrt", "nexis/news.txt", "factiva/news.txt", "ris/news.ris",
    "json/news.json", "corenlp/news.json", "webannotation/news.jsonld",
    "text/ferry.txt", "html/ferry.html",
  ])
  func `a file in Windows-1252 that says nothing of it, or UTF-8, counts as repaired`(
    name: String
  ) throws {
    let path = Repository.root.appending(path: "Tests/Formats/\(name)")
    let text = try String(contentsOf: path, encoding: .utf8)
    let bytes = try #require(text.data(using: .windowsCP1252, allowLossyConversion: true))
    let file = path.lastPathComponent
    let isValid = DecodedText.isValid(Array(bytes).span)
    #expect(!isValid)
    let documents = Ingestor.read(name: file, bytes: Array(bytes)).documents
    let repaired = documents.filter { !$0.text.repairs.isEmpty }
    let wide = documents.filter { $0.text.bytes.contains { $0 >= 0x80 } }
    #expect(!documents.isEmpty && repaired.count == wide.count && !wide.isEmpty, "\(repaired)")
    #expect(repaired.allSatisfy { $0.text.repairs[0].contains("Windows-1252") })
  }
}
