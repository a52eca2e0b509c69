import Annotation
import Testing

@testable import Ingestion

/// Where the fields of a document may stand: in tables and lists of front matter, and around it in a feed.
@Suite struct FieldPlaceTests {

  private func read(_ text: String, _ name: String) -> Reading {
    Ingestor.read(name: name, bytes: Array(text.utf8))
  }

  @Test func `tables and long lists in front matter of TOML are read`() throws {
    let reading = read(
      """
      +++
      title = "Schools, \\"early\\"" # a note
      date = 2025-03-04T10:00:00Z
      authors = ["Ben Ashe", "Rosa Quint"]
      tags = [
        "school, first",  # one
        'morning',
      ]
      [params]
        outlet = "Lanna Courier"
      [params.seo]
        rank = 3
      [[menu]]
        name = "x"
      +++

      It rained.
      """, "a.md")
    #expect(reading.warnings.isEmpty)
    let known = try #require(reading.documents.first).metadata
    #expect(known.title == "Schools, \"early\"" && known.outlet == "Lanna Courier")
    #expect(
      known.tags == ["school, first", "morning"] && known.authors == ["Ben Ashe", "Rosa Quint"])
    #expect(known.other.map(\.key) == ["seo.rank", "menu.name"])
  }

  @Test func `of author and authors that which names more counts`() throws {
    let both =
      "author:\n  name: Ben Ashe\n  email: x@x\nauthors:\n  - name: Ben Ashe\n  - name: Rosa Quint"
    let reading = read("---\ntitle: A\n\(both)\n---\n\nIt rained.\n", "a.md")
    #expect(try #require(reading.documents.first).metadata.authors == ["Ben Ashe", "Rosa Quint"])
    let other = read(
      "---\ntitle: A\nauthor: Ben Ashe\nauthors: [Jon Roe, Ida Lund]\n---\n\nX.\n", "a.md")
    #expect(try #require(other.documents.first).metadata.authors == ["Ben Ashe"])
  }

  @Test func `the address of an entry is joined with the base of the feed`() throws {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://post.example/news/">
      <title>Post</title><link href="/"/>
      <entry><title>A</title><link rel="alternate" href="a"/><id>a</id><content>It rained.</content></entry>
      <entry xml:base="2025/"><title>B</title><link href="b"/><id>b</id><content>It snowed.</content></entry>
      </feed>
      """
    let reading = read(feed, "a.atom")
    #expect(
      reading.documents.map(\.metadata.url) == [
        "https://post.example/news/a", "https://post.example/news/2025/b",
      ])
  }
}
