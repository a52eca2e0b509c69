internal import Annotation

/// Reads files in the ten columns of CoNLL-U, a sentence behind the other.
///
/// Words, lemmas and universal tags are taken as they are given. `# newdoc id = …` begins a document
/// and `# newpar` a paragraph; other comments before the first paragraph and sentence of a document are
/// fields of it, like `# date = 2025-02-24` or `# meta::title = …`. Sentences with `# speaker = …` are said by
/// those. Words that are written as one are
/// apart where their letters are, and else one word with what is known of the first. Entities in brackets
/// are taken (`EntityBrackets`), and labels of names like `ner=B-PER` in the last column (`NameLabels`). Of
/// files in other columns, which share the name with it, those of words and
/// names are read by `NameColumns`; others are told for what they are.
/// Source: https://universaldependencies.org/format.html.
public struct TreebankReader: DocumentReader {

  /// `conllu`.
  public static let name = "conllu"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["conllu"] + sharedExtensions

  /// Those that files of other columns have, too.
  static let sharedExtensions = ["conll"]

  /// Creates the reader.
  public init() {}

  /// Whether the first line that is no comment is a word in ten columns, or words stand with their names
  /// in a few.
  public func recognizes(_ start: [UInt8]) -> Bool {
    let mark = start.byteOrderMarkLength
    let lines = start[mark...].split { $0 == 0x0A || $0 == 0x0D }
    guard let line = lines.first(where: { $0.first != UInt8(ascii: "#") }) else { return false }
    let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
    guard columns.count == 10 else { return NameColumns(Array(start[mark...])) != nil }
    return columns[0].allSatisfy { (0x2D...0x39).contains($0) && $0 != 0x2F }
      && columns.allSatisfy { !$0.isEmpty }
  }

  /// True: a file holds many documents.
  public var isDivisible: Bool { true }

  /// Returns how many bytes at the beginning are comments of all documents, of which
  /// `# global.Entity` tells what entities are written with.
  public func preambleLength(of file: SourceFile) -> Int {
    var lines = ColumnLines(file.bytes, firstLine: 1)
    var length = 0
    while lines.next(), file.bytes[lines.start..<lines.end].starts(with: Self.global) {
      length = lines.end
    }
    return length
  }

  private static let global = Array("# global.".utf8)

  /// Returns where the last document begins.
  public func boundary(in bytes: [UInt8]) -> Int? {
    bytes.lastLine(beginningWithOneOf: [Array("# newdoc".utf8), Array("#newdoc".utf8)])
  }

  /// Reads the documents of a file.
  public func read(_ file: SourceFile) -> Reading {
    let bytes = DecodedText.checked(file.bytes).withoutControls
    if file.firstLine == 1, let columns = NameColumns(bytes) { return columns.read(bytes, file) }
    var documents = GivenDocuments(
      file, .init(reader: Self.name, word: "FORM", lemma: "LEMMA", tag: "UPOS"))
    if file.firstLine == 1, let other = OtherColumns(bytes) {
      documents.warn(.otherColumns(other.format, file.origin, line: other.line))
      return documents.finish()
    }
    var lines = ColumnLines(bytes, firstLine: file.firstLine)
    var columns = LineColumns()
    var isHead = true
    var hasEnds = false
    readEntityOrder(file.preamble, &documents)
    while lines.next() {
      if lines.isEmpty {
        hasEnds = hasEnds || !isHead
        documents.builder.endSentence()
        documents.labels.end()
        documents.turns.endSentence(documents.builder.count)
      } else if bytes[lines.start] == UInt8(ascii: "#") {
        readComment(bytes, lines, &isHead, &documents)
      } else {
        isHead = false
        readWord(bytes, &columns, &lines, &documents)
      }
    }
    if hasEnds, bytes.last != 0x0A, !documents.isTold(of: lines.number) {
      documents.warn(.cutOff("the last sentence has no end", file.origin, line: lines.number))
    }
    return documents.finish()
  }

  private func readComment(
    _ bytes: [UInt8], _ lines: ColumnLines, _ isHead: inout Bool,
    _ documents: inout GivenDocuments
  ) {
    // Most comments repeat what the words tell.
    for beginning in Self.repeating where bytes.holds(beginning, at: lines.start) {
      isHead = false
      return
    }
    let line = bytes[lines.start..<lines.end]
    let text = String(decoding: line.dropFirst(), as: UTF8.self)
    let sign = text.firstIndex(of: "=")
    let name = Self.trimmed(text[..<(sign ?? text.endIndex)])
    let value = sign.map { Self.trimmed(text[text.index(after: $0)...]) } ?? ""
    switch name {
    case "global.Entity": documents.brackets.expect(value)
    case "newdoc", "newdoc id":
      documents.begin(line: lines.number)
      isHead = true
      if !value.isEmpty { documents.addField("id", value) }
    case "newpar", "newpar id":
      isHead = false
      documents.builder.endParagraph()
    case "newpar_block" where documents.annotation.isOwn: documents.builder.begin(value)
    case "newpar_mark" where documents.annotation.isOwn: documents.builder.add(mark: value)
    case "sent_id", "text": isHead = false
    case "speaker": documents.turns.note(speaker: value, documents.builder.count)
    case "addressee": documents.turns.note(addressee: value, documents.builder.count)
    case "": break
    case _ where addAnnotation(name, value, &documents): break
    default: if sign != nil, isHead { addField(name, value, &documents) }
    }
  }

  /// Reads `# global.Entity` of the beginning of a file, of which this is a later piece.
  private func readEntityOrder(_ preamble: [UInt8], _ documents: inout GivenDocuments) {
    let sign = Array("# global.Entity =".utf8)
    for line in preamble.split(separator: 0x0A) where line.starts(with: sign) {
      documents.brackets.expect(
        Self.trimmed(Substring(String(decoding: line.dropFirst(sign.count), as: UTF8.self))))
    }
  }

  /// Adds a comment at the head of a document as a field of it, unless it tells of a sentence.
  private func addField(_ name: String, _ value: String, _ documents: inout GivenDocuments) {
    if Self.ofSentences.contains(name) || name.hasPrefix("newpar") || name.hasPrefix("global.") {
      return
    }
    documents.addField(name.hasPrefix("meta::") ? String(name.dropFirst(6)) : name, value)
  }

  /// The names of comments that tell of sentences.
  package static let ofSentences: Set<String> = [
    "speaker", "addressee", "s_type", "s_prominence", "transition", "text_en", "translit",
  ]

  /// Takes a comment of our own exports, like `# quote 1 = {"kind": "direct"}`.
  ///
  /// - Returns: Whether it is one.
  private func addAnnotation(
    _ name: String, _ value: String, _ documents: inout GivenDocuments
  ) -> Bool {
    if name == "quotes", let count = Int(value) {
      documents.annotation.expect(count)
      return true
    }
    if name == "mentions", value == "0", documents.annotation.isOwn {
      documents.annotation.expectNames()
      return true
    }
    let words = name.split(separator: " ")
    guard words.count == 2, words[0] == "quote" || words[0] == "entity", Int(words[1]) != nil else {
      return false
    }
    let bytes = Array(value.utf8)
    guard let object = try? JSONScanner.value(bytes), object.isObject else {
      return false
    }
    if words[0] == "quote" {
      documents.annotation.addQuote(String(words[1])) { object[$0]?.written }
    } else if let name = object["name"]?.name,
      let type = object["type"]?.string.flatMap(EntityLabel.type)
    {
      let roles = object["roles"]?.items.compactMap(\.string) ?? []
      documents.annotation.addEntity(
        String(words[1]), DocumentEntity(name: name, type: type, roles: roles))
    }
    return true
  }

  private static let repeating = ["# text = ", "# sent_id = "].map { Array($0.utf8) }

  private static func trimmed(_ text: Substring) -> String {
    let bytes = text.utf8.drop { $0 == 0x20 || $0 == 0x09 }
    let end = bytes.lastIndex { $0 != 0x20 && $0 != 0x09 }
    return end.map { String(decoding: bytes[...$0], as: UTF8.self) } ?? ""
  }

  /// The columns of a word of which something is taken.
  private struct Word {
    let id, lemma, universalTag, otherTag, notes: Range<Int>
    var form: Range<Int>

    @inline(__always)
    init(_ columns: borrowing LineColumns) {
      (id, form, lemma) = (columns[0], columns[1], columns[2])
      (universalTag, otherTag, notes) = (columns[3], columns[4], columns[9])
    }
  }

  /// Reads the line of a word, of words that are written as one, or of one that is not written.
  @inline(__always)
  private func readWord(
    _ bytes: [UInt8], _ columns: inout LineColumns, _ lines: inout ColumnLines,
    _ documents: inout GivenDocuments
  ) {
    columns.find(in: bytes.span, lines.line)
    guard isWord(bytes, columns, line: lines.number, &documents) else { return }
    let word = Word(columns)
    var isRun = false
    let id = bytes.span.extracting(word.id)
    for place in id.indices {
      // Numbers like `8.1` are of words that are not written.
      if id[place] == UInt8(ascii: ".") { return }
      if id[place] == UInt8(ascii: "-") { isRun = true }
    }
    if isRun { return readWritten(bytes, word, &lines, &documents) }
    add(bytes, word, notes: word.notes, &documents)
  }

  /// Whether a number begins a line; that it does not, or has too few columns, is told.
  @inline(__always)
  private func isWord(
    _ bytes: [UInt8], _ columns: borrowing LineColumns, line: Int,
    _ documents: inout GivenDocuments
  ) -> Bool {
    let first = bytes[columns.line.lowerBound]
    guard first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9"), columns.count > 1 else {
      documents.warn(.treebankLine(documents.origin, line: line))
      return false
    }
    if columns.count < 10 {
      documents.warn(.treebankColumns(documents.origin, line: line, columns.count))
    }
    return true
  }

  private func readWritten(
    _ bytes: [UInt8], _ written: Word, _ lines: inout ColumnLines,
    _ documents: inout GivenDocuments
  ) {
    let id = String(decoding: bytes[written.id], as: UTF8.self)
    let bounds = id.split(separator: "-").compactMap { Int($0) }
    // Neither is below zero, and whatever they are, one form is not that of more than 64 words.
    let count = bounds.count == 2 ? min(max(-1, bounds[1] - bounds[0]), 63) + 1 : 0
    var words: [Word] = []
    var columns = LineColumns()
    while words.count < count, lines.next(), !lines.isEmpty {
      columns.find(in: bytes.span, lines.line)
      words.append(Word(columns))
    }
    let isLabelled = TreebankNotes.label(bytes, written.notes) != nil
    let letters = words.flatMap { bytes[$0.form] }
    guard letters.elementsEqual(bytes[written.form]) else {
      guard var first = words.first else { return }
      first.form = written.form
      let names = isLabelled ? nil : words.first { TreebankNotes.label(bytes, $0.notes) != nil }
      add(bytes, first, notes: written.notes, names: names?.notes, &documents)
      for word in words.dropFirst() { readBrackets(bytes, word.notes, &documents) }
      return
    }
    for (index, word) in words.enumerated() {
      let isLast = index == words.count - 1
      // A label of what is written goes for the first word, and for others that may be parts of a name.
      let names = !isLabelled ? word.notes : index == 0 ? written.notes : 0..<0
      add(bytes, word, notes: isLast ? written.notes : word.notes, names: names, &documents)
      if isLabelled, index > 0, TagNames.tag(bytes, word.universalTag) == .propn {
        documents.labels.goOn(token: documents.builder.count - 1, in: &documents.annotation)
      }
      if !isLast { documents.builder.join() }
    }
  }

  /// Adds a word; what stands behind it is told by the notes of its written form, what it names by others
  /// where those are told.
  private func add(
    _ bytes: [UInt8], _ word: Word, notes: Range<Int>, names: Range<Int>? = nil,
    _ documents: inout GivenDocuments
  ) {
    guard !word.form.isEmpty else { return }
    var lemma = word.lemma
    if lemma.count == 1, bytes[lemma.lowerBound] == UInt8(ascii: "_") {
      lemma = lemma.lowerBound..<lemma.lowerBound
    }
    let tag = TagNames.tag(bytes, word.universalTag) ?? TagNames.tag(bytes, word.otherTag)
    documents.builder.add(bytes, word: word.form, lemma: lemma, tag: tag)
    if documents.brackets.isExpected { readBrackets(bytes, word.notes, &documents) }
    let names = names ?? notes
    if names.count > 3 { readNames(bytes, names, &documents) }
    if notes.count >= 13, bytes.holds(Self.noSpace, in: notes) { documents.builder.join() }
  }

  /// Reads what the notes of the last word tell of quotes and names.
  private func readNames(
    _ bytes: [UInt8], _ notes: Range<Int>, _ documents: inout GivenDocuments
  ) {
    let token = documents.builder.count - 1
    if documents.annotation.isExpected {
      TreebankNotes(bytes, notes).fill(&documents.annotation, token: token)
    } else if !documents.brackets.isExpected, let label = TreebankNotes.label(bytes, notes) {
      documents.labels.add(
        String(decoding: bytes[label], as: UTF8.self), token: token, to: &documents.annotation)
      documents.annotation.expectNames()
    }
  }

  /// Reads the entities that begin and end at the last word.
  private func readBrackets(
    _ bytes: [UInt8], _ notes: Range<Int>, _ documents: inout GivenDocuments
  ) {
    guard documents.brackets.isExpected, notes.count > Self.entity.count,
      bytes.holds(Self.entity, in: notes)
    else { return }
    for note in String(decoding: bytes[notes], as: UTF8.self).split(separator: "|")
    where note.hasPrefix("Entity=") {
      documents.brackets.read(note.dropFirst(7), token: documents.builder.count - 1)
    }
  }

  private static let entity = Array("Entity=".utf8)
  private static let noSpace = Array("SpaceAfter=No".utf8)
}
