import Annotation
import Testing

@testable import Ingestion

/// Texts in old code pages of languages whose letters Windows-1252 does not have, and in other scripts,
/// that do not say what they are in.
@Suite struct LatinPageTests {

  /// A text of our own, with the labels of the pages that it is written in.
  private static let texts = [
    (
      "Přívoz v Rillu zase jezdí. „Nový motor běží tiše a rychle,“ řekla starostka Žofie Dvořáková. "
        + "Příští týden bude plavba zdarma, uvedl úřad. Kůň a tři děti už čekají.",
      "windows-1250 iso-8859-2"
    ),
    (
      "Kompa v Rille opäť premáva. „Nový motor je tichý a rýchly,“ povedala primátorka Ľudmila Kováčová. "
        + "Budúci týždeň bude plavba zadarmo, uviedol úrad. Ťažko čakať dlhšie.",
      "windows-1250 iso-8859-2"
    ),
    (
      "Prom w Rill znów pływa. „Nowy silnik działa cicho i szybko”, powiedziała burmistrzyni Małgorzata "
        + "Żółcińska. Przyszły tydzień będzie bezpłatny, podał urząd. Ślady zostały też na łące.",
      "windows-1250 iso-8859-2"
    ),
    (
      "Újra jár a komp Rillben. „Az új motor csöndes és gyors”, mondta Szűcs Erzsébet polgármester. "
        + "A jövő héten ingyen lesz az út, közölte a hivatal. A férfi esőben várta a gőzöst, a nő tűrt.",
      "windows-1250 iso-8859-2"
    ),
    (
      "Skela u Rillu opet plovi. „Novi motor radi tiho i brzo“, rekla je načelnica Željka Šarić. "
        + "Sljedeći će tjedan vožnja biti besplatna, priopćio je ured. Đaci već čekaju žmireći.",
      "windows-1250 iso-8859-2"
    ),
    (
      "Bacul din Rill merge din nou. „Motorul e liniştit şi rapid”, a spus primăriţa Ştefania Ţurcanu. "
        + "Săptămâna viitoare călătoria va fi gratuită, a anunţat primăria. Oamenii aşteaptă în faţă.",
      "windows-1250"
    ),
    (
      "Rill feribotu yeniden çalışıyor. “Yeni motor sessiz ve hızlı” dedi başkan Ayşe Yıldız. "
        + "Gelecek hafta yolculuk ücretsiz olacak. İskelede çocuklar bağırıyor, ışıklar yanıyor.",
      "windows-1254 iso-8859-9"
    ),
    (
      "Keltas vėl plaukia. „Naujas variklis tylus ir greitas“, sakė merė Živilė Šimkutė. "
        + "Kitą savaitę kelionė bus nemokama, pranešė įstaiga. Žmonės jau laukia prie tiltų ir žiūri.",
      "windows-1257"
    ),
    (
      "Prāmis atkal kursē. “Jaunais dzinējs ir kluss un ātrs,” sacīja mēre Ilze Bērziņa. "
        + "Nākamnedēļ brauciens būs bez maksas, ziņoja pārvalde. Šķiet, ka visi jau gaida ļoti ilgi.",
      "windows-1257"
    ),
    (
      "عادت العبارة إلى الميناء صباح يوم الاثنين. \"المحرك الجديد هادئ وسريع\"، قالت رئيسة البلدية ليلى "
        + "حسن. ستكون الرحلة مجانية حتى الصيف.",
      "windows-1256 iso-8859-6"
    ),
    (
      "เรือข้ามฟากออกจากท่าอีกครั้งในเช้าวันจันทร์ นายกเทศมนตรีกล่าวว่าเครื่องยนต์ใหม่เงียบและเร็วมาก "
        + "ผู้โดยสารไม่ต้องจ่ายเงินจนถึงฤดูร้อน",
      "windows-874"
    ),
    (
      "Паром снова вышел из гавани в понедельник. «Новый двигатель работает тихо», — сказала Ада Морель. "
        + "Это новая машина, она моя и ваша, её ждали. Яна и Юля уже здесь.",
      "x-mac-cyrillic windows-1251"
    ),
  ]

  /// The bytes of a text in a page, without the signs that the page does not have.
  private static func encode(_ text: String, _ page: CodePage) -> [UInt8] {
    var bytes: [UInt32: UInt8] = [:]
    for place in 0..<128 { bytes[page.scalar(place)] = UInt8(place + 0x80) }
    return text.unicodeScalars.compactMap {
      $0.isASCII ? UInt8($0.value) : $0.value == 0xFFFD ? nil : bytes[$0.value]
    }
  }

  private static let samples = texts.flatMap { text, labels in
    labels.split(separator: " ").compactMap { label in
      CodePage(label: String(label)).map { page in
        let bytes = encode(text, page)
        return (text: String(decoding: page.decode(bytes), as: UTF8.self), page: page, bytes: bytes)
      }
    }
  }

  @Test(arguments: samples.indices)
  func `a text is told by its letters`(index: Int) throws {
    let sample = Self.samples[index]
    for (name, before, after) in [
      ("a.txt", "", ""), ("a.jsonl", "{\"text\": \"", "\"}\n"),
      ("a.csv", "title,text\nA,\"", "\"\n"),
      ("a.html", "<html><head><title>A ferry</title></head><body><p>", "</p></body></html>"),
    ] {
      if name == "a.jsonl" || name == "a.csv", sample.text.contains("\"") { continue }
      let bytes = Array(before.utf8) + sample.bytes + Array(after.utf8)
      let folder = try TemporaryFolder()
      let (documents, report) = Ingestor.read([try folder.write(name, bytes)])
      let document = try #require(documents.first, "\(sample.page.name) in \(name)")
      #expect(document.text.text.contains(sample.text), "\(sample.page.name) in \(name)")
      // Latin-5 and Windows-1254 are one; what has no letter of its own is Windows-1250.
      #expect(document.text.repairs.contains { $0.hasPrefix("1 text in ") })
      #expect(report.warnings.isEmpty)
    }
  }

  @Test(arguments: samples.indices)
  func `any part of a text is read as what it is, or as before`(index: Int) {
    let sample = Self.samples[index]
    for length in [8, 20, 45, 90, 150] {
      for start in stride(from: 0, to: sample.bytes.count - length, by: 3) {
        let part = Array(sample.bytes[start..<start + length])
        guard let page = CodePageGuess.page(of: part) else { continue }
        // Without letters of its own a text of the Mac is one of Windows-1251.
        let isMac = sample.page.name == "Mac Cyrillic" && page.name == "Windows-1251"
        #expect(isMac || page.decode(part) == sample.page.decode(part), "\(sample.page.name)")
      }
    }
  }

  private static let western = """
    Où ça ?|Été|Évry|Noël à Évreux|Défilé à Nîmes|«Non», dit-il|ÉVÉNEMENT À ÂÀÉ|Très déçu, «assez !»|À bientôt|\
    Müller|Grüße aus Köln|Ä Ö Ü ß|Größe: 5 m²|30° in Köln|§ 218|„Nö“, sagte er|ÄRGER ÜBER ÖLPREIS|\
    ¿Qué?|¡Olé!|MÁLAGA|¿Dónde está Íñigo?|«Sí»|ÑOÑO|São João|Não|AÇÃO|Três mães e irmãs|Perché?|È così|\
    Ærø|Rødgrød med fløde|æ ø å|Åsa|Få såg på när båten gick|Åäö|Yö|Hää|Äänestys päättyi|Hyvää yötä|\
    Þór|Já, það er|Ísland|ÞAÐ ER|Ólafía Þórunn|Micheál Ó Móráin|Õhtu|Jõgi|Põhja-Eesti|België|één|naïve|£5|\
    “Yes,” he said|He’s – in truth – “here”…|½ cup|© 2020|±5 µm|×2|1980–2000|¥500|Beyoncé, Zoë, Škoda, Žižek|\
    Núñez, Müller, Ångström, Çelik, Þór, Øystein, Žižek, Šimić|•••
    """.split(separator: "|").map(String.init)

  @Test(arguments: western)
  func `few letters of a Western text tell no other page`(text: String) throws {
    for label in ["windows-1252", "macintosh"] {
      let page = try #require(CodePage(label: label))
      for count in label == "macintosh" ? [1, 2] : [1, 2, 6] {
        let line = Array(repeating: text, count: count).joined(separator: " and ")
        let guess = CodePageGuess.page(of: Self.encode(line, page))
        #expect(guess == nil || guess == page, "\(text)")
        if label == "windows-1252" { #expect(guess == nil) }
      }
    }
  }

  @Test func `Mac Roman is told where too few of its words are none otherwise`() throws {
    let text =
      "La alcaldesa de Málaga dimitió ayer. «Ya no tengo la confianza del consejo», dijo Begoña "
      + "Núñez. ¿Qué pasará mañana? El niño comió jamón en el balcón. ¡Increíble!"
    let page = try #require(CodePage(label: "macintosh"))
    let bytes = Self.encode(text, page)
    #expect(!MacRoman.looksLike(bytes))
    let document = try #require(Ingestor.read(name: "a.txt", bytes: bytes).documents.first)
    #expect(document.text.text == text)
    #expect(document.text.repairs == ["1 text in Mac Roman"])
  }

  @Test(arguments: samples.indices)
  func `plain letters go before a declaration of Latin-1`(index: Int) throws {
    let sample = Self.samples[index]
    for label in ["iso-8859-1", "windows-1252"] {
      let page =
        Array("<html><head><meta charset=\"\(label)\"><title>A</title></head><body><p>".utf8)
        + sample.bytes + Array("</p></body></html>".utf8)
      let document = try #require(Ingestor.read(name: "a.html", bytes: page).documents.first)
      #expect(document.text.text.contains(sample.text))
      #expect(document.text.repairs.contains { $0.hasPrefix("1 text in ") })
    }
    let other = Array(
      "<html><head><meta charset=\"koi8-r\"><title>A</title></head><body><p>".utf8)
    let document = try #require(
      Ingestor.read(name: "a.html", bytes: other + sample.bytes).documents.first)
    #expect(!document.text.text.contains(sample.text))
  }

  @Test func `a word in capitals with a mark behind it is no letter of Hebrew`() throws {
    let page = try #require(CodePage(label: "windows-1252"))
    for text in ["„NÖ“, SAGTE ER", "Das “CAFÉ” ist zu – ÄRGER"] {
      let document = try #require(
        Ingestor.read(name: "a.txt", bytes: Self.encode(text, page)).documents.first)
      #expect(document.text.text == text)
    }
    // The letter ő is not such: what stands before it is small.
    let unicode = Array("A n\u{151}, a f\u{151}n\u{F6}k ".utf8) + [0x96, 0x20, 0x61]
    let document = try #require(Ingestor.read(name: "a.txt", bytes: unicode).documents.first)
    #expect(document.text.text.hasPrefix("A nő, a főnök"))
  }
}
