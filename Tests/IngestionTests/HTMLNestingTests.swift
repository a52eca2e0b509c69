import Testing

@testable import Ingestion

@Suite struct HTMLNestingTests {

  /// Pages on which gumbo would work for minutes, or run out of memory or of stack.
  static let monsters: [(name: String, source: String)] = [
    ("div", repeated("<div>", 20_000)),
    ("span", repeated("<span>", 20_000)),
    ("unknown", repeated("<x-y>", 20_000)),
    ("unknown of many names", (0..<20_000).map { "<x\($0)></y\($0)>" }.joined()),
    ("span behind paragraph", repeated("<span><p></span></p>", 20_000)),
    ("span behind division", repeated("<span><div></span></div>", 20_000)),
    ("cell", repeated("<table><tr><td></div>", 20_000)),
    ("division over cell", repeated("<div><table><td></div></table>", 20_000)),
    ("list", repeated("<ul><li>", 20_000)),
    ("button", repeated("<button><p>", 20_000)),
    ("formatting", (0..<20_000).map { "<b id=\($0)><p>" }.joined()),
    ("formatting, ended otherwise", (0..<20_000).map { "<i id=\($0)><div></div>" }.joined()),
    ("attributes", "<p " + (0..<20_000).map { "a\($0)=1 " }.joined() + ">"),
  ]

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test(arguments: monsters.map(\.name))
  func `a page that gumbo could not end is read as text`(name: String) throws {
    let monster = try #require(Self.monsters.first { $0.name == name })
    let source = "<html><body><p>One.</p>\(monster.source)<p>Two.</p></body></html>"
    let clock = ContinuousClock()
    var reading = Reading()
    let time = clock.measure { reading = Ingestor.read(name: "a.html", bytes: Array(source.utf8)) }
    #expect(
      reading.warnings.map(\.message).first?.hasPrefix("the page is nested too deep") ?? false)
    let text = try #require(reading.documents.first).text.text
    #expect(text.hasPrefix("One.") && text.hasSuffix("Two."))
    #expect(time < .seconds(10))
  }

  @Test(arguments: [
    String(repeating: "<p>One.", count: 4_000),
    String(repeating: "<li>One.", count: 4_000),
    "<table>" + String(repeating: "<tr><td>One.<td><font size=1>Two.", count: 4_000),
    String(repeating: "<div><span><b>One.</span></b></div>", count: 4_000),
    String(repeating: "<dl><dt>One.<dd>Two.</dl>", count: 4_000),
    String(repeating: "<a href=x>One.<div>", count: 100) + String(repeating: "</div>", count: 100),
    String(repeating: "<option>One.", count: 4_000),
  ])
  func `sloppy pages are within the bounds`(source: String) {
    #expect(HTMLNesting(Array(source.utf8)).isBounded)
    #expect(HTMLParser.parse(Array(source.utf8)) != nil)
  }

  @Test func `the tree of a page is that of the standard`() throws {
    let tree = try #require(HTMLParser.parse(Array("<p a=1 B='&amp;'>x<br>y<p>z<my-el>".utf8)))
    let names = tree.indices.map { tree.nodes[$0].isText ? "#" : tree.name($0) }
    #expect(names == ["html", "head", "body", "p", "#", "br", "#", "p", "#", "my-el"])
    #expect(tree.attribute("a", of: 3) == "1" && tree.attribute("b", of: 3) == "&")
  }

  @Test(arguments: [
    ("<p>a<b>b</b></p>", ["p", "b", "/b", "/p"]), ("<!-- <p> --><i>", ["i"]),
    ("<script><p></script><i>", ["script", "/script", "i"]), ("<a b='>'>", ["a"]),
    ("<a b=\"<c>\" d>", ["a"]), ("a < b <> </> <1>", []), ("<!DOCTYPE html><?x?><p/>", ["p"]),
    ("<TITLE><b></title><p>", ["TITLE", "/title", "p"]), ("<p", []), ("</", []), ("<!--", []),
    ("<script></scripty><p></script>", ["script", "/script"]), ("<!--><p>", ["p"]),
    ("<a b=c>d</a>", ["a", "/a"]),
  ])
  func `tags are found where the standard finds them`(source: String, tags: [String]) {
    let bytes = Array(source.utf8)
    var scanner = HTMLScanner(bytes)
    var found: [String] = []
    while let tag = scanner.next() {
      found.append((tag.isEnd ? "/" : "") + String(decoding: bytes[tag.name], as: UTF8.self))
    }
    #expect(found == tags)
  }
}
