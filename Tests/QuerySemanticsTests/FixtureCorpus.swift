import CorpusStore

/// A corpus of four invented documents, put together by hand.
///
/// Emmanuel Macron speaks three times, Brigitte Macron once, Donald Trump twice, Keir Starmer
/// never; the last document has no date.
let fixture: Corpus = {
  var fixture = FixtureBuilder()
  fixture.addEntities()
  fixture.addDocuments()
  fixture.addTokens()
  fixture.addQuotes()
  fixture.addMentions()
  return fixture.finish()
}()

private struct FixtureBuilder: ~Copyable {

  private var builder = CorpusBuilder()

  private let texts = [
    "Europe must never cross a red line , he said .",
    "China will respect strength . We need a wealth tax .",
    "Peace needs troops , Trump argued in Brussels .",
    "No one denied it .",
  ]

  consuming func finish() -> Corpus { builder.finish(name: "fixture") }

  private mutating func symbols(_ words: [String?]) -> [UInt32] {
    words.map { word in word.map { builder.pool.intern($0).rawValue } ?? CodeColumn.missing }
  }

  private mutating func name(
    _ name: String, of table: Table, type: AttributeType = .name, _ values: [String?]
  ) {
    let raw = symbols(values)
    builder.add(
      name, of: table, type: type, summary: "a \(name)",
      column: .codes(CodeColumn(raw, domain: .symbols)))
  }

  private mutating func names(_ name: String, of table: Table, _ values: [[String]]) {
    let raw = values.map { symbols($0) }
    builder.add(
      name, of: table, type: .name, isMany: true, summary: "each \(name)",
      column: .codeLists(CodeListColumn(raw, domain: .symbols)))
  }

  private mutating func reference(
    _ name: String, of table: Table, to other: Table, _ values: [UInt32?]
  ) {
    let raw = values.map { $0 ?? CodeColumn.missing }
    builder.add(
      name, of: table, type: .reference(other), summary: "its \(name)",
      column: .codes(CodeColumn(raw, domain: .rows(other))))
  }

  private mutating func references(
    _ name: String, of table: Table, to other: Table, _ values: [[UInt32]]
  ) {
    builder.add(
      name, of: table, type: .reference(other), isMany: true, summary: "each \(name)",
      column: .codeLists(CodeListColumn(values, domain: .rows(other))))
  }

  private mutating func integer(
    _ name: String, of table: Table, type: AttributeType = .integer, _ values: [Int32]
  ) {
    builder.add(
      name, of: table, type: type, summary: "the \(name)", column: .integers(IntegerColumn(values)))
  }

  mutating func addEntities() {
    builder.setRows(of: .entities, count: 6)
    name(
      "name", of: .entities,
      [
        "Emmanuel Macron", "Brigitte Macron", "Donald Trump", "China", "Keir Starmer",
        "European Union",
      ])
    names(
      "aliases", of: .entities,
      [
        ["Macron", "President Macron"], ["Macron", "Madame Macron"], ["Trump"], ["Beijing"],
        ["Starmer"], ["EU", "Éuropean bloc"],
      ])
    names(
      "roles", of: .entities,
      [["French president"], [], ["American president"], [], ["prime minister"], []])
    name(
      "type", of: .entities, type: .category,
      ["person", "person", "person", "place", "person", "organization"])
    integer("quotes", of: .entities, [3, 1, 2, 0, 0, 0])
    integer("mentions", of: .entities, [5, 1, 2, 3, 1, 0])
  }

  mutating func addDocuments() {
    builder.setRows(
      of: .documents, count: 4, regions: regions([0..<10, 10..<20, 20..<28, 28..<33]))
    name("id", of: .documents, ["d1", "d2", "d3", "d4"])
    name("title", of: .documents, ["A red line", "Strength", "Troops", "Denials"])
    builder.add(
      "date", of: .documents, type: .date, summary: "the day it came out",
      column: .dates(
        DateColumn([
          Day(year: 2025, month: 2, day: 24), Day(year: 2025, month: 2, day: 28),
          Day(year: 2025, month: 3, day: 3), .missing,
        ])))
    name("outlet", of: .documents, ["The Courier", "Morning Post", "The Courier", "Evening Star"])
    names("author", of: .documents, [["Jane Doe"], ["John Roe", "Jane Doe"], [], ["John Roe"]])
    names(
      "topic", of: .documents,
      [["Emmanuel Macron"], ["China", "taxes"], ["Donald Trump"], ["fishing"]])
    references("mention", of: .documents, to: .entities, [[0], [3, 1], [2], [4]])
    integer("words", of: .documents, [10, 10, 8, 5])
    builder.addRegionText("text", of: .documents, summary: "the running text")
  }

  mutating func addTokens() {
    let words = texts.flatMap { $0.split(separator: " ").map(String.init) }
    var tokens = TokenStoreBuilder(tags: ["NOUN", "PUNCT"].map { builder.pool.intern($0) })
    var (text, documents): ([UInt8], [UInt32]) = ([], [0])
    for document in texts {
      for word in document.split(separator: " ") {
        let word = String(word)
        tokens.append(contentsOf: [
          NewToken(
            word: builder.pool.intern(word), lemma: builder.pool.intern(TextFolding.fold(word)),
            tag: word == "." || word == "," ? 1 : 0, start: UInt32(text.count))
        ])
        text += Array(word.utf8)
        text.append(0x20)
      }
      documents.append(UInt32(text.count))
    }
    builder.setText(
      TextStore(bytes: text, documents: documents, shifts: texts.map { _ in [] }))
    builder.setTokens(tokens)
    let counts = texts.map { $0.split(separator: " ").count }
    let owners = counts.enumerated().flatMap { [UInt32?](repeating: UInt32($0), count: $1) }
    reference("document", of: .tokens, to: .documents, owners)
    let named: [String: UInt32] = ["China": 3, "Trump": 2]
    reference("entity", of: .tokens, to: .entities, words.map { named[$0] })
    reference("sentence", of: .tokens, to: .sentences, owners)
    builder.setRows(
      of: .sentences, count: 4, regions: regions([0..<10, 10..<20, 20..<28, 28..<33]))
    integer("words", of: .sentences, [10, 10, 8, 5])
    builder.addRegionText("text", of: .sentences, summary: "its text")
    reference("document", of: .sentences, to: .documents, [0, 1, 2, 3])
  }

  mutating func addQuotes() {
    builder.setRows(
      of: .quotes, count: 7,
      regions: regions([0..<7, 1..<4, 10..<14, 15..<19, 20..<23, 24..<26, 28..<32]))
    reference("speaker", of: .quotes, to: .entities, [0, 0, 0, 1, 2, 2, nil])
    name("cue", of: .quotes, ["say", "say", "tell", "say", "argue", "say", "deny"])
    name(
      "kind", of: .quotes, type: .category,
      ["direct", "indirect", "direct", "direct", "indirect", "indirect", "indirect"])
    builder.addRegionText("text", of: .quotes, summary: "what was said")
    integer("words", of: .quotes, [7, 3, 4, 4, 3, 2, 4])
    builder.add(
      "confidence", of: .quotes, type: .decimal, summary: "how sure it is",
      column: .decimals([0.9, 0.9, 0.8, 0.7, 0.9, 0.5, 0.4]))
    names(
      "topic", of: .quotes,
      [["Emmanuel Macron"], [], ["China"], ["taxes"], ["Donald Trump"], ["China"], []])
    references("mention", of: .quotes, to: .entities, [[0], [], [3], [], [2], [3], [4]])
    reference("document", of: .quotes, to: .documents, [0, 0, 1, 1, 2, 2, 3])
    reference("nested", of: .quotes, to: .quotes, [nil, 0, nil, nil, nil, nil, nil])
    integer("first", of: .quotes, type: .flag, [1, 0, 1, 0, 1, 0, 1])
  }

  mutating func addMentions() {
    builder.setRows(of: .mentions, count: 4, regions: regions([0..<1, 10..<11, 24..<25, 28..<29]))
    reference("entity", of: .mentions, to: .entities, [0, 3, 2, 4])
    builder.addRegionText("text", of: .mentions, summary: "the words")
    reference("document", of: .mentions, to: .documents, [0, 1, 2, 3])
  }

  private func regions(_ ranges: [Range<UInt32>]) -> Regions {
    Regions(starts: ranges.map(\.lowerBound), ends: ranges.map(\.upperBound))
  }
}
