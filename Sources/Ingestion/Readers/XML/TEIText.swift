internal import Annotation

/// The text of a `TEI` element, with its blocks, and with the quotes and names that it marks.
struct TEIText {

  /// Something that an element marks, which may lie in several blocks.
  struct Span {
    enum Role: Hashable {
      case content(quote: Int)
      case cue(quote: Int)
      case source(quote: Int)
      case mention(Int)
    }
    let role: Role
    /// The index behind its element.
    let end: Int
    /// Where the piece of it in this block begins, once it has.
    var start: Int?
  }

  /// The text.
  private(set) var bytes: [UInt8] = []
  /// The blocks of the text.
  private(set) var blocks: [Block] = []
  /// What is marked in it.
  var marks = TEIMarks()

  private let tree: MarkupTree
  private let title: String?
  private var spans: [Span] = []
  /// The blocks that are open: where each ends, and what it is.
  private var open: [(end: Int, kind: Block.Kind)] = []
  private var blockStart: Int?
  /// Where the mark before a block ends that is being read, like the number of an item.
  private var markEnd = 0
  /// Whether such a mark stands right before the next word.
  private var hasMark = false
  private var hasBlank = false
  /// Where the element `speaker` ends that is being read.
  private var speakerEnd = 0
  /// Where the direction of the stage ends that is being read, which nobody says.
  private var silentEnd = 0
  /// Where the sentence of words with marks of their own ends that is being read.
  private var wordsEnd = 0
  /// Whether the next word stands right behind the last one.
  private var isJoined = false

  /// Reads the text of an element.
  init(_ tree: MarkupTree, _ element: Int, _ people: TEIPeople, _ header: TEIHeader) {
    self.tree = tree
    title = header.title
    marks = TEIMarks(people)
    marks.unused = header.unused
    guard let text = tree.child("text", of: element) else { return }
    run(tree.inside(text))
  }

  private mutating func run(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      close(before: index)
      if tree.nodes[index].isText {
        if index < markEnd {
          appendMark(tree.text(index))
        } else {
          append(tree.text(index), isSpaced: index >= wordsEnd)
        }
      } else if isUnread(index) || isWrongChoice(index) {
        index = Int(tree.nodes[index].end)
        continue
      } else {
        begin(index)
      }
      index += 1
    }
    close(before: .max)
    endBlock()
  }

  /// Whether an element is no part of the text; a note is one that says who speaks next.
  private func isUnread(_ index: Int) -> Bool {
    if let type = tree.attribute("type", of: index), TEIElements.lists.contains(type),
      TEIElements.divisions.contains(tree.name(index))
    {
      return true
    }
    return TEIElements.unread.contains(tree.name(index))
      && marks.speech(behind: index, in: tree) == nil
  }

  /// Whether an element is the form of a `choice` that is not read.
  private func isWrongChoice(_ index: Int) -> Bool {
    let parent = Int(tree.nodes[index].parent)
    return parent >= 0 && tree.name(parent) == "choice"
      && TEIElements.wrongChoices.contains(tree.name(index))
  }
}

// MARK: Elements

extension TEIText {

  private mutating func begin(_ index: Int) {
    let (name, end) = (tree.name(index), Int(tree.nodes[index].end))
    switch name {
    case "lb", "pb", "cb": if tree.attribute("break", of: index) != "no" { hasBlank = true }
    case "l": if blockStart != nil { breakLine() }
    case "cell": separateCells()
    case "s": if tree.first("w", in: tree.inside(index)) != nil { wordsEnd = end }
    case "w", "pc":
      let join = tree.attribute("join", of: index)
      hasBlank = hasBlank || index < wordsEnd && !isJoined && join != "left" && join != "both"
      isJoined = join == "right" || join == "both"
    case "metamark" where blockStart == nil: markEnd = end
    case "speaker": speakerEnd = end
    case "note":
      endBlock()
      speakerEnd = end
    case "stage" where blockKind(index) != nil: silentEnd = end
    default: break
    }
    if let kind = blockKind(index) {
      endBlock()
      open.append((end, kind))
    }
    if let role = marks.role(of: index, in: tree) { spans.append(Span(role: role, end: end)) }
  }

  /// What an element is as a block; nil where it stands within a line.
  private func blockKind(_ index: Int) -> Block.Kind? {
    let name = tree.name(index)
    let type = tree.attribute("type", of: index)
    switch name {
    case "head", "docTitle", "titlePart":
      if type == "headline" { return .headline }
      let isTitle = type == "title" || blocks.isEmpty && tree.line(of: index) == title
      return isTitle ? .title : .heading
    case "byline", "dateline", "docAuthor", "docDate": return .byline
    case "ab": return type.flatMap { Block.Kind(rawValue: $0) } ?? .paragraph
    case "said", "q", "quote", "seg", "stage":
      let parent = Int(tree.nodes[index].parent)
      guard parent >= 0, TEIElements.divisions.contains(tree.name(parent)) else { return nil }
      // What stands in a quote within a line stands within that line, too.
      let isInLine = ["said", "quote"].contains(tree.name(parent)) && blockKind(parent) == nil
      return isInLine ? nil : .paragraph
    default: return TEIElements.blocks.contains(name) ? .paragraph : nil
    }
  }

  private mutating func close(before index: Int) {
    if speakerEnd > 0, speakerEnd <= index {
      endSpeaker()
      speakerEnd = 0
    }
    if silentEnd <= index { silentEnd = 0 }
    while let last = spans.last, last.end <= index {
      endPiece(spans.count - 1)
      spans.removeLast()
    }
    while let last = open.last, last.end <= index {
      endBlock()
      open.removeLast()
    }
  }

  /// Lets the speech follow the name of its speaker, as transcripts have it.
  private mutating func endSpeaker() {
    guard let start = blockStart else { return }
    while bytes.count > start, let last = bytes.last, [0x3A, 0x2E, 0x20].contains(last) {
      bytes.removeLast()
    }
    while let last = spans.last, last.end <= speakerEnd {
      endPiece(spans.count - 1)
      spans.removeLast()
    }
    bytes += ": ".utf8
    hasBlank = false
  }
}

// MARK: Text

extension TEIText {

  private mutating func append(_ text: ArraySlice<UInt8>, isSpaced: Bool) {
    for byte in text {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        hasBlank = hasBlank || isSpaced
      } else {
        beginPieces()
        bytes.append(byte)
      }
    }
  }

  /// Adds a mark that stands before a block in its line and is no part of it, like the number of an item.
  private mutating func appendMark(_ text: ArraySlice<UInt8>) {
    for byte in text {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        hasBlank = true
      } else {
        if !hasMark {
          if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
        } else if hasBlank {
          bytes.append(0x20)
        }
        (hasMark, hasBlank) = (true, false)
        bytes.append(byte)
      }
    }
  }

  /// Writes the blank or the break that stands before the next byte, and lets the spans begin there.
  private mutating func beginPieces() {
    if blockStart == nil {
      if hasMark {
        if hasBlank { bytes.append(0x20) }
      } else if !bytes.isEmpty {
        bytes += [0x0A, 0x0A]
      }
      hasMark = false
      blockStart = bytes.count
    } else if hasBlank, let last = bytes.last, last != 0x20, last != 0x0A {
      bytes.append(0x20)
    }
    hasBlank = false
    let end = max(speakerEnd, silentEnd)
    for index in spans.indices where spans[index].start == nil {
      if end == 0 || spans[index].end <= end { spans[index].start = bytes.count }
    }
  }

  private mutating func breakLine() {
    hasBlank = false
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
  }

  private mutating func separateCells() {
    guard blockStart != nil else { return }
    bytes += " | ".utf8
    hasBlank = false
  }

  private mutating func endBlock() {
    // A speech goes on in the line of its speaker.
    let isSpeaker = bytes.last == 0x20 && blockStart != nil
    guard let start = blockStart, !isSpeaker else {
      if blockStart == nil { hasMark = false }
      return
    }
    for index in spans.indices { endPiece(index) }
    while let last = bytes.last, last == 0x0A { bytes.removeLast() }
    blocks.append(Block(open.last?.kind ?? .paragraph, range(start, bytes.count)))
    blockStart = nil
    hasBlank = false
  }

  private mutating func endPiece(_ index: Int) {
    guard let start = spans[index].start else { return }
    spans[index].start = nil
    guard start < bytes.count else { return }
    marks.add(range(start, bytes.count), as: spans[index].role)
  }

  private func range(_ start: Int, _ end: Int) -> ByteRange {
    ByteRange(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end))
  }

  /// What the file gives, in bytes of the text when that is repaired.
  func layers(in text: NormalizedText) -> GivenLayers {
    var layers = marks.layers(in: text)
    layers.blocks = blocks.compactMap { block in
      let range = text.normalized(block.range)
      return range.length > 0 ? Block(block.kind, range) : nil
    }
    return layers
  }
}

/// The elements of TEI by what they do to the text.
enum TEIElements {

  /// Those that hold divisions and paragraphs, and no text of their own.
  static let divisions: Set<String> = [
    "front", "body", "back", "div", "div1", "div2", "div3", "div4", "div5", "text", "group", "sp",
    "u", "cit",
    "postscript", "floatingText", "said", "quote",
  ]

  /// Those that begin and end a block.
  static let blocks: Set<String> = [
    "p", "lg", "item", "label", "row", "u", "sp", "opener", "closer", "salute", "signed", "trailer",
    "argument", "epigraph", "castItem", "div", "div1", "div2", "div3", "list", "table", "front",
    "body", "back",
    "cit", "floatingText",
  ]

  /// Those that are no part of the text.
  static let unread: Set<String> = [
    "note", "fw", "figDesc", "figure", "gap", "del", "teiHeader", "standOff", "titlePage",
    "divGen", "interp", "interpGrp", "spanGrp", "linkGrp", "incident", "kinesic", "vocal", "desc",
  ]

  /// What divisions are called that list what stands elsewhere in the book.
  static let lists: Set<String> = ["contents", "toc", "index"]

  /// Of the forms in a `choice` those that another replaces.
  static let wrongChoices: Set<String> = ["sic", "orig", "abbr", "unclear"]
}
