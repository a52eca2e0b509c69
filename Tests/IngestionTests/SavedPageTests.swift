import Annotation
import Testing

@testable import Ingestion

/// Pages that browsers save as one file.
@Suite struct SavedPageTests {

  private static let page =
    "<html lang=3D\"en\"><head><title>Ferry sails</title></head><body><article><h1>Ferry sails</h1>"
    + "<p>The ferry sails again.</p><p>=E2=80=9CIt is new,=E2=80=9D said Ada Morel.</p></article></body></html>"

  private static func file(
    _ page: String = page, end: String = "--MB--\r\n", type: String = "text/html"
  )
    -> String
  {
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/2025/03/03/ferry\r\n"
      + "Subject: Ferry\r\nDate: Wed, 5 Mar 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
      + "Content-Type: multipart/related; type=\"text/html\"; boundary=\"MB\"\r\n\r\n--MB\r\n"
      + "Content-Type: \(type)\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\(page)\r\n\(end)"
  }

  private func read(_ text: String, name: String = "a.mhtml") -> Reading {
    Ingestor.read(name: name, bytes: Array(text.utf8))
  }

  @Test(arguments: ["a.mhtml", "a.mht", "a.txt", "a"])
  func `a saved page is the page`(name: String) throws {
    let reading = read(Self.file(), name: name)
    #expect(reading.warnings.isEmpty && reading.reader == "mhtml")
    let document = try #require(reading.documents.first)
    #expect(
      document.text.text
        == "# Ferry sails\n\nThe ferry sails again.\n\n“It is new,” said Ada Morel.")
    let metadata = document.metadata
    #expect(metadata.url == "https://post.example/2025/03/03/ferry")
    #expect(metadata.language == "en")
    #expect(metadata.title == "Ferry sails" && metadata.authors.isEmpty)
    #expect(metadata.date?.written == "2025-03-03")
  }

  @Test func `a page inside of other parts is found`() {
    let inner =
      "--MB2\r\nContent-Type: image/png\r\n\r\nx\r\n--MB2\r\nContent-Type: text/html; charset=windows-1252\r\n"
      + "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://post.example/b\r\n\r\n"
      + "<h1>Quay</h1><p>The quay is shut, Ren=E9 Blanc said.</p>\r\n--MB2--"
    let text = Self.file(inner, type: "multipart/alternative; boundary=MB2")
      .replacing("Snapshot-Content-Location", with: "X-Old")
    let reading = read(text)
    #expect(reading.documents.first?.text.text.contains("René Blanc said.") == true)
    #expect(reading.documents.first?.metadata.url == "https://post.example/b")
  }

  @Test func `a saved page that is cut off is read and told`() {
    let reading = read(Self.file(end: ""))
    #expect(reading.documents.count == 1)
    #expect(
      reading.warnings.map(\.message) == ["the last part has no end: the file may be cut off"])
  }

  @Test(arguments: ["Content-Type: text/plain\n\nThe ferry sails.", "The ferry sails."])
  func `a file without a page is told`(text: String) {
    let reading = read(text)
    #expect(reading.documents.isEmpty)
    #expect(reading.warnings.map(\.message) == ["the saved page has no part of HTML"])
  }

  @Test func `a mail is none`() {
    let mail =
      "From: Ida <ida@post.example>\nDate: Wed, 5 Mar 2025 10:00:00 -0000\nMIME-Version: 1.0\n"
      + "Content-Type: text/html\n\n<p>The ferry sails.</p>"
    #expect(read(mail, name: "a").reader == "mbox")
  }
}
