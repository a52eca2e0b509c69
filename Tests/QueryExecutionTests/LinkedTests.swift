import CorpusFixture
import CorpusStore
import Diagnostics
import QueryPlanning
import QuerySemantics
import Testing

@testable import QueryExecution

/// Conditions on how many rows belong to a row.
@Suite struct LinkedTests {

  private let corpus = FixtureCorpus.small()
  private var names: BoundNames { BoundNames(corpus) }

  private func ids(
    _ source: BoundSource, _ count: LinkedCount, _ table: Table,
    _ condition: BoundPredicate = .constant(true)
  ) throws -> [Int] {
    let predicate = BoundPredicate.linked(count, table, entityType: nil, condition)
    let query = BoundQuery(source: source, steps: [.filter([names.clause(predicate)])])
    return try Evaluator(corpus).rows(Planner(corpus).plan(query)).ids.map(\.index)
  }

  @Test func `documents are told by the quotes in them`() throws {
    let documents = BoundSource.table(.documents)
    let speaker = try names.path("speaker", .quotes)
    let mayor = BoundPredicate.codes(speaker, names.codes("Ada Morel"))
    #expect(try ids(documents, .some, .quotes, mayor) == [0])
    #expect(try ids(documents, .no, .quotes, mayor) == [1, 2, 3])
    #expect(try ids(documents, .count(2...2), .quotes) == [0, 1])
    #expect(try ids(documents, .count(0...1), .quotes) == [2, 3])
    #expect(try ids(documents, .every, .quotes, .isMissing(speaker)) == [2, 3])
    #expect(try ids(documents, .every, .quotes, .not(.isMissing(speaker))) == [0, 1, 3])
  }

  @Test func `a row that is reached twice counts once`() throws {
    // The captain has three quotes in two documents.
    let people = BoundSource.table(.entities)
    #expect(try ids(people, .count(3...3), .quotes) == [1])
    #expect(try ids(people, .count(2...2), .documents) == [1, 2])
    // Two of his quotes are about something, one of them about both topics.
    let floods = try ids(people, .count(3...3), .topics)
    #expect(floods == [1])
    #expect(try ids(.table(.outlets), .count(2...2), .documents) == [0])
  }

  @Test func `matches are told by what stands at their words`() throws {
    let the = BoundSource.phrase(names.phrase("the"))
    let all = try ids(the, .count(0...9), .quotes)
    let inside = try ids(the, .some, .quotes)
    let outside = try ids(the, .no, .quotes)
    #expect((inside + outside).sorted() == all && !inside.isEmpty && !outside.isEmpty)
    #expect(inside == (try ids(the, .count(1...9), .quotes)))
    #expect(try ids(the, .count(1...1), .documents) == all)
    let date = try names.path("date", .documents)
    #expect(try ids(the, .every, .documents, .isMissing(date)).count == 1)
  }

  @Test func `a row of the same table belongs to itself`() throws {
    let words = try names.path("words", .quotes)
    let quotes = BoundSource.table(.quotes)
    let query = BoundQuery(
      source: quotes, steps: [.filter([names.clause(.integers(words, 5...9))])])
    let long = try Evaluator(corpus).rows(Planner(corpus).plan(query)).ids.map(\.index)
    #expect(try ids(quotes, .some, .quotes, .integers(words, 5...9)) == long)
  }

  @Test func `only entities of the type that is asked for belong to a row`() throws {
    let place = try #require(names.codes("place").first)
    let places = BoundPredicate.linked(.some, .entities, entityType: place, .constant(true))
    let query = BoundQuery(source: .table(.documents), steps: [.filter([names.clause(places)])])
    #expect(try Evaluator(corpus).rows(Planner(corpus).plan(query)).ids.map(\.index) == [0, 2])
  }
}
