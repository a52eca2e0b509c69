internal import Annotation
internal import CorpusStore

extension CorpusAssembler {

  /// Adds the quotes, each with the pieces of its content.
  mutating func addQuotes(families: QuoteFamilies) {
    addQuoteRegions()
    addQuoteEntity("speaker", "who said it", \.speaker)
    addQuoteName("cue", .name, "the verb or phrase that reports it", \.cueLemma)
    addQuoteName("kind", .category, "direct, indirect or mixed", \.kind.rawValue)
    builder.addRegionText("text", of: .quotes, summary: "what was said")
    addQuoteMeasures()
    addQuoteTopics()
    addQuoteMentions()
    addDocumentReference(of: .quotes, counts: documents.map(\.quotes.count))
    addNesting()
    addQuoteEntity("addressee", "who is spoken to", \.addressee)
    addQuoteName(
      "position", .category, "where the cue stands: before, inside or after",
      \.cuePosition?.rawValue)
    addQuotePlaces()
    builder.add(
      "family", of: .quotes, type: .reference(.families),
      summary: "the group of near-identical quotes it belongs to",
      column: .codes(CodeColumn(families.familyOfQuote, domain: .rows(.families))))
    addQuoteTexts()
  }

  private mutating func addQuoteRegions() {
    var envelopes = (starts: [UInt32](), ends: [UInt32]())
    var pieces = (starts: [UInt32](), ends: [UInt32]())
    var offsets: [UInt32] = [0]
    for (index, document) in documents.enumerated() {
      for quote in document.quotes {
        let runs = quote.content.map { document.tokens(in: $0) }
        let first = tokenStarts[index]
        for run in runs {
          pieces.starts.append(first + UInt32(run.lowerBound))
          pieces.ends.append(first + UInt32(run.upperBound))
        }
        offsets.append(UInt32(pieces.starts.count))
        let start = runs.map(\.lowerBound).min() ?? 0
        envelopes.starts.append(first + UInt32(start))
        envelopes.ends.append(first + UInt32(runs.map(\.upperBound).max() ?? start))
      }
    }
    builder.setRows(
      of: .quotes, count: envelopes.starts.count,
      regions: Regions(starts: envelopes.starts, ends: envelopes.ends))
    builder.setQuotePieces(
      RegionLists(offsets: offsets, regions: Regions(starts: pieces.starts, ends: pieces.ends)))
  }

  private mutating func addQuoteName(
    _ name: String, _ type: AttributeType, _ summary: String, _ value: (Quote) -> String?
  ) {
    var raw: [UInt32] = []
    for document in documents {
      for quote in document.quotes { raw.append(symbol(value(quote))) }
    }
    builder.add(
      name, of: .quotes, type: type, summary: summary,
      column: .codes(CodeColumn(raw, domain: .symbols)))
  }

  private mutating func addQuoteEntity(
    _ name: String, _ summary: String, _ value: (Quote) -> UInt32?
  ) {
    var raw: [UInt32] = []
    for (index, document) in documents.enumerated() {
      for quote in document.quotes { raw.append(entity(value(quote), in: index)) }
    }
    builder.add(
      name, of: .quotes, type: .reference(.entities), summary: summary,
      column: .codes(CodeColumn(raw, domain: .rows(.entities))))
  }

  private mutating func addQuoteMeasures() {
    let words = documents.flatMap { document in
      document.quotes.map { quote in
        quote.content.reduce(Int32(0)) { $0 + document.wordCount(of: document.tokens(in: $1)) }
      }
    }
    builder.add(
      "words", of: .quotes, type: .integer, summary: "the number of words",
      column: .integers(IntegerColumn(words)))
    builder.add(
      "confidence", of: .quotes, type: .decimal, summary: "how sure the attribution is, 0 to 1",
      column: .decimals(
        FrozenArray(documents.flatMap { $0.quotes.map { Float($0.confidence) } })))
  }

  private mutating func addQuoteTopics() {
    var rows: [[UInt32]] = []
    for document in documents {
      for quote in document.quotes { rows.append(symbols(quote.topics.map(\.name))) }
    }
    builder.add(
      "topic", of: .quotes, type: .name, isMany: true, summary: "what it is about",
      column: .codeLists(CodeListColumn(rows, domain: .symbols)))
  }

  private mutating func addQuoteMentions() {
    var rows: [[UInt32]] = []
    for (index, document) in documents.enumerated() {
      let mentionsAt = Dictionary(grouping: document.mentions.indices) {
        document.mentions[$0].firstToken
      }
      for quote in document.quotes {
        let tokens = quote.content.flatMap { document.tokens(in: $0) }
        let inside = Set(tokens.flatMap { mentionsAt[UInt32($0)] ?? [] }).sorted()
        rows.append(
          inside.map { entity(document.mentions[$0].entity, in: index) }
            .filter { $0 != CodeColumn.missing })
      }
    }
    builder.add(
      "mention", of: .quotes, type: .reference(.entities), isMany: true,
      summary: "who and what is named in it",
      column: .codeLists(CodeListColumn(rows, domain: .rows(.entities))))
  }

  private mutating func addNesting() {
    let raw = documents.indices.flatMap { index in
      documents[index].quotes.map { quote in
        quote.nestedIn.map { quoteStarts[index] + $0 } ?? CodeColumn.missing
      }
    }
    builder.add(
      "nested", of: .quotes, type: .reference(.quotes), summary: "the quote it stands inside",
      column: .codes(CodeColumn(raw, domain: .rows(.quotes))))
  }

  private mutating func addQuotePlaces() {
    var index: [Int32] = []
    var last: [Int32] = []
    for document in documents {
      for position in document.quotes.indices {
        index.append(Int32(clamping: position + 1))
        last.append(position == document.quotes.count - 1 ? 1 : 0)
      }
    }
    builder.add(
      "index", of: .quotes, type: .integer, summary: "its number in the document, from one",
      column: .integers(IntegerColumn(index)))
    builder.add(
      "first", of: .quotes, type: .flag, summary: "whether it is the first in the document",
      column: .integers(IntegerColumn(index.map { $0 == 1 ? 1 : 0 })))
    builder.add(
      "last", of: .quotes, type: .flag, summary: "whether it is the last in the document",
      column: .integers(IntegerColumn(last)))
    builder.add(
      "speech", of: .quotes, type: .flag, summary: "whether it was said or written, not believed",
      column: .integers(
        IntegerColumn(documents.flatMap { $0.quotes.map { $0.isSpeech ? 1 : 0 } })))
  }

  private mutating func addQuoteTexts() {
    let sources = documents.flatMap { document in
      document.quotes.map { quote in
        quote.source.map { document.text.string($0) }.joined(separator: " … ")
      }
    }
    builder.add(
      "source", of: .quotes, type: .text, summary: "the words that name the source",
      column: .texts(TextColumn(sources)))
    builder.add(
      "reason", of: .quotes, type: .text, summary: "the chain that led to the attribution",
      column: .texts(
        TextColumn(documents.flatMap { $0.quotes.map { $0.reasons.joined(separator: "\n") } })))
  }
}
