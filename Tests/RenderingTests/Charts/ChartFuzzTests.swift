import Foundation
import QueryExecution
import Rendering
import Testing

@Suite struct ChartFuzzTests {

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `charts of any table stay within the width and steer no terminal`(seed: UInt64) {
    var chance = Chance(seed: seed)
    for _ in 0..<6 {
      let source = chance.table()
      for form in ResultTable.Chart.allCases {
        let width = Int.random(in: 12...130, using: &chance)
        let text = drawing(ChartSamples.chart(source, form), width: width)
        for line in text.split(separator: "\n") {
          #expect(CellWidth.of(String(line)) <= width, "\(form) \(width): \(line)")
          #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
        }
      }
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `pictures of any table are well-formed`(seed: UInt64) {
    var chance = Chance(seed: seed)
    for _ in 0..<3 {
      let source = chance.table()
      for layout in ResultTable.Chart.allCases.map(ResultTable.Layout.chart) + [.table] {
        let bytes = Renderer.bytes(of: ChartSamples.laid(source, layout), as: .svg)
        #expect(WellFormedXML.mistake(in: bytes) == nil)
      }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a greater figure has no shorter bar`(seed: UInt64) {
    var chance = Chance(seed: seed)
    let isSigned = Bool.random(using: &chance)
    let values = (0..<30).map { _ in
      Double.random(in: isSigned ? -50...50 : 0...50, using: &chance)
    }
    let rows = values.enumerated().map { [ResultTable.Cell.text("k\($0)"), .decimal($1)] }
    let width = Int.random(in: 30...100, using: &chance)
    let text = drawing(ChartSamples.chart(table(["k", "n"], rows), .bars), width: width)
    let lines = text.split(separator: "\n").dropFirst(2)
    let lengths = zip(values, lines).map { value, line in (value, length(ofBar: line) * sign(value))
    }
    for (shorter, longer) in zip(
      lengths.sorted { $0.0 < $1.0 }, lengths.sorted { $0.0 < $1.0 }.dropFirst())
    {
      #expect(shorter.1 <= longer.1)
    }
  }

  private func sign(_ value: Double) -> Int { value < 0 ? -1 : 1 }

  /// The eighths of a cell that a line's bar takes.
  private func length(ofBar line: Substring) -> Int {
    let parts: [Character: Int] = [
      "█": 8, "▉": 7, "▊": 6, "▋": 5, "▌": 4, "▐": 4, "▍": 3, "▎": 2, "▏": 1,
    ]
    return line.reduce(0) { $0 + (parts[$1] ?? 0) }
  }
}

extension Chance {

  /// Returns a table of up to two keys and one or two columns of figures, of any kind.
  fileprivate mutating func table() -> ResultTable {
    let kind = Int.random(in: 0...5, using: &self)
    let keys = Int.random(in: 1...2, using: &self)
    let count = Int.random(in: 0...40, using: &self)
    let rows = (0..<count).map { row -> [ResultTable.Cell] in
      (0..<keys).map { _ in key(kind, row) } + [figure(), figure()]
    }
    let names = (0..<keys).map { _ in nastyString() } + ["count", "share"].shuffled(using: &self)
    return ResultTable(
      layout: .table, unit: "groups",
      columns: names.enumerated().map { .init(name: $1, isNumeric: $0 >= keys || kind == 4) },
      rows: rows, total: rows.count)
  }

  private mutating func key(_ kind: Int, _ row: Int) -> ResultTable.Cell {
    let number = Int.random(in: 1...28, using: &self)
    let two = number < 10 ? "0\(number)" : "\(number)"
    switch kind {
    case 0: return .text("2025-\(number % 12 < 9 ? "0" : "")\(number % 12 + 1)")
    case 1: return .text("2024-W\(two)")
    case 2: return .text("20\(two)-02-\(two)")
    case 3: return .text(nastyString())
    case 4: return .integer(Int.random(in: -3...3000, using: &self))
    default: return row % 7 == 0 ? .missing : .text("\(row)" + nastyString())
    }
  }

  private mutating func figure() -> ResultTable.Cell {
    let all: [ResultTable.Cell] = [
      0, 1, -1, 7, 30_000, .integer(.max), .integer(.min), .missing, .decimal(.nan),
      .decimal(.infinity), .decimal(1e299), .decimal(-1e299), .decimal(1e-300), .decimal(0.5),
      .decimal(-0.001), .decimal(1e16), "no number",
    ]
    // Most tables hold tame figures.
    if Int.random(in: 0...3, using: &self) > 0 {
      return .integer(Int.random(in: 0...99, using: &self))
    }
    return all.randomElement(using: &self) ?? 0
  }
}
