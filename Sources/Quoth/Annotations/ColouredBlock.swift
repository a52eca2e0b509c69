internal import Annotation
internal import Rendering

/// A paragraph, title or line of a page with its quotes in colour.
struct ColouredBlock {

  private let block: Block
  private let document: AnnotatedDocument
  private let speakers: PageSpeakers
  /// The runs of the block that have a part in a quote, in the order of the quotes.
  private let runs: [Run]

  /// A run of text that has a part in a quote.
  private struct Run {
    enum Part { case content, cue, source }
    let range: ByteRange
    let part: Part
    let quote: Quote
    /// Whether the quote ends with it.
    let isLast: Bool
  }

  init(_ block: Block, _ document: AnnotatedDocument, _ speakers: PageSpeakers) {
    self.block = block
    self.document = document
    self.speakers = speakers
    runs = document.quotes.flatMap { quote in
      quote.content.enumerated().map { index, range in
        Run(range: range, part: .content, quote: quote, isLast: index + 1 == quote.content.count)
      } + quote.cue.map { Run(range: $0, part: .cue, quote: quote, isLast: false) }
        + quote.source.map { Run(range: $0, part: .source, quote: quote, isLast: false) }
    }.filter { $0.range.start < block.range.end && block.range.start < $0.range.end }
  }

  /// The block as an element.
  var bytes: [UInt8] {
    let (name, style) = element
    var out = Array("<\(name)\(style)>".utf8)
    let bounds = bounds
    for (start, end) in zip(bounds, bounds.dropFirst()) { out += segment(ByteRange(start, end)) }
    return out + Array("</\(name)>\n".utf8)
  }

  private var element: (name: String, style: String) {
    switch block.kind {
    case .paragraph: ("p", "")
    case .title, .heading, .headline: ("h3", "")
    case .category, .byline, .furniture: ("p", " class=\"aside\"")
    }
  }

  /// Where runs begin and end, ascending.
  private var bounds: [UInt32] {
    let bounds = runs.flatMap { [$0.range.start, $0.range.end] }
      .filter { block.range.start < $0 && $0 < block.range.end }
    return Set(bounds + [block.range.start, block.range.end]).sorted()
  }

  /// A stretch of text all of which has the same parts in the same quotes.
  private func segment(_ range: ByteRange) -> [UInt8] {
    var out = HTMLLiteral.text(document.text.string(range))
    let covering = runs.filter { $0.range.start <= range.start && range.end <= $0.range.end }
    // Of quotes inside one another, the innermost begins last.
    let contents = covering.filter { $0.part == .content }
    let innermost = contents.max { $0.range.start < $1.range.start }
    if covering.contains(where: { $0.part == .cue }) { out = span("cue", out) }
    if covering.contains(where: { $0.part == .source }) { out = span("source", out) }
    if let quote = innermost?.quote {
      let style = "quote \(quote.kind.rawValue) \(speakers.style(of: quote.speaker))"
      out = span(style, title: speakers.explanation(of: quote), out)
    }
    for run in contents where run.isLast && run.range.end == range.end {
      out += speakers.mark(of: run.quote.speaker).utf8
    }
    return out
  }

  private func span(_ style: String, title: String? = nil, _ content: [UInt8]) -> [UInt8] {
    var out = Array("<span class=\"\(style)\"".utf8)
    if let title { out += Array(" title=\"".utf8) + HTMLLiteral.text(title) + Array("\"".utf8) }
    return out + Array(">".utf8) + content + Array("</span>".utf8)
  }
}
