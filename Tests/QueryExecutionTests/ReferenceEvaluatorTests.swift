import CorpusFixture
import CorpusStore
import Diagnostics
import Foundation
import QuerySemantics
import Testing

/// The reference is held to answers worked out by hand.
///
/// The texts, by tokens: 0 `a b a c .` 5 `b b d` and, in a second paragraph, 8 `e a`, of 24
/// February; 10 `a f`, of 26 February; 12 `a b`, undated.
@Suite struct ReferenceEvaluatorTests {

  private let corpus: Corpus
  private let reference: ReferenceEvaluator
  private var names: BoundNames { BoundNames(corpus) }

  init() {
    var first = DocumentSketch("first", date: "2025-02-24")
    first.addParagraph("a b a c .", "b b d")
    first.addParagraph("e a")
    var second = DocumentSketch("second", date: "2025-02-26")
    second.addParagraph("a f")
    var third = DocumentSketch("third")
    third.addParagraph("a b")
    corpus = FixtureCorpus.assemble([first, second, third].map { $0.finished() })
    reference = ReferenceEvaluator(corpus: corpus)
  }

  private func phrase(_ word: String) -> BoundSource { .phrase(names.phrase(word)) }

  private func starts(_ a: String, _ relation: RegionRelation, _ b: String) -> [Int] {
    reference.rows(of: .region(phrase(a), relation, phrase(b))).items.map(\.id)
  }

  private func word(_ text: String) throws -> BoundTokenTest {
    .codes(try #require(corpus.schema.attribute("word", of: .tokens)), try codes(text))
  }

  private func codes(_ text: String) throws -> [UInt32] {
    let symbol = try #require(corpus.pool.symbol(of: text))
    return [try #require(corpus.tokens.words.dictionary.code(of: symbol.rawValue))]
  }

  private func matches(
    _ node: BoundPatternNode, labels: Int = 0, _ condition: BoundLabelCondition? = nil
  ) -> [Range<Int>] {
    reference.matches(of: BoundPattern.written(node, labels, condition)).map { $0.id..<$0.end }
  }

  // MARK: Regions

  @Test func `words stand before, behind and near each other within a reach`() {
    #expect(starts("a", .before(.tokens(0)), "c") == [2])
    #expect(starts("a", .before(.tokens(2)), "c") == [0, 2])
    #expect(starts("b", .after(.document), "c") == [5, 6])
    #expect(starts("b", .near(.sentence), "d") == [5, 6])
    #expect(starts("a", .near(.paragraph), "d") == [0, 2])
    #expect(starts("a", .near(.document), "a") == [0, 2, 9])
    #expect(starts("a", .outside, "a") == [])
  }

  @Test func `days count by date alone, and an undated text is never near`() {
    #expect(starts("a", .near(.days(1)), "f") == [10])
    #expect(starts("a", .near(.days(2)), "f") == [0, 2, 9, 10])
    #expect(starts("a", .before(.days(2)), "f") == [0, 2, 9, 10])
    #expect(starts("f", .before(.days(9)), "c") == [])
    #expect(starts("b", .near(.days(999)), "a") == [1, 5, 6])
  }

  // MARK: Patterns

  @Test func `the longest match at each token counts, and none inside another`() throws {
    let b = BoundPatternNode.token(try word("b"))
    #expect(matches(.repetition(b, atLeast: 1, atMost: nil)) == [1..<2, 5..<7, 13..<14])
    #expect(matches(.repetition(b, atLeast: 0, atMost: nil)) == [1..<2, 5..<7, 13..<14])
    let optional = BoundPatternNode.sequence([
      .token(try word("a")), .repetition(b, atLeast: 0, atMost: 1),
    ])
    #expect(matches(optional) == [0..<2, 2..<3, 9..<10, 10..<11, 12..<14])
  }

  @Test func `two neighbours lie in one paragraph`() {
    let two = BoundPatternNode.sequence([.token(.any), .token(.any)])
    #expect(matches(two).map(\.lowerBound) == [0, 1, 2, 3, 4, 5, 6, 8, 10, 12])
  }

  @Test func `a condition on labels holds for some reading`() throws {
    let word = try #require(corpus.schema.attribute("word", of: .tokens))
    let node = BoundPatternNode.sequence([
      .labelled(0, .any), .repetition(.token(.any), atLeast: 0, atMost: nil), .labelled(1, .any),
    ])
    #expect(matches(node, labels: 2, .same(0, word, 1, word)) == [0..<3, 1..<7])
    #expect(
      matches(node, labels: 2, .and([.same(0, word, 1, word), .test(0, try self.word("a"))]))
        == [0..<3])
  }

  // MARK: Conditions

  private func rows(_ table: Table, _ predicate: BoundPredicate) -> [Int] {
    reference.apply(
      .filter([names.clause(predicate)]), to: reference.rows(of: .table(table))
    ).items.map(\.id)
  }

  @Test func `a text holds one text near another`() throws {
    let (a, b) = (BoundText.phrase(names.phrase("a")), BoundText.phrase(names.phrase("b")))
    #expect(rows(.sentences, .proximity(a, .before(.tokens(0)), b)) == [0, 4])
    #expect(rows(.sentences, .proximity(b, .before(.tokens(0)), a)) == [0])
    let f = BoundText.phrase(names.phrase("f"))
    #expect(rows(.sentences, .proximity(b, .near(.days(2)), f)) == [0, 1])
  }

  @Test func `linked rows are counted`() throws {
    let isA = BoundPredicate.codes(try names.path("word", .tokens), try codes("a"))
    func linked(_ count: LinkedCount) -> [Int] {
      rows(.sentences, .linked(count, .tokens, entityType: nil, isA))
    }
    #expect(linked(.some) == [0, 2, 3, 4])
    #expect(linked(.no) == [1])
    #expect(linked(.every) == [])
    #expect(linked(.count(2...2)) == [0])
    #expect(
      rows(.sentences, .linked(.every, .quotes, entityType: nil, .constant(false))).count == 5)
  }

  // MARK: Figures

  private func groups(_ table: Table, _ step: BoundStep) -> [[ReferenceEvaluator.Value?]] {
    reference.apply(step, to: reference.rows(of: .table(table))).items.map(\.group)
  }

  @Test func `figures of groups are those of the textbook`() throws {
    let words = try names.path("words", .sentences)
    let date = try names.path("date", .sentences, through: "document")
    func figure(_ function: BoundAggregate.Function) -> BoundAggregate {
      BoundAggregate(function, of: words, date: nil, name: function.rawValue)
    }
    let all = groups(
      .sentences,
      .summarize([.sum, .mean, .median, .deviation, .min, .max, .first].map(figure), by: []))
    // 4, 3, 2, 2, 2
    #expect(
      all == [
        [
          .integer(13), .decimal(2.6), .decimal(2), .decimal((0.8).squareRoot()), .integer(2),
          .integer(4), .integer(4),
        ]
      ])
    let id = try names.path("id", .sentences, through: "document")
    let last = BoundAggregate(.last, of: id, date: date, name: "last")
    #expect(groups(.sentences, .summarize([last], by: [])) == [[.name("second")]])
    let shares = groups(
      .sentences,
      .summarize([BoundAggregate(.share, name: "share")], by: [BoundColumn(id, name: "id")]))
    #expect(
      shares == [
        [.name("first"), .decimal(0.6)], [.name("second"), .decimal(0.2)],
        [.name("third"), .decimal(0.2)],
      ])
  }

  @Test func `a rate divides by the groups of the same values`() throws {
    let id = BoundColumn(try names.path("id", .sentences, through: "document"), name: "id")
    let token = BoundColumn(try names.path("id", .tokens, through: "document"), name: "id")
    let all = BoundQuery(source: .table(.tokens), steps: [.count(by: [token])])
    let counted = BoundQuery(
      source: .table(.sentences),
      steps: [
        .count(by: [id]),
        .rate(
          BoundRate(
            name: "per 100 tokens", scale: 100, numerator: 1,
            denominator: .query(all, keys: [0]), denominatorName: "tokens", meaning: "")),
      ])
    #expect(
      reference.rows(of: counted).items.map(\.group) == [
        [.name("first"), .integer(3), .integer(10), .decimal(30)],
        [.name("second"), .integer(1), .integer(2), .decimal(50)],
        [.name("third"), .integer(1), .integer(2), .decimal(50)],
      ])
  }

  @Test func `pairs count the groups in which two values meet`() throws {
    let word = BoundColumn(try names.path("word", .tokens), name: "word")
    let document = BoundColumn(try names.path("document", .tokens), name: "documents")
    let pairs = groups(.tokens, .pairs(of: word, per: document))
    #expect(pairs.first == [.name("a"), .name("b"), .integer(2)])
    // Six values make fifteen pairs in the first text; `a` and `f` are a pair in the second.
    #expect(pairs.count == 16)
  }

  @Test func `words near a word are measured`() throws {
    let word = try #require(corpus.schema.attribute("word", of: .tokens))
    let step = BoundStep.collocates(BoundCollocates(window: 1, attribute: word, measure: .mi))
    let found = reference.apply(step, to: reference.rows(of: phrase("c"))).items
    // One word of 13 stands near, and 5 of the 13 are `a`.
    #expect(found.map { $0.group.prefix(3) } == [[.name("a"), .integer(1), .integer(5)]])
    let figures = found[0].group.dropFirst(3).map { $0?.number ?? 0 }
    let likelihood = 2 * (log(13.0 / 5) + 4 * log(4 * 13 / (12 * 5.0)) + 8 * log(13.0 / 12))
    let wanted = [5.0 / 13, 14 + log2(1.0 / 3), log2(13.0 / 5), 8.0 / 13, likelihood]
    #expect(zip(figures, wanted).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func `wording that is the same is like one, and most like comes first`() throws {
    let text = BoundSimilarity(text: "a b", words: ["a", "b"])
    let found = reference.apply(.similar(text), to: reference.rows(of: .table(.sentences)))
    #expect(found.items.map(\.id).first == 4)
    #expect(Set(found.items.map(\.id)) == [0, 1, 2, 3, 4])
    let nothing = BoundSimilarity(text: "x", words: ["x"])
    #expect(reference.similar(reference.rows(of: .table(.sentences)), to: nothing).isEmpty)
  }
}
