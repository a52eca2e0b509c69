import Annotation
import CorpusFixture
import CorpusStore
import Testing

@Suite struct QuoteFamilyTests {

  private static let corpus = FixtureCorpus.assemble([
    article("late", "2025-03-05", "Post", "The old bridge is not safe today", "Ada Morel"),
    article("early", "2025-03-01", "Globe", "The old bridge is safe today", "Ada Morel"),
    article("undated", nil, "Courier", "the old bridge is quite safe today", "Björn Åkesson"),
    article("same", "2025-03-03", "Post", "THE OLD BRIDGE , is safe today", nil),
    article("other", "2025-03-03", "Post", "We have nothing to say about that", nil),
  ])

  private static func article(
    _ id: String, _ date: String?, _ outlet: String, _ words: String, _ speaker: String?
  ) -> AnnotatedDocument {
    var document = DocumentSketch(id, date: date, outlet: outlet)
    document.addParagraph(words + " .")
    let entity = speaker.map { document.addEntity(DocumentEntity(name: $0, type: .person)) }
    document.addQuote([0..<document.tokenCount - 1], kind: .direct) { $0.speaker = entity }
    return document.finished()
  }

  private func names(_ attribute: String) throws -> [String] {
    let column = try #require(Self.corpus.column(attribute, of: .families))
    func text(_ dictionary: ColumnDictionary, _ code: UInt32) throws -> String {
      guard case .rows = dictionary.domain else {
        return Self.corpus.pool[dictionary.symbol(of: code)]
      }
      guard case .codes(let names) = try #require(Self.corpus.column("name", of: .entities)) else {
        return ""
      }
      let name = names.values[dictionary.row(of: code).index]
      return Self.corpus.pool[names.dictionary.symbol(of: name)]
    }
    switch column {
    case .codes(let column): return try [text(column.dictionary, column.values[0])]
    case .codeLists(let column):
      return try column.codes(of: RowID(0)).map { try text(column.dictionary, $0) }
    case .integers(let column): return column.values.map { String($0) }
    case .dates(let column): return column.values.map(\.iso)
    default: return []
    }
  }

  @Test(arguments: [
    ("name", ["The old bridge is safe today"]), ("quotes", ["4"]), ("outlets", ["3"]),
    ("first_outlet", ["Globe"]), ("first_seen", ["2025-03-01"]), ("last_seen", ["2025-03-05"]),
    ("days", ["4"]), ("speakers", ["2"]), ("speaker", ["Ada Morel", "Björn Åkesson"]),
    ("outlet", ["Globe", "Post", "Courier"]), ("conflict", ["1"]),
    (
      "variants",
      ["The old bridge is [+not+] safe today", "The old bridge is [+quite+] safe today"]
    ),
  ])
  func `a family tells of its quotes from the earliest on`(
    attribute: String, expected: [String]
  ) throws {
    #expect(try names(attribute) == expected)
  }

  @Test func `a quote and the one that stands inside it are no family`() {
    var document = DocumentSketch("nested", date: "2025-03-01", outlet: "Post")
    document.addParagraph("he still hoped to keep the old bridge open for the winter .")
    document.addQuote([0..<11], kind: .indirect)
    document.addQuote([3..<11], kind: .indirect) { $0.nestedIn = 0 }
    #expect(FixtureCorpus.assemble([document.finished()]).rowCount(of: .families) == 0)
  }
}
