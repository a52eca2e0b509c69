import Annotation
import Testing

@testable import Ingestion

/// What mail holds beside its first text.
@Suite struct MailAttachmentTests {

  private static let head = """
    From: Ida Lund <ida@post.example>
    Subject: The harbour
    Date: Fri, 7 Mar 2025 08:00:00 +0100
    List-Id: The Harbour Post <letter.post.example>

    """

  /// A message of parts, each with its own fields.
  private static func message(_ type: String = "mixed", _ parts: String...) -> String {
    head + "Content-Type: multipart/\(type); boundary=b\n\n"
      + parts.map { "--b\n\($0)\n" }.joined() + "--b--\n"
  }

  private static func plain(_ text: String) -> String { "Content-Type: text/plain\n\n\(text)\n" }

  private func read(_ mail: String, name: String = "a.eml") -> Reading {
    Ingestor.read(name: name, bytes: Array(mail.utf8))
  }

  /// The lines of all documents.
  private func lines(_ reading: Reading) -> [String] {
    reading.documents.flatMap { $0.text.text.split(separator: "\n").map(String.init) }
  }

  @Test(arguments: [
    "View this email in your browser: https://post.example/letters/2025/03/07/a-very-long-address",
    "To view this email as a web page, go here: https://post.example/7",
    "This is an HTML email. Please enable HTML to read it.", "Read online\n\nUnsubscribe",
    "Please view this message in an HTML-capable mail reader.",
    "Bitte öffnen Sie diese E-Mail im Browser: https://post.example/7",
  ])
  func `a plain part of few words gives way to a longer HTML`(plain: String) {
    let html = """
      Content-Type: text/html; charset=utf-8

      <h2>The port</h2><p>“We sail,” said Ada Moe, who runs the port, on Monday evening.</p>
      <p>The strike is over after nine days, and boats will go from six in the morning.</p>

      """
    for parts in [(Self.plain(plain), html), (html, Self.plain(plain))] {
      let text = read(Self.message("alternative", parts.0, parts.1)).documents.first?.text.text
      #expect(text?.contains("“We sail,” said Ada Moe") == true && text?.contains("6") == false)
    }
  }

  @Test func `a plain part that tells as much goes before HTML`() {
    let text = "“We sail,” said Ada Moe, who runs the port."
    let html = "Content-Type: text/html; charset=utf-8\n\n<p>\(text)</p><p>Leave the list.</p>\n"
    let reading = read(Self.message("alternative", Self.plain(text), html))
    #expect(lines(reading) == [text])
  }

  @Test func `texts on both sides of a picture are one`() {
    let picture = "Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\nAAAA\n"
    let reading = read(
      Self.message("mixed", Self.plain("The ferry sails."), picture, Self.plain("It is new.")))
    #expect(reading.warnings.isEmpty)
    #expect(lines(reading) == ["The ferry sails.", "It is new."])
  }

  @Test
  func `HTML and a line below it that it does not have are one, and the same text twice is not`() {
    let html = "Content-Type: text/html\n\n<p>The ferry sails from the harbour at six.</p>\n"
    let below = read(Self.message("mixed", html, Self.plain("Harbour list")))
    #expect(lines(below) == ["The ferry sails from the harbour at six.", "Harbour list"])
    let same = read(
      Self.message("mixed", html, Self.plain("The ferry sails\nfrom the harbour at six.")))
    #expect(lines(same) == ["The ferry sails", "from the harbour at six."])
  }

  @Test(arguments: [
    "Content-Type: text/plain; charset=iso-8859-1\nContent-Disposition: attachment; filename=\"story.txt\"",
    "Content-Type: text/plain; charset=iso-8859-1; name=story.txt",
    "Content-Type: application/octet-stream; name=\"docs/story.txt\"\nContent-Disposition: attachment",
  ])
  func `a text that is attached is a document with what the mail says of it`(fields: String) throws
  {
    let bytes =
      Array((Self.head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n").utf8)
      + Array((Self.plain("See below.") + "--b\n\(fields)\n\nThe caf").utf8) + [0xE9]
      + Array(" is open, said Di Poe.\n--b--\n".utf8)
    let reading = Ingestor.read(name: "a.eml", bytes: bytes)
    #expect(reading.warnings.isEmpty)
    try #require(reading.documents.count == 2)
    let (mail, story) = (reading.documents[0], reading.documents[1])
    #expect(mail.text.text.hasPrefix("See below.") && mail.metadata.id == "a.eml")
    #expect(story.text.text.contains("The café is open, said Di Poe."))
    #expect(story.metadata.id == "a.eml:12/story.txt" && story.metadata.title == nil)
    #expect(story.metadata.date == CalendarDay(year: 2025, month: 3, day: 7))
    #expect(story.metadata.authors == ["Ida Lund"])
    #expect(story.metadata.outlet == "The Harbour Post")
  }

  @Test func `a page that is attached has its own title and date`() throws {
    let page = """
      Content-Type: text/html; name=page.html
      Content-Disposition: attachment; filename=page.html

      <html><head><title>Bridge shut</title><meta property="article:published_time" content="2025-02-01">
      </head><body><h1>Bridge shut</h1><p>“For a week,” said Bo Kay, the engineer of the town.</p></body></html>

      """
    let documents = read(Self.message("mixed", page)).documents
    let document = try #require(documents.first)
    #expect(documents.count == 1 && document.metadata.title == "Bridge shut")
    #expect(document.metadata.date == CalendarDay(year: 2025, month: 2, day: 1))
  }

  private static let forwarded = """
    From: Jon Roe <jon@wire.example>
    Subject: Boats
    Date: Sat, 1 Mar 2025 09:00:00 +0000
    Content-Type: text/plain; charset=utf-8

    “No,” said Cy Lee of the union.

    """

  @Test func `a message that is sent on is a document of its own`() throws {
    let part = "Content-Type: message/rfc822\nContent-Disposition: attachment\n\n" + Self.forwarded
    let mail = Self.message("mixed", Self.plain("fyi"), part)
    let reading = read("From a@b.example Mon Mar  3 07:30:00 2025\n" + mail, name: "a.mbox")
    #expect(reading.warnings.isEmpty)
    try #require(reading.documents.count == 2)
    let (first, second) = (reading.documents[0].metadata, reading.documents[1].metadata)
    #expect(first.title == "The harbour" && first.id == "a.mbox")
    #expect(second.title == "Boats" && second.authors == ["Jon Roe"])
    #expect(second.date == CalendarDay(year: 2025, month: 3, day: 1))
    #expect(second.id == "a.mbox:17")
    #expect(reading.documents[1].text.text.hasPrefix("“No,” said Cy Lee of the union."))
  }

  @Test func `each message of a digest is a document`() {
    let part = "\n" + Self.forwarded
    let reading = read(Self.message("digest", part, part + "So it is.\n"))
    #expect(reading.documents.map(\.metadata.title) == ["Boats", "Boats"])
    #expect(reading.warnings.isEmpty)
  }

  @Test func `attached files that are not read are told, pictures are not`() {
    func file(_ name: String, _ type: String, _ bytes: String) -> String {
      "Content-Type: \(type)\nContent-Disposition: attachment; filename=\(name)\n"
        + "Content-Transfer-Encoding: base64\n\n\(bytes)\n"
    }
    let mail = Self.message(
      "mixed", Self.plain("See below."), file("a.png", "image/png", "iVBORw0KGgo="),
      file("a.pdf", "application/pdf", "JVBERi0xLjQK"),
      file("a.zip", "application/zip", "UEsDBBQ="),
      file("a.ics", "text/calendar", "QkVHSU4="), file("a.doc", "application/msword", "TWVtbw=="))
    let reading = read(mail)
    #expect(reading.documents.count == 1)
    #expect(
      reading.warnings.map(\.description) == [
        "a.eml:20/a.pdf: this is a PDF file, not text",
        "a.eml:27/a.zip: this is a ZIP archive or office document, not text",
        "a.eml:41/a.doc: this is a binary file, not text",
      ])
  }

  @Test func `messages in messages are read to a depth`() {
    var mail = "From: a@b.example\nDate: 1 Mar 2025\n"
    for _ in 0..<500 { mail += "Content-Type: message/rfc822\n\nFrom: a@b.example\n" }
    let reading = read(mail + "\nA text.", name: "deep.eml")
    #expect(reading.documents.isEmpty && reading.warnings.count == 1)
  }
}
