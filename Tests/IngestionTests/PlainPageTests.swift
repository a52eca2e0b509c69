import Annotation
import Testing

@testable import Ingestion

/// Pages of makes of twenty years, small and ugly: what stands in them is found, and nothing else.
@Suite struct PlainPageTests {

  private func document(_ source: String) throws -> SourceDocument {
    try #require(Ingestor.read(name: "a.html", bytes: Array(source.utf8)).documents.first)
  }

  private static let quote = "“We are back,” said Ida Strand."

  @Test func `paragraphs beyond a box of links are text`() throws {
    let text = try document(
      """
      <html><body><div><h1>Ferry returns</h1><p>It sailed.</p><div><h3>More</h3><ul><li><a href=1>Engine breaks\
       on ferry</a></li><li><a href=2>Council splits over ferry money</a></li></ul></div><p>The ferry to Lanna\
       sailed again on Monday after nine weeks.</p><div><h3>More on this story</h3><ul><li><a href=1>Ferry engine\
       breaks in January</a></li><li><a href=2>Council splits over ferry money</a></li></ul></div>\
      <p>\(Self.quote)</p><p><strong>READ ALSO: <a href=3>Goat found on a roof</a></strong></p>\
      <p>The town paid half.</p><h3>You may also like</h3><div><p><a href=5>Bear walks into a bakery and nobody\
       minds</a></p><p>The bear was hungry.</p></div></div></body></html>
      """
    ).text.text
    #expect(
      text.split(separator: "\n\n").map(String.init) == [
        "# Ferry returns", "It sailed.",
        "The ferry to Lanna sailed again on Monday after nine weeks.", Self.quote,
        "The town paid half.",
      ])
  }

  @Test func `what folds in AMP is text, and its widgets are none`() throws {
    let text = try document(
      "<html amp><body><article><h1>Ferry</h1><p>It sailed.</p><amp-ad>Buy!</amp-ad><amp-accordion>"
        + "<section><h4>Why?</h4><p>The engine broke, she said.</p></section></amp-accordion>"
        + "<p>\(Self.quote)</p></article></body></html>"
    ).text.text
    #expect(
      text == "# Ferry\n\nIt sailed.\n\n#### Why?\n\nThe engine broke, she said.\n\n\(Self.quote)")
  }

  @Test func `the captions of a gallery are its text, and those of a story are none`() throws {
    let captions = [
      "Ida Strand, the owner, waves from the bridge. Photo: Eva Lund",
      "“It smells of paint,” said a passenger.",
      "The harbour lies in the dusk of Monday.",
    ]
    let figures = captions.map { "<figure><img src=1><figcaption>\($0)</figcaption></figure>" }
      .joined()
    let page = "<html><body><h1>In pictures</h1><p>Our photographer was there.</p>\(figures)"
    let text = try document(page + "</body></html>").text.text
    for caption in captions { #expect(text.contains(caption)) }
    let story = Array(
      repeating: "<p>\(Self.quote) It was late, and the quay was full.</p>", count: 9)
    #expect(try !document(page + story.joined() + "</body></html>").text.text.contains("paint"))
  }

  @Test(arguments: [
    "<div>Ada Morel</div><div>8 March 2019, 10:21</div><div>3 min read</div>",
    "<p>By ADA MOREL | March 8, 2019</p>", "by Ada Morel<br>8 March 2019<br><br>",
    "<div><div>Posted by Ada Morel on Friday</div></div><div>Friday, March 8, 2019</div>",
    "<p>Interview: Ada Morel</p><p>8 March 2019</p>",
  ])
  func `lines between headline and text name the writer and the day`(lines: String) throws {
    let page = try document(
      "<html><body><div><div>Ferry returns to Rill</div>\(lines)<div><div>The ferry to Lanna sailed again on"
        + " Monday after nine weeks.</div><div>\(Self.quote)</div></div></div></body></html>"
    )
    let other = try document(
      "<html><body><h1>Ferry returns to Rill</h1>\(lines)<p>The ferry to Lanna sailed again on"
        + " Monday after nine weeks.</p><p>\(Self.quote)</p></body></html>")
    for document in [page, other] {
      #expect(document.metadata.authors == ["Ada Morel"])
      #expect(document.metadata.date == CalendarDay("2019-03-08"))
      #expect(!document.text.text.contains("Morel"))
    }
  }

  @Test func `a byline within the text is none of it`() throws {
    let document = try document(
      "<html><body><h1>Le bac repart</h1><p>Après neuf semaines, le bac a repris la mer.</p>"
        + "<p>Par Ada Morel (avec AFP)</p><p>Lecture : 2 min.</p><p>La ville a payé la moitié.</p>"
        + "<p>Cet article est réservé aux abonnés.</p></body></html>")
    #expect(document.metadata.authors == ["Ada Morel"])
    #expect(
      document.text.text
        == "# Le bac repart\n\nAprès neuf semaines, le bac a repris la mer.\n\nLa ville a payé la moitié."
    )
  }

  @Test func `the name of a section belongs to no headline`() throws {
    let document = try document(
      "<html><head><title>Fähre fährt wieder - Rill - Hafenbote</title></head><body>"
        + "<h1><span>Schifffahrt</span> Fähre fährt wieder</h1><p>Die Stadt zahlte.</p></body></html>"
    )
    #expect(document.metadata.title == "Fähre fährt wieder")
    #expect(document.text.text == "# Fähre fährt wieder\n\nDie Stadt zahlte.")
  }

  @Test func `a heading of the site is no headline where the title has both`() throws {
    let document = try document(
      "<html><head><title>Rill Courier: Ferry returns</title></head><body><h1>Rill Courier</h1><div><h2>Ferry"
        + " returns</h2><h4>by Bo Ding &amp; Ada Morel</h4><p>It sailed.</p><p>\(Self.quote)</p></div></body></html>"
    )
    #expect(document.metadata.title == "Ferry returns")
    #expect(document.metadata.authors == ["Bo Ding", "Ada Morel"])
    #expect(document.text.text == "# Ferry returns\n\nIt sailed.\n\n\(Self.quote)")
  }

  @Test func `names in a table above the text are no writers`() throws {
    let document = try document(
      "<html><body><h1>Ferry vote</h1><table><tr><td>Ida Strand</td><td>yes</td></tr><tr><td>Bo Ding</td>"
        + "<td>no</td></tr></table><div><p>The council voted on Monday.</p><p>\(Self.quote)</p></div></body></html>"
    )
    #expect(document.metadata.authors == [])
    let linked = try self.document(
      "<html><body><h1>Ferry vote</h1><p><a href=1>Ida Strand</a></p><p>The council voted on Monday.</p>"
        + "<p>\(Self.quote)</p></body></html>")
    #expect(linked.metadata.authors == [])
  }

  @Test func `a greeting and a last word below a heading are text`() throws {
    let text = try document(
      "<html><body><h1>Letter</h1><p>Dear readers,</p><p>It sailed.</p><p>\(Self.quote)</p><h3>Weather</h3>"
        + "<p>Rain.</p></body></html>"
    ).text.text
    #expect(
      text == "# Letter\n\nDear readers,\n\nIt sailed.\n\n\(Self.quote)\n\n### Weather\n\nRain.")
  }

  @Test func `what asks to pay for the rest is no text`() throws {
    let text = try document(
      "<html><body><article><h1>Ferry</h1><p>It sailed.</p><p>\(Self.quote)</p><div><h2>Keep reading for £1</h2>"
        + "<p>You have read your last free article this month.</p><p>Already a subscriber? <a href=1>Log in"
        + "</a></p></div></article></body></html>"
    ).text.text
    #expect(text == "# Ferry\n\nIt sailed.\n\n\(Self.quote)")
  }
}
