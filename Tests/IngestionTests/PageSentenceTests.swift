import Annotation
import Testing

@testable import Ingestion

/// What of a page is its text: sentences of few words among others, and parts whose names mislead.
@Suite struct PageSentenceTests {

  private static let lead = """
    <p>The ferry company has sold both of its ships, and nobody on the island knows who bought \
    them.</p><p>The harbour master read of it in the paper like all the others, he told us.</p>
    """
  private static let tail = """
    <p>The last boat of the year leaves on Friday, if the wind lets it leave the harbour at all.</p>
    """

  @Test(arguments: [
    "But <a>the master told The Island Post last week that he had not been asked</a>, she noted.",
    "“<a>I will not sell the pier as well</a>,” she posted.",
    "She <a>denied it all in a letter to the island</a>.",
    "The letter, <a>first printed by the Post</a>, is real.",
    "<a>“I will not sell the pier, whatever they print about me in their papers,” she wrote</a>.",
    "Subscribe to the plan, she said.", "Read more maps, said Ann.",
    "Copyright law is dead, he said.",
    "Advertisement is bad, said Tom.", "Cookies are baked here, said the baker.",
    "Read more: “I knew,” said Brandt.", "Related: “The ferry is dead,” said Jon Roe.",
    "Share this: “The ferry is dead,” Jon Roe told the council.",
    "Lesen Sie auch: „Die Fähre ist tot“, sagte Jon Roe.", "Photo: “It fell,” Ann said on Monday.",
    "Cookies were sold on deck.", "Anzeige erstattete die Polizei.", "The post was closed.", "Yes.",
  ])
  func `a sentence beside text is text`(line: String) throws {
    let plain = line.replacing("<a>", with: "").replacing("</a>", with: "")
    for body in [
      Self.lead + "<p>\(line)</p>" + Self.tail, Self.lead + "<p>\(line)</p>",
      "<p>\(line)</p>" + Self.lead,
    ] {
      #expect(try text(body.replacing("<a>", with: "<a href='/x'>")).contains(plain))
    }
  }

  @Test(arguments: ["Photo: she waves.", "Watch: the tide comes in.", "<a>The pier was sold.</a>"])
  func `what may be a label is text between texts`(line: String) throws {
    let plain = line.replacing("<a>", with: "").replacing("</a>", with: "")
    #expect(try text(Self.lead + "<p>\(line)</p>" + Self.tail).contains(plain))
    #expect(try !text(Self.lead + "<p>\(line)</p>").contains(plain))
  }

  @Test(arguments: [
    "Read more: <a>Pier sold</a>", "Read more: <a>“I knew,” said Brandt.</a>",
    "Read more: “Pier sold” by Ann Lee",
    "Subscribe to our newsletter.",
    "Copyright 2024 Post. All rights reserved.", "Copyright Island Post.", "<a>Pier sold twice</a>",
    "<a>Who owns the pier?</a>", "More on this: <a>the pier is sold</a>.", "Photo: Ann Lee / Post.",
    "The post Pier sold appeared first on Post.", "Cookies help us to serve you.", "Advertisement",
    "Comments are closed.",
  ])
  func `furniture between texts goes`(line: String) throws {
    let plain = line.replacing("<a>", with: "").replacing("</a>", with: "")
    let source = line.replacing("<a>", with: "<a href='/x'>")
    #expect(try !text(Self.lead + "<p>\(source)</p>" + Self.tail).contains(plain))
  }

  @Test func `related headlines with full stops are no text`() throws {
    let links = (1...4).map { "<li><a href='/\($0)'>The pier is sold again.</a></li>" }.joined()
    #expect(try !text(Self.lead + "<ul>\(links)</ul>" + Self.tail).contains("sold again"))
  }

  @Test(arguments: [
    ("<p>In a letter, Helen Strand said:</p><blockquote>I did not sell it.</blockquote>", ""),
    ("<p>She wrote on the wall:</p><blockquote><p>I did not sell it.</p></blockquote>", ""),
    ("<p>Helen Strand:</p>", ""), ("<p>It rained</p>", ""), ("", "<p>It rained</p>"),
    ("", "<p class='quote'>“No comment” <span>— Tom Arden</span></p>"),
    ("", "<blockquote>Nobody asked me about it</blockquote>"), ("<p>Yes.</p>", "<p>No.</p>"),
  ])
  func `the lines at the ends that stand among paragraphs are kept`(
    start: String, end: String
  ) throws {
    let text = try text(start + Self.lead + end)
    for line in [start, end].flatMap({ $0.split(separator: "<") }) {
      let words = line.split(separator: ">").dropFirst().first.map(String.init) ?? ""
      #expect(text.contains(words.trimmingPrefix(" ")) || words.isEmpty)
    }
  }

  @Test(arguments: [
    "Sara Whitcomb", "Staff writer", "12 March 2024", "4 min read", "By Ida Strand",
  ])
  func `lines of a page at the ends go`(line: String) throws {
    #expect(try !text("<p>\(line)</p>" + Self.lead + "<p>\(line)</p>").contains(line))
  }

  @Test(arguments: [
    "<div id='comment-article'>", "<div class='post no-comments'>", "<div class='comments-closed'>",
    "<article class='comment article--comment'>", "<section class='comment-piece opinion'>",
    "<div class='entry comments-area-off'>", "<div class='section-comment'>",
  ])
  func `what is called a comment may be an article`(tag: String) throws {
    let name = tag.dropFirst().prefix { $0 != " " }
    #expect(try text("\(tag)\(Self.lead)</\(name)>").contains("harbour master"))
    let page = "<h1>Ships</h1>\(tag)\(Self.lead)</\(name)>"
    #expect(try text(page).contains("harbour master"))
  }

  @Test(arguments: [
    "<div id='comments'>", "<section class='comments-area'>", "<ol class='commentlist'>",
    "<div class='comment-body'>", "<div class='comments open'>",
  ])
  func `comments of readers are no text`(tag: String) throws {
    let comment = "<p>I never liked these ships, and I will not miss them for a day.</p>"
    let name = tag.dropFirst().prefix { $0 != " " }
    let page = "<h1>Ships</h1><div>\(Self.lead)</div>\(tag)\(comment)</\(name)>"
    #expect(try !text(page).contains("never liked"))
  }

  @Test(arguments: [
    (
      "<p>He said that <q>the letter is clear</q> and left.</p>",
      "said that “the letter is clear” and"
    ),
    ("<p><q>He said <q>no</q> to me</q>, she said.</p>", "“He said ‘no’ to me”, she said."),
    ("<p>He said <q>“no”</q>.</p>", "He said “no”."), ("<p>A<q></q> b.</p>", "A b."),
    ("<p><q> No</q>, he said.</p>", "“No”, he said."),
  ])
  func `an element of quotation has its marks`(source: String, expected: String) throws {
    #expect(try text(source).contains(expected))
  }

  @Test func `a post from elsewhere is a quotation with its writer`() throws {
    let post = """
      <div class="wp-block-embed twitter-tweet"><blockquote class="twitter-tweet"><p>The pier is \
      <a href="/h">#safe</a>.<br><br>Full stop.</p>&mdash; Helen Strand (@strand) \
      <a href="https://x.example/1">March 11, 2024</a></blockquote></div>
      """
    let line = "“The pier is #safe. Full stop.” — Helen Strand (@strand) March 11, 2024"
    #expect(try text(Self.lead + post + Self.tail).contains("\n\n> \(line)\n\n"))
    #expect(try text(Self.lead + post).hasSuffix("> " + line))
  }

  @Test func `articles beside each other are read, and teasers are not`() throws {
    let second = "<article><h2>Pier</h2>\(Self.tail)</article>"
    let teaser =
      "<article><h2><a href='/x'>Fog</a></h2><p>Fog came down on the island.</p></article>"
    let page =
      "<main><article class='a'><h2>Boats</h2>\(Self.lead)</article>\(second)\(teaser)</main>"
    let text = try text(page)
    #expect(text.contains("## Boats") && text.contains("## Pier") && text.contains("last boat"))
    #expect(!text.contains("Fog"))
  }

  /// The text of a page with its marks.
  private func text(_ body: String) throws -> String {
    let page = "<html><head><title>Ships</title></head><body>\(body)</body></html>"
    let file = SourceFile(name: "a.html", origin: "a.html", bytes: Array(page.utf8))
    let document = try #require(HTMLReader().read(file).documents.first)
    return String(decoding: document.text.originalBytes, as: UTF8.self)
  }
}
