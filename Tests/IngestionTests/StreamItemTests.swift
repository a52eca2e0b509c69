import Annotation
import Testing

@testable import Ingestion

/// Items of feeds as programs that gather them write them.
@Suite struct StreamItemTests {

  private func document(
    _ text: String, _ name: String, map: [String: String] = [:]
  ) throws -> (text: String, metadata: DocumentMetadata) {
    var options = ReadingOptions()
    options.fields = map
    let reading = Ingestor.read(name: name, bytes: Array(text.utf8), options: options)
    let document = try #require(reading.documents.first, "\(reading.warnings)")
    return (String(decoding: document.text.bytes, as: UTF8.self), document.metadata)
  }

  private func stream(_ fields: String) -> String {
    """
    {"id": "s", "items": [{"id": "x", "title": "The crane", "published": 1741129800000, \(fields), \
    "alternate": [{"href": "https://post.example/crane", "type": "text/html"}], \
    "origin": {"streamId": "feed/a", "title": "The Harbour Post"}}]}
    """
  }

  @Test(
    arguments: [
      "\"content\": {\"content\": \"<p>It is old.</p><p>It broke.</p>\", \"direction\": \"ltr\"}",
      "\"summary\": {\"content\": \"<p>It is old.</p><p>It broke.</p>\", \"direction\": \"ltr\"}",
      "\"content\": {\"content\": \"<p>It is old.</p><p>It broke.</p>\"}, "
        + "\"summary\": {\"content\": \"It is old.\"}",
    ])
  func `an item of a stream has its text, its outlet and its address`(fields: String) throws {
    let (text, metadata) = try document(stream(fields), "a.json")
    #expect(text == "It is old.\n\nIt broke.")
    #expect(metadata.outlet == "The Harbour Post" && metadata.title == "The crane")
    #expect(metadata.url == "https://post.example/crane")
    #expect(metadata.date?.written == "2025-03-04")
  }

  @Test func `a field inside of a text can be mapped`() throws {
    let fields = "\"content\": {\"teaser\": \"It is old.\", \"content\": \"It broke.\"}"
    let (text, metadata) = try document(
      stream(fields), "a.json", map: ["content.teaser": "text"])
    #expect(text == "It is old.")
    #expect(metadata.other.contains { $0.key == "content.content" && $0.value == "It broke." })
  }

  @Test(
    arguments: [
      "\"content\": {\"html\": \"<p>It is old.</p>\"}", "\"body\": {\"text\": \"It is old.\"}",
      "\"text\": {\"body\": \"It is old.\", \"format\": \"plain\"}",
      "\"content\": {\"rendered\": \"<p>It is old.</p>\", \"protected\": false}",
    ])
  func `a text may stand in an object under one of its names`(field: String) throws {
    #expect(try document("[{\"title\": \"A\", \(field)}]", "a.json").text == "It is old.")
    #expect(
      try document("{\"title\": \"A\", \(field)}\n{\"title\": \"B\", \(field)}\n", "a.jsonl").text
        == "It is old.")
  }

  // MARK: Feeds in XML

  @Test func `references that a feed writes twice in its tags are read`() throws {
    let feed = """
      <rss><channel><title>The Harbour Post</title><item><title>A</title>
      <category><![CDATA[Port &amp; Quay]]></category><category>Work &amp; Pay</category>
      <category>R&amp;D</category><description>It is old.</description></item></channel></rss>
      """
    #expect(try document(feed, "a.rss").metadata.tags == ["Port & Quay", "Work & Pay", "R&D"])
  }

  @Test(
    arguments: [
      "https://www.google.com/url?rct=j&amp;url=https://post.example/crane%3Fa%3D1&amp;ct=ga",
      "https://www.google.de/url?q=https%3A%2F%2Fpost.example%2Fcrane%3Fa%3D1&amp;usg=b",
      "http://www.bing.com/news/apiclick.aspx?ref=a&amp;url=https%3a%2f%2fpost.example%2fcrane%3fa%3d1",
    ])
  func `an address that a service wraps is that of the page`(address: String) throws {
    let feed = """
      <feed><title>Alert - crane</title><entry><title>A</title><link href="\(address)"/>
      <content>It is old.</content></entry></feed>
      """
    let metadata = try document(feed, "a.atom").metadata
    #expect(metadata.url == "https://post.example/crane?a=1")
    #expect(metadata.outlet == nil && metadata.publisher == "post.example")
  }

  @Test(arguments: [
    "https://post.example/url?url=https://b.example/", "https://www.google.com/url?url=b",
    "https://google.example/a?url=https://b.example/",
  ])
  func `any other address stays`(address: String) throws {
    let feed = """
      <feed><title>The Harbour Post</title><entry><title>A</title><link href="\(address)"/>
      <content>It is old.</content></entry></feed>
      """
    let metadata = try document(feed, "a.atom").metadata
    #expect(metadata.url == address && metadata.outlet == "The Harbour Post")
  }
}
