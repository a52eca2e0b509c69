import CorpusStore
import Foundation

/// The corpus of news in the sentences and words of the peers, so that counts are the same.
///
/// A sentence is a paragraph of its own, for the peers find nothing across sentences. What one person
/// says in one go is a quote; the label in front of it belongs to its first sentence.
struct TextCorpus: ~Copyable {

  private var builder = CorpusBuilder()
  private var tokens = TokenColumns()
  private var sentences = Runs()
  private var documents = Runs()
  private var quotes = Runs()
  private var speakers = Numbering()
  private var speakerOfQuote: [UInt32] = []
  private var documentOfQuote: [UInt32] = []
  private var ids: [UInt32] = []
  private var outlets: [UInt32] = []
  private var tags: [UInt32] = []
  private var days: [Day] = []
  private var textStarts: [UInt32] = []
  private var lastSpeaker: [UInt8] = []

  /// Returns the corpus of `news.SIZE.tsv`.
  static func read(_ size: String) throws -> Corpus {
    var reading = TextCorpus()
    try reading.read(Folders.data.appending(path: "news.\(size).tsv"))
    return try reading.finish(size)
  }

  private mutating func read(_ file: URL) throws {
    var fields: [Range<Int>] = []
    try LineReader.forEachLine(of: file) { line in
      LineReader.split(line, into: &fields)
      if fields.count == 8 { append(line, fields) }
    }
  }

  /// Adds a sentence: its number, its document's, day, month, outlet, tag, speaker and words.
  private mutating func append(_ line: Span<UInt8>, _ fields: [Range<Int>]) {
    let first = tokens.count
    let isNew = LineReader.text(line, fields[1]) != String(documents.count - 1)
    if isNew { appendDocument(line, fields) }
    tokens.append(line, fields[7], to: &builder.pool)
    let run = first..<tokens.count
    sentences.append(run)
    if isNew { documents.append(run) } else { documents.extendLast(to: run.upperBound) }
    let speaker = fields[6].map { line[$0] }
    if !speaker.isEmpty {
      if isNew || speaker != lastSpeaker {
        quotes.append(run)
        let name = builder.pool.intern(line.extracting(fields[6])).rawValue
        speakerOfQuote.append(speakers.number(of: name))
        documentOfQuote.append(UInt32(documents.count - 1))
      } else {
        quotes.extendLast(to: run.upperBound)
      }
    }
    lastSpeaker = speaker
  }

  private mutating func appendDocument(_ line: Span<UInt8>, _ fields: [Range<Int>]) {
    textStarts.append(UInt32(tokens.text.count))
    ids.append(builder.pool.intern("d" + LineReader.text(line, fields[1])).rawValue)
    days.append(Day(iso: line, fields[2]))
    outlets.append(builder.pool.intern(line.extracting(fields[4])).rawValue)
    tags.append(builder.pool.intern(line.extracting(fields[5])).rawValue)
  }

  private consuming func finish(_ size: String) throws -> Corpus {
    let annotation = try WordAnnotation.read(size, tokens, documents.regions)
    var lemmas: [Symbol] = []
    for lemma in annotation.lemmas { lemmas.append(builder.pool.intern(lemma)) }
    var tags: [Symbol] = []
    for name in annotation.tagNames { tags.append(builder.pool.intern(name)) }
    tokens.give(to: &builder, tags: tags) { token in
      (lemmas[Int(annotation.lemmaOfToken[token])], annotation.tags[token])
    }
    builder.setText(
      TextStore(
        bytes: tokens.text, documents: textStarts + [UInt32(tokens.text.count)],
        shifts: Array(repeating: [], count: textStarts.count)))
    addTables()
    return builder.finish(name: "news.\(size)")
  }

  private mutating func addTables() {
    builder.setRows(of: .documents, count: documents.count, regions: documents.regions)
    builder.addNames("id", of: .documents, ids)
    builder.addDates("date", of: .documents, days)
    builder.addNames("outlet", of: .documents, outlets)
    builder.addNames("section", of: .documents, tags)
    for table in [Table.paragraphs, .sentences] {
      builder.setRows(of: table, count: sentences.count, regions: sentences.regions)
    }
    builder.addReference(
      "document", of: .tokens, to: .documents, documents.regions.rowOfEachToken)
    builder.setQuotes(quotes)
    builder.addReference("speaker", of: .quotes, to: .entities, speakerOfQuote)
    builder.addReference("document", of: .quotes, to: .documents, documentOfQuote)
    builder.addSpeakers(speakers.symbols)
  }
}
