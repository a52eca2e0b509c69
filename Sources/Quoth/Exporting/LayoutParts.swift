internal import Annotation

/// A text from its beginning to its end: its blocks, with the marks before them, and the lines between
/// them that are in no block.
///
/// A mark like `##`, `1.` or `>` stands before a block in its line, and is no part of it.
struct LayoutParts {

  /// A block, or a line that is in none.
  struct Part {
    /// What the block is; nil for a line in none.
    let kind: Block.Kind?
    /// Where it stands, without the mark.
    let range: ByteRange
    /// What stands before it in its line; empty where nothing does.
    var mark = ""

    /// Whether its words are those of the running text.
    var holdsSentences: Bool { kind?.holdsSentences ?? false }

    /// What exports call it.
    var name: String { kind?.rawValue ?? "mark" }
  }

  /// The parts in their order.
  private(set) var parts: [Part] = []
  /// For each block of the document its place among the parts.
  private(set) var places: [Int] = []

  /// Divides the text of a document.
  init(_ document: AnnotatedDocument) {
    let bytes = document.text.bytes
    var end = 0
    for block in document.blocks {
      let start = Int(block.range.start)
      var mark = ""
      if end < start, start <= bytes.count {
        let lineStart = bytes[end..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? end
        addLines(bytes, end..<lineStart)
        mark = Self.trimmed(bytes, lineStart..<start).map { document.text.string($0) } ?? ""
      }
      places.append(parts.count)
      parts.append(Part(kind: block.kind, range: block.range, mark: mark))
      end = max(end, Int(block.range.end))
    }
    addLines(bytes, min(end, bytes.count)..<bytes.count)
  }

  private mutating func addLines(_ bytes: [UInt8], _ range: Range<Int>) {
    for line in bytes[range].split(separator: 0x0A) {
      guard let range = Self.trimmed(bytes, line.startIndex..<line.endIndex) else { continue }
      parts.append(Part(kind: nil, range: range))
    }
  }

  /// A run of bytes without the blanks around it; nil where nothing is left.
  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> ByteRange? {
    guard let first = bytes[range].firstIndex(where: { $0 > 0x20 && $0 != 0x7F }),
      let last = bytes[range].lastIndex(where: { $0 > 0x20 && $0 != 0x7F })
    else { return nil }
    return ByteRange(UInt32(first), UInt32(last + 1))
  }
}

/// The sentences of a text in their order, with those of lines that are no running text.
struct LaidOutSentences {

  /// A sentence, and whether it begins a part of the text.
  struct Item {
    let sentence: Sentence
    /// Whether it stands in the running text.
    let isText: Bool
    /// The part that it is the first of; nil for any other.
    let part: LayoutParts.Part?
  }

  /// The sentences of lines that are no running text.
  let lines: AnnotatedDocument
  /// The sentences in their order.
  let items: [Item]

  /// Creates the sentences of a document.
  ///
  /// - Parameters:
  ///   - document: The document, of which only the running text has sentences.
  ///   - layers: What is wanted of the words of other lines.
  ///   - isWanted: Whether a line that is no running text is wanted.
  init(
    _ document: AnnotatedDocument, _ layers: Set<Layer>,
    where isWanted: (LayoutParts.Part) -> Bool = { _ in true }
  ) {
    let layout = LayoutParts(document)
    let others = layout.parts.filter { !$0.holdsSentences && isWanted($0) }
    let lines = AnnotationPipeline.lines(of: document, in: others.map(\.range), layers)
    self.lines = lines
    var (texts, rest) = (document.sentences[...], lines.sentences[...])
    var items: [Item] = []
    var last: (isText: Bool, block: UInt32)?
    while true {
      let isText = !Self.isFirst(rest.first, of: lines, before: texts.first, of: document)
      guard let sentence = isText ? texts.popFirst() : rest.popFirst() else { break }
      var part: LayoutParts.Part?
      if last.map({ $0 != (isText, sentence.block) }) ?? true {
        let block = Int(sentence.block)
        if !isText {
          part = others[block]
        } else if layout.places.indices.contains(block) {
          part = layout.parts[layout.places[block]]
        }
      }
      last = (isText, sentence.block)
      items.append(Item(sentence: sentence, isText: isText, part: part))
    }
    self.items = items
  }

  /// Whether a sentence of other lines stands before one of the running text.
  private static func isFirst(
    _ line: Sentence?, of lines: AnnotatedDocument, before text: Sentence?,
    of document: AnnotatedDocument
  ) -> Bool {
    guard let line else { return false }
    guard let text else { return true }
    return lines.tokens[Int(line.firstToken)].range.start
      < document.tokens[Int(text.firstToken)].range.start
  }
}

extension AnnotatedDocument {

  /// Whether no mention can be written: a name of nobody is none.
  var namesNothing: Bool { !mentions.contains { $0.form != .name || $0.entity != nil } }

  /// Whether letters or digits of the running text are in none of its words.
  var hasUntakenText: Bool {
    var token = 0
    for block in blocks where block.kind.holdsSentences {
      var place = block.range.start
      while token < tokens.count, tokens[token].range.end <= block.range.start { token += 1 }
      while token < tokens.count, tokens[token].range.start < block.range.end {
        if holdsWords(place, tokens[token].range.start) { return true }
        place = max(place, tokens[token].range.end)
        token += 1
      }
      if holdsWords(place, block.range.end) { return true }
    }
    return false
  }

  private func holdsWords(_ start: UInt32, _ end: UInt32) -> Bool {
    guard start < end, text.bytes[Int(start)..<Int(end)].contains(where: { $0 > 0x20 }) else {
      return false
    }
    return text.string(ByteRange(start, end)).contains { $0.isLetter || $0.isNumber }
  }
}
