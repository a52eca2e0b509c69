internal import Annotation

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
///
/// A whole line, as an export has it, begins with `id` and holds the text, all of its metadata and
/// what it takes to read it back, but no tokens and sentences: these are made anew, and the same. Only
/// where their source gave the words, they stand there, without what they depend on.
struct LayerLines {

  private let document: AnnotatedDocument
  private let isWhole: Bool
  private let offsets: ScalarOffsets

  init(_ document: AnnotatedDocument, isWhole: Bool = false) {
    self.document = document
    self.isWhole = isWhole
    offsets = ScalarOffsets(document.text)
  }

  /// The line of the document, with its line end.
  var line: [UInt8] {
    let words = [
      ("sentences", list(document.sentences, sentence)),
      ("tokens", list(Array(document.tokens.enumerated()), token)),
    ]
    let names = [
      ("mentions", list(document.mentions, mention)),
      ("entities", list(document.entities, entity)),
      ("quotes", bracketed(QuoteLines.objects(of: document, offsets, isWhole: isWhole))),
    ]
    let blocks = [("blocks", list(document.blocks, block))]
    let members =
      isWhole
      ? wholeMetadata + blocks + (document.givenWords == nil ? [] : words) + names
      : metadata + blocks + words + names + [("topics", list(document.topics, topic))]
    return object(members) + [UInt8(ascii: "\n")]
  }

  /// All that is known of the document, and its text, which needs no repair when it is read back.
  private var wholeMetadata: [(String, [UInt8])] {
    let known = document.metadata
    return [("id", text(known.id))] + metadata.dropFirst().filter { $0.1 != Self.null }
      + [("language", text(known.language))].filter { $0.1 != Self.null }
      + known.other.map { ($0.key, text($0.value)) }
      + [
        ("normalized", Array("true".utf8)),
        ("text", text(String(decoding: document.text.bytes, as: UTF8.self))),
      ]
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
    let word = [
      ("range", pair(token.range)), ("lemma", text(token.lemma)),
      ("pos", text(token.partOfSpeech.name)),
    ]
    let tree = [
      ("head", Int(token.head) == index ? Self.null : Array("\(token.head)".utf8)),
      ("relation", text(token.relation.name)),
    ]
    return object(isWhole ? word : word + tree)
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

  private static let null = JSONText.null

  private func text(_ text: String?) -> [UInt8] { JSONText.text(text) }

  private func pair(_ range: ByteRange) -> [UInt8] {
    let (start, end) = offsets.original(range)
    return Array("[\(start), \(end)]".utf8)
  }

  private func list<Element>(_ elements: [Element], _ write: (Element) -> [UInt8]) -> [UInt8] {
    JSONText.list(elements.map(write))
  }

  private func bracketed(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8(ascii: "[")] + bytes + [UInt8(ascii: "]")]
  }

  private func object(_ members: [(String, [UInt8])]) -> [UInt8] { JSONText.object(members) }
}
