import Annotation
import CorpusFixture
import CorpusStore
import Diagnostics
import QueryPlanning
import QuerySemantics
import Testing

@testable import QueryExecution

@Suite struct SimilarityTests {

  private static let corpus: Corpus = {
    let texts = [
      "The river will rise , she said", "the RIVER will rise !", "Rise will river the",
      "The harbour will open", "Nothing at all", "“ The river , ” he said , “ will rise ”",
    ]
    return FixtureCorpus.assemble(
      texts.enumerated().map { number, text in
        var document = DocumentSketch("d\(number)")
        document.addParagraph(text)
        if number == 5 { document.addQuote([1..<3, 9..<11], kind: .direct) }
        return document.finished()
      })
  }()

  private func answer(_ words: String, _ table: Table, _ steps: [BoundStep] = []) throws
    -> ResultTable
  {
    let text = BoundSimilarity(
      text: words, words: words.split(separator: " ").map { TextFolding.fold(String($0)) })
    let query = BoundQuery(source: .table(table), steps: [.similar(text)] + steps)
    return try Evaluator(Self.corpus).answer(query).table
  }

  private func rows(_ table: ResultTable) -> [Int] {
    table.origins.map { if case .row(_, let id) = $0 { id.index } else { -1 } }
  }

  @Test func `the same words in the same order are one, whatever the case and the marks`() throws {
    let table = try answer("The river will rise", .sentences)
    #expect(rows(table).first == 1)
    #expect(table.columns.last == ResultTable.Column(name: "similarity", isNumeric: true))
    #expect(table.rows.first?.last == .decimal(1))
  }

  @Test func `order counts, rare words count more, and rows with nothing in common are left out`()
    throws
  {
    #expect(rows(try answer("the river will rise", .sentences)) == [1, 0, 5, 2, 3])
  }

  @Test func `a quote that is split is compared as what was said`() throws {
    let table = try answer("the river will rise", .quotes)
    #expect(table.rows.map(\.last) == [.decimal(1)])
  }

  @Test func `a limit keeps the likeness of each row`() throws {
    let table = try answer("the river will rise", .sentences, [.limit(2)])
    #expect(rows(table) == [1, 0])
    #expect(table.rows.count == 2 && table.rows[0].last == .decimal(1))
    guard case .decimal(let second)? = table.rows[1].last else { throw Missing() }
    #expect(second < 1 && second > 0.5 && second * 1000 == (second * 1000).rounded())
  }

  private let bound = "below a similarity of 0.2 rows share but a few words"

  @Test func `where nothing is close the answer says so, and so does what is counted of it`() throws
  {
    let far = "rise against all odds of a long and cold winter"
    let note = try #require(try answer(far, .sentences).notes.first)
    #expect(
      note.hasPrefix("nothing is close: \(bound), and here it is 0.") && note.hasSuffix(" at most"))
    #expect(try answer(far, .sentences, [.count(by: [])]).notes == [note])
  }

  @Test func `rows that are not close are counted, and told only where they are shown`() throws {
    let all = try answer("the river will rise", .sentences)
    #expect(all.notes == ["1 of these 5 sentences is not close: \(bound)"])
    #expect(try answer("the river will rise", .sentences, [.limit(2)]).notes == [])
  }

  @Test func `words that the corpus does not have make rows less like the text`() throws {
    let table = try answer("the river will rise soon", .sentences)
    guard case .decimal(let first)? = table.rows[0].last else { throw Missing() }
    #expect(rows(table).first == 1 && first < 1)
    #expect(try answer("unheard of", .sentences).rows.isEmpty)
  }

  @Test func `rows that a union adds have no likeness, and the others keep theirs`() throws {
    let all = BoundQuery(source: .table(.sentences))
    let table = try answer("the river will rise", .sentences, [.combine(.union, all)])
    #expect(rows(table) == [1, 0, 5, 2, 3, 4])
    #expect(table.rows[0].last == .decimal(1) && table.rows[5].last == .missing)
  }

  private struct Missing: Error {}
}
