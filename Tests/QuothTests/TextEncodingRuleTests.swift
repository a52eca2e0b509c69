import Annotation
import Testing

@testable import Quoth

/// What is exported as TEI keeps the rules of TEI P5, for all elements that we write.
///
/// Source: https://tei-c.org/release/doc/tei-p5-doc/en/html/REF-ELEMENTS.html.
@Suite struct TextEncodingRuleTests {

  /// What may stand in an element, as far as we write it; elements that hold text have `#`.
  private static let content: [String: Set<String>] = {
    let phrase: Set<String> = ["#", "name", "rs", "seg"]
    let paragraph = phrase.union(["said"])
    let block = paragraph.union(["metamark"])
    var content: [String: Set<String>] = [
      "teiCorpus": ["teiHeader", "TEI"], "TEI": ["teiHeader", "standOff", "text"],
      "teiHeader": ["fileDesc", "encodingDesc", "profileDesc"],
      "fileDesc": ["titleStmt", "publicationStmt", "notesStmt", "sourceDesc"],
      "titleStmt": ["title", "author"], "publicationStmt": ["publisher", "date", "idno", "p"],
      "notesStmt": ["note"], "sourceDesc": ["p"], "encodingDesc": ["classDecl", "tagsDecl"],
      "tagsDecl": ["namespace"], "namespace": ["tagUsage"], "tagUsage": [],
      "classDecl": ["taxonomy"], "taxonomy": ["desc", "category"], "category": ["catDesc"],
      "profileDesc": ["langUsage", "textClass"], "langUsage": ["language"],
      "textClass": ["keywords", "classCode"], "keywords": ["term"],
      "standOff": ["listPerson", "listOrg", "listPlace", "list", "interpGrp"],
      "interpGrp": ["interp"],
      "listPerson": ["person"], "listOrg": ["org"], "listPlace": ["place"], "list": ["item"],
      "person": ["persName", "occupation"], "org": ["orgName", "note"],
      "place": ["placeName", "note"], "item": ["name", "note"],
      "text": ["body"], "body": ["div"], "div": ["head", "p", "ab"],
    ]
    for name in ["p", "ab", "head"] { content[name] = block }
    for name in ["said", "seg"] { content[name] = paragraph }
    for name in ["name", "rs"] { content[name] = phrase }
    for name in [
      "title", "author", "publisher", "date", "idno", "note", "desc", "catDesc", "language", "term",
      "classCode", "persName", "orgName", "placeName", "occupation", "interp", "metamark",
    ] { content[name] = ["#"] }
    return content
  }()

  /// Elements whose children have an order.
  private static let orders = [
    "TEI": ["teiHeader", "standOff", "text"], "teiCorpus": ["teiHeader", "TEI"],
    "teiHeader": ["fileDesc", "encodingDesc", "profileDesc"],
    "fileDesc": ["titleStmt", "publicationStmt", "notesStmt", "sourceDesc"],
    "titleStmt": ["title", "author"], "publicationStmt": ["publisher", "date", "idno"],
  ]

  private static let needed = [
    "fileDesc": ["titleStmt", "publicationStmt", "sourceDesc"], "titleStmt": ["title"],
    "TEI": ["teiHeader", "text"], "teiCorpus": ["teiHeader", "TEI"], "teiHeader": ["fileDesc"],
  ]

  private static let pointers = ["who", "toWhom", "ref", "ana", "scheme"]

  private func check(_ element: XMLElements.Element) {
    let names = element.children.map(\.name)
    let allowed = Self.content[element.name]
    #expect(allowed != nil, "\(element.name)")
    for name in names { #expect(allowed?.contains(name) == true, "\(name) in \(element.name)") }
    if allowed?.contains("#") != true {
      #expect(element.text.allSatisfy { $0.isWhitespace }, "text in \(element.name)")
    }
    if let order = Self.orders[element.name], names != ["p"] {
      let places = names.compactMap { order.firstIndex(of: $0) }
      #expect(places == places.sorted() && places.count == names.count, "\(element.name): \(names)")
    }
    for name in Self.needed[element.name] ?? [] {
      #expect(names.contains(name), "\(name) in \(element.name)")
    }
    if element.name == "div" {
      let behind = names.drop { $0 == "head" }
      #expect(!behind.contains("head"))
    }
    for name in ["type", "subtype", "n", "xml:id"] {
      guard let value = element.attributes[name] else { continue }
      let isWord = !value.isEmpty && !value.contains(where: \.isWhitespace)
      #expect(isWord || name == "n", "\(element.name) \(name)=\(value)")
    }
  }

  @Test(arguments: ExportRowTests.Sample.allCases)
  func `elements stand where they may`(sample: ExportRowTests.Sample) throws {
    let root = try XMLElements.parse(ExportSamples.exported(.tei, sample.documents))
    #expect(root.attributes["xmlns"] == "http://www.tei-c.org/ns/1.0")
    for element in root.all { check(element) }
    #expect(root.all.count { $0.name == "said" } > 20)
    #expect(root.all.count { $0.name == "rs" } > 5)
  }

  @Test(arguments: ExportRowTests.Sample.allCases)
  func `identifiers are unique, pointers lead to them, and values are of their types`(
    sample: ExportRowTests.Sample
  ) throws {
    let all = try XMLElements.parse(ExportSamples.exported(.tei, sample.documents)).all
    let list = all.compactMap { $0.attributes["xml:id"] }
    let identifiers = Set(list)
    #expect(identifiers.count == list.count)
    for identifier in list {
      #expect(identifier.first?.isLetter == true && identifier.allSatisfy { $0.isASCII })
    }
    for element in all {
      for name in Self.pointers {
        for pointer in element.attributes[name]?.split(separator: " ") ?? [] {
          #expect(pointer.first == "#" && identifiers.contains(String(pointer.dropFirst())))
        }
      }
      if let certainty = element.attributes["cert"] {
        #expect(Double(certainty).map { (0...1).contains($0) } == true)
      }
      for name in ["direct", "aloud"] {
        if let flag = element.attributes[name] { #expect(["true", "false"].contains(flag)) }
      }
      if element.name == "said" { #expect(element.attributes["who"] != nil) }
      if element.name == "language" {
        let tag = element.attributes["ident"] ?? ""
        #expect(tag.wholeMatch(of: /[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*/) != nil)
      }
    }
  }

  @Test func `a name that a quote cuts, and a language and field of odd names, come back`() throws {
    var document = try #require(ExportSamples.nasty.first { !$0.quotes.isEmpty })
    document.metadata.language = "English (UK)"
    document.metadata.other = [(key: "№ of print", value: "7")]
    let bytes = ExportSamples.exported(.tei, [document])
    let (back, warnings) = ExportSamples.read("a.xml", bytes)
    #expect(warnings.isEmpty)
    #expect(back.first?.metadata.language == "English (UK)")
    #expect(back.first?.metadata.other.map(\.key) == ["№ of print"])
    var elements = NestedElements([
      .init(0..<4, "<name>", isNarrow: true), .init(2..<6, "<said>", isWide: true),
      .init(2..<5, "<name>", isNarrow: true),
    ])
    let written = (0...6).map { elements.end(at: $0) + elements.begin(at: $0) }
    #expect(
      written == [
        "<name>", "", "</name><said><name><name>", "", "</name></name><name>", "</name>", "</said>",
      ])
  }
}
