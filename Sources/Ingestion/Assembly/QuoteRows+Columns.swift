internal import CorpusStore

extension QuoteRows {

  /// Adds the table of the quotes.
  func addColumns(families: QuoteFamilies, to columns: inout ColumnWriter) {
    let table = Table.quotes
    columns.builder.setRows(of: table, count: count, regions: Regions(starts: starts, ends: ends))
    columns.builder.setQuotePieces(
      RegionLists(
        offsets: pieceOffsets, regions: Regions(starts: pieceStarts, ends: pieceEnds)))
    columns.addReference("speaker", of: table, to: .entities, "who said it", speakers)
    columns.addName("cue", of: table, "the verb or phrase that reports it", cues)
    columns.addName("kind", of: table, "direct, indirect or mixed", kinds, type: .category)
    columns.builder.addRegionText("text", of: table, summary: "what was said")
    columns.addNumber("words", of: table, "the number of words", words)
    columns.builder.add(
      "confidence", of: table, type: .decimal, summary: "how sure the attribution is, 0 to 1",
      column: .decimals(FrozenArray(confidences)))
    columns.addNames("topic", of: table, "what it is about", topics)
    columns.addReferences(
      "mention", of: table, to: .entities, "who and what is named in it", mentions)
    columns.addDocument(of: table, documents)
    columns.addReference("nested", of: table, to: .quotes, "the quote it stands inside", outer)
    columns.addReference("addressee", of: table, to: .entities, "who is spoken to", addressees)
    columns.addName(
      "position", of: table, "where the cue stands: before, inside or after", cuePositions,
      type: .category)
    addPlaces(to: &columns)
    columns.addReference(
      "family", of: table, to: .families, "the group of near-identical quotes it belongs to",
      families.familyOfQuote)
    columns.addTexts("source", of: table, "the words that name the source", sources)
    columns.addTexts("reason", of: table, "the chain that led to the attribution", reasons)
    columns.builder.indexPairs(of: "topic", with: "speaker", of: table)
  }

  private func addPlaces(to columns: inout ColumnWriter) {
    let table = Table.quotes
    columns.addNumber("index", of: table, "its number in the document, from one", positions)
    columns.addNumber(
      "first", of: table, "whether it is the first in the document",
      positions.map { $0 == 1 ? 1 : 0 }, type: .flag)
    columns.addNumber(
      "last", of: table, "whether it is the last in the document", isLast, type: .flag)
    columns.addNumber(
      "speech", of: table, "whether it was said or written, not believed", isSpeech, type: .flag)
  }
}
