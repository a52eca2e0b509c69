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

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file in UTF-8.
  ///   - most: How many elements, texts and attributes are read of it.
  /// - Returns: What could be read, up to the fault if there is one.
  static func read(
    _ bytes: [UInt8], most: Int = nodeLimit
  ) -> (tree: MarkupTree, fault: Fault?) {
    let reader = XMLReader(most: most)
    reader.parse(XMLSource.prepared(bytes))
    reader.tree.finish()
    return (reader.tree, reader.fault)
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
        unsafe XMLReader.of(context).tree.closeElement()
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
    return Int(clamping: unsafe XML_GetCurrentLineNumber(parser))
  }
}

// MARK: Events

extension XMLReader {

  private func open(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
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

  /// A name without the prefix of its namespace.
  private static func localName(_ name: UnsafePointer<CChar>) -> String {
    let whole = unsafe String(cString: name)
    guard let colon = whole.utf8.lastIndex(of: 0x3A) else { return whole }
    return String(whole[whole.utf8.index(after: colon)...])
  }
}
