internal import Annotation

/// A document out of the export of a database of news, while its lines are read.
struct ExportedDocument {

  /// The number of its first line in the file, from one.
  let line: Int

  /// A field of it.
  struct Field {
    /// The name that the reader gives it.
    let name: String
    /// The name that the source gives it; nil where that is none to be asked by.
    let source: String?
    /// Its value.
    let value: String
    /// The items of its value; nil where it is no list.
    let items: [String]?
  }

  /// What is known of it.
  private(set) var fields: [Field] = []
  /// Lists of names, by those of fields.
  private var people: [(name: String, value: [String])] = []
  /// Its text.
  var body: [UInt8] = []

  /// Begins a document.
  init(line: Int) { self.line = line }

  /// Adds a field, unless nothing stands in it.
  ///
  /// - Parameters:
  ///   - name: The name that the reader gives it.
  ///   - value: Its value.
  ///   - source: The name that the source gives it, by which the user may map it to another field.
  ///   - items: The items of its value, where it is a list and the user maps it.
  mutating func add(
    _ name: String, _ value: String, from source: String? = nil, items: [String]? = nil
  ) {
    let words = MetadataValue.words(value)
    if words.isEmpty { return }
    let value = words.joined(separator: " ")
    fields.append(Field(name: name, source: source, value: value, items: items))
  }

  /// Adds a field that has no meaning of its own here, under the name that the source gives it.
  mutating func keep(_ source: String, _ value: String, items: [String]? = nil) {
    add(source, value, from: source, items: items)
  }

  /// Adds a list of names, one of which may be that of a paper.
  mutating func add(people name: String, _ names: [String]) {
    if !names.isEmpty { people.append((name, names)) }
  }

  /// Adds a line of the text.
  mutating func add(_ line: ArraySlice<UInt8>) {
    if body.isEmpty, line.isEmpty { return }
    body += line
    body.append(0x0A)
  }

  /// The text without the line ends behind it.
  private var text: [UInt8] {
    body.lastIndex { $0 > 0x20 }.map { Array(body[...$0]) } ?? []
  }

  /// Whether the text ends with a stop or a mark behind one.
  var endsSentence: Bool {
    body.last { $0 > 0x20 }.map { $0 >= 0x80 || ".!?:;)\"'".utf8.contains($0) } ?? true
  }

  /// Whether the text has any letter.
  var hasText: Bool { body.contains { $0 > 0x20 } }

  /// Puts the document into a reading; without text it is left out with a warning.
  func finish(_ file: SourceFile, into reading: inout Reading) {
    guard hasText else {
      return reading.warnings.append(.noBody(file.origin, line: line))
    }
    var assembler = MetadataAssembler()
    file.options.mapped?.note(fields.compactMap(\.source), in: file.origin)
    for field in fields {
      let isMapped = field.source.flatMap { file.options.field(named: $0)?.rank }.map { $0 < 0 }
      guard isMapped == true, let source = field.source else {
        assembler.add(field.name, .text(field.value))
        continue
      }
      assembler.add(source, field.items.map { .list($0) } ?? .text(field.value))
    }
    for list in people { assembler.add(list.name, .list(list.value)) }
    let metadata = assembler.assemble(file, line: line, &reading.warnings)
    reading.documents.append(
      SourceDocument(text: TextNormalizer.normalize(text), metadata: metadata))
  }
}

/// The lines of a text, without the blanks around them.
struct TrimmedLines: Sequence, IteratorProtocol {

  private let bytes: [UInt8]
  private var position = 0
  private var number: Int

  /// Creates a view of lines, the first of which has a number; a mark of byte order is none of its text.
  init(_ bytes: [UInt8], firstLine: Int) {
    self.bytes = bytes
    position = bytes.byteOrderMarkLength
    number = firstLine - 1
  }

  /// Returns the next line with its number.
  mutating func next() -> (number: Int, bytes: ArraySlice<UInt8>)? {
    guard position < bytes.count else { return nil }
    let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
    var line = bytes[position..<end]
    while let last = line.last, Self.isBlank(last) { line.removeLast() }
    while let first = line.first, Self.isBlank(first) { line.removeFirst() }
    position = end + 1
    number += 1
    return (number, line)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }
}

extension ArraySlice<UInt8> {

  /// The bytes as text.
  var text: String { String(decoding: self, as: UTF8.self) }
}
