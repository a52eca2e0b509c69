internal import Annotation
internal import Ingestion
internal import Rendering

/// Documents, quotes, mentions or tokens as rows of values, in csv and as JSON objects.
struct ExportRows {

  /// A value of a row.
  private enum Value {
    case text(String?)
    case number(Int?)
    case decimal(Double)
    case flag(Bool)
    case list([String])
  }

  private let content: ExportContent
  private let others: [String]

  /// Creates rows; documents have the fields `others` beside those that all have.
  init(_ content: ExportContent, others: [String]) {
    self.content = content
    self.others = others
  }

  private var columns: [String] {
    switch content {
    case .documents:
      TableShape.ownColumns + others + ["text"]
    case .quotes:
      [
        "id", "document", "title", "date", "outlet", "speaker", "kind", "cue", "quotation",
        "source", "addressee", "topics", "confidence", "speech", "start", "end", "reason",
      ]
    case .mentions:
      ["document", "date", "outlet", "entity", "type", "form", "words", "start", "end", "reason"]
    case .tokens:
      ["document", "sentence", "index", "word", "lemma", "pos", "start", "end"]
    }
  }

  /// The names of the columns as a line of csv.
  var header: [UInt8] { CSVLiteral.line(columns) }

  /// The rows of a document as lines of csv.
  func lines(of document: AnnotatedDocument) -> [UInt8] {
    var out: [UInt8] = []
    forEachRow(of: document) { row in
      out += CSVLiteral.line(
        row.map { value in
          switch value {
          case .text(let text): text
          case .number(let number): number.map { String($0) }
          case .decimal(let number): String(number)
          case .flag(let flag): "\(flag)"
          case .list(let items): DocumentFields.list(items)
          }
        })
    }
    return out
  }

  /// The rows of a document as JSON objects, one a line; what is not known is left out.
  func objects(of document: AnnotatedDocument) -> [UInt8] {
    var out: [UInt8] = []
    let names = columns.map { JSONLiteral.string($0) + Array(": ".utf8) }
    forEachRow(of: document) { row in
      var isFirst = true
      out.append(UInt8(ascii: "{"))
      for (name, value) in zip(names, row) {
        guard let written = Self.json(value) else { continue }
        if !isFirst { out += ", ".utf8 }
        isFirst = false
        out += name
        out += written
      }
      out += "}\n".utf8
    }
    return out
  }

  private static func json(_ value: Value) -> [UInt8]? {
    switch value {
    case .text(let text): return text.map(JSONLiteral.string)
    case .number(let number): return number.map { Array("\($0)".utf8) }
    case .decimal(let number): return Array("\(number)".utf8)
    case .flag(let flag): return Array("\(flag)".utf8)
    case .list(let items):
      return JSONText.list(items.map(JSONLiteral.string))
    }
  }

  private func forEachRow(of document: AnnotatedDocument, _ body: ([Value]) -> Void) {
    switch content {
    case .documents: body(row(of: document))
    case .quotes:
      let offsets = ScalarOffsets(document.text)
      for index in document.quotes.indices { body(quote(index, document, offsets)) }
    case .mentions:
      let offsets = ScalarOffsets(document.text)
      for mention in document.mentions { body(row(of: mention, document, offsets)) }
    case .tokens:
      let offsets = ScalarOffsets(document.text)
      for (number, sentence) in document.sentences.enumerated() {
        for index in sentence.firstToken..<sentence.endToken {
          body(token(Int(index), sentence, number, document, offsets))
        }
      }
    }
  }

  private func row(of document: AnnotatedDocument) -> [Value] {
    let known = document.metadata
    let fields: [Value] = [
      .text(known.id), .text(known.title), .text(known.date?.written), .text(known.outlet),
      .list(known.authors), .text(known.section), .text(known.url), .list(known.tags),
      .text(known.language),
    ]
    let own = Dictionary(known.other.map { ($0.key, $0.value) }) { first, _ in first }
    return fields + others.map { .text(own[$0]) }
      + [.text(String(decoding: document.text.bytes, as: UTF8.self))]
  }

  private func quote(
    _ index: Int, _ document: AnnotatedDocument, _ offsets: ScalarOffsets
  ) -> [Value] {
    let (known, quote) = (document.metadata, document.quotes[index])
    func name(_ entity: UInt32?) -> String? { entity.map { document.entities[Int($0)].name } }
    func words(_ ranges: [ByteRange]) -> String? {
      ranges.isEmpty ? nil : ranges.map { document.text.string($0) }.joined(separator: " … ")
    }
    let bounds = ByteRange(
      quote.content.first?.start ?? 0, quote.content.last?.end ?? 0)
    let (start, end) = offsets.original(bounds)
    return [
      .text("\(known.id)#\(index + 1)"), .text(known.id), .text(known.title),
      .text(known.date?.written), .text(known.outlet), .text(name(quote.speaker)),
      .text(quote.kind.rawValue), .text(quote.cueLemma), .text(words(quote.content)),
      .text(words(quote.source)), .text(name(quote.addressee)), .list(quote.topics.map(\.name)),
      .decimal(quote.confidence), .flag(quote.isSpeech), .number(Int(start)), .number(Int(end)),
      .text(quote.reasons.joined(separator: "; ")),
    ]
  }

  private func row(
    of mention: Mention, _ document: AnnotatedDocument, _ offsets: ScalarOffsets
  ) -> [Value] {
    let bounds = ByteRange(
      document.tokens[Int(mention.firstToken)].range.start,
      document.tokens[Int(mention.endToken) - 1].range.end)
    let (start, end) = offsets.original(bounds)
    let entity = mention.entity.map { document.entities[Int($0)] }
    return [
      .text(document.metadata.id), .text(document.metadata.date?.written),
      .text(document.metadata.outlet), .text(entity?.name), .text(entity?.type.rawValue),
      .text(mention.form.rawValue), .text(document.text.string(bounds)), .number(Int(start)),
      .number(Int(end)), .text(mention.reason),
    ]
  }

  private func token(
    _ index: Int, _ sentence: Sentence, _ number: Int, _ document: AnnotatedDocument,
    _ offsets: ScalarOffsets
  ) -> [Value] {
    let token = document.tokens[index]
    let (start, end) = offsets.original(token.range)
    return [
      .text(document.metadata.id), .number(number + 1),
      .number(index - Int(sentence.firstToken) + 1), .text(document.text.string(token.range)),
      .text(token.lemma), .text(token.partOfSpeech.name), .number(Int(start)), .number(Int(end)),
    ]
  }
}
