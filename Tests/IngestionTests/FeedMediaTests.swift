import Testing

@testable import Ingestion

/// What feeds say of pictures and films (Media RSS) beside their text.
@Suite struct FeedMediaTests {

  private func texts(_ items: String) -> [String] {
    let feed =
      "<rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>P</title>"
      + items + "</channel></rss>"
    return Ingestor.read(name: "a.rss", bytes: Array(feed.utf8)).documents.map(\.text.text)
  }

  private static let summary =
    "<description>&lt;p&gt;“Two weeks early,” said Joan Pike.&lt;/p&gt;</description>"
  private static let text = "# Canal\n\n“Two weeks early,” said Joan Pike."

  @Test(arguments: [
    "<media:content url='x'><media:credit>Photograph: PA</media:credit></media:content>",
    "<media:content url='x' medium='image'><media:description>A boat.</media:description></media:content>",
    "<media:description>A boat.</media:description><media:title>Boat</media:title>",
    "<media:group><media:content url='x'/><media:description>A boat.</media:description></media:group>",
  ])
  func `what is said of a picture is not the text`(media: String) {
    for item in [Self.summary + media, media + Self.summary] {
      #expect(texts("<item><title>Canal</title>\(item)</item>") == [Self.text])
    }
  }

  @Test func `what is said of a film is the text where there is no other`() {
    let film =
      "<media:group><media:title>Film</media:title><media:content url='x'/><media:description>The "
      + "mayor said she would go.</media:description></media:group>"
    #expect(
      texts("<item><title>Film</title>\(film)</item>") == ["# Film\n\nThe mayor said she would go."]
    )
    #expect(texts("<item><title>Film</title><description/>\(film)</item>").count == 1)
    #expect(texts("<item><title>Film</title><media:content url='x'/></item>") == ["# Film"])
  }
}
