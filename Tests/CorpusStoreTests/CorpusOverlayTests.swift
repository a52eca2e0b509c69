import CorpusFixture
import CorpusStore
import TestSupport
import Testing

@Suite struct CorpusOverlayTests {

  private func speakers(of corpus: Corpus) throws -> CodeColumn {
    guard case .codes(let column)? = corpus.column("speaker", of: .quotes) else {
      throw Missing()
    }
    return column
  }

  private func integers(_ name: String, of table: Table, in corpus: Corpus) throws -> [Int32] {
    guard case .integers(let column)? = corpus.column(name, of: table) else { throw Missing() }
    return Array(column.values)
  }

  private struct Missing: Error {}

  @Test func `a corpus under an overlay has the changes, and the one below has not`() throws {
    let base = FixtureCorpus.small()
    let before = try speakers(of: base)
    let code = try #require(
      before.values.first { $0 != before.values[0] && $0 != CodeColumn.missing })
    var overlay = CorpusOverlay(of: base)
    #expect(overlay.isEmpty)
    overlay.set("speaker", of: RowID(0), to: code)
    let after = try speakers(of: overlay.apply())
    #expect(after.values[0] == code)
    #expect(Array(after.values).dropFirst() == Array(before.values).dropFirst())
    #expect(after.dictionary.entries == before.dictionary.entries)
    #expect(after.dictionary.postings.rows(of: Int(code)).contains(RowID(0)))
    #expect(!after.dictionary.postings.rows(of: Int(before.values[0])).contains(RowID(0)))
    #expect(try speakers(of: base).values == before.values)
  }

  @Test(arguments: 1...20)
  func `what is counted anew is what the columns say`(seed: UInt64) throws {
    let base = RandomCorpus.make(seed: seed, documents: 12)
    var generator = SeededGenerator(seed: seed)
    var overlay = CorpusOverlay(of: base)
    let column = try speakers(of: base)
    for quote in column.values.indices where Bool.random(using: &generator) {
      let codes = Array(0..<UInt32(column.dictionary.count)) + [CodeColumn.missing]
      overlay.set("speaker", of: RowID(UInt32(quote)), to: codes.randomElement(using: &generator)!)
    }
    let corpus = overlay.apply()
    let changed = try speakers(of: corpus)
    let counts = try integers("quotes", of: .entities, in: corpus)
    for entity in counts.indices {
      let own = changed.values.count {
        $0 != CodeColumn.missing && changed.dictionary.row(of: $0).index == entity
      }
      #expect(Int(counts[entity]) == own)
    }
    guard case .codes(let families)? = corpus.column("family", of: .quotes) else { return }
    for (family, count) in try integers("speakers", of: .families, in: corpus).enumerated() {
      let members = families.values.indices.filter {
        families.values[$0] != CodeColumn.missing
          && families.dictionary.row(of: families.values[$0]).index == family
      }
      let different = Set(members.map { changed.values[$0] }).subtracting([CodeColumn.missing])
      #expect(Int(count) == different.count)
    }
  }

  @Test func `every entity can become a speaker, and every code means what it meant`() throws {
    let base = FixtureCorpus.small()
    let corpus = base.reachingEveryEntity()
    let (before, after) = (try speakers(of: base), try speakers(of: corpus))
    #expect(after.values == before.values)
    #expect(after.dictionary.entries.starts(with: before.dictionary.entries))
    #expect(after.dictionary.count == base.rowCount(of: .entities))
    #expect(after.dictionary.ownCount == before.dictionary.count)
    for entity in 0..<UInt32(base.rowCount(of: .entities)) {
      let code = try #require(after.dictionary.code(of: entity))
      #expect(after.dictionary.entries[Int(code)] == entity)
    }
    #expect(
      try speakers(of: corpus.reachingEveryEntity()).dictionary.entries
        == after.dictionary.entries)
    let silent = try #require(
      (0..<UInt32(base.rowCount(of: .entities))).first { before.dictionary.code(of: $0) == nil })
    var overlay = CorpusOverlay(of: corpus)
    overlay.set("speaker", of: RowID(0), to: try #require(after.dictionary.code(of: silent)))
    let corrected = try speakers(of: overlay.apply())
    #expect(corrected.dictionary.row(of: corrected.values[0]).rawValue == silent)
    #expect(try integers("quotes", of: .entities, in: overlay.apply())[Int(silent)] == 1)
  }

  @Test func `what cannot be changed is not`() throws {
    let base = FixtureCorpus.small()
    var overlay = CorpusOverlay(of: base)
    overlay.set("document", of: RowID(0), to: 1)
    #expect(overlay.isEmpty)
    overlay.set("speaker", of: RowID(9999), to: 0)
    overlay.set("speaker", of: RowID(0), to: 9999)
    #expect(try speakers(of: overlay.apply()).values == speakers(of: base).values)
  }
}
