/// Writes what is known of one row, for people.
///
/// Lines are wrapped to the width of the options and end with a line feed.
public struct DetailRenderer: Sendable {

  let options: RenderingOptions
  private let wrapper: TextWrapper

  /// Creates a renderer.
  public init(options: RenderingOptions = .init()) {
    self.options = options
    wrapper = TextWrapper(width: options.width)
  }

  /// Returns the row in full, with all its attributes.
  public func show(_ row: RowDetail) -> String {
    let quote = QuoteText(row)
    var out = ByteBuffer()
    write([.init(.text, quote.marked)], into: &out)
    if row.kind != nil || row.speaker != nil { write(quote.attribution, into: &out) }
    let known = row.facts.map { (VisibleText.line($0.name), Self.lines(of: $0)) }
    let sure = row.confidence.map { [("confidence", [Numerals.decimal($0)])] } ?? []
    let facts = known + (known.contains { $0.0 == "confidence" } ? [] : sure)
    if !facts.isEmpty { out.newline() }
    let widest = facts.reduce(0) { max($0, CellWidth.of($1.0)) }
    for (name, values) in facts {
      let padding = CellWidth.padding(from: CellWidth.of(name), to: widest + 2)
      if values.isEmpty {
        write([.init(.dim, "–")], after: .init(.header, name + padding), into: &out)
      }
      for (line, value) in values.enumerated() {
        let first = line == 0 ? name + padding : CellWidth.padding(from: 0, to: widest + 2)
        write([.init(.text, value)], after: .init(.header, first), into: &out)
      }
    }
    let isBare = facts.isEmpty && row.kind == nil && row.speaker == nil
    if isBare { writeParagraph(of: row, into: &out) }
    return out.text
  }

  /// Writes where a row stands of which nothing else is known, such as a match.
  private func writeParagraph(of row: RowDetail, into out: inout ByteBuffer) {
    for paragraph in row.paragraphs where !paragraph.marks.isEmpty {
      out.newline()
      writeHeading(of: row, into: &out)
      write(runs(of: paragraph), into: &out)
    }
  }

  private func writeHeading(of row: RowDetail, into out: inout ByteBuffer) {
    if let place = row.document.map(heading), !place.isEmpty { write(place, into: &out) }
  }

  /// Longer texts stand on lines of their own.
  private static func lines(of fact: RowDetail.Fact) -> [String] {
    CellLines.stacked(fact.values) ?? fact.value.map { [VisibleText.line($0)] } ?? []
  }

  /// Returns the paragraph that holds the row, and the ones around it.
  ///
  /// The words of the row have the role of a match; without colours they stand between `>>` and
  /// `<<`.
  public func context(_ row: RowDetail) -> String {
    var out = ByteBuffer()
    if !row.paragraphs.isEmpty { writeHeading(of: row, into: &out) }
    for paragraph in row.paragraphs {
      if !out.bytes.isEmpty { out.newline() }
      write(runs(of: paragraph), into: &out)
    }
    if row.paragraphs.isEmpty { write([.init(.dim, noText(row))], into: &out) }
    return out.text
  }

  /// Returns the chain of steps that led to what is known of the row.
  public func why(_ row: RowDetail) -> String {
    var out = ByteBuffer()
    let title = "\(VisibleText.line(row.unit)) \(row.number): "
    let room = options.width.map { $0 - CellWidth.of(title) }
    let marked = QuoteText(row).marked
    let text = room.map { $0 >= 12 ? CellWidth.cut(marked, to: $0) : marked } ?? marked
    write([.init(.header, title), .init(.text, text)], into: &out)
    let digits = String(row.reasons.count).utf8.count
    for (index, reason) in row.reasons.enumerated() {
      let number = String(index + 1)
      let padding = CellWidth.padding(from: number.utf8.count, to: digits)
      let prefix = StyledRun(.number, padding + number + "  ")
      write([.init(.text, VisibleText.line(reason))], after: prefix, into: &out)
    }
    if row.reasons.isEmpty { write([.init(.dim, "no reason is recorded for it")], into: &out) }
    if let confidence = row.confidence {
      write(
        [.init(.dim, "confidence "), .init(.text, Numerals.decimal(confidence, atMost: 2))],
        into: &out)
    }
    return out.text
  }

  /// Returns a citation: whose words, where they were published, where they stand in the text, and
  /// the corpus by its fingerprint.
  public func cite(_ row: RowDetail) -> String {
    var out = ByteBuffer()
    write(Citation(row).runs, into: &out)
    return out.text
  }

  private func noText(_ row: RowDetail) -> String {
    "\(VisibleText.line(row.unit)) \(row.number) does not stand in a text"
  }

  private func heading(of document: RowDetail.Document) -> [StyledRun] {
    var runs: [StyledRun] = []
    if let outlet = document.outlet { runs.add(VisibleText.line(outlet), .dim) }
    if let date = document.date {
      if !runs.isEmpty { runs.add(", ", .dim) }
      runs.add(VisibleText.line(date), .date)
    }
    if !runs.isEmpty { runs.add(" · ", .dim) }
    runs.add(VisibleText.line(document.title ?? document.id), .title)
    return runs
  }

  private func runs(of paragraph: RowDetail.Paragraph) -> [StyledRun] {
    let bytes = Array(paragraph.text.utf8)
    var runs: [StyledRun] = []
    var position = 0
    func add(_ end: Int, _ role: RenderingOptions.Role) {
      let text = String(decoding: bytes[position..<end], as: UTF8.self)
      runs.add(VisibleText.line(text), role)
      position = end
    }
    let isPlain = options.decorate == nil
    for mark in paragraph.marks where mark.lowerBound >= position && mark.upperBound <= bytes.count
    {
      add(mark.lowerBound, paragraph.marks.isEmpty ? .dim : .text)
      if isPlain { runs.add(">>", .match) }
      add(mark.upperBound, .match)
      if isPlain { runs.add("<<", .match) }
    }
    add(bytes.count, paragraph.marks.isEmpty ? .dim : .text)
    return runs
  }

  private func write(_ runs: [StyledRun], into out: inout ByteBuffer) {
    for line in wrapper.lines(runs) { out.write(line, options) }
  }

  /// Writes text with a hanging indent behind a prefix; on a narrow screen without the indent.
  private func write(_ runs: [StyledRun], after prefix: StyledRun, into out: inout ByteBuffer) {
    let indent = prefix.width
    if let width = options.width, width < indent + 12 {
      write([prefix] + runs, into: &out)
      return
    }
    let lines = TextWrapper(width: options.width.map { $0 - indent }).lines(runs)
    for (index, line) in lines.enumerated() {
      out.write(index == 0 ? prefix : .init(.dim, CellWidth.padding(from: 0, to: indent)), options)
      out.write(line, options)
    }
  }
}

extension QuoteText {

  /// Creates the quote of a row.
  init(_ row: RowDetail) {
    self.init(
      text: VisibleText.line(row.text), speaker: row.speaker.map(VisibleText.line),
      cue: row.cue.map(VisibleText.line), kind: row.kind.map(VisibleText.line),
      document: (row.document?.title ?? row.document?.id).map(VisibleText.line),
      outlet: row.document?.outlet.map(VisibleText.line),
      date: row.document?.date.map(VisibleText.line))
  }
}

extension ByteBuffer {
  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
