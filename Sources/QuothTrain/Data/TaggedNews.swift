internal import Annotation

/// Texts of tagged words, put together as they would be printed.
struct TaggedNews {

  /// A text and the names in it.
  struct Text {
    fileprivate(set) var bytes: [UInt8] = []
    fileprivate(set) var names: [(type: Int, range: ByteRange)] = []
    /// The number of the document it belongs to.
    fileprivate(set) var document = 0

    /// The text up to the names, as the program would read it with a model.
    func annotated(_ model: SyntaxModel) -> AnnotatedDocument {
      let text = String(decoding: bytes, as: UTF8.self)
      var document = AnnotatedDocument(
        text: NormalizedText(clean: text), metadata: DocumentMetadata(id: "", origin: ""))
      var start = 0
      for end in bytes.indices where bytes[end] == 0x0A {
        if end > start {
          document.blocks.append(Block(.paragraph, ByteRange(UInt32(start), UInt32(end))))
        }
        start = end + 1
      }
      let steps: [any Annotator] = [
        Tokenizer(), SentenceSplitter(model), PartOfSpeechTagger(model), Lemmatizer(model),
      ]
      for step in steps { step.annotate(&document) }
      return document
    }

    /// The text in capitals, as headlines and the turns of transcripts may be.
    var shouting: Text {
      var text = self
      for index in text.bytes.indices where (0x61...0x7A).contains(text.bytes[index]) {
        text.bytes[index] &= 0xDF
      }
      return text
    }

    /// The tag of each token; names whose ends are not the ends of tokens are left out.
    func tags(of document: AnnotatedDocument) -> [Int] {
      var tags = [Int](repeating: NameTag.outside, count: document.tokens.count)
      var index = 0
      for name in names {
        while index < tags.count, document.tokens[index].range.start < name.range.start {
          index += 1
        }
        let first = index
        while index < tags.count, document.tokens[index].range.end <= name.range.end { index += 1 }
        guard index > first, document.tokens[first].range.start == name.range.start,
          document.tokens[index - 1].range.end == name.range.end
        else { continue }
        for place in first..<index {
          tags[place] = NameTag.tag(name.type, place - first, of: index - first)
        }
      }
      return tags
    }
  }

  private(set) var texts: [Text] = [Text()]
  private var open: (type: Int, start: UInt32)?
  private var isTight = true

  /// Reads lines of a word and a tag, parted by a tab; an empty line ends a paragraph.
  static func read(_ lines: [ArraySlice<UInt8>]) -> [Text] {
    var news = TaggedNews()
    for line in lines {
      if line.starts(with: "# doc".utf8) {
        news.startDocument()
      } else if line.isEmpty {
        news.breakLine()
      } else {
        let columns = line.split(separator: 0x09)
        if columns.count > 1 { news.append(columns[0], columns[1]) }
      }
    }
    news.startDocument()
    return news.texts.filter { !$0.bytes.isEmpty }
  }

  private mutating func startDocument() {
    breakLine()
    texts.append(Text())
    texts[texts.count - 1].document = texts.count
  }

  private mutating func breakLine() {
    close()
    if texts[texts.count - 1].bytes.last.map({ $0 != 0x0A }) == true { append("\n".utf8) }
    isTight = true
  }

  private mutating func append(_ bytes: some Sequence<UInt8>) {
    texts[texts.count - 1].bytes += bytes
  }

  private var end: UInt32 { UInt32(texts[texts.count - 1].bytes.count) }

  private mutating func append(_ word: ArraySlice<UInt8>, _ tag: ArraySlice<UInt8>) {
    let isInside = tag.starts(with: "I-".utf8) || tag.starts(with: "E-".utf8)
    if !isInside { close() }
    if !isTight, !Self.closers.contains(Array(word)) { append(" ".utf8) }
    if !isInside, tag.count > 2,
      let type = Self.types[String(decoding: tag.dropFirst(2), as: UTF8.self)]
    {
      open = (type, end)
    }
    append(word)
    isTight = Self.openers.contains(Array(word))
  }

  private mutating func close() {
    if let open { texts[texts.count - 1].names.append((open.type, ByteRange(open.start, end))) }
    open = nil
  }

  private static let types: [String: Int] = [
    "Person": 0, "Organization": 1, "Location": 2, "Facility": 2, "NORP": 3,
  ]
  private static let closers: Set<[UInt8]> = Set(
    ["-", ",", ".", ")", "’s", "'s", "’", "”", "!", "?", ":", ";", "%"].map { Array($0.utf8) })
  private static let openers: Set<[UInt8]> = Set(["-", "“", "(", "$"].map { Array($0.utf8) })
}
