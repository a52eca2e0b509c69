import Annotation
import CorpusFixture
import CorpusStore
import QueryExecution
import QuerySemantics
import Testing

@Suite struct PairTests {

  // One document with quotes of A, B and C; one with B, B and A; one with C alone and one quote
  // without a speaker.
  private let corpus = FixtureCorpus.assemble([
    document("one", ["Ann", "bob", "Cid"]), document("two", ["bob", "bob", "Ann"]),
    document("three", ["Cid", nil]),
  ])

  private static func document(_ id: String, _ speakers: [String?]) -> AnnotatedDocument {
    var document = DocumentSketch(id)
    document.addParagraph(words: [speakers.map { _ in "word" }])
    for (place, name) in speakers.enumerated() {
      let speaker = name.map { document.addEntity(DocumentEntity(name: $0, type: .person)) }
      document.addQuote([place..<place + 1], kind: .direct) { $0.speaker = speaker }
    }
    return document.finished()
  }

  @Test func `every two values that meet are a pair once, the commonest first, then by name`()
    throws
  {
    let table = FigureTable(corpus)
    let answer = try table.answer(
      .table(.quotes),
      .pairs(
        of: BoundColumn(table.names.path("speaker", .quotes), name: "speaker"),
        per: BoundColumn(table.names.path("document", .quotes), name: "document")))
    #expect(answer.columns.map(\.name) == ["speaker", "with", "document"])
    #expect(
      answer.rows == [
        [.text("Ann"), .text("bob"), .integer(2)], [.text("Ann"), .text("Cid"), .integer(1)],
        [.text("bob"), .text("Cid"), .integer(1)],
      ])
    #expect(answer.unit == "pairs")
  }

  @Test func `values of one row meet too`() throws {
    let small = FigureTable(FixtureCorpus.small())
    let rows = try small.rows(
      .table(.quotes),
      .pairs(
        of: BoundColumn(small.names.path("topic", .quotes), name: "topic"),
        per: BoundColumn(small.names.path("speaker", .quotes), name: "speaker")))
    // Åkesson speaks of Lindholm, Floods and Trade; Morel of Floods alone.
    #expect(
      rows == [
        [.text("Floods"), .text("Lindholm"), .integer(1)],
        [.text("Floods"), .text("Trade"), .integer(1)],
        [.text("Lindholm"), .text("Trade"), .integer(1)],
      ])
  }
}
