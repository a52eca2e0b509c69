internal import Annotation

/// Words with their names, in fewer columns than those of CoNLL-U: `Jon NNP B-NP B-PER`.
///
/// The columns are told by what stands in them: the word first, or behind its number; behind it labels
/// of names, of which the first counts that does not tell phrases; a column of parts of speech between
/// them; and the lemma before that. Names are read by `NameLabels`. Blanks or tabs stand
/// between columns, empty lines between sentences; `-DOCSTART-` and `# newdoc` begin a document.
/// Source: Tjong Kim Sang and De Meulder 2003.
struct NameColumns {

  /// How many bytes of a file are looked at.
  private static let sampleLength = 65_536
  /// The most columns of such a file.
  private static let mostColumns = 7

  private static let beginning = Array("-DOCSTART-".utf8)

  private let separator: UInt8?
  private let count: Int
  private let word: Int
  private let lemma: Int?
  private let tag: Int?
  private let label: Int

  /// Looks at the beginning of a file; nil where its words are not in such columns.
  init?(_ bytes: [UInt8]) {
    var rows: [[ArraySlice<UInt8>]] = []
    let sample = bytes.prefix(Self.sampleLength)
    let lines = sample.split(separator: 0x0A)
    separator =
      lines.contains { !$0.starts(with: Self.beginning) && $0.contains(0x09) } ? 0x09 : nil
    let isWhole = sample.count == bytes.count
    for line in isWhole ? lines[...] : lines.dropLast() {
      guard let row = Self.columns(line, separator), !Self.isBeginning(row) else { continue }
      rows.append(row)
    }
    guard let first = rows.first, (2...Self.mostColumns).contains(first.count) else { return nil }
    count = first.count
    // A few lines may be damaged, or hold words of two parts.
    let whole = rows.filter { $0.count == first.count }
    guard whole.count * 20 >= rows.count * 19 else { return nil }
    let numberCount = whole.count { Self.number($0[0]) != nil }
    let isNumbered = Self.number(first[0]) == 1 && numberCount * 20 >= whole.count * 19
    word = isNumbered ? 1 : 0
    let labels = (word + 1..<first.count).filter { column in
      whole.allSatisfy { Self.isLabel($0[column]) }
    }
    guard let start = labels.first,
      let label = labels.first(where: { column in !whole.contains { Self.isPhrase($0[column]) } })
    else { return nil }
    self.label = label
    tag = (word + 1..<start).first { column in
      whole.count { TagNames.tag(Array($0[column]), 0..<$0[column].count) != nil } * 2 > whole.count
    }
    lemma = tag == word + 2 ? word + 1 : nil
  }

  // MARK: Columns

  /// Returns the columns of a line; nil for a comment and an empty line.
  private static func columns(
    _ line: ArraySlice<UInt8>, _ separator: UInt8?
  ) -> [ArraySlice<UInt8>]? {
    let line = line.last == 0x0D ? line.dropLast() : line
    guard line.contains(where: { $0 > 0x20 }), !isComment(line, separator) else { return nil }
    guard let separator, line.contains(separator) else { return line.split { $0 <= 0x20 } }
    var columns = line.split(separator: separator, omittingEmptySubsequences: false)
    while columns.last?.isEmpty == true { columns.removeLast() }
    return columns
  }

  /// Whether a line is a comment: a sharp, and no label in a column behind it.
  private static func isComment(_ line: ArraySlice<UInt8>, _ separator: UInt8?) -> Bool {
    guard line.first == UInt8(ascii: "#") else { return false }
    let columns = line.split { separator == nil ? $0 <= 0x20 : $0 == separator }
    return !columns.dropFirst().contains(where: isLabel)
  }

  /// The name of the document that a comment begins, like `# newdoc id = a`.
  private static func documentName(_ line: ArraySlice<UInt8>) -> String? {
    let words = line.split { $0 <= 0x20 || $0 == UInt8(ascii: "=") }.map(\.text)
    guard words.count > 2, words[0] == "#" else { return nil }
    return words[1] == "newdoc" || words[1] == "doc" ? words.last : nil
  }

  private static func isBeginning(_ row: [ArraySlice<UInt8>]) -> Bool {
    row.prefix(2).contains { $0.elementsEqual(beginning) }
  }

  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: field, as: UTF8.self))
  }

  /// `O`, `B-PER`, `I-LOC`.
  private static func isLabel(_ field: ArraySlice<UInt8>) -> Bool {
    guard let first = field.first else { return false }
    if field.count == 1 { return first == UInt8(ascii: "O") }
    return field.count > 2 && field.dropFirst().first == UInt8(ascii: "-")
      && "BIESULM".utf8.contains(first)
  }

  /// Whether a label is one of a phrase, like `B-NP`.
  private static func isPhrase(_ field: ArraySlice<UInt8>) -> Bool {
    phrases.contains(String(decoding: field.dropFirst(2), as: UTF8.self))
  }

  private static let phrases: Set<String> = [
    "NP", "VP", "PP", "ADVP", "ADJP", "SBAR", "PRT", "CONJP", "INTJ", "LST", "UCP", "VC", "NC",
    "PC",
  ]
}

// MARK: Reading

extension NameColumns {

  /// Reads the documents of a file.
  func read(_ bytes: [UInt8], _ file: SourceFile) -> Reading {
    var documents = GivenDocuments(
      file,
      .init(
        reader: TreebankReader.name, word: "word", lemma: lemma == nil ? "" : "lemma",
        tag: tag == nil ? "" : "part of speech"))
    var number = file.firstLine - 1
    documents.annotation.expectNames()
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard let row = Self.columns(line, separator) else {
        documents.labels.end()
        if !Self.isComment(line, separator) {
          documents.builder.endSentence()
        } else if let name = Self.documentName(line) {
          documents.begin(line: number)
          documents.annotation.expectNames()
          documents.addField("id", name)
        }
        continue
      }
      if Self.isBeginning(row) {
        documents.begin(line: number)
        documents.annotation.expectNames()
        continue
      }
      if row.count != count {
        documents.warn(.nameColumns(file.origin, line: number, row.count, of: count))
      }
      guard row.count > word else { continue }
      add(row, &documents)
      documents.labels.add(
        row.count == count ? String(decoding: row[label], as: UTF8.self) : "",
        token: documents.builder.count - 1, to: &documents.annotation)
    }
    return documents.finish()
  }

  private func add(_ row: [ArraySlice<UInt8>], _ documents: inout GivenDocuments) {
    let isWhole = row.count == count
    var bytes = Array(row[word])
    let length = bytes.count
    if isWhole, let lemma { bytes += row[lemma] }
    let own = isWhole ? tag.map { Array(row[$0]) } : nil
    documents.builder.add(
      bytes, word: 0..<length, lemma: length..<bytes.count,
      tag: own.flatMap { TagNames.tag($0, 0..<$0.count) })
  }
}
