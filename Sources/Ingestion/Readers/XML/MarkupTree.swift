internal import Annotation

/// The elements and texts of a page or an XML file, in the order in which they begin.
///
/// What an element holds are the nodes behind it, up to its `end`. So a part of the tree is a range,
/// and to walk through it needs no recursion, however deep it is.
struct MarkupTree {

  /// An element or a text.
  struct Node {
    /// The index of the element's name; negative for a text.
    let name: Int32
    /// The index of the element that holds it; negative at the top.
    let parent: Int32
    /// The index behind the last node that it holds.
    var end: Int32
    /// The line of its beginning in the file, from one.
    let line: UInt32
    /// Of a text the bytes, of an element the attributes.
    var content: ByteRange

    /// Whether it is a text.
    var isText: Bool { name < 0 }
  }

  /// An attribute of an element.
  struct Attribute {
    let name: Int32
    let value: ByteRange
  }

  private(set) var nodes: [Node] = []
  private(set) var attributes: [Attribute] = []
  /// The bytes of all texts and values.
  private(set) var bytes: [UInt8] = []
  /// The names of elements and attributes without prefixes of namespaces, each once.
  private(set) var names: [String] = []
  /// What each name means in HTML.
  private(set) var tags: [HTMLTag] = []

  private var codes: [String: Int32] = [:]
  private var open: [Int32] = []

  /// All nodes.
  var indices: Range<Int> { 0..<nodes.count }

  /// The names of the elements that are not yet closed, the outermost first.
  var openNames: [String] { open.map { name(Int($0)) } }

  /// The number of elements that are not yet closed.
  var depth: Int { open.count }
}

// MARK: Making

extension MarkupTree {

  /// Begins an element; `close` ends it.
  mutating func openElement(
    _ name: String, line: UInt32, attributes values: some Sequence<(name: String, value: [UInt8])>
  ) {
    let start = UInt32(truncatingIfNeeded: attributes.count)
    for attribute in values {
      attributes.append(Attribute(name: code(attribute.name), value: append(attribute.value)))
    }
    let end = UInt32(truncatingIfNeeded: attributes.count)
    let index = Int32(truncatingIfNeeded: nodes.count)
    nodes.append(
      Node(
        name: code(name), parent: open.last ?? -1, end: index + 1, line: line,
        content: ByteRange(start, end)))
    open.append(index)
  }

  /// Ends the element that was begun last.
  mutating func closeElement() {
    guard let last = open.popLast() else { return }
    nodes[Int(last)].end = Int32(truncatingIfNeeded: nodes.count)
  }

  /// Ends all elements.
  mutating func finish() {
    while !open.isEmpty { closeElement() }
  }

  /// Adds text; it goes on with the text before it where nothing stands between them.
  mutating func appendText(_ text: some Collection<UInt8>, line: UInt32) {
    if let last = nodes.last, last.isText, last.parent == open.last ?? -1,
      Int(last.content.end) == bytes.count
    {
      nodes[nodes.count - 1].content.end = append(text).end
      return
    }
    let index = Int32(truncatingIfNeeded: nodes.count)
    nodes.append(
      Node(name: -1, parent: open.last ?? -1, end: index + 1, line: line, content: append(text)))
  }

  private mutating func append(_ value: some Collection<UInt8>) -> ByteRange {
    let start = UInt32(truncatingIfNeeded: bytes.count)
    bytes.append(contentsOf: value)
    return ByteRange(start, UInt32(truncatingIfNeeded: bytes.count))
  }

  private mutating func code(_ name: String) -> Int32 {
    if let code = codes[name] { return code }
    let code = Int32(truncatingIfNeeded: names.count)
    codes[name] = code
    names.append(name)
    tags.append(HTMLTag(name: name))
    return code
  }
}

// MARK: Reading

extension MarkupTree {

  /// The name of an element; empty for a text.
  func name(_ index: Int) -> String {
    nodes[index].isText ? "" : names[Int(nodes[index].name)]
  }

  /// What an element is in HTML.
  func tag(_ index: Int) -> HTMLTag {
    nodes[index].isText ? .text : tags[Int(nodes[index].name)]
  }

  /// The nodes inside of an element.
  func inside(_ index: Int) -> Range<Int> { index + 1..<Int(nodes[index].end) }

  /// The nodes right inside of an element, without what these hold.
  func children(_ index: Int) -> [Int] {
    var found: [Int] = []
    var child = index + 1
    while child < Int(nodes[index].end) {
      found.append(child)
      child = Int(nodes[child].end)
    }
    return found
  }

  /// The first element of a name right inside of another.
  func child(_ name: String, of index: Int) -> Int? {
    guard let code = codes[name] else { return nil }
    var child = index + 1
    while child < Int(nodes[index].end) {
      if nodes[child].name == code { return child }
      child = Int(nodes[child].end)
    }
    return nil
  }

  /// The elements of a name in a range, in order.
  func all(_ name: String, in range: Range<Int>) -> [Int] {
    guard let code = codes[name] else { return [] }
    return range.filter { nodes[$0].name == code }
  }

  /// The first element of a name in a range.
  func first(_ name: String, in range: Range<Int>) -> Int? {
    guard let code = codes[name] else { return nil }
    return range.first { nodes[$0].name == code }
  }

  /// Whether an element stands inside of one of a name, or is one.
  func isInside(_ index: Int, _ name: String) -> Bool {
    guard let code = codes[name] else { return false }
    var node = index
    while node >= 0 {
      if nodes[node].name == code { return true }
      node = Int(nodes[node].parent)
    }
    return false
  }

  /// The value of an attribute, or nil where the element has none of the name.
  func attribute(_ name: String, of index: Int) -> String? {
    guard let code = codes[name], !nodes[index].isText else { return nil }
    let range = nodes[index].content
    return attributes[Int(range.start)..<Int(range.end)].first { $0.name == code }
      .map { String(decoding: bytes[Int($0.value.start)..<Int($0.value.end)], as: UTF8.self) }
  }

  /// All attributes of an element, in their order.
  func attributes(of index: Int) -> [(name: String, value: String)] {
    if nodes[index].isText { return [] }
    let range = nodes[index].content
    return attributes[Int(range.start)..<Int(range.end)].map {
      let value = bytes[Int($0.value.start)..<Int($0.value.end)]
      return (names[Int($0.name)], String(decoding: value, as: UTF8.self))
    }
  }

  /// The bytes of a text.
  func text(_ index: Int) -> ArraySlice<UInt8> {
    let node = nodes[index]
    return node.isText ? bytes[Int(node.content.start)..<Int(node.content.end)] : []
  }

  /// All text inside of an element, one piece behind the other.
  func content(of index: Int) -> [UInt8] {
    var content: [UInt8] = []
    for node in index..<Int(nodes[index].end) { content += text(node) }
    return content
  }

  /// All text inside of an element in one line, with blanks for breaks of lines, or nil where there is
  /// none.
  func line(of index: Int) -> String? {
    let breaks = [codes["br"], codes["lb"]].compactMap(\.self)
    var content: [UInt8] = []
    for node in index..<Int(nodes[index].end) {
      let isBreak = !nodes[node].isText && breaks.contains(nodes[node].name)
      if isBreak, attribute("break", of: node) != "no" { content.append(0x20) }
      content += text(node)
    }
    return MetadataValue.text(String(decoding: content, as: UTF8.self)).trimmed
  }

  /// The text of the first element of a name right inside of another.
  func line(of name: String, in index: Int) -> String? {
    child(name, of: index).flatMap { line(of: $0) }
  }
}
