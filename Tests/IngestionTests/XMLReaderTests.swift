import Testing

@testable import Ingestion

@Suite struct XMLReaderTests {

  @Test func `elements, attributes, texts and lines are as they stand`() {
    let (tree, fault) = read("<a x='1' n:y='&amp;&#65;'>\n<b>t<c/>u</b><![CDATA[&v;<w>]]></a>")
    #expect(fault == nil)
    #expect(tree.indices.map { tree.name($0) } == ["a", "", "b", "", "c", "", ""])
    #expect(tree.attribute("x", of: 0) == "1" && tree.attribute("y", of: 0) == "&A")
    #expect(tree.attribute("z", of: 0) == nil && tree.nodes[2].line == 2)
    #expect(tree.children(0) == [1, 2, 6] && tree.inside(2) == 3..<6)
    #expect(String(decoding: tree.content(of: 0), as: UTF8.self) == "\ntu&v;<w>")
  }

  @Test(arguments: [
    ("&lt;&gt;&quot;&apos;&amp;", "<>\"'&"), ("&nbsp;&eacute;&hellip;", "\u{A0}é…"),
    ("&#233;&#xE9;", "éé"), ("AT&T & co", "AT&T & co"), ("&unknown; &a", "&unknown; &a"),
    ("a\u{0}b\u{B}c\u{1F}d", "a b c d"), ("&#0;&#11;&#x1F;", "&#0;&#11;&#x1F;"),
    ("\u{FFFE}x\u{FFFF}", "\u{FFFD}x\u{FFFD}"), ("&#99999999999;", "&#99999999999;"),
    ("&#+65;&#-1;&#;&#x;", "&#+65;&#-1;&#;&#x;"), ("<!-- & &amp; -->x<?p & ?>y", "xy"),
  ])
  func `references are resolved and never expanded`(source: String, text: String) {
    let (tree, fault) = read("<a>\(source)</a>")
    #expect(fault == nil)
    #expect(String(decoding: tree.content(of: 0), as: UTF8.self) == text)
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x 'long'><!ENTITY y '&x;&x;'>]><a>&y;</a>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
    "<!DOCTYPE a SYSTEM 'http://e.example/a.dtd'><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x '<!--'><!ENTITY y 'z'>]><a>&y;<!-- --></a>",
  ])
  func `entities that a file declares are not followed`(source: String) {
    let text = String(decoding: read(source).tree.content(of: 0), as: UTF8.self)
    #expect(!text.contains("long") && !text.contains("z"))
    #expect(text == "&x;" || text == "&y;" || text.isEmpty)
  }

  @Test func `a thousand million laughs are none`() {
    var declarations = "<!ENTITY l0 'ha'>"
    for depth in 1..<30 {
      let inner = String(repeating: "&l\(depth - 1);", count: 10)
      declarations += "<!ENTITY l\(depth) '\(inner)'>"
    }
    let source = "<!DOCTYPE a [\(declarations)<!ATTLIST a x CDATA '&l29;'>]><a>&l29;</a>"
    let (tree, _) = read(source)
    #expect(tree.bytes.count < 1_000)
  }

  @Test(arguments: [
    ("<a>\n<b>", 2, "it breaks off before its end"), ("<a>\n</b>", 2, "mismatched tag"),
    ("<a>\n<b x></a>", 2, "not well-formed (invalid token)"),
    ("", 1, "it breaks off before its end"),
    ("<a/>\n<b/>", 2, "junk after document element"),
  ])
  func `a fault has its line, and what stands before it is read`(
    source: String, line: Int, message: String
  ) {
    let (tree, fault) = read(source)
    #expect(fault?.line == line && fault?.message == message)
    #expect(source.isEmpty || tree.name(0) == "a")
    #expect(tree.depth == 0)
  }

  @Test func `depth is bounded`() {
    let deep = String(repeating: "<a>", count: 100_000)
    let (tree, fault) = read(deep)
    #expect(tree.nodes.count == XMLReader.depthLimit)
    #expect(fault?.message == "elements stand more than 256 deep")
  }

  @Test func `the size of a tree is bounded, and so are names`() {
    let many = Array(("<a>\n" + String(repeating: "<b c='d'>e</b>\n", count: 50) + "</a>").utf8)
    let (tree, faults) = XMLReader.read(many, most: 40)
    let fault = faults.first
    #expect(fault?.isTooLarge == true && fault?.line == 12)
    #expect(tree.nodes.count + tree.attributes.count == 42)
    #expect(XMLReader.read(many).faults.isEmpty)
    let names = "<a>" + (0...70_000).map { "<a\($0)/>" }.joined() + "</a>"
    let named = XMLReader.read(Array(names.utf8))
    #expect(named.faults.first?.isTooLarge == true && named.tree.names.count == 1 << 16)
    let warning = IngestionReport.Warning.tooLargeXML("a.zip/a.xml", line: 3, byteCount: 120 << 20)
    #expect(
      warning.description == "a.zip/a.xml:3: the XML has more than 8 million elements, texts and "
        + "attributes in its 120 MB")
  }

  @Test(arguments: [
    ("macintosh", [0x8E, 0xD2], "é“"),
    ("windows-1252", [0x93, 0xE9, 0x94], "“é”"), ("ISO-8859-1", [0xE9], "é"),
    ("iso-8859-15", [0xA4, 0xBD], "€œ"), ("iso-8859-2", [0xB1, 0xF8], "ąř"),
    ("windows-1250", [0xB9, 0x9C], "ąś"), ("windows-1251", [0xCC, 0xE8, 0xF0], "Мир"),
    ("iso-8859-9", [0xFD, 0xFE], "ış"), ("utf-8", [0xC3, 0xA9], "é"),
    ("iso-8859-1", [0xC3, 0xA9], "é"), ("klingon", [0xE9], "é"),
  ])
  func `declared encodings are read`(label: String, bytes: [UInt8], text: String) {
    let start = Array("<?xml version='1.0' encoding='\(label)'?><a>".utf8)
    let source = DeclaredEncoding.xml(start + bytes + Array("</a>".utf8))
    let (tree, _) = XMLReader.read(source.bytes)
    #expect(String(decoding: tree.content(of: 0), as: UTF8.self) == text)
    #expect((source.unknownLabel != nil) == (label == "klingon"))
  }

  @Test(arguments: [true, false])
  func `UTF-16 is read with a mark and without`(isMarked: Bool) {
    let source = (isMarked ? "\u{FEFF}" : "") + "<?xml version='1.0' encoding='UTF-16'?><a>é…</a>"
    let bytes = source.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let (tree, faults) = XMLReader.read(DeclaredEncoding.xml(bytes).bytes)
    let fault = faults.first
    #expect(fault == nil)
    #expect(String(decoding: tree.content(of: 0), as: UTF8.self) == "é…")
  }

  @Test(arguments: [
    ("<?xml version='1.0'?>\n<!-- a --><n:nitf/>", "nitf"), ("<!DOCTYPE html>", "html"),
    ("<!doctype  HTML PUBLIC ''>", "HTML"), ("<rss>", "rss"), ("text", nil), ("", nil),
    ("<!-- open", nil), ("\u{FEFF} <feed xmlns=''>", "feed"), ("<", nil),
  ])
  func `the root is found at the start of a file`(source: String, name: String?) {
    #expect(MarkupRoot.name(in: Array(source.utf8)) == name)
  }

  private func read(_ source: String) -> (tree: MarkupTree, fault: XMLReader.Fault?) {
    let (tree, faults) = XMLReader.read(Array(source.utf8))
    return (tree, faults.first)
  }
}
