internal import Annotation
internal import Ingestion

/// The form `vrt`: a token a line with its tag and lemma, and elements on lines of their own.
///
///     <text id="a.txt" title="…" date="2025-03-04" …>
///     <p>
///     <s>
///     <quote n="1" kind="direct" speaker="Marta Vale" lemma="say" confidence="0.97" speech="yes">
///     We<TAB>PRON<TAB>we
///
/// A quote of several pieces has an element for each, of one number. `<cue n>` and `<source n>` hold
/// the words of its cue and source, `<name type entity roles>` a name, `<ref n form type entity roles>` a
/// description or pronoun, with the offices of who is meant as in `roles="|mayor|"`; `<g/>` glues two
/// tokens. Elements of one name lie inside one another; of two names they may cross, as the Corpus
/// Workbench allows. Titles, headings and other lines that are no running text stand as `<p type="heading">`,
/// a mark before a paragraph like the number of an item in its `mark`; a line that is in no paragraph is one of the
/// type `mark`. A text in which nothing is named has `mentions="0"`. Fields of the source whose names are
/// no names of attributes there have others, which `fields` tells.
/// Source: https://cwb.sourceforge.io/files/CWB_Encoding_Tutorial.pdf.
struct VerticalLines {

  /// What stands before the first document.
  static let opening = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<corpus>\n".utf8)

  /// What stands behind the last document.
  static let closing = Array("</corpus>\n".utf8)

  private let document: AnnotatedDocument

  init(_ document: AnnotatedDocument) { self.document = document }

  /// The lines of the document.
  var bytes: [UInt8] {
    var out = Array("<text id=\"\(Self.escaped(document.metadata.id))\"".utf8)
    var names: Set<String> = ["id", "quotes", "mentions", RenamedFields.name]
    var renamed: [String] = []
    for (name, value) in DocumentFields.fields(of: document.metadata) {
      let own = Self.attributeName(name, &names)
      if own != name { renamed.append("\(own)=\(name)") }
      out += " \(own)=\"\(Self.escaped(value))\"".utf8
    }
    if let list = DocumentFields.list(renamed) {
      out += " \(RenamedFields.name)=\"\(Self.escaped(list))\"".utf8
    }
    let none = document.namesNothing ? " mentions=\"0\"" : ""
    out += " quotes=\"\(document.quotes.count)\"\(none)>\n".utf8
    var layers = ["quote", "cue", "source", "name", "ref"].map {
      NestedElements(regions($0), separator: "\n")
    }
    let sentences = LaidOutSentences(document, [.lemmas])
    var unmarked: [NestedElements] = []
    var isOpen = false
    for item in sentences.items {
      if item.part != nil || !isOpen {
        if isOpen { out += "</p>\n".utf8 }
        out += Self.tag(of: item.part).utf8
        isOpen = true
      }
      out +=
        item.isText
        ? Self.lines(of: item.sentence, in: document, &layers)
        : Self.lines(of: item.sentence, in: sentences.lines, &unmarked)
    }
    return out + Array((isOpen ? "</p>\n</text>\n" : "</text>\n").utf8)
  }

  /// The tag that begins a part of the text.
  private static func tag(of part: LayoutParts.Part?) -> String {
    guard let part else { return "<p>\n" }
    let type = part.kind == .paragraph ? "" : " type=\"\(part.name)\""
    return "<p\(type)\(part.mark.isEmpty ? "" : " mark=\"\(escaped(part.mark))\"")>\n"
  }

  private static func lines(
    of sentence: Sentence, in document: AnnotatedDocument, _ layers: inout [NestedElements]
  ) -> [UInt8] {
    var out = Array("<s>\n".utf8)
    for index in Int(sentence.firstToken)..<Int(sentence.endToken) {
      for layer in layers.indices { out += layers[layer].begin(at: index).utf8 }
      let token = document.tokens[index]
      let word = escaped(document.text.string(token.range))
      // No cell is empty, also of a word of characters that XML has no place for.
      let columns = [word, token.partOfSpeech.name, escaped(token.lemma)]
      out += columns.map { $0.isEmpty ? "\u{FFFD}" : $0 }.joined(separator: "\t").utf8
      out += "\n".utf8
      for layer in layers.indices.reversed() { out += layers[layer].end(at: index + 1).utf8 }
      if index + 1 < Int(sentence.endToken),
        document.tokens[index + 1].range.start == token.range.end
      {
        out += "<g/>\n".utf8
      }
    }
    return out + Array("</s>\n".utf8)
  }

  private func regions(_ name: String) -> [NestedElements.Element] {
    if name == "name" || name == "ref" { return mentions(areNames: name == "name") }
    return document.quotes.enumerated().flatMap { index, quote in
      let tag = name == "quote" ? self.tag(of: quote, index + 1) : "<\(name) n=\"\(index + 1)\">"
      let ranges = name == "quote" ? quote.content : name == "cue" ? quote.cue : quote.source
      return ranges.map { NestedElements.Element(document.tokens(in: $0), tag) }
    }
  }

  private func tag(of quote: Quote, _ number: Int) -> String {
    func name(_ entity: UInt32?) -> String? { entity.map { document.entities[Int($0)].name } }
    let attributes = [
      ("kind", quote.kind.rawValue), ("speaker", name(quote.speaker) ?? ""),
      ("addressee", name(quote.addressee)), ("lemma", quote.cueLemma),
      ("confidence", "\(quote.confidence)"), ("speech", quote.isSpeech ? "yes" : "no"),
    ]
    let written = attributes.compactMap { name, value in
      value.map { " \(name)=\"\(Self.escaped($0))\"" }
    }
    return "<quote n=\"\(number)\"\(written.joined())>"
  }

  private func mentions(areNames: Bool) -> [NestedElements.Element] {
    document.mentions.enumerated().compactMap { number, mention in
      guard (mention.form == .name) == areNames, !areNames || mention.entity != nil else {
        return nil
      }
      let tag = areNames ? "<name" : "<ref n=\"\(number + 1)\" form=\"\(mention.form.rawValue)\""
      let who =
        mention.entity.map { document.entities[Int($0)] }
        .map { entity in
          " type=\"\(entity.type.rawValue)\" entity=\"\(Self.escaped(entity.name))\""
            + Self.roles(of: entity)
        } ?? ""
      return NestedElements.Element(
        Int(mention.firstToken)..<Int(mention.endToken), "\(tag)\(who)>")
    }
  }

  /// The offices of someone as a set of the Corpus Workbench, which has bars around and between its parts.
  private static func roles(of entity: DocumentEntity) -> String {
    let roles = entity.roles.map { $0.map { $0 == "|" ? "/" : String($0) }.joined() }
    return roles.isEmpty ? "" : " roles=\"|\(escaped(roles.joined(separator: "|")))|\""
  }

  /// A name that the Corpus Workbench takes, of letters and digits of ASCII, unlike those taken.
  private static func attributeName(_ name: String, _ taken: inout Set<String>) -> String {
    let plain = name.map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "-" ? $0 : "_" }
    let isName = plain.first?.isLetter == true || plain.first == "_"
    let base = (isName ? "" : "_") + String(plain)
    var (result, count) = (base, 1)
    while !taken.insert(result).inserted {
      count += 1
      result = "\(base)_\(count)"
    }
    return result
  }

  private static func escaped(_ text: String) -> String { MarkupText.escaped(text.inOneLine) }
}
