import CorpusStore
import Diagnostics
import Quoth

/// Asks a corpus as a host program does: a query is prepared, and gives a table each time it is run.
struct Asker {

  private let session: Session

  init(_ corpus: Corpus) { session = Session(corpus: OpenedCorpus(corpus)) }

  /// Reads and plans the query of a line.
  ///
  /// - Throws: `PreparationError` where the query has a mistake.
  func prepare(_ line: BenchmarkLine) throws(PreparationError) -> PreparedLine {
    PreparedLine(line: line, query: try session.prepare(SourceText(line.query)))
  }
}

/// A line whose query was read and planned.
struct PreparedLine {

  let line: BenchmarkLine
  let query: PreparedQuery

  /// Runs the query and returns the number that is compared.
  func run() throws -> Int {
    let table = try query.run()
    switch line.value {
    case .rows:
      // Rows are read when they are asked for.
      return table.rows.reduce(0) { count, _ in count + 1 }
    case .count:
      guard case .integer(let count)? = table.rows.first?.last else { return table.rows.count }
      return count
    case .written:
      let bytes = Renderer.bytes(of: table, as: .tsv)
      return bytes.count { $0 == UInt8(ascii: "\n") } - 1
    }
  }
}
