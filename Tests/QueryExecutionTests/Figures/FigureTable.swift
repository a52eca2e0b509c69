import CorpusFixture
import CorpusStore
import QueryExecution
import QuerySemantics
import Testing

/// Runs queries over a corpus, and shows figures with as many digits as are worked by hand.
struct FigureTable {

  let corpus: Corpus

  init(_ corpus: Corpus) { self.corpus = corpus }

  var names: BoundNames { BoundNames(corpus) }

  func attribute(_ name: String, of table: Table = .tokens) throws -> Attribute {
    try #require(corpus.schema.attribute(name, of: table))
  }

  func answer(_ source: BoundSource, _ steps: BoundStep...) throws -> ResultTable {
    try Evaluator(corpus).answer(BoundQuery(source: source, steps: steps)).table
  }

  /// Returns the rows of a result, numbers with a fraction rounded to six digits.
  func rows(_ source: BoundSource, _ steps: BoundStep...) throws -> [[ResultTable.Cell]] {
    let query = BoundQuery(source: source, steps: steps)
    return Self.rounded(try Evaluator(corpus).answer(query).table)
  }

  static func rounded(_ table: ResultTable) -> [[ResultTable.Cell]] {
    table.rows.map { row in
      row.map { cell in
        guard case .decimal(let number) = cell else { return cell }
        return .decimal((number * 1_000_000).rounded() / 1_000_000)
      }
    }
  }

  /// Returns a corpus of one document with these paragraphs.
  static func words(_ paragraphs: String...) -> FigureTable {
    var document = DocumentSketch("d")
    for paragraph in paragraphs { document.addParagraph(paragraph) }
    return FigureTable(FixtureCorpus.assemble([document.finished()]))
  }
}
