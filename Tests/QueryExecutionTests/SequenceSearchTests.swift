import CorpusFixture
import CorpusStore
import QueryPlanning
import QuerySemantics
import TestSupport
import Testing

@testable import QueryExecution

/// Sequences in a text of several windows, held against the automaton of patterns.
@Suite struct SequenceSearchTests {

  /// A text of more than two windows, in which some words are frequent, some rare and some seldom
  /// far from the end of a paragraph.
  private static let corpus: Corpus = {
    var random = SeededGenerator(seed: 11)
    let words = ["the", "The", "of", "tax", "a", "River", ","]
    let documents = (0..<8).map { number in
      var document = DocumentSketch("d\(number)")
      for _ in 0..<random.below(400) + 200 {
        let word = { random.once(in: 90) ? random.pick(["rare", "seldom"]) : random.pick(words) }
        document.addParagraph(words: [(0..<random.below(30) + 1).map { _ in word() }])
      }
      return document.finished()
    }
    return FixtureCorpus.assemble(documents)
  }()

  private var corpus: Corpus { Self.corpus }

  private func attribute(_ name: String) throws -> Attribute {
    try #require(corpus.schema.attribute(name, of: .tokens))
  }

  private func word(_ text: String) throws -> BoundPatternNode {
    let scalars = text.unicodeScalars.map { RegexTree.scalars([$0.value...$0.value]) }
    return .token(.matches(try attribute("word"), .sequence(scalars), .folded))
  }

  private func tag(_ name: String) throws -> BoundPatternNode {
    let column = corpus.tokens.partsOfSpeech
    let symbol = try #require(corpus.pool.symbol(of: name))
    let code = try #require(column.dictionary.code(of: symbol.rawValue))
    return .token(.codes(try attribute("pos"), [code]))
  }

  private func gap(_ least: Int, _ most: Int) -> BoundPatternNode {
    .repetition(.token(.any), atLeast: least, atMost: most)
  }

  /// Sequences of each way in which they are searched.
  private func patterns() throws -> [String: BoundPattern] {
    let nodes: [String: [BoundPatternNode]] = [
      "frequent": [try word("the"), gap(0, 5), try word("of")],
      "frequent, far": [try word("the"), gap(3, 60), try word("tax")],
      "frequent and the same": [try word("the"), gap(1, 2), try word("the")],
      "frequent, fixed": [try word("the"), try word("of"), gap(2, 2), try word("a")],
      "three frequent": [try word("the"), gap(0, 3), try word("of"), gap(0, 4), try word("the")],
      "tags": [try tag("NOUN"), try tag("PROPN")],
      "tags with a gap": [try tag("PUNCT"), gap(0, 7), try tag("PROPN")],
      "rare first": [try word("rare"), gap(0, 6), try word("the")],
      "rare last": [try word("of"), gap(0, 6), try word("rare")],
      "two rare": [try word("seldom"), gap(0, 30), try word("rare")],
      "two rare, fixed": [try word("rare"), gap(1, 1), try word("seldom")],
      "rare between": [try word("the"), gap(0, 2), try word("rare"), gap(0, 9), try word("of")],
      "rare phrase": [try word("the"), try word("rare"), try word("of")],
      "rare and a tag": [try tag("NOUN"), try word("seldom")],
      "nowhere": [try word("the"), try word("nowhere")],
    ]
    return nodes.mapValues { BoundPattern(text: "…", node: .sequence($0)) }
  }

  private func search(_ pattern: BoundPattern) throws -> SequenceSearch {
    let interruption = Interruption()
    let sequence = try #require(try TokenSequence(pattern, corpus, interruption))
    return SequenceSearch(sequence, Evaluator(corpus), interruption)
  }

  private func expected(_ pattern: BoundPattern) throws -> Rows {
    var matches = try PatternMatches(pattern, corpus, Interruption())
    return try matches.drain(blockSize: 1000)
  }

  @Test func `the text is longer than two windows`() {
    #expect(corpus.tokens.count > 2 * SequenceSearch.partWidth)
  }

  @Test func `a sequence is found where the automaton finds it`() throws {
    for (name, pattern) in try patterns() {
      let (found, expected) = (try search(pattern).matches(), try expected(pattern))
      #expect(found.ids == expected.ids, "\(name)")
      #expect(found.ends == expected.ends, "\(name)")
      #expect(try search(pattern).count() == expected.count, "\(name)")
      #expect(name == "nowhere" || !expected.ids.isEmpty, "\(name)")
    }
  }

  @Test func `parts of a text together give the matches of the whole`() throws {
    for (name, pattern) in try patterns() {
      let search = try search(pattern)
      var joined = Rows(.matches, [])
      let width = SequenceSearch.partWidth
      for start in stride(from: 0, to: corpus.tokens.count, by: width) {
        let part = try search.matches(startingIn: start..<min(corpus.tokens.count, start + width))
        joined.append(matchesBehind: part)
      }
      let expected = try expected(pattern)
      #expect(joined.ids == expected.ids, "\(name)")
      #expect(joined.ends == expected.ends, "\(name)")
    }
  }

  @Test(arguments: [1, 7, 10_000])
  func `a cursor gives all matches, and who wants one searches one part`(block: Int) throws {
    let width = SequenceSearch.partWidth
    for (name, pattern) in try patterns() where name != "nowhere" {
      var cursor = SequenceMatches(try search(pattern), width: width)
      let first = try #require(try cursor.next(1).ids.first)
      #expect(cursor.searchedCount == width || first.index >= width, "\(name)")
      var all = SequenceMatches(try search(pattern), width: width)
      #expect(try all.drain(blockSize: block).ends == expected(pattern).ends, "\(name)")
    }
  }

  @Test(arguments: 0..<20)
  func `bytes are compared as one by one`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<200).map { _ in
      random.pick([0, 1, 2, 0x7F, 0x80, 0x81, 0xFE, 0xFF] as [UInt8])
    }
    for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
      for start in [0, 1, 64, 100, 136, 137, 192, 200, 300] {
        let mask = unsafe ByteEquality(value).mask(of: bytes.span.bytes, from: start)
        for bit in 0..<64 {
          let isEqual = start + bit < bytes.count && bytes[start + bit] == value
          #expect((mask >> UInt64(bit) & 1 == 1) == isEqual)
        }
      }
    }
  }
}
