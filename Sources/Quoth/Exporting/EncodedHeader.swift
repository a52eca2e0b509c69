internal import Annotation

/// The header of a document in TEI.
struct EncodedHeader {

  private let known: DocumentMetadata
  /// The elements for quotes and names of which there are none.
  private let unused: [String]

  /// Creates the header of a document.
  init(_ document: AnnotatedDocument) {
    known = document.metadata
    unused = (document.quotes.isEmpty ? ["said"] : []) + (document.namesNothing ? ["name"] : [])
  }

  /// The element, with its line end.
  var text: String {
    let authors = known.authors.map { "<author>\(MarkupText.escaped($0))</author>" }.joined()
    let title = "<titleStmt>" + element("title", known.title ?? "") + authors + "</titleStmt>"
    let publication =
      "<publicationStmt>" + element("publisher", known.outlet ?? "")
      + (known.date.map { "<date when=\"\($0.written)\">\($0.written)</date>" } ?? "")
      + element("idno", known.id, " type=\"id\"")
      + (known.url.map { element("idno", $0, " type=\"url\"") } ?? "") + "</publicationStmt>"
    let notes = known.other.map { element("note", $1, Self.kind($0)) }
    let notesStatement = notes.isEmpty ? "" : "<notesStmt>\(notes.joined())</notesStmt>"
    let source = "<sourceDesc>" + element("p", known.url ?? known.id) + "</sourceDesc>"
    return "<teiHeader><fileDesc>\(title)\(publication)\(notesStatement)\(source)</fileDesc>"
      + "\(encoding)\(profile)</teiHeader>\n"
  }

  /// What says that nobody is quoted, or nothing is named (TEI P5, 2.3.4).
  private var encoding: String {
    if unused.isEmpty { return "" }
    let usages = unused.map { "<tagUsage gi=\"\($0)\" occurs=\"0\"/>" }.joined()
    return "<encodingDesc><tagsDecl><namespace name=\"http://www.tei-c.org/ns/1.0\">\(usages)"
      + "</namespace></tagsDecl></encodingDesc>"
  }

  private var profile: String {
    let language = known.language.map { name in
      "<langUsage>"
        + (Self.isTag(name)
          ? "<language ident=\"\(name)\"/>" : element("language", name, " ident=\"und\""))
        + "</langUsage>"
    }
    let section = known.section.map { element("classCode", $0, " scheme=\"#section\"") } ?? ""
    let tags = known.tags.map { element("term", $0) }.joined()
    let keywords = tags.isEmpty ? "" : "<keywords>\(tags)</keywords>"
    let classes =
      section.isEmpty && keywords.isEmpty ? "" : "<textClass>\(keywords)\(section)</textClass>"
    let all = (language ?? "") + classes
    return all.isEmpty ? "" : "<profileDesc>\(all)</profileDesc>"
  }

  /// The name of a field as the type of a note, which has to be one word; the name itself is its `n`
  /// where that is another.
  private static func kind(_ name: String) -> String {
    let word = String(
      name.unicodeScalars.filter { !$0.properties.isWhitespace && $0.value > 0x1F }
        .map { Character($0) })
    let whole = word == name ? "" : " n=\"\(MarkupText.escaped(name))\""
    return " type=\"\(word.isEmpty ? "field" : MarkupText.escaped(word))\"\(whole)"
  }

  /// Whether a language is named by a tag (BCP 47).
  private static func isTag(_ name: String) -> Bool {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      (1...8).contains(part.utf8.count)
        && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    } && parts.first?.allSatisfy(\.isLetter) == true
  }

  private func element(_ name: String, _ text: String, _ attributes: String = "") -> String {
    "<\(name)\(attributes)>\(MarkupText.escaped(text))</\(name)>"
  }
}
