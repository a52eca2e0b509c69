import TestSupport
import CorpusFixture
import CorpusStore
import QuerySemantics
import Testing

@testable import QueryExecution

@Suite struct RegexMatcherTests {

  @Test(arguments: 0..<60)
  func `random expressions match where trying all ways finds a match`(seed: Int) throws {
    let corpus = RandomCorpus.make(seed: 1, documents: 1)
    var queries = RandomQuery(corpus: corpus, random: SeededGenerator(seed: UInt64(seed)))
    let tree = queries.regex(depth: 4)
    let matcher = RegexMatcher(tree, interruption: Interruption())
    for _ in 0..<20 {
      let length = queries.random.below(9)
      let text = String((0..<length).map { _ in queries.random.pick(Array("abcdefgt 1_é-")) })
      #expect(
        try matcher.isTrue(of: Array(text.utf8)) == ReferenceRegex(tree).matches(in: text),
        "\(tree) in '\(text)'")
    }
  }

  @Test(arguments: 0..<30)
  func `of many strings those match that match alone`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var pool = StringPoolBuilder()
    let words = (0..<3000).map { _ in
      String((0..<random.below(7)).map { _ in random.pick(Array("abcdefgt1_éÉ-")) })
    }
    let symbols = Set(words.map { pool.intern($0).rawValue }).sorted()
    let dictionary = CodeColumn(symbols, domain: .symbols).dictionary
    let finished = pool.finish()
    var queries = RandomQuery(corpus: RandomCorpus.make(seed: 1, documents: 1), random: random)
    let tree = queries.regex(depth: 4)
    for areFolded in [false, true] {
      let strings = try #require(finished.strings(of: dictionary, areFolded: areFolded))
      let interruption = Interruption()
      let found = try RegexMatcher(tree, interruption: interruption).codes(
        of: strings, interruption)
      let alone = RegexMatcher(tree, interruption: interruption)
      for code in 0..<strings.count {
        #expect(try found.contains(code) == alone.isTrue(of: strings.span(of: code)), "\(tree)")
      }
    }
  }

  @Test func `an expression that grows with backtracking stays linear`() throws {
    let letter = RegexTree.scalars([0x61...0x61])
    // (a*)*(a*)*…b over many a: exponential for a matcher that goes back.
    let star = RegexTree.repetition(
      .repetition(letter, atLeast: 0, atMost: nil), atLeast: 0, atMost: nil)
    let tree = RegexTree.sequence(
      Array(repeating: star, count: 20) + [.scalars([0x62...0x62])])
    let matcher = RegexMatcher(tree, interruption: Interruption())
    let text = [UInt8](repeating: 0x61, count: 100_000)
    #expect(try !matcher.isTrue(of: text))
    #expect(try matcher.isTrue(of: text + [0x62]))
  }

  @Test func `states that multiply are forgotten, and the answer stays right`() throws {
    let any = RegexTree.scalars([0...0x10FFFF])
    let letter = RegexTree.scalars([0x61...0x61])
    // An a, eighteen scalars, and the end: two to the eighteenth states if all were kept.
    let tree = RegexTree.sequence([letter, .repetition(any, atLeast: 18, atMost: 18), .end])
    let matcher = RegexMatcher(tree, interruption: Interruption())
    var random = SeededGenerator(seed: 4)
    for _ in 0..<20 {
      let text = (0..<2000).map { _ in UInt8(0x61 + random.below(2)) }
      #expect(try matcher.isTrue(of: text) == (text[text.count - 19] == 0x61))
    }
  }

  @Test func `bytes that are no text are read all the same`() throws {
    let matcher = RegexMatcher(.scalars([0x62...0x62]), interruption: Interruption())
    #expect(try !matcher.isTrue(of: [0xF0, 0x9F]))
  }

  @Test func `a wish to stop ends a long match`() {
    let matcher = RegexMatcher(.scalars([0x62...0x62]), interruption: Interruption())
    let interruption = Interruption()
    interruption.request()
    let stopped = RegexMatcher(.scalars([0x62...0x62]), interruption: interruption)
    #expect(throws: Never.self) { try matcher.isTrue(of: [0x61]) }
    #expect(throws: Interrupted.self) { try stopped.isTrue(of: [0x61]) }
  }
}
