/// Decides what each segment of a text is.
///
/// Precision comes first: what could be a paragraph is one. A title or heading has to be short,
/// without the stop of a sentence, and to stand before running text.
struct LayoutClassifier {

  let bytes: [UInt8]
  private let title: [UInt8]?
  /// Whether the metadata give a title.
  var hasTitle: Bool { title != nil }
  /// Whether there is a line that begins with the "Q" of a transcript.
  private let hasQuestions: Bool
  var segments: [LayoutSegment]

  /// Classifies the segments of a text whose metadata may give a title.
  init(_ bytes: [UInt8], _ segments: [LayoutSegment], title: String?) {
    self.bytes = bytes
    self.segments = segments
    self.title = title.map { Self.letters(Array($0.utf8)) }
    hasQuestions = segments.contains {
      bytes[$0.start..<$0.end].starts(with: "Q ".utf8)
    }
    unmarkCategories()
    markReport()
    markMenu()
    markLinkLists()
    markTail()
    markTitle()
    markNameLine()
    markOutletLine()
    markHeadings(before: firstProse ?? 0)
    for index in self.segments.indices where self.segments[index].kind == nil {
      self.segments[index].kind = .paragraph
    }
  }

  /// Takes back categories between running text: there they are words of a sentence.
  private mutating func unmarkCategories() {
    let prose = segments.indices.filter { segments[$0].kind == nil && segments[$0].shape.isProse }
    guard let first = prose.first, let last = prose.last else { return }
    for index in first...last where segments[index].kind == .category { segments[index].kind = nil }
  }

  /// The letters and digits of a text in lower case, by which titles are compared.
  private static func letters(_ text: [UInt8]) -> [UInt8] {
    FoldedLine(text, 0, text.count).bytes.filter {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 >= 0xC3
    }
  }
}

// MARK: Furniture

extension LayoutClassifier {

  /// Takes in the menu of a page: three lines or more of at most three words before the text.
  private mutating func markMenu() {
    guard let body = firstProse else { return }
    var start = 0
    for index in 0...body {
      let shape = segments[index].shape
      let isEntry = shape.words <= 3 && !shape.endsSentence && segments[index].mark != .heading
      if isEntry, segments[index].kind == nil || segments[index].kind == .furniture { continue }
      if index - start >= 3 {
        for entry in start..<index { segments[entry].kind = .furniture }
      }
      start = index + 1
    }
  }

  /// Takes in the links under "Related articles" and the like.
  private mutating func markLinkLists() {
    var isOpen = false
    for index in segments.indices {
      if let furniture = segments[index].furniture {
        isOpen = isOpen || furniture == .listHead
      } else if isOpen, segments[index].kind == nil, isLink(index) {
        segments[index].kind = .furniture
      } else {
        isOpen = false
      }
    }
  }

  /// Whether a segment looks like the title of another article.
  ///
  /// A heading with running text behind it does not, since it may be this article's own.
  private func isLink(_ index: Int) -> Bool {
    let shape = segments[index].shape
    guard shape.length <= 140, !shape.endsSentence || shape.isTitleCase else { return false }
    let next = segments[(index + 1)...].first
    let isBeforeText = next.map { $0.kind == nil && $0.shape.isProse } ?? false
    return segments[index].mark == .item || !isBeforeText
  }

  /// Takes in the comments and forms behind "Leave a Reply", if the article stands before it.
  private mutating func markTail() {
    guard let end = segments.firstIndex(where: { $0.furniture == .articleEnd }),
      segments[..<end].contains(where: { $0.kind == nil && $0.shape.isProse })
    else { return }
    let before = segments[..<end].reduce(0) { $0 + ($1.kind == nil ? $1.shape.length : 0) }
    let behind = segments[end...].reduce(0) { $0 + ($1.kind == nil ? $1.shape.length : 0) }
    guard behind <= before else { return }
    for index in segments.indices[end...] where segments[index].kind != .category {
      segments[index].kind = .furniture
    }
  }
}

// MARK: Titles and headings

extension LayoutClassifier {

  /// The index of the first segment of running text.
  var firstProse: Int? {
    segments.firstIndex { $0.kind == nil && $0.mark != .heading && $0.shape.isProse }
  }

  private mutating func markTitle() {
    guard let body = firstProse ?? segments.lastIndex(where: { $0.kind == nil }) else { return }
    if let title, let match = segments[..<body].firstIndex(where: { isTitle($0, title) }) {
      segments[match].kind = .title
      return
    }
    let candidates = segments.indices[..<body].filter { segments[$0].kind == nil }
    guard title == nil else { return }
    let marked = candidates.first { segments[$0].mark == .heading }
    let worded = candidates.first {
      isTitle($0) && !isNotice($0)
        && (segments[$0].shape.words >= 3 || isShortHeadline($0))
    }
    guard let match = marked ?? worded ?? candidates.first(where: isTitle) else { return }
    segments[match].kind = .title
  }

  /// Whether a line with a stop stands below one that tells the day, as “THIS IS A RUSH TRANSCRIPT.” does.
  private func isNotice(_ index: Int) -> Bool {
    segments[index].shape.lastInside == 0x2E && segments[..<index].contains { $0.kind == .byline }
  }

  /// Whether two words at the top of a text are a headline, as in "Harbour closes", and no rubric, the
  /// words of which begin with capitals or are called after news: "Middle East", "World news".
  private func isShortHeadline(_ index: Int) -> Bool {
    let (segment, shape) = (segments[index], segments[index].shape)
    guard shape.words == 2, shape.capitals == 1, !shape.startsLow else { return false }
    let last = FoldedLine(bytes, segment.start, segment.end).bytes.split(separator: 0x20).last
    return last.map { !Self.rubrics.contains(Array($0)) } ?? false
  }

  private static let rubrics = Set(
    [
      "news", "sport", "sports", "politics", "business", "opinion", "culture", "comment", "stories",
      "affairs", "analysis", "science", "technology", "travel", "weather", "economy", "football",
      "hockey", "change", "money", "style", "life", "arts", "desk", "section", "page", "read",
      "reports", "updates", "coverage", "letters", "view", "views", "report", "update", "story",
    ].map { Array($0.utf8) })

  private func isTitle(_ segment: LayoutSegment, _ title: [UInt8]) -> Bool {
    (segment.kind == nil || segment.kind == .byline) && segment.shape.length <= 400
      && Self.letters(Array(bytes[segment.start..<segment.end])) == title
  }

  /// Whether a segment before the running text can be the title.
  private func isTitle(_ index: Int) -> Bool {
    let shape = segments[index].shape
    guard segments[index].mark == .none || segments[index].mark == .heading else { return false }
    guard shape.length <= 250, shape.words <= 30, !shape.startsLow else { return false }
    let isStopped = shape.lastInside == 0x2E && !shape.isTitleCase
    return !isStopped && shape.lastInside != 0x3A && shape.lastInside != 0x2C && shape.isBalanced
  }

  /// Takes in a line with the name of the paper under the byline.
  private mutating func markOutletLine() {
    for index in segments.indices.dropFirst() where segments[index].kind == nil {
      let segment = segments[index]
      guard segments[index - 1].kind == .byline, segment.shape.words <= 5,
        segment.shape.capitals == segment.shape.words, !segment.shape.endsSentence,
        Byline.isOutlet(String(decoding: bytes[segment.start..<segment.end], as: UTF8.self))
      else { continue }
      segments[index].kind = .byline
    }
  }

  /// Finds the headings; all lines without a stop between title and text count as such.
  private mutating func markHeadings(before body: Int) {
    for index in segments.indices where segments[index].kind == nil {
      let isMarked = segments[index].mark == .heading
      let isHeading = looksLikeHeading(index) && (index < body || isBeforeText(index))
      if isMarked || isHeading { segments[index].kind = .heading }
    }
  }

  private func isBeforeText(_ index: Int) -> Bool {
    let next = segments[(index + 1)...].first { $0.kind != .furniture && $0.kind != .byline }
    guard let next, next.kind == nil else { return false }
    return next.mark == .heading || next.mark == .item || next.shape.isProse
  }

  /// Whether a segment is short and without what sentences end with.
  private func looksLikeHeading(_ index: Int) -> Bool {
    let (segment, shape) = (segments[index], segments[index].shape)
    guard segment.mark == .none, shape.words <= 14, shape.length <= 110, !shape.startsLow,
      !isSignature(segment)
    else { return false }
    let isOpen = [0x2C, 0x3A, 0x3B, 0x2D].contains(shape.lastInside)
    return (!shape.endsSentence || isQuestion(shape)) && !isOpen && shape.last != 0x22
      && shape.isBalanced && !isQuotation(segment) && !isTurn(segment) && !endsWithCue(segment)
  }

  /// Whether a line asks what a heading asks: short, and without a quotation.
  private func isQuestion(_ shape: LineShape) -> Bool {
    shape.lastInside == 0x3F && shape.words <= 8 && !shape.hasQuotationMark && shape.isTitleCase
  }

  /// Whether a line begins with a quotation mark, as a quotation with its source behind it does.
  private func isQuotation(_ segment: LayoutSegment) -> Bool {
    let start = bytes[segment.start...]
    return start.starts(with: "“".utf8) || start.starts(with: "\"".utf8)
  }

  /// Whether a line begins with a dash, as the name of who is quoted does below a quotation.
  private func isSignature(_ segment: LayoutSegment) -> Bool {
    let start = bytes[segment.start..<segment.end]
    return ["—", "–", "― "].contains { start.starts(with: $0.utf8) }
  }

  /// Whether a line begins with who speaks, as transcripts have it: a name in capitals and a
  /// colon, the "Q" of a question, or the "A" of an answer where there are questions.
  private func isTurn(_ segment: LayoutSegment) -> Bool {
    let line = bytes[segment.start..<segment.end]
    if line.starts(with: "Q ".utf8) { return true }
    if hasQuestions, line.starts(with: "A ".utf8) { return true }
    guard let colon = line.prefix(60).firstIndex(of: 0x3A), colon > segment.start + 1 else {
      return false
    }
    return line[..<colon].allSatisfy { !(0x61...0x7A).contains($0) }
  }

  /// Whether a line ends with "he said" and lacks only its stop.
  private func endsWithCue(_ segment: LayoutSegment) -> Bool {
    guard segment.shape.hasQuotationMark else { return false }
    let folded = FoldedLine(bytes, segment.start, segment.end).bytes
    return folded.split(separator: 0x20).suffix(3).contains { Self.cues.contains(Array($0)) }
  }

  private static let cues = Set(
    ["said", "says", "told", "added", "wrote", "asked", "argued", "warned", "insisted"].map {
      Array($0.utf8)
    })
}
