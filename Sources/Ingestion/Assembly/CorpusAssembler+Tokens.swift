internal import Annotation
internal import CorpusStore

extension CorpusAssembler {

  /// Adds the words and marks, with the entities that they name.
  mutating func addTokens() {
    var raw = RawTokens(count: Int(tokenStarts[documents.count]))
    let tags = PartOfSpeech.allCases.map { builder.pool.intern($0.name).rawValue }
    for (index, document) in documents.enumerated() {
      append(document, textStart: textStarts[index], tags: tags, to: &raw)
    }
    builder.setTokens(
      TokenStore(
        words: raw.words, folds: raw.folds, lemmas: raw.lemmas, partsOfSpeech: raw.tags,
        starts: raw.starts, ends: raw.ends))
    addTokenEntities()
    addDocumentReference(of: .tokens, counts: documents.map(\.tokens.count))
  }

  private mutating func append(
    _ document: AnnotatedDocument, textStart: UInt32, tags: [UInt32], to raw: inout RawTokens
  ) {
    for token in document.tokens {
      let range = Int(token.range.start)..<Int(token.range.end)
      let word = builder.pool.intern(document.text.bytes.span.extracting(range))
      raw.words.append(word.rawValue)
      raw.folds.append(builder.pool.fold(of: word).rawValue)
      raw.lemmas.append(token.lemma.isEmpty ? word.rawValue : symbol(token.lemma))
      raw.tags.append(tags[Int(token.partOfSpeech.rawValue)])
      raw.starts.append(textStart + token.range.start)
      raw.ends.append(textStart + token.range.end)
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

/// The columns of the tokens while they grow.
private struct RawTokens {
  var words: [UInt32] = []
  var folds: [UInt32] = []
  var lemmas: [UInt32] = []
  var tags: [UInt32] = []
  var starts: [UInt32] = []
  var ends: [UInt32] = []

  init(count: Int) {
    words.reserveCapacity(count)
    folds.reserveCapacity(count)
    lemmas.reserveCapacity(count)
    tags.reserveCapacity(count)
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
  }
}
