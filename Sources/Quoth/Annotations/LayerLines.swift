internal import Annotation
internal import Rendering

/// The form `jsonl`: every layer of a document in one JSON object.
///
///     {"doc": "a.txt", "title": "…", "date": "2025-03-04", …,
///      "blocks": [{"kind": "paragraph", "range": [0, 62]}], "sentences": [[0, 62]],
///      "tokens": [{"range": [0, 3], "lemma": "the", "pos": "DET",
///                  "head": 1, "relation": "det"}],
///      "mentions": [{"range": [40, 51], "form": "name", "entity": 0, "reason": "…"}],
///      "entities": [{"name": "Marta Vale", "type": "person", "aliases": [], "roles": []}],
///      "quotes": [as `quotes-jsonl` has them], "topics": [{"name": "China", "reason": "named"}]}
///
/// Ranges count Unicode scalars of the original text; `entity` is an index into `entities` and
/// `head` one into `tokens`, null for the root of a sentence; what is not known is null.
struct LayerLines {

  private let document: AnnotatedDocument
  private let offsets: ScalarOffsets

  init(_ document: AnnotatedDocument) {
    self.document = document
    offsets = ScalarOffsets(document.text)
  }

  /// The line of the document, with its line end.
  var line: [UInt8] {
    let layers = [
      ("blocks", list(document.blocks, block)), ("sentences", list(document.sentences, sentence)),
      ("tokens", list(Array(document.tokens.enumerated()), token)),
      ("mentions", list(document.mentions, mention)),
      ("entities", list(document.entities, entity)),
      ("quotes", bracketed(QuoteLines.objects(of: document, offsets))),
      ("topics", list(document.topics, topic)),
    ]
    return object(metadata + layers) + [UInt8(ascii: "\n")]
  }

  private var metadata: [(String, [UInt8])] {
    let known = document.metadata
    return [
      ("doc", text(known.id)), ("title", text(known.title)),
      ("date", text(known.date.map(\.written))), ("outlet", text(known.outlet)),
      ("authors", list(known.authors, text)), ("section", text(known.section)),
      ("url", text(known.url)), ("tags", list(known.tags, text)),
    ]
  }

  private func block(_ block: Block) -> [UInt8] {
    object([("kind", text(block.kind.rawValue)), ("range", pair(block.range))])
  }

  private func sentence(_ sentence: Sentence) -> [UInt8] {
    pair(range(sentence.firstToken, sentence.endToken))
  }

  private func token(_ index: Int, _ token: Token) -> [UInt8] {
    object([
      ("range", pair(token.range)), ("lemma", text(token.lemma)),
      ("pos", text(token.partOfSpeech.name)),
      ("head", Int(token.head) == index ? Self.null : Array("\(token.head)".utf8)),
      ("relation", text(token.relation.name)),
    ])
  }

  private func mention(_ mention: Mention) -> [UInt8] {
    object([
      ("range", pair(range(mention.firstToken, mention.endToken))),
      ("form", text(mention.form.rawValue)),
      ("entity", mention.entity.map { Array("\($0)".utf8) } ?? Self.null),
      ("reason", text(mention.reason)),
    ])
  }

  private func entity(_ entity: DocumentEntity) -> [UInt8] {
    object([
      ("name", text(entity.name)), ("type", text(entity.type.rawValue)),
      ("aliases", list(entity.aliases, text)), ("roles", list(entity.roles, text)),
    ])
  }

  private func topic(_ topic: Topic) -> [UInt8] {
    object([("name", text(topic.name)), ("reason", text(topic.reason))])
  }

  /// The bytes of a run of tokens, which is never empty.
  private func range(_ first: UInt32, _ end: UInt32) -> ByteRange {
    ByteRange(
      document.tokens[Int(first)].range.start, document.tokens[Int(end) - 1].range.end)
  }

  // MARK: JSON

  private static let null = Array("null".utf8)

  private func text(_ text: String?) -> [UInt8] { text.map(JSONLiteral.string) ?? Self.null }

  private func pair(_ range: ByteRange) -> [UInt8] {
    let (start, end) = offsets.original(range)
    return Array("[\(start), \(end)]".utf8)
  }

  private func list<Element>(_ elements: [Element], _ write: (Element) -> [UInt8]) -> [UInt8] {
    bracketed(Array(elements.map(write).joined(separator: ", ".utf8)))
  }

  private func bracketed(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8(ascii: "[")] + bytes + [UInt8(ascii: "]")]
  }

  private func object(_ members: [(String, [UInt8])]) -> [UInt8] {
    let members = members.map { Array("\"\($0.0)\": ".utf8) + $0.1 }
    return Array("{".utf8) + members.joined(separator: ", ".utf8) + Array("}".utf8)
  }
}
