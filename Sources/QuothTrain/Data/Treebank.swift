internal import Annotation

/// A treebank in CoNLL-U, a document at a time, as text with words that lie in it.
struct Treebank {

  /// A document with what people found in it.
  struct Document {
    /// The text, with a line feed between paragraphs.
    var text: [UInt8] = []
    /// The paragraphs, in order.
    var paragraphs: [ByteRange] = []
    /// The sentences, as runs of words.
    var sentences: [Range<Int>] = []
    /// The words, in order.
    var words: [Word] = []
  }

  /// A word of a treebank.
  struct Word {
    let range: ByteRange
    let lemma: [UInt8]
    let tag: PartOfSpeech
    /// The head as an index into the document's words; the word itself for a root.
    let head: Int
    let relation: DependencyRelation
  }

  /// The documents in order.
  private(set) var documents: [Document] = []

  private var sentence: [[ArraySlice<UInt8>]] = []
  private var text: ArraySlice<UInt8> = []
  private var opensDocument = true
  private var opensParagraph = true
  private var leavesSpace = true

  /// Reads a treebank; `takes` tells by a document's name whether it is wanted.
  init(_ lines: [ArraySlice<UInt8>], takes: (String) -> Bool = { _ in true }) {
    var isTaken = true
    for line in lines {
      if let name = Self.value(of: "# newdoc id = ", in: line) {
        isTaken = takes(String(decoding: name, as: UTF8.self))
        (opensDocument, opensParagraph) = (true, true)
      } else if line.starts(with: "# newpar".utf8) {
        opensParagraph = true
      } else if let value = Self.value(of: "# text = ", in: line) {
        text = value
      } else if line.isEmpty {
        if isTaken, !sentence.isEmpty { append() }
        sentence = []
      } else if line.first != 0x23 {
        sentence.append(line.split(separator: 0x09, omittingEmptySubsequences: false))
      }
    }
  }

  private static func value(of key: String, in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    line.starts(with: key.utf8) ? line.dropFirst(key.utf8.count) : nil
  }

  /// Appends the sentence that has been read; one whose words do not lie in its text is left out.
  private mutating func append() {
    let words = sentence.filter { $0[0].allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
    guard let ranges = Self.ranges(of: words.map { $0[1] }, in: text) else { return }
    if opensDocument || documents.isEmpty { documents.append(Document()) }
    var document = documents[documents.count - 1]
    if !document.text.isEmpty {
      if opensParagraph {
        document.text.append(0x0A)
      } else if leavesSpace {
        document.text.append(0x20)
      }
    }
    let (base, first) = (UInt32(document.text.count), document.words.count)
    for (index, word) in words.enumerated() {
      let head = Int(String(decoding: word[6], as: UTF8.self)) ?? 0
      document.words.append(
        Word(
          range: ByteRange(base + ranges[index].start, base + ranges[index].end),
          lemma: Array(word[2]), tag: Self.tag(word[3]),
          head: first + (head > 0 ? head - 1 : index),
          relation: DependencyRelation(name: String(decoding: word[7], as: UTF8.self)) ?? .dep))
    }
    document.text += text
    if opensParagraph || document.paragraphs.isEmpty {
      document.paragraphs.append(ByteRange(base, base))
    }
    document.paragraphs[document.paragraphs.count - 1].end = UInt32(document.text.count)
    document.sentences.append(first..<document.words.count)
    documents[documents.count - 1] = document
    (opensDocument, opensParagraph) = (false, false)
    leavesSpace = sentence.last.map { !Self.forbidsSpace($0[9]) } ?? true
  }

  private static func forbidsSpace(_ column: ArraySlice<UInt8>) -> Bool {
    column.split(separator: 0x7C).contains { $0.elementsEqual("SpaceAfter=No".utf8) }
  }

  private static func tag(_ name: ArraySlice<UInt8>) -> PartOfSpeech {
    let name = String(decoding: name, as: UTF8.self)
    return PartOfSpeech.allCases.first { $0.name == name } ?? .x
  }

  private static func ranges(
    of forms: [ArraySlice<UInt8>], in text: ArraySlice<UInt8>
  ) -> [ByteRange]? {
    var ranges: [ByteRange] = []
    var rest = text
    for form in forms {
      while let byte = rest.first, !rest.starts(with: form) {
        guard byte <= 0x20 || byte >= 0x80 else { return nil }
        rest = rest.dropFirst()
      }
      guard rest.starts(with: form), !form.isEmpty else { return nil }
      let start = UInt32(rest.startIndex - text.startIndex)
      ranges.append(ByteRange(start, start + UInt32(form.count)))
      rest = rest.dropFirst(form.count)
    }
    return ranges
  }
}

extension Treebank.Document {

  /// The document as annotators see it, with the words and sentences that people found.
  func annotated() -> AnnotatedDocument {
    var document = plain()
    document.tokens = words.map { Token($0.range) }
    for range in sentences {
      let start = words[range.lowerBound].range.start
      let block = paragraphs.lastIndex { $0.start <= start } ?? 0
      document.sentences.append(
        Sentence(
          firstToken: UInt32(range.lowerBound), endToken: UInt32(range.upperBound),
          block: UInt32(block)))
    }
    return document
  }

  /// The document with its paragraphs and nothing else.
  func plain() -> AnnotatedDocument {
    var document = AnnotatedDocument(
      text: NormalizedText(clean: String(decoding: text, as: UTF8.self)),
      metadata: DocumentMetadata(id: "treebank", origin: "treebank"))
    document.blocks = paragraphs.map { Block(.paragraph, $0) }
    return document
  }
}
