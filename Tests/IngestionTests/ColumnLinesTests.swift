import TestSupport
import Testing

@testable import Ingestion

@Suite struct ColumnLinesTests {

  @Test(arguments: 0..<300)
  func `lines and columns are those of a plain look at each byte`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters: [UInt8] = [0x09, 0x0A, 0x0A, 0x0D, 0x08, 0x0B, 0x00, 0x61, 0xC3, 0xFF, 0x80, 0x20]
    let length = Int.random(in: 0..<90, using: &random)
    let bytes = (0..<length).map { _ in letters[Int.random(in: 0..<12, using: &random)] }
    var lines = ColumnLines(bytes, firstLine: 5)
    var found = LineColumns()
    var expected = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if expected.last?.isEmpty == true { expected.removeLast() }
    for (number, line) in expected.enumerated() {
      let isThere = lines.next()
      #expect(isThere)
      #expect(lines.number == 5 + number)
      let line = line.last == 0x0D ? line.dropLast() : line
      #expect(bytes[lines.start..<lines.end] == line)
      found.find(in: bytes.span, lines.line)
      let columns = line.split(separator: 0x09, maxSplits: 10, omittingEmptySubsequences: false)
      for (index, column) in columns.enumerated() where index < 10 {
        #expect(bytes[found[index]] == column)
      }
      #expect(found.count == columns.count)
      if columns.count < 10 { #expect(found[columns.count].isEmpty) }
    }
    let isMore = lines.next()
    #expect(!isMore)
    #expect(bytes.lineCount == bytes.count { $0 == 0x0A })
  }

  @Test(arguments: [0, 7, 8, 2039, 2040, 2041, 2047, 2048, 5000])
  func `line ends are counted in texts of any length`(length: Int) {
    #expect([UInt8](repeating: 0x0A, count: length).lineCount == length)
    let mixed = (0..<length).map { $0 % 3 == 0 ? UInt8(0x0A) : [0x8A, 0x0B, 0x09][$0 % 3] }
    #expect(mixed.lineCount == mixed.count { $0 == 0x0A })
  }
}
