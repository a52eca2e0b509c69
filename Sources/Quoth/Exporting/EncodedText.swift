internal import Annotation

/// The form `tei`: a corpus in the XML of the Text Encoding Initiative, a `TEI` for each document.
///
/// Paragraphs are `p`, titles and headings `head` of a division, by-lines `byline`, other lines `ab`.
/// `said` holds what someone said: `who` points to a `person`, `org` or `place` of the document's
/// `standOff`, `direct` and `ana` tell how, `aloud="false"` that it was thought, `cert` how sure the
/// attribution is. The pieces of one quote, and the `seg` of its cue and source, have its number `n`.
/// Names are `name`, descriptions and pronouns `rs` of that `subtype`, their pieces of one `n`, too. The
/// offices of a person are `occupation`, and `interp` the dictionary form of a cue, to which `ana` of its quote
/// points. What stands before a block in its line, like the number of an item, is a `metamark`, and so is a line in none;
/// the header says where nobody is quoted or nothing named (`tagUsage`). Words, their lemmas and tags are not written.
/// Source: TEI P5, 3.3.3 (quotation), 14.2 (names).
struct EncodedText {

  /// What stands before the first document.
  static func opening(_ name: String) -> [UInt8] {
    let title = MarkupText.escaped(name)
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
      <teiHeader><fileDesc><titleStmt><title>\(title)</title></titleStmt><publicationStmt>\
      <p>Written by Quoth.</p></publicationStmt><sourceDesc><p>See the documents.</p></sourceDesc>\
      </fileDesc><encodingDesc><classDecl><taxonomy xml:id="section"><desc>The sections of the \
      outlets.</desc></taxonomy><taxonomy xml:id="kind"><category xml:id="mixed"><catDesc>Told in \
      words of the writer and in some of the speaker.</catDesc></category></taxonomy></classDecl>\
      </encodingDesc></teiHeader>

      """.utf8)
  }

  /// What stands behind the last document.
  static let closing = Array("</teiCorpus>\n".utf8)

  private let document: AnnotatedDocument
  private let number: Int
  /// Where elements begin and end, ascending.
  private var bounds: [Int] = []
  /// The dictionary forms of the cues, each once.
  private let cues: [String]

  /// Creates the text of a document, which has a number in its corpus.
  init(_ document: AnnotatedDocument, number: Int) {
    self.document = document
    self.number = number
    var seen: Set<String> = []
    cues = document.quotes.compactMap(\.cueLemma).filter { seen.insert($0).inserted }
    let elements = quoteElements + nameElements
    bounds = Set(elements.flatMap { [$0.places.lowerBound, $0.places.upperBound] }).sorted()
  }

  /// The document.
  var bytes: [UInt8] {
    let header = EncodedHeader(document).text
    return Array("<TEI>\n\(header)\(standOff)<text><body>\n\(body)</body></text>\n</TEI>\n".utf8)
  }

  // MARK: Entities

  /// What stands for speakers who are not known.
  private var unknown: String { "d\(number)unknown" }

  private func identifier(_ entity: UInt32) -> String { "d\(number)e\(entity + 1)" }

  private var standOff: String {
    let lists: [(EntityType, String, String, String)] = [
      (.person, "listPerson", "person", "persName"), (.organization, "listOrg", "org", "orgName"),
      (.place, "listPlace", "place", "placeName"), (.group, "list", "item", "name"),
    ]
    let needsUnknown = document.quotes.contains { $0.speaker == nil }
    let written = lists.map { type, list, item, name in
      let own = document.entities.enumerated().filter { $0.element.type == type }
      var items = own.map { index, entity in
        "<\(item) xml:id=\"\(identifier(UInt32(index)))\"><\(name)>"
          + MarkupText.escaped(entity.name) + "</\(name)>\(roles(of: entity))</\(item)>\n"
      }
      if type == .person, needsUnknown {
        items.append("<person xml:id=\"\(unknown)\"><persName>unknown</persName></person>\n")
      }
      return items.isEmpty ? "" : "<\(list)>\n\(items.joined())</\(list)>\n"
    }
    let forms = cues.enumerated().map { index, lemma in
      "<interp xml:id=\"d\(number)c\(index + 1)\">\(MarkupText.escaped(lemma))</interp>\n"
    }
    let all =
      written.joined()
      + (forms.isEmpty ? "" : "<interpGrp type=\"cue\">\n\(forms.joined())</interpGrp>\n")
    return all.isEmpty ? "" : "<standOff>\n\(all)</standOff>\n"
  }

  /// The offices of someone, as the element that TEI has for those of persons or as notes.
  private func roles(of entity: DocumentEntity) -> String {
    let (start, end) =
      entity.type == .person
      ? ("<occupation>", "</occupation>") : ("<note type=\"role\">", "</note>")
    return entity.roles.map { start + MarkupText.escaped($0) + end }.joined()
  }

  // MARK: Text

  private var body: String {
    var elements = NestedElements(quoteElements + nameElements)
    var out = "<div>\n"
    var hasText = false
    for part in LayoutParts(document).parts {
      guard let kind = part.kind else {
        out += "<ab type=\"mark\">\(mark(document.text.string(part.range)))</ab>\n"
        hasText = true
        continue
      }
      let isHeading = [.title, .heading, .headline].contains(kind)
      // A heading can only begin a division.
      if isHeading, hasText {
        out += "</div>\n<div>\n"
        hasText = false
      }
      let (start, end) = tags(of: kind)
      out += start + (part.mark.isEmpty ? "" : mark(part.mark) + " ")
      out += inline(part.range, &elements) + end + "\n"
      hasText = hasText || !isHeading
    }
    return out + "</div>\n"
  }

  private func mark(_ text: String) -> String {
    "<metamark>\(MarkupText.escaped(text))</metamark>"
  }

  private func tags(of kind: Block.Kind) -> (String, String) {
    switch kind {
    case .paragraph: ("<p>", "</p>")
    case .title: ("<head type=\"title\">", "</head>")
    case .heading: ("<head>", "</head>")
    case .headline: ("<head type=\"headline\">", "</head>")
    case .byline: ("<ab type=\"byline\">", "</ab>")
    case .category: ("<ab type=\"category\">", "</ab>")
    case .furniture: ("<ab type=\"furniture\">", "</ab>")
    }
  }

  /// The text of a block with the elements in it; what goes on behind it is ended and begun anew.
  private func inline(_ range: ByteRange, _ elements: inout NestedElements) -> String {
    let (start, end) = (Int(range.start), Int(range.end))
    var out = elements.resume(at: start)
    let first = bounds.partition(where: { $0 > start })
    let cuts = [start] + bounds[first...].prefix { $0 < end } + [end]
    for (from, to) in zip(cuts, cuts.dropFirst()) {
      out += elements.end(at: from) + elements.begin(at: from)
      out += MarkupText.escaped(document.text.string(ByteRange(UInt32(from), UInt32(to))))
    }
    return out + elements.end(at: end) + elements.suspend()
  }

  private var quoteElements: [NestedElements.Element] {
    document.quotes.enumerated().flatMap { index, quote in
      let said = "<said n=\"\(index + 1)\"\(attributes(of: quote))>"
      return quote.content.map { element($0, said, isWide: true) }
        + quote.cue.map { element($0, "<seg type=\"cue\" n=\"\(index + 1)\">") }
        + quote.source.map { element($0, "<seg type=\"source\" n=\"\(index + 1)\">") }
    }
  }

  private func attributes(of quote: Quote) -> String {
    let speaker = " who=\"#\(quote.speaker.map(identifier) ?? unknown)\""
    let addressee = quote.addressee.map { " toWhom=\"#\(identifier($0))\"" } ?? ""
    let cue = quote.cueLemma.flatMap { cues.firstIndex(of: $0) }.map { "#d\(number)c\($0 + 1)" }
    let analysis = [quote.kind == .mixed ? "#mixed" : nil, cue].compactMap(\.self)
    let kind = analysis.isEmpty ? "" : " ana=\"\(analysis.joined(separator: " "))\""
    // Of what is not direct the cue would tell whether it was said.
    let aloud =
      quote.isSpeech && quote.kind == .direct ? "" : " aloud=\"\(quote.isSpeech)\""
    return speaker + addressee + " direct=\"\(quote.kind == .direct)\"\(kind)\(aloud)"
      + " cert=\"\(quote.confidence)\""
  }

  private var nameElements: [NestedElements.Element] {
    document.mentions.enumerated().compactMap { number, mention in
      guard mention.form != .name || mention.entity != nil else { return nil }
      let range = ByteRange(
        document.tokens[Int(mention.firstToken)].range.start,
        document.tokens[Int(mention.endToken) - 1].range.end)
      let who =
        mention.entity.map { entity in
          " type=\"\(document.entities[Int(entity)].type.rawValue)\" ref=\"#\(identifier(entity))\""
        } ?? ""
      let tag = mention.form == .name ? "name" : "rs subtype=\"\(mention.form.rawValue)\""
      return element(range, "<\(tag)\(who) n=\"\(number + 1)\">", isNarrow: true)
    }
  }

  private func element(
    _ range: ByteRange, _ tag: String, isNarrow: Bool = false, isWide: Bool = false
  ) -> NestedElements.Element {
    .init(
      Int(range.start)..<max(Int(range.start), Int(range.end)), tag, isNarrow: isNarrow,
      isWide: isWide)
  }
}

extension [Int] {

  /// The first index of ascending numbers from which on `isReached` holds.
  fileprivate func partition(where isReached: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isReached(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
