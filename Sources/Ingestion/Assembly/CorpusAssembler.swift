public import Annotation
public import CorpusStore

/// Puts annotated documents into the tables of a corpus.
///
/// The attributes that queries can name are the ones added here, table by table, each in the file
/// of its table: a new attribute goes into one of them and nowhere else.
public struct CorpusAssembler: ~Copyable {

  var builder = CorpusBuilder()
  let documents: [AnnotatedDocument]
  let resolution: CorpusIdentity.Resolution
  /// Where each document's tokens, quotes and mentions start among those of the corpus.
  let tokenStarts: [UInt32]
  let quoteStarts: [UInt32]
  let mentionStarts: [UInt32]
  /// Where each document's text starts in the text of the corpus.
  let textStarts: [UInt32]

  /// Returns the corpus of `documents`, in their order.
  ///
  /// - Precondition: `resolution` belongs to `documents`.
  public static func assemble(
    _ documents: [AnnotatedDocument], resolution: CorpusIdentity.Resolution, name: String
  ) -> Corpus {
    var assembler = CorpusAssembler(documents, resolution: resolution)
    assembler.addText()
    assembler.addTokens()
    assembler.addDocuments()
    assembler.addParagraphs()
    assembler.addSentences()
    let families = QuoteFamilies.group(documents)
    assembler.addQuotes(families: families)
    assembler.addMentions()
    assembler.addEntities()
    assembler.addValueTables()
    assembler.addFamilies(families)
    return assembler.builder.finish(name: name)
  }

  private init(_ documents: [AnnotatedDocument], resolution: CorpusIdentity.Resolution) {
    self.documents = documents
    self.resolution = resolution
    tokenStarts = Self.starts(documents.map(\.tokens.count))
    quoteStarts = Self.starts(documents.map(\.quotes.count))
    mentionStarts = Self.starts(documents.map(\.mentions.count))
    textStarts = Self.starts(documents.map(\.text.bytes.count))
  }

  /// Returns the running sums of `counts`, from zero.
  private static func starts(_ counts: [Int]) -> [UInt32] {
    var sums: [UInt32] = [0]
    sums.reserveCapacity(counts.count + 1)
    var sum = 0
    for count in counts {
      sum += count
      sums.append(UInt32(sum))
    }
    return sums
  }

  /// Returns the raw symbol of a string, or the mark of none.
  mutating func symbol(_ text: String?) -> UInt32 {
    guard let text, !text.isEmpty else { return CodeColumn.missing }
    return builder.pool.intern(text).rawValue
  }

  /// Returns the raw symbols of strings.
  mutating func symbols(_ texts: [String]) -> [UInt32] {
    texts.filter { !$0.isEmpty }.map { builder.pool.intern($0).rawValue }
  }

  /// Returns the corpus's row of a document's entity, or the mark of none.
  func entity(_ index: UInt32?, in document: Int) -> UInt32 {
    guard let index, Int(index) < resolution.indices[document].count else {
      return CodeColumn.missing
    }
    return resolution.indices[document][Int(index)]
  }

  /// Adds a reference from each row of `table` to its document, given as the rows of each.
  mutating func addDocumentReference(of table: Table, counts: [Int]) {
    var raw: [UInt32] = []
    for (document, count) in counts.enumerated() {
      raw.append(contentsOf: repeatElement(UInt32(document), count: count))
    }
    builder.add(
      "document", of: table, type: .reference(.documents), summary: "the document it stands in",
      column: .codes(CodeColumn(raw, domain: .rows(.documents))))
  }

  private mutating func addText() {
    var bytes: [UInt8] = []
    var shifts: [[TextStore.Shift]] = []
    for document in documents {
      shifts.append(document.text.shifts(startingAt: UInt32(bytes.count)))
      bytes.append(contentsOf: document.text.bytes)
    }
    builder.setText(TextStore(bytes: bytes, documents: textStarts, shifts: shifts))
  }
}

extension NormalizedText {

  /// Returns where offsets into the original part from offsets into the normalised text.
  fileprivate func shifts(startingAt base: UInt32) -> [TextStore.Shift] {
    var result: [TextStore.Shift] = []
    var difference = 0
    for edit in edits {
      difference +=
        Self.scalars(originalBytes, edit.original) - Self.scalars(bytes, edit.normalized)
      result.append(
        TextStore.Shift(from: base + edit.normalized.end, scalars: Int32(clamping: difference)))
    }
    return result
  }

  private static func scalars(_ bytes: [UInt8], _ range: ByteRange) -> Int {
    bytes[Int(range.start)..<Int(range.end)].count { $0 & 0xC0 != 0x80 }
  }
}
