import Testing

@testable import Annotation

/// A text and its blocks as "kind: text", one a line.
struct LayoutCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let blocks: [String]
  var testDescription: String { name }

  init(_ name: String, _ text: String, _ blocks: [String]) {
    (self.name, self.text, self.blocks) = (name, text, blocks)
  }
}

private let first = "The ministers met on Monday and agreed on a plan for the harbour."
private let second = "“We will build it,” the mayor said, and nobody laughed."
private let third = "Work is to begin in the autumn, if the money comes."

@Suite struct LayoutAnnotatorTests {

  @Test(arguments: [
    LayoutCase("empty", "", []),
    LayoutCase("blank", " \n\n \n", []),
    LayoutCase("one fragment", "Harbour plan agreed", ["paragraph: Harbour plan agreed"]),
    LayoutCase(
      "blank lines part", "\(first)\n\n\(second)", ["paragraph: \(first)", "paragraph: \(second)"]),
    LayoutCase(
      "a line is a paragraph where nothing is wrapped", "\(first)\n\(second)\n\(third)",
      ["paragraph: \(first)", "paragraph: \(second)", "paragraph: \(third)"]),
    LayoutCase(
      "a broken sentence goes on",
      "The ministers met on Monday\nand agreed, all of them,\nat last.",
      ["paragraph: The ministers met on Monday\nand agreed, all of them,\nat last."]),
    LayoutCase(
      "a number below a sentence that is broken off is none of a list",
      "The ministers are to meet again on March\n15. That is final, and the fee rises to\n25. Nobody paid.",
      [
        "paragraph: The ministers are to meet again on March\n15. That is final, and the fee "
          + "rises to\n25. Nobody paid."
      ]),
    LayoutCase(
      "numbers below a colon, a stop, or others are those of a list",
      "The ministers agreed:\n2. Ships first\n3. Trains\n1. Cars",
      ["paragraph: The ministers agreed:"]
        + ["paragraph: Ships first", "paragraph: Trains", "paragraph: Cars"]),
    LayoutCase(
      "wrapped lines are one paragraph",
      """
      The ministers met on Monday in the old town hall of the harbour.
      Nobody had expected Anna Berg to come, but she did, and she even
      brought the plan. When the others had read it all the way to the
      last page they agreed.
      """,
      [
        """
        paragraph: The ministers met on Monday in the old town hall of the harbour.
        Nobody had expected Anna Berg to come, but she did, and she even
        brought the plan. When the others had read it all the way to the
        last page they agreed.
        """
      ]),
  ])
  func `paragraphs are parted`(layout: LayoutCase) { check(layout) }

  @Test(arguments: [
    LayoutCase(
      "a glued category line and a title",
      "Posted inharbours / city life\n\nMinisters agree on harbour\n\n\(first)",
      [
        "category: Posted inharbours / city life", "title: Ministers agree on harbour",
        "paragraph: \(first)",
      ]),
    LayoutCase(
      "a fragment with its stop is text",
      "A Plan for the Harbour\n\nbetween town and sea.\n\n\(first)",
      ["title: A Plan for the Harbour", "paragraph: between town and sea.", "paragraph: \(first)"]),
    LayoutCase(
      "a title in title case may end with a stop",
      "Ministers Agree on Harbour Plan.\n\n\(first)",
      ["title: Ministers Agree on Harbour Plan.", "paragraph: \(first)"]),
    LayoutCase(
      "a first sentence is no title", "\(first)\n\n\(second)",
      ["paragraph: \(first)", "paragraph: \(second)"]),
    LayoutCase(
      "headings stand before text",
      "\(first)\n\nWho pays for it\n\n\(second)\n\nNext steps\n\n\(third)",
      [
        "paragraph: \(first)", "heading: Who pays for it", "paragraph: \(second)",
        "heading: Next steps", "paragraph: \(third)",
      ]),
    LayoutCase(
      "a heading may begin with an article",
      "\(first)\n\nA Hard Road for U.S.-Asia Ties\n\n\(second)",
      ["paragraph: \(first)", "heading: A Hard Road for U.S.-Asia Ties", "paragraph: \(second)"]),
    LayoutCase(
      "Markdown",
      "# Harbour plan\n\n\(first)\n\n## Who pays ##\n\n> \(second)\n\n- one\n- two\n\n***",
      [
        "title: Harbour plan", "paragraph: \(first)", "heading: Who pays", "paragraph: \(second)",
        "paragraph: one", "paragraph: two",
      ]),
    LayoutCase(
      "underlined titles", "Harbour plan\n============\n\n\(first)",
      ["title: Harbour plan", "paragraph: \(first)"]),
  ])
  func `titles, headings and categories are told from text`(layout: LayoutCase) { check(layout) }

  @Test(arguments: [
    "“We will build it", "We will build it,” she said", "“No,” he said",
    "The mayor had three demands:", "and nobody laughed", "He said he would come,",
    "Posted in Kabul, he served two winters.", "Share of the vote fell in May.",
    "Related costs fell as well, said the mayor.", "Copyright law is to change, she said.",
    "By Monday the harbour was closed.", "Home prices rose.", "Next, they voted.",
    "Subscribe to our view or do not, he said to the crowd, but the harbour will be built in May.",
    "Watch what they do, he said.", "Sign up for the race now, said Jon Roe.",
    "All rights reserved for women, she said.", "Photo: a thousand words, he said.",
    "Read more: the ferry is dead, said Jon Roe.",
  ])
  func `what may be text stays text`(line: String) {
    let blocks = layout("\(first)\n\n\(line)\n\n\(second)").blocks
    #expect(blocks == ["paragraph: \(first)", "paragraph: \(line)", "paragraph: \(second)"])
  }

  @Test func `the days of a life are no byline`() {
    for line in ["3 March 1931 – 2 March 2025", "March 3, 1931 - March 2, 2025"] {
      #expect(!layout("\(first)\n\n\(line)\n\n\(second)").blocks.contains("byline: \(line)"))
    }
    let line = "3 March 2024 | Updated 2 March 2025"
    #expect(layout("\(first)\n\n\(line)\n\n\(second)").blocks.contains("byline: \(line)"))
  }

  @Test(arguments: [
    "Share this:", "Click to share on X (Opens in new window)", "Advertisement", "12 comments",
    "We use cookies to improve your experience. Accept", "Photo: Anna Berg", "3 min read",
    "Sign up for our newsletter and get the news every day.", "Like Loading...", "READ MORE",
    "Subscribe now", "© 2025 The Harbour Post", "Read more: Harbour plan agreed",
    "Your email address will not be published. Required fields are marked *",
    "Story continues below advertisement", "Copyright 2025 The Harbour Post. All rights reserved.",
    "Follow us on Facebook", "(Photo by Anna Berg)",
  ])
  func `furniture is never text`(line: String) {
    for text in ["\(first)\n\n\(line)\n\n\(second)", "\(first)\n\(line)\n\(second)"] {
      #expect(
        layout(text).blocks == [
          "paragraph: \(first)", "furniture: \(line)", "paragraph: \(second)",
        ])
    }
  }

  @Test func `links under a head and all behind the article's end are furniture`() {
    let text = """
      \(first)

      \(second)

      Related articles
      The bridge that nobody wanted
      A Harbour Remembered.
      Leave a Reply
      I think the mayor is right. She always is.
      Cancel reply
      """
    let kinds = layout(text).blocks.map { $0.prefix { $0 != ":" } }
    #expect(kinds == ["paragraph", "paragraph"] + Array(repeating: "furniture", count: 6))
  }

  @Test func `a whole page is told apart`() {
    let page = """
      Skip to content
      Home
      World
      Politics
      Europe » Ports
      Harbour ministers meet as storm nears the coast
      Talks are to last until Friday, officials say
      Published: Feb 24, 2025, 9:15 a.m. ET
      4 min read
      Anna Berg arrives on Monday. Photograph: Jon Roe/Agency
      LONDON (Agency) — The ministers met on Monday and agreed on a plan.
      READ MORE: The bridge that nobody wanted
      The plan costs 3 million, he said
      “It is not for me to decide”
      Reporting by Anna Berg in Oslo; editing by Jon Roe
      Most read
      Ten ways to build a bridge
      Privacy Policy | Terms of Use | Contact Us
      """
    let (blocks, metadata) = layout(page)
    let kinds = blocks.map { String($0.prefix { $0 != ":" }) }
    let expected =
      [String](repeating: "furniture", count: 4) + ["category", "title", "heading", "byline"]
      + ["furniture", "furniture", "byline", "paragraph", "furniture", "paragraph", "paragraph"]
      + ["byline", "furniture", "furniture", "furniture"]
    #expect(kinds == expected)
    #expect(metadata.authors == ["Anna Berg"] && metadata.tags == ["Europe", "Ports"])
  }

  @Test func `text behind a list of links stays text`() {
    let text = "\(first)\n\nRelated stories\n\nThe bridge\n\n\(second)\n\n\(third)"
    #expect(layout(text).blocks.suffix(2) == ["paragraph: \(second)", "paragraph: \(third)"])
  }

  private func check(_ layout: LayoutCase) {
    #expect(self.layout(layout.text).blocks == layout.blocks)
  }

  private func layout(_ text: String) -> (blocks: [String], metadata: DocumentMetadata) {
    var document = AnnotatedDocument(
      text: TextNormalizer.normalize(Array(text.utf8)), metadata: .init(id: "a", origin: "a.txt"))
    LayoutAnnotator().annotate(&document)
    let blocks = document.blocks.map { "\($0.kind.rawValue): \(document.text.string($0.range))" }
    return (blocks, document.metadata)
  }
}
