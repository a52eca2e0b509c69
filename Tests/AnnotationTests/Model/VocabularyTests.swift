import Annotation
import Testing

@Suite struct VocabularyTests {

  private let words: [(hash: UInt32, cluster: UInt8, casing: UInt8)] = [
    (7, 3, 4), (23, 9, 1), (4_000_000_000, 0, 2),
  ]

  @Test func `words are found with their classes and casings`() throws {
    let vocabulary = try #require(Vocabulary(ModelBytes(Vocabulary.section(words))))
    #expect(vocabulary.entry(of: 23) == Vocabulary.Entry(known: 2, cluster: 9, casing: 1))
    #expect(
      vocabulary.entry(of: 4_000_000_000) == Vocabulary.Entry(known: 3, cluster: 0, casing: 2))
    #expect(vocabulary.entry(of: 8) == Vocabulary.Entry())
    #expect(Vocabulary.empty.entry(of: 7) == Vocabulary.Entry())
  }

  @Test func `an older table knows no casings`() throws {
    let bytes = Vocabulary.section(words).dropLast(16)
    let vocabulary = try #require(Vocabulary(ModelBytes(Array(bytes))))
    #expect(vocabulary.entry(of: 23) == Vocabulary.Entry(known: 2, cluster: 9, casing: 0))
  }
}
