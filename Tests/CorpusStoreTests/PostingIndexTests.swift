import TestSupport
import CorpusFixture
import CorpusStore
import Testing

@Suite struct PostingIndexTests {

  @Test(arguments: 0..<8)
  func `each code has the rows at which it stands, ascending`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let codes = (0..<300).map { _ in random.once(in: 9) ? UInt32.max : UInt32(random.below(20)) }
    let index = PostingIndex(grouping: codes, codes: 21)
    #expect(index.codeCount == 21)
    for code in 0..<21 {
      let expected = codes.indices.filter { codes[$0] == UInt32(code) }
      #expect(index.rows(of: code).map(\.index) == expected)
      #expect(index.count(of: code) == expected.count)
    }
  }

  @Test func `each code has the rows in whose list it stands`() {
    let lists: [[UInt32]] = [[2, 0], [], [0], [1, 2, 0]]
    let column = CodeListColumn(lists, domain: .symbols)
    #expect(column.dictionary.postings.rows(of: 0).map(\.rawValue) == [0, 2, 3])
    #expect(column.dictionary.postings.rows(of: 1).map(\.rawValue) == [3])
    #expect(lists.indices.map { Array(column.codes(of: RowID(UInt32($0)))) } == lists)
  }

  @Test func `an index of nothing has no rows`() {
    let index = PostingIndex(grouping: [], codes: 0)
    #expect(index.codeCount == 0)
    #expect(index.rowCount == 0)
  }
}
