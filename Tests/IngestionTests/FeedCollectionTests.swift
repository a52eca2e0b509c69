import Annotation
import Testing

@testable import Ingestion

/// Feeds of collections of news, exports of WordPress, and feeds with damage.
@Suite struct FeedCollectionTests {

  private func read(_ text: String) -> Reading {
    Ingestor.read(name: "a.xml", bytes: Array(text.utf8))
  }

  @Test func `the paper that an item names is its outlet, and no part of its title`() throws {
    let reading = read(
      """
      <rss version="2.0"><channel><title>"ferry" - All News</title><item>
      <title>Ferry sails - again - The Harbour Post</title><pubDate>Tue, 12 Mar 2024 07:00:00 GMT</pubDate>
      <description>&lt;a href="https://all.example/1"&gt;Ferry sails - again&lt;/a&gt;&amp;nbsp;&amp;nbsp;&lt;font&gt;The Harbour Post&lt;/font&gt;</description>
      <source url="https://post.example">The Harbour Post</source></item>
      <item><title>Rain</title><description>It rained.</description><source url="x">https://x.example</source></item>
      </channel></rss>
      """)
    #expect(reading.documents.map(\.metadata.title) == ["Ferry sails - again", "Rain"])
    #expect(
      reading.documents.map(\.metadata.outlet) == ["The Harbour Post", "\"ferry\" - All News"])
    #expect(reading.documents[0].text.text == "# Ferry sails - again")
  }

  @Test func `the source of an entry of Atom has a title`() {
    let reading = read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Planet</title><entry><title>Ferry</title>
      <source><id>x</id><title>The Harbour Post</title></source><content>It sails.</content></entry></feed>
      """)
    #expect(reading.documents.map(\.metadata.outlet) == ["The Harbour Post"])
  }

  private static let export = #"""
    <?xml version="1.0" encoding="UTF-8" ?>
    <rss version="2.0" xmlns:excerpt="e" xmlns:content="c" xmlns:dc="d" xmlns:wp="w"><channel>
    <title>Otterburg Notes</title><language>en-US</language><wp:wxr_version>1.2</wp:wxr_version>
    <wp:author><wp:author_login><![CDATA[amorel]]></wp:author_login><wp:author_display_name><![CDATA[Ada Morel]]></wp:author_display_name></wp:author>
    <item><title><![CDATA[The ferry sails]]></title><link>https://notes.example/ferry</link>
    <pubDate>Tue, 12 Mar 2024 23:30:00 +0000</pubDate><dc:creator><![CDATA[amorel]]></dc:creator>
    <content:encoded><![CDATA[<!-- wp:paragraph -->
    <p>“It sails,” said Bo Ding.</p>
    <!-- /wp:paragraph -->

    [gallery ids="1,2"]
    <p>Rain [sic] fell.</p>]]></content:encoded><excerpt:encoded><![CDATA[Short.]]></excerpt:encoded>
    <wp:post_date>2024-03-13 00:30:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
    <category domain="category" nicename="p"><![CDATA[Ports]]></category><category domain="post_tag" nicename="q"><![CDATA[Boats &amp; quays]]></category></item>
    <item><title>Old style</title><pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate><dc:creator>bo</dc:creator>
    <content:encoded><![CDATA[The first line
    goes on.

    [caption id="a"]<img src="x.jpg"/> A quay[/caption]The second, with <a href="/x">a link</a>.]]></content:encoded>
    <wp:post_date>2024-03-14 09:00:00</wp:post_date><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
    <item><title>About us</title><content:encoded><![CDATA[<p>We write.</p>]]></content:encoded><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
    <item><title>quay.jpg</title><content:encoded></content:encoded><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type></item>
    <item><title>Menu</title><wp:post_type>nav_menu_item</wp:post_type></item>
    </channel></rss>
    """#

  @Test func `an export of WordPress gives its posts and pages`() throws {
    let reading = read(Self.export)
    #expect(
      reading.warnings.map(\.message) == [
        "the post was not published: its status is 'draft'"
      ])
    #expect(reading.passedOver == ["attachment": 1, "nav_menu_item": 1])
    let posts = reading.documents
    #expect(posts.map(\.metadata.title) == ["The ferry sails", "Old style", "About us"])
    let first = try #require(posts.first?.metadata)
    #expect(
      posts[0].text.text == "# The ferry sails\n\n“It sails,” said Bo Ding.\n\nRain [sic] fell.")
    #expect(first.date == CalendarDay(year: 2024, month: 3, day: 13))
    #expect(first.authors == ["Ada Morel"] && first.outlet == "Otterburg Notes")
    #expect(first.section == "Ports" && first.tags == ["Boats & quays"])
    #expect(first.url == "https://notes.example/ferry" && first.language == "en-US")
    #expect(
      posts[1].text.text
        == "# Old style\n\nThe first line\ngoes on.\n\nThe second, with a link.")
    #expect(posts[1].metadata.other.map(\.key) == ["status"])
    #expect(posts[1].metadata.date == CalendarDay(year: 2024, month: 3, day: 14))
    #expect(posts[2].metadata.other.map(\.value) == ["page"])
  }

  @Test func `each damaged item of a feed is told`() {
    let items = (1...5).map { number in
      "<item><title>T\(number)</title><description>Broken <b>story</description></item>\n"
        + "<item><title>S\(number)</title><description>Story \(number).</description></item>\n"
    }
    let reading = read(
      "<rss version=\"2.0\"><channel><title>Post</title>\n" + items.joined() + "</channel></rss>")
    #expect(reading.warnings.filter { $0.message.contains("not well-formed") }.count == 5)
    #expect(
      reading.warnings.filter { $0.message.contains("not well-formed") }.map(\.line) == [
        2, 4, 6, 8, 10,
      ])
    #expect(reading.documents.compactMap(\.metadata.title).filter { $0.hasPrefix("S") }.count == 5)
  }
}
