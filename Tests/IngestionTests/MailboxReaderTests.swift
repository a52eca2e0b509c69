import Annotation
import Testing

@testable import Ingestion

private let mailbox = """
  From harbour@post.example Mon Feb 24 10:00:00 2025
  From: =?utf-8?q?Ada_Mor=C3=A9l?= <ada@post.example>
  Subject: =?UTF-8?B?SGFyYm91ciBuZXdzOiA=?=
   =?UTF-8?B?Y2Fmw6k=?= opens
  Date: Mon, 24 Feb 2025 10:00:00 +0100
  List-Id: The Harbour Letter <letter.post.example>
  Content-Type: text/plain; charset="iso-8859-1"
  Content-Transfer-Encoding: quoted-printable

  The caf=E9 opens on Monday. =22We are ready,=22 said Ada Mor=E9l, who runs =
  it.
  >From the quay one sees it.

  From letter@wire.example Sat Mar  1 09:00:00 2025
  From: wire@wire.example (Jon Roe)
  Subject: Boats
  Date: Sat, 1 Mar 2025 09:00:00 GMT
  MIME-Version: 1.0
  Content-Type: multipart/alternative; boundary="b1"

  No reader shows this.
  --b1
  Content-Type: text/html; charset=utf-8

  <html><body><p>The <b>boats</b> were painted.</p></body></html>
  --b1
  Content-Type: text/plain; charset=utf-8
  Content-Transfer-Encoding: base64

  VGhlIGJvYXRzIHdlcmUgcGFpbnRlZCBpbiBibHVlLg==
  --b1--

  From x@y Sat Mar  1 09:00:00 2025
  Subject: A picture
  From: x@y.example
  Content-Type: image/png
  Content-Transfer-Encoding: base64

  AAAA
  """

/// Mail and mailboxes.
@Suite struct MailboxReaderTests {

  private func read(_ text: String, name: String = "a.mbox") -> Reading {
    Ingestor.read(name: name, bytes: Array(text.utf8))
  }

  @Test func `a mailbox is a document a message`() throws {
    let reading = read(mailbox)
    try #require(reading.documents.count == 2)
    let (first, second) = (reading.documents[0], reading.documents[1])
    #expect(first.metadata.title == "Harbour news: café opens")
    #expect(first.metadata.date == CalendarDay(year: 2025, month: 2, day: 24))
    #expect(first.metadata.authors == ["Ada Morél"])
    #expect(first.metadata.outlet == "The Harbour Letter")
    let text = String(decoding: first.text.bytes, as: UTF8.self)
    #expect(
      text.contains("The café opens on Monday. \"We are ready,\" said Ada Morél, who runs it."))
    #expect(text.contains("\nFrom the quay one sees it."))
    #expect(second.metadata.authors == ["Jon Roe"])
    #expect(
      String(decoding: second.text.bytes, as: UTF8.self).contains("The boats were painted in blue.")
    )
    #expect(reading.warnings.isEmpty && reading.passedOver == ["mail without text": 1])
  }

  @Test func `a message alone is told by its fields, and its HTML is read`() throws {
    let text = """
      Received: by post.example
      From: Ada Morel <ada@post.example>
      Date: 24 Feb 2025 10:00:00 +0000
      Subject: Ferry
      Content-Type: text/html; charset=utf-8

      <p>The ferry <i>runs</i>.</p><p>All is well &amp; good.</p>
      """
    for name in ["a.eml", "message"] {
      let document = try #require(read(text, name: name).documents.first)
      #expect(document.metadata.title == "Ferry" && document.metadata.authors == ["Ada Morel"])
      #expect(
        String(decoding: document.text.bytes, as: UTF8.self)
          .contains("The ferry runs.\n\nAll is well & good."))
    }
  }

  @Test(arguments: ["From here one sees the sea.\n\nIt is blue.", "Dear all: come.\n", "a"])
  func `a text that begins with such words is none`(text: String) {
    let file = SourceFile(name: "a.txt", origin: "a.txt", bytes: Array(text.utf8))
    #expect(type(of: Ingestor.reader(of: file)).name == "text")
  }

  @Test func `mails of files alone are passed over, those that are cut off are told`() {
    let head = "From: a@b.example\nDate: 1 Mar 2025 10:00:00 +0000\nSubject: x\n"
    let file = "Content-Type: image/png\nContent-Disposition: attachment\n\nAAAA\n"
    let mixed = "Content-Type: multipart/mixed; boundary=b\n\n--b\n\(file)--b--\n"
    for mail in [head + file, head + mixed] {
      let reading = read(mail, name: "a.eml")
      #expect(reading.documents.isEmpty && reading.warnings.isEmpty)
      #expect(reading.passedOver == ["mail without text": 1])
    }
    #expect(
      read(head, name: "a.eml").warnings.map(\.message)
        == ["the message has no text, plain or HTML"])
  }

  @Test func `cut anywhere a mailbox is read as far as it goes`() {
    let bytes = Array(mailbox.utf8)
    for length in stride(from: 1, to: bytes.count, by: 5) {
      let reading = Ingestor.read(name: "a.mbox", bytes: Array(bytes[..<length]))
      #expect(!reading.documents.isEmpty || !reading.warnings.isEmpty)
    }
  }

  @Test func `parts in parts without an end are read to a depth`() {
    var text = "From: a@b.example\nDate: 1 Mar 2025\n"
    for depth in 0..<500 {
      text += "Content-Type: multipart/mixed; boundary=b\(depth)\n\n--b\(depth)\n"
    }
    let reading = read(text + "Content-Type: text/plain\n\nA text.", name: "deep.eml")
    #expect(reading.documents.isEmpty && reading.warnings.count == 1)
  }

  @Test func `a mailbox is cut between messages`() {
    let bytes = Array(mailbox.utf8)
    let place = MailboxReader().boundary(in: bytes)
    #expect(place.map { bytes[$0...].starts(with: Array("From x@y".utf8)) } == true)
  }

  @Test func `a paragraph that begins with From ends no message`() {
    let first =
      "From a@x.example Mon Mar  3 07:30:00 2025\nFrom: Ida Lund <i@x.example>\nSubject: One\n\nHi.\n\n"
    let hill = "From the hill we saw it, said Jon Roe.\n\nFrom: the town. It came.\n\n"
    #expect(read(first + hill).documents.count == 1)
    for start in [
      "From b@x.example Mon Mar  3 07:30:00 2025", "From - Mon Mar  3 07:30:00 2025",
      "From b@x.example Mon Mar 03 07:30:00 +0000 2025", "From b@x.example",
      "From MAILER-DAEMON Mon Mar  3 07:30 2025",
    ] {
      let reading = read(first + hill + start + "\nFrom: Ben Ashe <b@x.example>\n\nHi.\n")
      #expect(reading.documents.count == 2, "\(start)")
      #expect(reading.documents.first?.text.text.contains("From the hill we saw it") == true)
    }
  }

  @Test(arguments: [
    ("Ida Lund <i@x.example>, Ben Ashe <b@x.example>", ["Ida Lund", "Ben Ashe"]),
    ("\"Lund, Ida\" <i@x.example>, b@x.example", ["Ida Lund"]),
    ("Lund, Ida <i@x.example>", ["Ida Lund"]), ("i@x.example (Ida Lund)", ["Ida Lund"]),
  ])
  func `a mail may have several senders`(from: String, names: [String]) {
    let reading = read(
      "From: \(from)\nDate: Mon, 3 Mar 2025 07:30:00 +0000\n\nHi.\n", name: "a.eml")
    #expect(reading.documents.first?.metadata.authors == names)
  }
}
