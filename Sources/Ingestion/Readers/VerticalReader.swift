internal import Annotation

/// Reads verticalized text: a word a line with its columns, and elements on lines of their own.
///
/// The columns are those of the Corpus Workbench: word, part of speech, lemma; a lemma in the second
/// and the tag in the third are told by the names of the tags. A comment `#vrt positional-attributes:`
/// tells another order. `<text …>` or `<doc …>` is a document
/// with its fields as attributes, `<p>` a paragraph, `<s>` a sentence, and `<g/>` glues two words.
/// Source: https://cwb.sourceforge.io/files/CWB_Encoding_Tutorial.pdf.
public struct VerticalReader: DocumentReader {

  /// `vrt`.
  public static let name = "vrt"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["vrt", "vert"]

  /// Creates the reader.
  public init() {}

  /// Whether elements begin the file, and words in columns stand on all other lines.
  public func recognizes(_ start: [UInt8]) -> Bool {
    let mark = start.byteOrderMarkLength
    guard start.dropFirst(mark).first == UInt8(ascii: "<") else { return false }
    var lines = ColumnLines(start, firstLine: 1)
    var columns = LineColumns()
    var wordCount = 0
    while lines.next(), lines.number < 200, lines.end < start.count {
      let isElement = lines.number == 1 || start[lines.start] == UInt8(ascii: "<")
      if lines.isEmpty || isElement { continue }
      // A line that begins with a tab is indented.
      columns.find(in: start.span, lines.line)
      if columns[0].isEmpty || columns[0].upperBound == lines.end { return false }
      wordCount += 1
    }
    return wordCount > 1
  }

  /// True: a file holds many documents.
  public var isDivisible: Bool { true }

  /// Returns how many bytes at the beginning are declarations and comments, which name the columns.
  public func preambleLength(of file: SourceFile) -> Int {
    var lines = ColumnLines(file.bytes, firstLine: 1)
    var length = 0
    while lines.next() {
      let line = file.bytes[lines.start..<lines.end]
      guard line.starts(with: "<!".utf8) || line.starts(with: "<?".utf8) else { break }
      length = lines.end
    }
    return length
  }

  /// Returns where the last document begins.
  public func boundary(in bytes: [UInt8]) -> Int? {
    bytes.lastLine(beginningWithOneOf: [Array("<text".utf8), Array("<doc".utf8)])
  }

  /// Reads the documents of a file.
  public func read(_ file: SourceFile) -> Reading {
    let bytes = DecodedText.checked(file.bytes).withoutControls
    var lines = ColumnLines(bytes, firstLine: file.firstLine)
    var columns = LineColumns()
    var names = VerticalColumns(file.preamble[...])
    var documents = GivenDocuments(file, Self.fields(names))
    var texts = TextElements()
    while lines.next() {
      if lines.isEmpty { continue }
      if bytes[lines.start] == UInt8(ascii: "<"),
        let told = VerticalColumns(bytes[lines.start..<lines.end])
      {
        names = told
        documents.wordFields = Self.fields(told)
      } else if bytes[lines.start] == UInt8(ascii: "<"),
        case let elements = VerticalElement.elements(bytes, lines.start..<lines.end),
        !elements.isEmpty
      {
        for element in elements {
          texts.note(element, line: lines.number)
          read(element, line: lines.number, &documents)
        }
      } else {
        columns.find(in: bytes.span, lines.line)
        add(bytes, columns, names, &documents)
      }
    }
    if let (what, line) = texts.open {
      documents.warn(.cutOff("the \(what) that begins here has no end", file.origin, line: line))
    }
    return documents.finish()
  }

  /// The names of the columns, as the file has them.
  private static func fields(_ columns: VerticalColumns?) -> GivenLayers.WordFields {
    .init(
      reader: name, word: columns?.wordName ?? "word", lemma: columns?.lemmaName ?? "lemma",
      tag: columns?.tagName ?? "pos")
  }

  private func read(
    _ element: VerticalElement, line: Int, _ documents: inout GivenDocuments
  ) {
    switch element.name {
    case "text", "doc":
      if element.isEnd { return documents.end() }
      documents.begin(line: line)
      for (name, value) in element.attributes {
        if name == "quotes", let count = Int(value) {
          documents.annotation.expect(count)
        } else if name == "mentions", value == "0", documents.annotation.isOwn {
          documents.annotation.expectNames()
        } else {
          documents.addField(name, value)
        }
      }
    case "p", "par", "para", "paragraph":
      documents.builder.endParagraph()
      guard !element.isEnd, documents.annotation.isOwn else { return }
      for (name, value) in element.attributes {
        if name == "type" { documents.builder.begin(value) }
        if name == "mark" { documents.builder.add(mark: value) }
      }
    case "s", "sentence": documents.builder.endSentence()
    case "g": documents.builder.join()
    case "quote", "cue", "source", "name", "ref": VerticalAnnotation.read(element, &documents)
    default: break
    }
  }

  @inline(__always)
  private func add(
    _ bytes: [UInt8], _ line: borrowing LineColumns, _ names: VerticalColumns?,
    _ documents: inout GivenDocuments
  ) {
    // Columns at known places are read without a copy of where all of them stand.
    var (word, tag, lemma) = (line[0], TagNames.tag(bytes, line[1]), line[2])
    if let names {
      (word, tag, lemma) = (line[names.word], nil, 0..<0)
      if let place = names.tag { tag = TagNames.tag(bytes, line[place]) }
      if let place = names.lemma { lemma = line[place] }
    } else if tag == nil, let other = TagNames.tag(bytes, line[2]) {
      (tag, lemma) = (other, line[1])
    }
    // Entities may stand where an ampersand does.
    if bytes.span.holds(0x26, in: word) || bytes.span.holds(0x26, in: lemma) {
      let own = VerticalElement.unescaped(bytes[word])
      let both = own + VerticalElement.unescaped(bytes[lemma])
      documents.builder.add(
        both, word: 0..<own.count, lemma: own.count..<both.count, tag: tag)
    } else {
      documents.builder.add(bytes, word: word, lemma: lemma, tag: tag)
    }
  }
}

/// Which text, or which sentence outside of texts, of a verticalized file stands open.
private struct TextElements {

  /// The line at which the open text begins; nil where none is.
  private var line: Int?
  private var (beginCount, endCount) = (0, 0)
  /// The line at which the open sentence begins, where sentences have ends.
  private var sentenceLine: Int?
  private var hasSentenceEnds = false

  /// What begins last and has no end, where others of the file have one, and the line at which it does.
  var open: (what: String, line: Int)? {
    if let line, endCount > 0 || beginCount == 1 { return ("text", line) }
    return hasSentenceEnds ? sentenceLine.map { ("sentence", $0) } : nil
  }

  /// Takes note of an element.
  mutating func note(_ element: VerticalElement, line: Int) {
    switch element.name {
    case "text", "doc":
      self.line = element.isEnd ? nil : line
      if element.isEnd { endCount += 1 } else { beginCount += 1 }
    case "s", "sentence":
      sentenceLine = element.isEnd ? nil : line
      hasSentenceEnds = hasSentenceEnds || element.isEnd
    default: break
    }
  }
}

/// An element of a verticalized text, on a line without words.
struct VerticalElement {

  /// Its name, in lower case; empty for a comment or declaration.
  let name: String
  /// Whether it ends one that is open.
  let isEnd: Bool
  /// What stands in it, by name.
  let attributes: [(name: String, value: String)]

  /// Reads an element; nil where the line is a word that begins with `<`.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    guard range.count > 2, bytes[range.upperBound - 1] == UInt8(ascii: ">") else { return nil }
    var position = range.lowerBound + 1
    if bytes[position] == UInt8(ascii: "?") || bytes[position] == UInt8(ascii: "!") {
      (name, isEnd, attributes) = ("", false, [])
      return
    }
    isEnd = bytes[position] == UInt8(ascii: "/")
    if isEnd { position += 1 }
    let rest = bytes[position..<range.upperBound - 1]
    let name = rest.prefix { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "z") || $0 == 0x5F }
    guard !name.isEmpty else { return nil }
    self.name = String(decoding: name, as: UTF8.self).lowercased()
    attributes = Self.attributes(rest[name.endIndex...])
  }

  /// Reads the elements of a line, which has one as a rule; none where the line is a word.
  static func elements(_ bytes: [UInt8], _ range: Range<Int>) -> [VerticalElement] {
    var elements: [VerticalElement] = []
    var start = range.lowerBound
    while start < range.upperBound {
      guard let end = end(bytes, start..<range.upperBound),
        let element = VerticalElement(bytes, start..<end)
      else { return VerticalElement(bytes, range).map { [$0] } ?? [] }
      elements.append(element)
      start =
        bytes[end..<range.upperBound].firstIndex { $0 != 0x20 && $0 != 0x09 }
        ?? range.upperBound
    }
    return elements
  }

  /// The place behind the element that begins a line; nil where none does.
  private static func end(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard bytes[range.lowerBound] == UInt8(ascii: "<") else { return nil }
    var mark: UInt8?
    for place in range {
      let byte = bytes[place]
      if byte == mark {
        mark = nil
      } else if mark == nil, byte == 0x22 || byte == 0x27 {
        mark = byte
      } else if mark == nil, byte == UInt8(ascii: ">") {
        return place + 1
      }
    }
    return nil
  }

  private static func attributes(_ bytes: ArraySlice<UInt8>) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    var rest = bytes
    while let sign = rest.firstIndex(of: UInt8(ascii: "=")) {
      let name = rest[..<sign].filter { $0 > 0x20 }
      rest = rest[(sign + 1)...].drop { $0 == 0x20 }
      guard let mark = rest.first, mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'"),
        let end = rest.dropFirst().firstIndex(of: mark)
      else { break }
      let value = unescaped(rest[(rest.startIndex + 1)..<end])
      result.append(
        (String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
      rest = rest[(end + 1)...]
    }
    return result
  }

  /// Returns text with the five entities of XML read, and characters that are told by their numbers.
  static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
    let bytes = Array(bytes)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "&") else {
        result.append(bytes[position])
        position += 1
        continue
      }
      let isNumber = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "#")
      if isNumber, let entity = HTMLEntity(bytes, at: position),
        let scalar = Unicode.Scalar(entity.scalar)
      {
        result += String(scalar).utf8
        position += entity.length
        continue
      }
      let entity = entities.first { bytes[position...].starts(with: $0.0) }
      result.append(entity?.1 ?? bytes[position])
      position += entity?.0.count ?? 1
    }
    return result
  }

  private static let entities: [([UInt8], UInt8)] = [
    (Array("&lt;".utf8), 0x3C), (Array("&gt;".utf8), 0x3E), (Array("&quot;".utf8), 0x22),
    (Array("&apos;".utf8), 0x27), (Array("&amp;".utf8), 0x26),
  ]
}
