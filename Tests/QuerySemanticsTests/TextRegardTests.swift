import QuerySemantics
import Testing

@Suite struct TextRegardTests {

  @Test(arguments: [
    (false, false, "Élysée’s Ægis", "elysee's aegis"),
    (true, true, "Élysée’s Ægis", "Élysée’s Ægis"),
    (false, true, "Élysée’s Ægis", "élysée’s ægis"),
    (true, false, "Élysée’s Ægis", "Elysee's AEgis"),
    (true, false, "ÉLYSÉE", "ELYSEE"),
  ])
  func `a regard makes alike what does not count`(
    letterCase: Bool, accents: Bool, text: String, expected: String
  ) {
    let regard = TextRegard(letterCase: letterCase, accents: accents)
    #expect(regard.applied(to: text) == expected)
  }

  @Test(arguments: [
    ("É", TextRegard.exact, "É"),
    ("É", TextRegard.folded, "e"),
    ("É", TextRegard(letterCase: true, accents: false), "E"),
    ("É", TextRegard(letterCase: false, accents: true), "é"),
  ])
  func `an expression describes text as the regard leaves it`(
    pattern: String, regard: TextRegard, expected: String
  ) {
    let scalar = expected.unicodeScalars.first?.value ?? 0
    let tree = RegexTree.scalars([scalar...scalar])
    #expect(RegexParser.parse(pattern, regard: regard) == .success(tree))
    #expect(RegexParser.parse("[" + pattern + "]", regard: regard) == .success(tree))
  }

  @Test func `a double mark in an expression is any double mark unless it must be exact`() {
    let any = RegexTree.scalars([0x22...0x22, 0x201C...0x201F])
    #expect(RegexParser.parse("“") == .success(any))
    #expect(RegexParser.parse("\"") == .success(any))
    #expect(RegexParser.parse("[”]") == .success(any))
    #expect(RegexParser.parse("“", regard: .exact) == .success(.scalars([0x201C...0x201C])))
  }
}
