internal import CGumbo

/// Reads a page into a tree with gumbo, which follows the algorithm of the HTML standard.
///
/// The nodes of gumbo are copied and freed before this returns; they are walked through with a list
/// of the open ones, never by recursion.
@safe struct HTMLParser {

  private var tree = MarkupTree()
  /// Whether other characters stand for the controls of the page.
  private var hidesControls = false

  /// Returns the tree of a page in UTF-8, or nil where it is nested or built so that gumbo would not
  /// end.
  static func parse(_ bytes: [UInt8]) -> MarkupTree? { parse(bytes, HTMLNesting(bytes)) }

  /// Returns the tree of a page whose tags have been looked through.
  static func parse(_ bytes: [UInt8], _ nesting: HTMLNesting) -> MarkupTree? {
    guard nesting.isBounded else { return nil }
    var parser = HTMLParser()
    let hidden = HiddenControls.hidden(bytes)
    parser.hidesControls = hidden != nil
    unsafe (hidden ?? bytes).withUnsafeBytes { buffer in
      unsafe parser.read(buffer)
    }
    parser.tree.finish()
    return parser.tree
  }

  private mutating func read(_ buffer: UnsafeRawBufferPointer) {
    guard let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
    var options = unsafe kGumboDefaultOptions
    unsafe options.max_errors = 0
    guard let output = unsafe gumbo_parse_with_options(&options, start, buffer.count) else {
      return
    }
    defer { unsafe gumbo_destroy_output(&options, output) }
    if let root = unsafe output.pointee.root { unsafe copy(root) }
  }

  private mutating func copy(_ root: UnsafeMutablePointer<GumboNode>) {
    guard unsafe open(root) else { return }
    // Each open element with the place of the next child to look at.
    var path = unsafe [(node: root, next: 0)]
    while let last = unsafe path.last {
      guard let child = unsafe Self.child(last.node, last.next) else {
        tree.closeElement()
        _ = unsafe path.popLast()
        continue
      }
      unsafe path[path.count - 1].next += 1
      if unsafe open(child) { unsafe path.append((node: child, next: 0)) }
    }
  }

  private static func isElement(_ node: UnsafeMutablePointer<GumboNode>) -> Bool {
    let type = unsafe node.pointee.type
    return type == GUMBO_NODE_ELEMENT || type == GUMBO_NODE_TEMPLATE
  }

  private static func child(
    _ node: UnsafeMutablePointer<GumboNode>, _ place: Int
  ) -> UnsafeMutablePointer<GumboNode>? {
    guard unsafe isElement(node) else { return nil }
    let children = unsafe node.pointee.v.element.children
    guard unsafe place < Int(children.length), let data = unsafe children.data,
      let child = unsafe data[place]
    else { return nil }
    return unsafe child.assumingMemoryBound(to: GumboNode.self)
  }

  /// Takes in a node; returns whether it is an element.
  private mutating func open(_ node: UnsafeMutablePointer<GumboNode>) -> Bool {
    guard unsafe Self.isElement(node) else {
      unsafe appendText(node)
      return false
    }
    let element = unsafe node.pointee.v.element
    var attributes = unsafe Self.attributes(element)
    if hidesControls {
      attributes = attributes.map { ($0.name, HiddenControls.shown($0.value)) }
    }
    tree.openElement(
      unsafe Self.name(element), line: unsafe element.start_pos.line, attributes: attributes)
    return true
  }

  private mutating func appendText(_ node: UnsafeMutablePointer<GumboNode>) {
    let type = unsafe node.pointee.type
    guard type == GUMBO_NODE_TEXT || type == GUMBO_NODE_WHITESPACE || type == GUMBO_NODE_CDATA,
      let text = unsafe node.pointee.v.text.text
    else { return }
    let line = unsafe node.pointee.v.text.start_pos.line
    let bytes = unsafe Array(String(cString: text).utf8)
    tree.appendText(hidesControls ? HiddenControls.shown(bytes) : bytes, line: line)
  }

  /// The name of an element in lower case; of one that gumbo does not know, as it is written.
  private static func name(_ element: GumboElement) -> String {
    guard unsafe element.tag == GUMBO_TAG_UNKNOWN else {
      return unsafe gumbo_normalized_tagname(element.tag).map { unsafe String(cString: $0) } ?? ""
    }
    let original = unsafe element.original_tag
    guard let data = unsafe original.data else { return "" }
    let tag = unsafe UnsafeRawBufferPointer(start: data, count: original.length)
    let name = unsafe tag.dropFirst().prefix { $0 > 0x20 && $0 != 0x2F && $0 != 0x3E }
    return unsafe String(decoding: name, as: UTF8.self).lowercased()
  }

  private static func attributes(_ element: GumboElement) -> [(name: String, value: [UInt8])] {
    let vector = unsafe element.attributes
    return (0..<Int(unsafe vector.length)).compactMap { index in
      guard
        let attribute = unsafe vector.data?[index]?.assumingMemoryBound(to: GumboAttribute.self),
        let name = unsafe attribute.pointee.name, let value = unsafe attribute.pointee.value
      else { return nil }
      return unsafe (String(cString: name), Array(String(cString: value).utf8))
    }
  }
}
