internal import Annotation
internal import Ingestion
internal import Rendering

/// What is known of a document, as comments of CoNLL-U before its first sentence.
struct DocumentComments {

  private let document: AnnotatedDocument

  init(_ document: AnnotatedDocument) { self.document = document }

  /// The lines.
  var bytes: [UInt8] {
    var out: [UInt8] = []
    var names: Set<String> = [RenamedFields.name]
    var renamed: [String] = []
    for (name, value) in DocumentFields.fields(of: document.metadata) {
      let own = Self.comment(name, &names)
      if own.name != name { renamed.append("\(own.name)=\(name)") }
      out += "# \(own.comment) = \(value.inOneLine)\n".utf8
    }
    if let list = DocumentFields.list(renamed) { out += "# \(RenamedFields.name) = \(list)\n".utf8 }
    out += "# quotes = \(document.quotes.count)\n".utf8
    if document.namesNothing { out += "# mentions = 0\n".utf8 }
    for (index, quote) in document.quotes.enumerated() {
      out += "# quote \(index + 1) = {".utf8
      out += members(of: quote)
      out += "}\n".utf8
    }
    for (index, entity) in document.entities.enumerated() {
      out += "# entity \(index + 1) = {\"name\": ".utf8
      out += JSONLiteral.string(entity.name)
      out += ", \"type\": \"\(entity.type.rawValue)\"".utf8
      if !entity.roles.isEmpty {
        out += ", \"roles\": ".utf8
        out += JSONText.list(entity.roles.map(JSONLiteral.string))
      }
      out += "}\n".utf8
    }
    return out
  }

  /// The name of a field as comments can have it, without an equals sign and unlike those taken, and
  /// the comment, which has `meta::` before it where it would say something else.
  private static func comment(
    _ field: String, _ taken: inout Set<String>
  ) -> (name: String, comment: String) {
    let base = String(field.inOneLine.map { $0 == "=" ? ":" : $0 })
    var (name, count) = (base, 1)
    while !taken.insert(name).inserted {
      count += 1
      name = "\(base)_\(count)"
    }
    let isTaken =
      TreebankReader.ofSentences.contains(name) || name == "sent_id"
      || openings.contains { name.hasPrefix($0) }
    return (name, isTaken ? "meta::\(name)" : name)
  }

  /// What the names of comments begin with that are no fields.
  private static let openings = ["newdoc", "newpar", "global.", "meta::", "quote ", "entity "]

  private func members(of quote: Quote) -> [UInt8] {
    var out = Array("\"kind\": \"\(quote.kind.rawValue)\"".utf8)
    func name(_ entity: UInt32?) -> String? { entity.map { document.entities[Int($0)].name } }
    let texts = [
      ("speaker", name(quote.speaker) ?? ""), ("addressee", name(quote.addressee)),
      ("lemma", quote.cueLemma),
    ]
    for case (let key, let text?) in texts {
      out += ", \"\(key)\": ".utf8
      out += JSONLiteral.string(text)
    }
    return out + ", \"confidence\": \(quote.confidence), \"speech\": \(quote.isSpeech)".utf8
  }
}

/// The metadata of a document as names and values, lists parted by semicolons.
enum DocumentFields {

  /// Returns all that is known but the id.
  static func fields(of known: DocumentMetadata) -> [(name: String, value: String)] {
    let texts = [
      ("title", known.title), ("date", known.date?.written), ("outlet", known.outlet),
      ("author", list(known.authors)), ("section", known.section), ("url", known.url),
      ("tags", list(known.tags)), ("language", known.language),
    ]
    return texts.compactMap { name, value in value.map { (name, $0) } }
      + known.other.map { ($0.key, $0.value) }
  }

  /// A list in one value, parted by semicolons; nil for an empty one.
  ///
  /// A comma in the only item would part it when it is read back, but for a semicolon behind it. A
  /// semicolon in an item has a backslash before it, and each backslash right before a semicolon too.
  static func list(_ items: [String]) -> String? {
    guard let first = items.first else { return nil }
    let isClosed = items.count == 1 && first.contains(",")
    let written = items.enumerated().map {
      escaped($1, isFollowed: isClosed || $0 < items.count - 1)
    }
    return written.joined(separator: "; ") + (isClosed ? ";" : "")
  }

  /// An item, behind which a semicolon follows or does not.
  private static func escaped(_ item: String, isFollowed: Bool) -> String {
    var out = String.UnicodeScalarView()
    var slashes = 0
    for scalar in item.unicodeScalars {
      if scalar == ";" {
        for _ in 0...slashes { out.append("\\") }
      }
      slashes = scalar == "\\" ? slashes + 1 : 0
      out.append(scalar)
    }
    return String(out) + (isFollowed ? String(repeating: "\\", count: slashes) : "")
  }
}

extension String {

  /// The text without what would end a column or a line.
  var inOneLine: String { String(map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
}
