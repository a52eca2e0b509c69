import Annotation
import Testing

/// Posts on networks that a text quotes.
@Suite struct NetworkPostTests {

  private static let lead = "Ada Morel, the mayor of Otterburg, opened the fair on Monday.\n\n"

  @Test(arguments: [
    ("“The boats are painted,” tweeted Ada Morel on Monday.", "The boats are painted"),
    ("Ada Morel (@adamorel) wrote on Twitter: “The boats are painted.”", "The boats are painted."),
    ("Ada Morel (@harbourlady) posted: “The boats are painted.”", "The boats are painted."),
    ("@adamorel: “The boats are painted.”", "The boats are painted."),
    ("“Come and see! #ferry” — Ada Morel (@adamorel) May 4, 2024", "Come and see! #ferry"),
  ])
  func `a post is a quote of whom it names`(post: String, content: String) throws {
    let text = QuotedText(Self.lead + post)
    let quote = try #require(text.quotes.last)
    #expect(text.content(quote) == content)
    #expect(text.speaker(quote) == "Ada Morel")
    #expect(quote.kind == .direct)
  }

  @Test func `a handle is a mention of the person whose name it is, or stands behind`() {
    let text = QuotedText(
      Self.lead + "Ida Lund (@ferrywoman) left. We saw @AdaMorel and @ferrywoman and @someone.")
    let handles = text.document.mentions.filter { mention in
      text.document.text.string(text.document.tokens[Int(mention.firstToken)].range).first == "@"
    }
    let names = handles.map { $0.entity.map { text.document.entities[Int($0)].name } ?? "–" }
    #expect(names == ["Ida Lund", "Ada Morel", "Ida Lund"])
    #expect(handles.allSatisfy { !$0.reason.isEmpty })
  }
}
