import Foundation
import QueryExecution
import Rendering
import Testing

@Suite struct RoundTripTests {

  private static func nastyTable(seed: UInt64) -> ResultTable {
    var chance = Chance(seed: seed)
    let rows = (0..<40).map { _ in (0..<3).map { _ in ResultTable.Cell.text(chance.nastyString()) }
    }
    return table(["a", "b \"c\", d", "e"], rows, unit: "quotes", isNumbered: true)
  }

  private static func texts(_ table: ResultTable) -> [[String]] {
    table.rows.map { $0.map { if case .text(let text) = $0 { text } else { "" } } }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `csv reads back as it was`(seed: UInt64) {
    let table = Self.nastyTable(seed: seed)
    let read = fields(ofCSV: Renderer.bytes(of: table, as: .csv))
    #expect(read.first == table.columns.map(\.name))
    #expect(firstDifference(Array(read.dropFirst()), Self.texts(table)) == nil)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `tsv reads back as it was`(seed: UInt64) {
    let table = Self.nastyTable(seed: seed)
    let read = fields(ofTSV: Renderer.bytes(of: table, as: .tsv))
    #expect(firstDifference(Array(read.dropFirst()), Self.texts(table)) == nil)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `json reads back as it was`(seed: UInt64) throws {
    let table = Self.nastyTable(seed: seed)
    let data = Data(Renderer.bytes(of: table, as: .json))
    let objects = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: String]])
    let read = objects.map { object in table.columns.map { object[$0.name] ?? "lost" } }
    #expect(firstDifference(read, Self.texts(table)) == nil)
  }

  @Test(arguments: [
    0.1, 1.0 / 3, 1e-300, 123_456_789.125, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
  ])
  func `decimals read back as they were`(value: Double) throws {
    let line = Renderer.bytes(of: table(["x"], [[.decimal(value)]]), as: .jsonl)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(line)) as? [String: NSNumber])
    #expect(object["x"]?.doubleValue == value)
  }

  @Test(arguments: [nil, 0, 1, 2, 7, 12, 20, 40, 80])
  func `drawings of any text stay within the width and steer no terminal`(width: Int?) {
    for layout in [ResultTable.Layout.table, .quotes, .concordance, .count] {
      for names in [["text", "speaker", "document"], ["left", "match", "right"]] {
        let source = Self.nastyTable(seed: UInt64(width ?? 99))
        let sample = table(
          names, Array(source.rows), unit: "quotes", layout: layout, isNumbered: layout != .table)
        let lines = drawing(sample, width: width).split(separator: "\n")
        for line in lines {
          if let width, width >= 12 { #expect(CellWidth.of(String(line)) <= width, "\(line)") }
          #expect(!line.unicodeScalars.contains(where: isControl))
        }
      }
    }
  }

  @Test(arguments: OutputFormat.allCases)
  func `no format gives a terminal an escape sequence`(format: OutputFormat) {
    let bytes = Renderer.bytes(of: Self.nastyTable(seed: 3), as: format, options: .init(width: 80))
    let text = String(decoding: bytes, as: UTF8.self)
    let obeyed = text.unicodeScalars.filter {
      isControl($0) && !["\n", "\r", "\t"].contains($0) && !(0x2000...0x2100).contains($0.value)
    }
    #expect(obeyed.isEmpty)
  }
}

/// Returns where two tables hold other bytes; `==` on strings would let normal forms differ.
private func firstDifference(_ a: [[String]], _ b: [[String]]) -> String? {
  guard a.count == b.count else { return "\(a.count) rows and not \(b.count)" }
  for (row, (a, b)) in zip(a, b).enumerated()
  where a.map({ Array($0.utf8) }) != b.map({ Array($0.utf8) }) {
    return "row \(row): \(a.debugDescription) and not \(b.debugDescription)"
  }
  return nil
}

private func fields(ofCSV bytes: [UInt8]) -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var field: [UInt8] = []
  var isQuoted = false
  var i = 0
  while i < bytes.count {
    let byte = bytes[i]
    if isQuoted, byte == UInt8(ascii: "\""), i + 1 < bytes.count, bytes[i + 1] == byte {
      field.append(byte)
      i += 1
    } else if byte == UInt8(ascii: "\"") {
      isQuoted.toggle()
    } else if !isQuoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") {
      row.append(String(decoding: field, as: UTF8.self))
      field = []
      if byte == UInt8(ascii: "\n") {
        rows.append(row)
        row = []
      }
    } else {
      field.append(byte)
    }
    i += 1
  }
  return rows
}

private func fields(ofTSV bytes: [UInt8]) -> [[String]] {
  let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
  return lines.map { line in
    line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { field in
      var out: [UInt8] = []
      var bytes = field.makeIterator()
      while let byte = bytes.next() {
        guard byte == UInt8(ascii: "\\"), let code = bytes.next() else {
          out.append(byte)
          continue
        }
        let meant: [UInt8: UInt8] = [0x74: 0x09, 0x6E: 0x0A, 0x72: 0x0D]
        out.append(meant[code] ?? code)
      }
      return String(decoding: out, as: UTF8.self)
    }
  }
}
