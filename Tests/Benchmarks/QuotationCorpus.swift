import CorpusStore
import Foundation

/// A table of quotations as a corpus: quotes of speakers about topics, in documents of one day and
/// outlet each.
struct QuotationCorpus: ~Copyable {

  /// A quotation as it was read; its text stands in one run of bytes.
  private struct Row {
    let speaker: UInt32
    let outlet: UInt32
    let text: Range<Int>
    let topics: Range<Int>
  }

  private var builder = CorpusBuilder()
  private var tokens = TokenColumns()
  private var quotes = Runs()
  private var documents = Runs()
  private var speakers = Numbering()
  private var speakerOfQuote: [UInt32] = []
  private var documentOfQuote: [UInt32] = []
  private var topicsOfQuote: [[UInt32]] = []
  private var days: [Day] = []
  private var outlets: [UInt32] = []
  private var textStarts: [UInt32] = []
  private var texts: [String]?

  /// The rows of one day, which wait for those of the same outlet.
  private var waiting: [Row] = []
  private var waitingTexts: [UInt8] = []
  private var waitingTopics: [UInt32] = []
  private var day = Day.missing
  private var dayText: [UInt8] = []

  /// Returns the corpus of `quotes.N.tsv`.
  ///
  /// - Parameters:
  ///   - count: The number of quotations in the name of the file.
  ///   - isIndexed: Whether the texts are made of tokens; otherwise they are plain strings.
  /// - Returns: The corpus.
  /// - Throws: What the system says of a file that cannot be read.
  static func read(count: Int, isIndexed: Bool) throws -> Corpus {
    var reading = QuotationCorpus(isIndexed: isIndexed)
    try reading.read(Folders.data.appending(path: "quotes.\(count).tsv"))
    return reading.finish(name: "quotes.\(count)")
  }

  private init(isIndexed: Bool) { texts = isIndexed ? nil : [] }

  private mutating func read(_ file: URL) throws {
    var fields: [Range<Int>] = []
    try LineReader.forEachLine(of: file) { line in
      LineReader.split(line, into: &fields)
      if fields.count == 6 { append(line, fields) }
    }
    flush()
  }

  /// Adds a quotation: its number, speaker, day, outlet, topics and text.
  private mutating func append(_ line: Span<UInt8>, _ fields: [Range<Int>]) {
    let dayText = fields[2].map { line[$0] }
    if dayText != self.dayText {
      flush()
      self.dayText = dayText
      day = Day(iso: line, fields[2])
    }
    let firstByte = waitingTexts.count
    for place in fields[5] { waitingTexts.append(line[place]) }
    let firstTopic = waitingTopics.count
    var start = fields[4].lowerBound
    for place in fields[4].lowerBound...fields[4].upperBound
    where place == fields[4].upperBound || line[place] == UInt8(ascii: "|") {
      waitingTopics.append(builder.pool.intern(line.extracting(start..<place)).rawValue)
      start = place + 1
    }
    let name = builder.pool.intern(line.extracting(fields[1])).rawValue
    waiting.append(
      Row(
        speaker: speakers.number(of: name),
        outlet: builder.pool.intern(line.extracting(fields[3])).rawValue,
        text: firstByte..<waitingTexts.count, topics: firstTopic..<waitingTopics.count))
  }

  /// Adds the quotations of a day, outlet by outlet.
  private mutating func flush() {
    let order = waiting.indices.sorted { (waiting[$0].outlet, $0) < (waiting[$1].outlet, $1) }
    let bytes = waitingTexts
    var outlet: UInt32?
    for place in order {
      let row = waiting[place]
      if row.outlet != outlet {
        outlet = row.outlet
        outlets.append(row.outlet)
        days.append(day)
        textStarts.append(UInt32(tokens.text.count))
        documents.append(tokens.count..<tokens.count)
      }
      append(row, bytes.span)
    }
    waiting.removeAll(keepingCapacity: true)
    waitingTexts.removeAll(keepingCapacity: true)
    waitingTopics.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ row: Row, _ bytes: Span<UInt8>) {
    let first = tokens.count
    if texts != nil {
      texts?.append(LineReader.text(bytes, row.text))
    } else {
      tokens.append(bytes, row.text, to: &builder.pool)
    }
    quotes.append(first..<tokens.count)
    documents.extendLast(to: tokens.count)
    speakerOfQuote.append(row.speaker)
    documentOfQuote.append(UInt32(documents.count - 1))
    topicsOfQuote.append(Array(waitingTopics[row.topics]))
  }

  private consuming func finish(name: String) -> Corpus {
    builder.setText(
      TextStore(
        bytes: tokens.text, documents: textStarts + [UInt32(tokens.text.count)],
        shifts: Array(repeating: [], count: textStarts.count)))
    let tag = builder.pool.intern("X")
    let words = tokens.words
    var folds: [Symbol] = []
    for word in 0..<UInt32(builder.pool.count) { folds.append(builder.pool.fold(of: Symbol(word))) }
    tokens.give(to: &builder, tags: [tag]) { (folds[Int(words[$0])], 0) }
    if let texts {
      builder.setRows(of: .quotes, count: quotes.count)
      builder.add(
        "text", of: .quotes, type: .text, summary: "what was said",
        column: .texts(TextColumn(texts)))
    } else {
      builder.setRows(of: .paragraphs, count: quotes.count, regions: quotes.regions)
      builder.setQuotes(quotes)
    }
    builder.setRows(of: .documents, count: documents.count, regions: documents.regions)
    builder.addDates("date", of: .documents, days)
    builder.addNames("outlet", of: .documents, outlets)
    builder.addReference("speaker", of: .quotes, to: .entities, speakerOfQuote)
    builder.add(
      "topic", of: .quotes, type: .name, isMany: true, summary: "what it is about",
      column: .codeLists(CodeListColumn(topicsOfQuote, domain: .symbols)))
    builder.addReference("document", of: .quotes, to: .documents, documentOfQuote)
    builder.addSpeakers(speakers.symbols)
    builder.indexPairs(of: "topic", with: "speaker", of: .quotes)
    return builder.finish(name: name)
  }
}
