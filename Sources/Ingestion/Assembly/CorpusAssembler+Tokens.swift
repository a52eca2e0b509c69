internal import Annotation
internal import CorpusStore

extension CorpusAssembler {

  /// Adds the words and marks, with the entities that they name.
  mutating func addTokens() {
    var tokens = TokenStoreBuilder(tags: PartOfSpeech.allCases.map { builder.pool.intern($0.name) })
    for (index, document) in documents.enumerated() {
      append(document, textStart: textStarts[index], to: &tokens)
    }
    builder.setTokens(tokens)
    addTokenEntities()
    addDocumentReference(of: .tokens, counts: documents.map(\.tokens.count))
  }

  private mutating func append(
    _ document: AnnotatedDocument, textStart: UInt32, to tokens: inout TokenStoreBuilder
  ) {
    for token in document.tokens {
      let range = Int(token.range.start)..<Int(token.range.end)
      let word = builder.pool.intern(document.text.bytes.span.extracting(range))
      let lemma = token.lemma.isEmpty ? word : builder.pool.intern(token.lemma)
      tokens.append(
        word: word, lemma: lemma, tag: token.partOfSpeech.rawValue,
        start: textStart + token.range.start)
    }
  }

  private mutating func addTokenEntities() {
    var raw = [UInt32](repeating: CodeColumn.missing, count: Int(tokenStarts[documents.count]))
    for (index, document) in documents.enumerated() {
      for mention in document.mentions {
        let entity = entity(mention.entity, in: index)
        let first = Int(tokenStarts[index])
        for token in mention.firstToken..<mention.endToken { raw[first + Int(token)] = entity }
      }
    }
    builder.add(
      "entity", of: .tokens, type: .reference(.entities), summary: "what the word names",
      column: .codes(CodeColumn(raw, domain: .rows(.entities))))
  }
}
