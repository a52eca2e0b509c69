import CorpusFixture
import CorpusStore
import QueryPlanning
import QuerySemantics
import TestSupport
import Testing

@testable import QueryExecution

/// Rows that are read when they are asked for.
@Suite struct ResultRowsTests {

  private let corpus = FixtureCorpus.small()
  private var evaluator: Evaluator { Evaluator(corpus) }
  private var names: BoundNames { BoundNames(corpus) }

  @Test(arguments: 0..<12)
  func `rows are the same in whatever way they are read`(seed: Int) throws {
    var pairs = RandomPairs(seed: seed + 2000)
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<40 {
      let table = try pairs.evaluator.answer(pairs.queries.query().query).table
      let all = Array(table.rows)
      #expect(table.rows.indices.map { table.rows[$0] } == all)
      #expect(table.rows.reversed() == all.reversed())
      let places = Array(all.indices.shuffled(using: &random).prefix(5))
      let picked = table.picking(places, total: places.count)
      #expect(Array(picked.rows) == places.map { all[$0] })
      #expect(picked.origins.isEmpty || Array(picked.origins) == places.map { table.origins[$0] })
      let reader = table.rows.makeReader()
      for place in places {
        reader.move(to: place)
        #expect(reader.width == all[place].count)
        #expect((0..<reader.width).map { lent(reader, $0) } == all[place].map(text))
      }
    }
  }

  @Test func `cells that are known are rows, too`() {
    let cells: [[ResultTable.Cell]] = [
      [.text("a"), .missing], [.text("")], [.integer(1), .flag(true)],
    ]
    let rows = ResultRows(cells)
    #expect(Array(rows) == cells && rows.count == 3 && rows[1] == [.text("")])
    #expect(rows == [[.text("a"), .missing], [.text("")], [.integer(1), .flag(true)]])
    #expect(ResultRows([]).isEmpty && ResultRows([]).first == nil)
    let reader = rows.makeReader()
    reader.move(to: 1)
    #expect(lent(reader, 0) == "")
  }

  @Test func `many texts that have no code are read as they are`() throws {
    let path = try names.path("text", .quotes)
    let reader = CellReader(path, kind: .table(.quotes), corpus: corpus)
    let cells = (0..<corpus.rowCount(of: .quotes)).map {
      reader.cell(of: RowID(UInt32($0)), end: nil)
    }
    for _ in 0..<2000 {
      for (row, cell) in cells.enumerated() {
        guard reader.cell(of: RowID(UInt32(row)), end: nil) != cell else { continue }
        Issue.record("row \(row) is another one later")
        return
      }
    }
  }

  private func lent(_ reader: any RowReader, _ column: Int) -> String? {
    var bytes: [UInt8] = []
    let isText = reader.withText(column) { text in
      for place in text.indices { bytes.append(text[place]) }
    }
    return isText ? String(decoding: bytes, as: UTF8.self) : nil
  }

  private func text(_ cell: ResultTable.Cell) -> String? {
    if case .text(let text) = cell { text } else { nil }
  }
}
