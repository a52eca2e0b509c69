internal import Annotation

/// Reads files that are one JSON value: an object that is a document, a list of such objects or of
/// texts, an object that holds such a list somewhere, as a page of an answer does, or documents under their
/// names, a list of such pages, or a table (`JSONTable`); and files of several such values, one behind the other.
///
/// Fields are known by several names; those that are not known are kept, those of an object in an
/// object under both names, like `author.name`. A list of lists of words is one document. What a feed in
/// JSON tells of itself goes for its items. What is invalid in a list is one document less.
public struct JSONReader: DocumentReader {

  /// `json`.
  public static let name = "json"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["json"]

  /// Creates the reader.
  public init() {}

  /// Whether a list or an object begins.
  public func recognizes(_ start: [UInt8]) -> Bool {
    if start.starts(with: Self.archive) { return true }
    let marks = (WideEncoding(of: start) == nil ? start : DecodedText(start).bytes).lazy
      .filter { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }.prefix(2)
    guard let first = marks.first else { return false }
    let second = marks.dropFirst().first
    return first == 0x7B && (second == 0x22 || second == 0x7D)
      || first == 0x5B && (second == 0x7B || second == 0x22 || second == 0x5D)
  }

  /// What stands before the value in a file of an archive of Twitter, which is a script.
  private static let archive = Array("window.YTD.".utf8)

  /// Reads the documents of a file.
  public func read(_ file: SourceFile) -> Reading {
    var (bytes, wide) = file.fielded
    if bytes.starts(with: Self.archive), let sign = bytes.prefix(100).firstIndex(of: 0x3D) {
      bytes.removeFirst(sign + 1)
    }
    var list = JSONDocuments(file, bytes, wide: wide)
    list.read()
    return list.reading
  }
}

/// The documents of one JSON text.
private struct JSONDocuments {

  /// How often the end of an object is looked for that has none.
  private static let mostResumptions = 64
  /// How deep pages are looked for in pages.
  private static let deepestPage = 4

  private(set) var reading = Reading()

  private let file: SourceFile
  private let bytes: [UInt8]
  private let wide: WideEncoding?
  private let outline: JSONOutline
  private var item = 0
  private var resumptions = 0
  /// What the feed tells of all its items.
  private var feed = JSONFeed()
  /// In how many pages what is read stands, and how many pages there were.
  private var (depth, pageCount) = (0, 0)
  /// A place whose line is known; the lines of those behind it are counted from there.
  private var known = (place: 0, line: 1, start: 0)

  init(_ file: SourceFile, _ bytes: [UInt8], wide: WideEncoding?) {
    self.file = file
    self.bytes = bytes
    self.wide = wide
    outline = JSONOutline(bytes)
  }

  mutating func read() {
    var place = outline.skipBlanks(from: 0)
    guard place < bytes.count else { return warn(.noDocuments(file.origin)) }
    guard Self.mayBegin(bytes[place]) else {
      return warn(.noContent("JSON", "an object or a list", file.origin, line: nil))
    }
    var isFirst = true
    while place < bytes.count {
      if !isFirst, bytes[place] != 0x7B, bytes[place] != 0x5B {
        return warn(JSONError(message: "something stands behind the object", offset: place), at: 0)
      }
      let end = outline.end(of: place).map { outline.skipBlanks(from: $0) } ?? bytes.count
      let isOnly = isFirst && (end == bytes.count || ![0x2C, 0x5B, 0x7B].contains(bytes[end]))
      guard let next = readValue(at: place, isOnly: isOnly) else { return }
      place = outline.skipBlanks(from: next)
      if place < bytes.count, bytes[place] == 0x2C { place = outline.skipBlanks(from: place + 1) }
      isFirst = false
    }
  }

  /// Whether a value may begin so.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    [0x7B, 0x5B, 0x22, 0x2D, 0x74, 0x66, 0x6E].contains(byte) || (0x30...0x39).contains(byte)
  }

  /// Reads one of the values that the file consists of; nil where none can be behind it.
  private mutating func readValue(at start: Int, isOnly: Bool) -> Int? {
    if bytes[start] == 0x5B {
      return readSentences(at: start) ?? readTable(at: start) ?? readList(at: start)
    }
    let fields = DocumentFields(file, wide: wide)
    if bytes[start] == 0x7B, let end = outline.end(of: start),
      let table = JSONTable(
        bytes, start, end: end, outline, field: { file.options.field(named: $0)?.field })
    {
      for row in table.rows {
        item += 1
        add(.object(row), line: line(of: start))
      }
      return end
    }
    let isDocument =
      bytes[start] == 0x7B && outline.isDocument(at: start, isText: fields.isText)
    let end = outline.end(of: start)
    if bytes[start] == 0x7B, !isDocument {
      for member in outline.members(ofObjectAt: start) {
        let place = member.value.lowerBound
        guard place < bytes.count, bytes[place] == 0x5B, let next = readTable(at: place) else {
          continue
        }
        return end ?? next
      }
    }
    if bytes[start] == 0x7B, !isDocument, let end, readKeyed(inObjectAt: start, end: end) {
      return end
    }
    if bytes[start] == 0x7B, !isDocument,
      let list = outline.longestList(inObjectAt: start, isText: fields.isText)?.range,
      list.upperBound <= end ?? bytes.count
    {
      feed = JSONFeed(bytes, outline.members(ofObjectAt: start))
      defer { feed = JSONFeed() }
      let next = readList(at: list.lowerBound)
      return end ?? next
    }
    guard isOnly else { return readItem(at: start, hasComma: false) }
    do {
      add(try JSONScanner.value(Array(bytes[start..<(end ?? bytes.count)])), line: nil)
    } catch { warn(error, at: start) }
    return end
  }

  /// Reads the documents that stand under their names in an object somewhere in another, and returns
  /// whether there are such; a list of documents goes before them.
  private mutating func readKeyed(inObjectAt start: Int, end: Int) -> Bool {
    let isText = DocumentFields(file, wide: wide).isText
    let list = outline.longestList(inObjectAt: start, isText: isText)
    if list?.isOfDocuments == true { return false }
    var objects = [(place: start, depth: 0)]
    while let (place, depth) = objects.popLast() {
      for member in outline.members(ofObjectAt: place).reversed() {
        let first = member.value.lowerBound
        guard first < end, bytes[first] == 0x7B else { continue }
        if let table = JSONTable(
          named: bytes, first, end: member.value.upperBound, outline,
          field: { file.options.field(named: $0)?.field })
        {
          for row in table.rows {
            item += 1
            add(.object(row), line: line(of: first))
          }
          return true
        }
        if depth < Self.deepestPage { objects.append((first, depth + 1)) }
      }
    }
    return false
  }

  /// Reads a list of lists of words as the sentences of one document, as Stanza writes them; nil where
  /// it is something else.
  private mutating func readSentences(at start: Int) -> Int? {
    let inner = outline.skipBlanks(from: start + 1)
    guard inner < bytes.count, bytes[inner] == 0x5B, let end = outline.end(of: start),
      let value = try? JSONScanner.value(Array(bytes[start..<end])),
      value.items.allSatisfy({ !$0.items.isEmpty && $0.items.allSatisfy(\.isWord) })
    else { return nil }
    add(.object([("tokens", value)]), line: nil)
    return end
  }

  /// Reads a list of rows, the first of which names the columns; nil where it is something else.
  private mutating func readTable(at start: Int) -> Int? {
    guard let end = outline.end(of: start),
      let table = JSONTable(
        rows: bytes, start, end: end, outline, field: { file.options.field(named: $0)?.field })
    else { return nil }
    for row in table.rows {
      item += 1
      add(.object(row), line: line(of: start))
    }
    return end
  }

  /// Reads a list; returns the place behind it, or nil where none can be.
  private mutating func readList(at start: Int) -> Int? {
    let first = item
    var place = outline.skipBlanks(from: start + 1)
    while place < bytes.count, bytes[place] != 0x5D {
      guard let next = readItem(at: place, hasComma: true) else { return nil }
      place = outline.skipBlanks(from: next)
      if place < bytes.count, bytes[place] == 0x2C {
        place = outline.skipBlanks(from: place + 1)
      }
    }
    if place >= bytes.count {
      warn(JSONError(message: "',' or ']' is missing", offset: bytes.count), at: 0)
    }
    if item == first { warn(.noDocuments(file.origin)) }
    return place + 1
  }

  /// Reads an item of a list, or of values without commas; nil where none can be behind it.
  private mutating func readItem(at start: Int, hasComma: Bool) -> Int? {
    let end = outline.end(of: start)
    do {
      let place = start..<(end ?? bytes.count)
      let value = try JSONScanner.value(Array(bytes[place]))
      if case .array = value, readPage(value, place) { return place.upperBound }
      item += 1
      add(value, line: line(of: start), place)
      return place.upperBound
    } catch {
      item += 1
      warn(error, at: start)
      if let end { return max(end, start + 1) }
      resumptions += 1
      guard resumptions <= Self.mostResumptions else { return nil }
      return outline.nextObject(behind: start + error.offset, hasComma: hasComma).map {
        max($0, start + 1)
      }
    }
  }

  /// Reads an item of a list as a page of an answer, and returns whether it is one.
  ///
  /// That is a list of documents, or an object without text and title that holds one; among other pages
  /// also one that holds an empty list.
  private mutating func readPage(_ value: JSONValue, _ place: Range<Int>) -> Bool {
    guard depth < Self.deepestPage else { return false }
    var list: Range<Int>?
    switch value {
    case .array(let items) where !items.isEmpty && items.allSatisfy(\.isObject): list = place
    case .object(let members):
      let fields = DocumentFields(file, wide: wide)
      let isTitled = members.contains { file.options.field(named: $0.name)?.field == .title }
      if outline.isDocument(at: place.lowerBound, isText: fields.isText) { return false }
      if isTitled, !JSONFeed.isFeed(value) { return false }
      let found = outline.longestList(inObjectAt: place.lowerBound, isText: fields.isText)
      list = found.flatMap { $0.isOfDocuments ? $0.range : nil }
      if list == nil, pageCount > 0, value.holdsEmptyList { return true }
    default: return false
    }
    guard let list, list.upperBound <= place.upperBound else { return false }
    let outer = feed
    feed = JSONFeed(bytes, outline.members(ofObjectAt: place.lowerBound))
    (depth, pageCount) = (depth + 1, pageCount + 1)
    _ = readList(at: list.lowerBound)
    (feed, depth) = (outer, depth - 1)
    return true
  }

  /// Adds the document that a value is, or those of the page that it is.
  private mutating func add(_ value: JSONValue, line: Int?, _ place: Range<Int>? = nil) {
    var fields = DocumentFields(file, wide: wide)
    switch value {
    case .object(let members):
      fields.add(members)
      feed.add(to: &fields, beside: members.map(\.name))
    case .text(let text) where line != nil: fields.add(text: text, "")
    default: return warn(.notAnObject(file.origin, line: line ?? 1))
    }
    let number = line == nil ? nil : item
    if let document = file.document(
      of: value, fields, line: line, item: number, &reading.warnings)
    {
      return reading.documents.append(document)
    }
    if let place {
      // What it holds is counted in its stead.
      item -= 1
      if readPage(value, place) { return }
      item += 1
    }
    if let kind = value.otherKind { return reading.passedOver[kind, default: 0] += 1 }
    warn(.noText(in: value, file, line: line ?? 1))
  }

  private mutating func warn(_ warning: IngestionReport.Warning) {
    reading.warnings.append(warning)
  }

  private mutating func warn(_ error: JSONError, at start: Int) {
    let place = min(start + error.offset, bytes.count)
    let line = line(of: place)
    // Continuation bytes are no columns.
    let column = bytes[known.start..<place].count { $0 & 0xC0 != 0x80 } + 1
    warn(.invalidJSON(error.message, file.origin, line: line, column: column))
  }

  /// Returns the line of a place; they are asked for in ascending order, or nearly so.
  private mutating func line(of place: Int) -> Int {
    if place < known.place { known = (0, 1, 0) }
    var index = known.place
    while index < place {
      if bytes[index] == 0x0A {
        known.line += 1
        known.start = index + 1
      }
      index += 1
    }
    known.place = place
    return known.line
  }
}

extension JSONValue {

  /// Whether it is a word of a sentence, and no document.
  fileprivate var isWord: Bool {
    self["text"] != nil && first(of: "lemma", "upos", "xpos", "start_char") != nil
  }

  /// What an object of linked data is that is no article: `Organization`, `WebSite`.
  fileprivate var otherKind: String? {
    let kinds = self["@type"]?.list.compactMap(\.string) ?? []
    let isArticle = kinds.contains { kind in
      ["Article", "Posting", "Report"].contains { kind.hasSuffix($0) }
    }
    return isArticle ? nil : kinds.first
  }

  /// Whether an empty list stands in it, as in a page behind the last.
  fileprivate var holdsEmptyList: Bool {
    switch self {
    case .array(let items): items.isEmpty
    case .object(let members): members.contains { $0.value.holdsEmptyList }
    default: false
    }
  }
}
