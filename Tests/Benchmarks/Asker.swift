import CorpusStore
import Quoth

/// Asks a corpus as a host program does: the source text of a query goes in, a table comes out.
struct Asker {

  private let session: Session

  init(_ corpus: Corpus) {
    session = Session(corpus: OpenedCorpus(corpus))
    session.hasToldMessages = true
  }

  /// Runs a query and returns the number that is compared.
  ///
  /// - Throws: `Mistaken` where the query has a mistake.
  func ask(_ line: BenchmarkLine) throws(Mistaken) -> Int {
    var found: ResultTable?
    var mistakes: [String] = []
    _ = session.run(SourceText(line.query)) { event in
      switch event {
      case .answer(let answer):
        if case .table(let table) = answer.content { found = table }
        if let failure = answer.failure { mistakes.append(failure) }
      case .diagnostics(let diagnostics, _): mistakes += diagnostics.map(\.message)
      case .message: break
      }
    }
    guard mistakes.isEmpty, let found else { throw Mistaken(line.query, mistakes) }
    return value(line.value, of: found)
  }

  private func value(_ value: BenchmarkLine.Value, of table: ResultTable) -> Int {
    switch value {
    case .rows: return table.rows.count
    case .count:
      guard case .integer(let count)? = table.rows.first?.last else { return table.rows.count }
      return count
    case .written:
      let bytes = Renderer.bytes(of: table, as: .tsv)
      return bytes.count { $0 == UInt8(ascii: "\n") } - 1
    }
  }
}

/// A query of the benchmarks that does not mean anything.
struct Mistaken: Error, CustomStringConvertible {

  let description: String

  init(_ query: String, _ mistakes: [String]) {
    description = "\(query): \(mistakes.joined(separator: "; "))"
  }
}
