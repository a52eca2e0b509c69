internal import Annotation

extension GivenLayers {

  /// Writes all that tells these layers from others, for the checksum of a source.
  func appendIdentity(to writer: inout RecordWriter) {
    for token in tokens {
      writer.append(token.range.start)
      writer.append(token.lemma)
      writer.append(byte: token.partOfSpeech.rawValue)
    }
    if let givenWords { writer.append(givenWords) }
    for sentence in sentences {
      writer.append(sentence.endToken)
      writer.append(sentence.block)
    }
    for block in blocks {
      writer.append(block.kind.rawValue)
      append([block.range], to: &writer)
    }
    writer.append(mentions == nil ? 0 : keepsFoundNames ? 2 : 1)
    for mention in mentions ?? [] { append(mention, to: &writer) }
    for entity in entities {
      writer.append(entity.name)
      writer.append(entity.type.rawValue)
      writer.append(entity.aliases)
      writer.append(entity.roles)
    }
    writer.append(quotes == nil ? 0 : 1)
    for quote in quotes ?? [] { append(quote, to: &writer) }
  }

  private func append(_ mention: GivenMention, to writer: inout RecordWriter) {
    append([mention.range], to: &writer)
    writer.append(mention.type?.rawValue)
    writer.append(mention.name)
    writer.append(mention.identifier)
    writer.append(mention.chain)
    writer.append(mention.form.rawValue)
    writer.append(mention.field)
    writer.append(mention.reason)
  }

  private func append(_ quote: GivenQuote, to writer: inout RecordWriter) {
    for ranges in [quote.content, quote.cue, quote.source] { append(ranges, to: &writer) }
    let texts = [
      quote.cueLemma, quote.speaker, quote.heading, quote.addressee, quote.kind?.rawValue,
    ]
    for text in texts { writer.append(text) }
    writer.append(fixed: quote.confidence?.bitPattern ?? 1)
    writer.append(byte: quote.isAnonymous ? 1 : 0)
    writer.append(byte: quote.isSpeech.map { $0 ? 2 : 1 } ?? 0)
    writer.append(quote.field)
    writer.append(quote.speakerField)
    writer.append(quote.reasons)
    writer.append(quote.identifiers)
    writer.append(quote.remarks)
  }

  private func append(_ ranges: [ByteRange], to writer: inout RecordWriter) {
    writer.append(ranges.count)
    for range in ranges {
      writer.append(range.start)
      writer.append(range.end)
    }
  }
}
