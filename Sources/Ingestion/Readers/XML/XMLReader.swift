internal import Annotation
internal import CExpat

/// Reads XML into a tree with expat.
///
/// It owns the parser, which calls back with this object for its context, and frees it at the end
/// of its life. The bytes are given at once, so that no long text is looked at twice. Of entities
/// only those of `XMLSource` are known, and no external one is opened, since no handler asks for it.
@safe final class XMLReader {

  /// What is wrong with a file, and the line, from one.
  struct Fault: Error {
    let message: String
    let line: Int
    /// Whether there is more than is held in memory at once.
    var isTooLarge = false
    /// Whether what stands behind it could be read from its next item on.
    var isResumed = false
  }

  /// How deep elements may stand inside of one another.
  static let depthLimit = 256

  /// How many elements, texts and attributes a tree has at most; they take up to 256 MB.
  static let nodeLimit = 8 << 20

  /// How many names elements and attributes have; people use some hundreds.
  private static let nameLimit = 1 << 16

  private let parser: XML_Parser?
  private let nodeLimit: Int
  private var tree = MarkupTree()
  private var fault: Fault?

  /// How often a file is read on behind damage, and how long it may be for that.
  private static let mostResumptions = 64
  private static let resumableLength = 64 << 20
  /// Where reading began in the file, and the line there, from zero.
  private var start = 0
  private var startLine = 0
  /// The elements that stand open there, which are given to the parser once more.
  private var prologue: [UInt8] = []
  private var repeated = 0
  /// Where the fault is in the file, if it may be read on behind that.
  private var place: Int?
  private var baseDepth = 0

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file in UTF-8.
  ///   - most: How many elements, texts and attributes are read of it.
  /// - Returns: What could be read, and the faults in their order; behind the last nothing was read,
  ///   unless it is resumed.
  static func read(
    _ bytes: [UInt8], most: Int = nodeLimit
  ) -> (tree: MarkupTree, faults: [Fault]) {
    let source = XMLSource.prepared(bytes)
    var reader = XMLReader(most: most)
    reader.parse(source)
    var faults: [Fault] = []
    while var fault = reader.fault {
      let next = faults.count < mostResumptions ? reader.resumed(in: source) : nil
      fault.isResumed = next != nil
      faults.append(fault)
      guard let next else { break }
      next.parse(next.prologue + source[next.start...])
      reader = next
    }
    reader.tree.finish()
    return (reader.tree, faults)
  }

  private init(most: Int) {
    nodeLimit = most
    unsafe parser = XML_ParserCreate("UTF-8")
  }

  deinit { if let parser = unsafe parser { unsafe XML_ParserFree(parser) } }

  private func parse(_ source: [UInt8]) {
    guard let parser = unsafe parser, let count = Int32(exactly: source.count) else {
      fault = Fault(message: "no memory", line: 1)
      return
    }
    unsafe setHandlers(of: parser)
    let status = unsafe source.withUnsafeBytes { buffer in
      unsafe XML_Parse(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count, 1)
    }
    guard status == XML_STATUS_ERROR, fault == nil else { return }
    // The ends of what stood open there are not those of what was begun once more.
    let isEnd = unsafe XML_GetErrorCode(parser) == XML_ERROR_TAG_MISMATCH
    if isEnd, !prologue.isEmpty, tree.depth <= baseDepth { return }
    place = unsafe Int(XML_GetCurrentByteIndex(parser)) - prologue.count + start
    fault = Fault(message: unsafe Self.message(XML_GetErrorCode(parser)), line: line)
  }

  private static func message(_ code: XML_Error) -> String {
    switch code {
    case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_UNCLOSED_CDATA_SECTION:
      return "it breaks off before its end"
    default:
      return unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? "not readable"
    }
  }

  private func setHandlers(of parser: XML_Parser) {
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let context = unsafe context, let name = unsafe name else { return }
        unsafe XMLReader.of(context).open(name, attributes)
      },
      { context, _ in
        guard let context = unsafe context else { return }
        unsafe XMLReader.of(context).close()
      })
    unsafe XML_SetCharacterDataHandler(parser) { context, text, count in
      guard let context = unsafe context, let text = unsafe text else { return }
      unsafe XMLReader.of(context).append(text, Int(count))
    }
    // With a handler of its own for what has none, expat expands no entity in texts.
    unsafe XML_SetDefaultHandler(parser) { _, _, _ in }
  }

  private static func of(_ context: UnsafeMutableRawPointer) -> XMLReader {
    unsafe Unmanaged<XMLReader>.fromOpaque(context).takeUnretainedValue()
  }

  private var line: Int {
    guard let parser = unsafe parser else { return 1 }
    return startLine + Int(clamping: unsafe XML_GetCurrentLineNumber(parser))
  }
}

// MARK: Events

extension XMLReader {

  private func open(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    if repeated > 0 {
      repeated -= 1
      return
    }
    guard tree.depth < Self.depthLimit else {
      return stop("elements stand more than \(Self.depthLimit) deep")
    }
    guard isWithinLimits else { return stop("", isTooLarge: true) }
    var values: [(name: String, value: [UInt8])] = []
    var index = 0
    while let key = unsafe attributes?[index], let value = unsafe attributes?[index + 1] {
      values.append(
        unsafe (name: Self.localName(key), value: Array(String(cString: value).utf8)))
      index += 2
    }
    tree.openElement(
      unsafe Self.localName(name), line: UInt32(clamping: line), attributes: values)
  }

  private func close() {
    if tree.depth > baseDepth || prologue.isEmpty { tree.closeElement() }
  }

  private var isWithinLimits: Bool {
    tree.nodes.count + tree.attributes.count < nodeLimit && tree.names.count < Self.nameLimit
  }

  private func append(_ text: UnsafePointer<CChar>, _ count: Int) {
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: count)
    unsafe tree.appendText(bytes, line: UInt32(clamping: line))
  }

  private func stop(_ message: String, isTooLarge: Bool = false) {
    guard fault == nil, let parser = unsafe parser else { return }
    fault = Fault(message: message, line: line, isTooLarge: isTooLarge)
    _ = unsafe XML_StopParser(parser, 0)
  }

  /// A name without the prefix of its namespace, but for what feeds say of pictures and films: a
  /// `media:description` is none of the item.
  private static func localName(_ name: UnsafePointer<CChar>) -> String {
    let whole = unsafe String(cString: name)
    guard let colon = whole.utf8.lastIndex(of: 0x3A), !whole.hasPrefix("media:") else {
      return whole
    }
    return String(whole[whole.utf8.index(after: colon)...])
  }
}

// MARK: Damage

extension XMLReader {

  /// Returns a reader of what stands behind the fault, from the next item of a feed on; nil where there
  /// is none.
  private func resumed(in source: [UInt8]) -> XMLReader? {
    guard let place, source.count <= Self.resumableLength else { return nil }
    let open = tree.openNames
    let item = open.firstIndex { $0 == "item" || $0 == "entry" }
    guard (item ?? open.count) > 0,
      let next = Self.item(item.map { [open[$0]] } ?? ["item", "entry"], in: source, behind: place)
    else { return nil }
    let reader = XMLReader(most: nodeLimit)
    reader.tree = tree
    reader.baseDepth = item ?? open.count
    while reader.tree.depth > reader.baseDepth { reader.tree.closeElement() }
    reader.repeated = reader.baseDepth
    reader.prologue = open[..<reader.baseDepth].flatMap { Array("<\($0)>".utf8) }
    reader.start = next
    reader.startLine = Array(source[..<next]).lineCount
    return reader
  }

  /// The place of the next element of one of some names.
  private static func item(_ names: [String], in source: [UInt8], behind place: Int) -> Int? {
    let tags = names.map { Array("<\($0)".utf8) }
    return source.indices.dropFirst(place + 1).first { index in
      source[index] == 0x3C
        && tags.contains { tag in
          let end = index + tag.count
          return end < source.count && (source[end] <= 0x20 || source[end] == 0x3E)
            && source[index..<end].elementsEqual(tag)
        }
    }
  }
}
