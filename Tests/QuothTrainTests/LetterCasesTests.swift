import Annotation
import Testing

@testable import QuothTrain

@Suite struct LetterCasesTests {

  @Test func `words are told by how they are mostly written`() {
    var cases = LetterCases()
    for word in ["Oslo", "Oslo", "mark", "Mark", "Mark", "see", "see", "1", "1", "Ito"] {
      cases.add(attributes(word))
    }
    let casings = ["oslo", "mark", "see", "1", "ito"].map { cases.casing(of: attributes($0).lower) }
    #expect(casings == [4, 3, 1, 0, 0])
    #expect(cases.names == ["oslo", "mark"].map { attributes($0).lower }.sorted())
  }

  private func attributes(_ word: String) -> WordAttributes {
    var reader = WordAttributeReader(.empty)
    return reader.attributes(of: ByteRange(0, UInt32(word.utf8.count)), in: Array(word.utf8))
  }
}
