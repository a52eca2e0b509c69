import CorpusFixture
import CorpusStore
import Testing

@Suite struct TextStoreTests {

  @Test func `an offset counts the scalars of the document before it`() {
    let store = TextStore(
      bytes: Array("abé“x".utf8) + Array("zé".utf8), documents: [0, 8, 11], shifts: [[], []])
    #expect(store.originalOffset(ofByte: 0, in: RowID(0)) == 0)
    #expect(store.originalOffset(ofByte: 4, in: RowID(0)) == 3)
    #expect(store.originalOffset(ofByte: 7, in: RowID(0)) == 4)
    #expect(store.originalOffset(ofByte: 9, in: RowID(1)) == 1)
    #expect(store.originalOffset(ofByte: 11, in: RowID(1)) == 2)
  }

  @Test func `behind a repair the offset is that of the original`() {
    // Three scalars of the original became one at byte 4.
    let shifts = [[TextStore.Shift(from: 4, scalars: 2), TextStore.Shift(from: 6, scalars: -1)]]
    let store = TextStore(bytes: Array("abcdefgh".utf8), documents: [0, 8], shifts: shifts)
    #expect(
      [0, 3, 4, 5, 6, 8].map { store.originalOffset(ofByte: $0, in: RowID(0)) }
        == [0, 3, 6, 7, 5, 7])
  }

  @Test func `a run of tokens is the text from the first to the last`() {
    let corpus = FixtureCorpus.small()
    #expect(corpus.string(ofTokens: 1..<5) == "The river will rise")
    #expect(corpus.string(ofTokens: 3..<3).isEmpty)
  }
}
