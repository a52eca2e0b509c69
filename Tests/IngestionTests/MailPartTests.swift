import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// Parts, encodings and fields of mail, sound and damaged.
@Suite struct MailPartTests {

  private func text(_ message: String) -> String? {
    MailPart(Array(message.utf8)[...]).text.map {
      String(decoding: TextNormalizer.normalize($0.bytes).bytes, as: UTF8.self)
    }
  }

  private func header(_ value: String) -> String? {
    MailHeaders.read(Array("Subject: \(value)\n\n".utf8)[...]).headers["subject"]
  }

  @Test func `boundaries that begin as others do part nothing`() {
    let message = """
      Content-Type: multipart/mixed; boundary="b"

      --b
      Content-Type: multipart/alternative; boundary="bb"

      --bb
      Content-Type: text/plain

      The ferry sails.
      --bbb is no boundary.
      --bb--
      --b--
      Behind the end.
      """
    #expect(text(message) == "The ferry sails.\n--bbb is no boundary.\n")
  }

  @Test func `HTML is read where the plain part is empty or only points to it`() {
    let long = String(repeating: "The ferry sails again. ", count: 20)
    func message(_ plain: String) -> String {
      """
      Content-Type: multipart/alternative; boundary=x (made by hand)

      --x
      Content-Type: text/plain

      \(plain)
      --x
      Content-Type: text/html; charset="utf-8"

      <p>\(long)</p>
      --x--
      """
    }
    for plain in ["", "   ", "View this letter in your browser."] {
      #expect(text(message(plain))?.hasPrefix("The ferry sails again.") == true)
    }
    #expect(text(message(long + "So it is."))?.hasSuffix("So it is.\n") == true)
  }

  @Test func `lines that flow are joined`() {
    let message = """
      Content-Type: text/plain; charset=utf-8; format=flowed

      The ferry \n sails \nagain.\n\n> It \n> rained. \nNo.\n-- \nAda
      """
    #expect(text(message) == "The ferry sails again.\n\n> It rained. \nNo.\n-- \nAda\n")
    #expect(
      text("Content-Type: text/plain; format=flowed; delsp=yes\n\n渡し \n船\n") == "渡し船\n")
  }

  @Test(arguments: [
    ("VGhl\nIGZl!cnJ5", "The ferry"),
    ("VGhl\r\nIGZlcnJ5Cg==\n\n___\nThe harbour list\n", "The ferry\n"),
    ("VA==\naGU=", "The"), ("VGhlI", "The"), ("====", ""), ("", ""),
  ])
  func `base64 is read as far as it goes`(base64: String, expected: String) {
    #expect(String(decoding: MailPart.base64(Array(base64.utf8)[...]), as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("caf=C3=A9 =\n opens", "café  opens"), ("a=  \nb=\t\r\nc=", "abc"),
    ("1+1=2 =zz =4", "1+1=2 =zz =4"),
    ("=c3=a9", "é"), ("=", ""), ("=3D", "="),
  ])
  func `quoted-printable is read as far as it goes`(coded: String, expected: String) {
    #expect(
      String(decoding: MailPart.quotedPrintable(Array(coded.utf8)[...]), as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("=?utf-8?B?ww==?= =?UTF-8?B?qQ==?= opens", "é opens"),
    ("=?utf-8?q?a=C3?=\n =?utf-8?q?=A9b?=", "aéb"),
    ("=?iso-8859-1?Q?caf=E9?= (=?utf-8?q?x_y?=)", "café (x y)"),
    ("=?utf-8?q?unended", "=?utf-8?q?unended"),
    ("=?utf-8*en?q?a?=", "a"), ("=?x?z?a?= b", "=?x?z?a?= b"), ("=?windows-1252?b?kw==?=A", "“A"),
    ("a\n\t b", "a b"),
  ])
  func `words of other alphabets are decoded`(coded: String, expected: String) {
    #expect(header(coded) == expected)
  }

  @Test func `parameters are read in all their forms`() {
    let fields = """
      Content-Type: multipart/mixed; name="a;b=c\\"d"; charset = UTF-8 (comment);
       boundary*0="one;"; boundary*1=two; title*=utf-8'en'x
      """
    let headers = MailHeaders.read(Array((fields + "\n\n").utf8)[...]).headers
    func parameter(_ name: String) -> String? { headers.parameter(name, of: "content-type") }
    #expect(parameter("charset") == "UTF-8")
    #expect(parameter("boundary") == "one;two")
    #expect(parameter("title") == "x")
    #expect(parameter("name") == "a;b=c\"d")
    #expect(parameter("none") == nil)
  }

  @Test(arguments: [
    "iso-8859-1", "ISO_8859-1", "latin1", "ISO8859_1", "windows-1252", "cp1252", "CP-1252",
    "us-ascii",
    "ANSI_X3.4-1968", "iso-8859-1:1987",
  ])
  func `encodings are known by all their names`(label: String) {
    #expect(
      CodePage(label: label.lowercased())?.decode([0x63, 0xE9]) == Array("cé".utf8))
  }

  @Test func `an encoding that nobody knows is told`() {
    let reading = Ingestor.read(
      name: "a.eml",
      bytes: Array("From: a@b.example\nDate: 12 Mar 2024 10:00:00 +0000\n".utf8)
        + Array("Content-Type: text/plain; charset=x-none\n\nCaf".utf8) + [0xE9, 0x0A])
    #expect(reading.warnings.map(\.message) == ["the encoding 'x-none' is not known"])
    #expect(reading.documents.first?.text.text == "Café\n")
  }

  @Test func `damage of any sort leaves out text and never traps`() {
    let message = Array(
      """
      From: =?utf-8?q?Ada_Mor=C3=A9l?= <ada@post.example>
      Subject: =?UTF-8?B?Y2Fmw6k=?=
      Content-Type: multipart/alternative; boundary="b1"

      --b1
      Content-Type: text/plain; charset=iso-8859-1; format=flowed
      Content-Transfer-Encoding: quoted-printable

      The caf=E9 =
      opens \u{20}
      --b1
      Content-Type: text/html
      Content-Transfer-Encoding: base64

      PHA+VGhlIGNhZmU8L3A+
      --b1--
      """.utf8)
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<2_000 {
      var damaged = message
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<damaged.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: damaged[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: damaged.remove(at: place)
        case 2:
          damaged.removeLast(min(damaged.count - 1, Int.random(in: 0..<40, using: &generator)))
        default:
          damaged.insert(
            contentsOf: ["=", "--b1\n", "\n", "?=", ";", "\""].randomElement(using: &generator)?
              .utf8
              ?? "".utf8, at: place)
        }
      }
      _ = MailPart(damaged[...])
    }
  }
}
