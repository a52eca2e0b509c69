internal import Annotation
internal import Rendering

/// The form `html`: a page in which each speaker's words have a colour.
///
/// The page needs no other file. Colours repeat behind the twelfth speaker of a document, so the
/// speaker's number stands behind each quote too; pointing at a quote shows its reasons.
enum AnnotatedPage {

  /// What stands before the first document.
  static let opening = Array(
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Who says what</title>
    <style>
    body { font-family: Georgia, serif; line-height: 1.6; margin: 2em auto; max-width: 46em; \
    padding: 0 1em; }
    article { border-top: 1px solid #bbb; padding-top: 1em; }
    .about, .legend, .aside { color: #555; font-family: system-ui, sans-serif; font-size: .85em; }
    .legend { list-style: none; padding: 0; }
    .legend li { display: inline-block; margin-inline-end: 1em; }
    .quote { border-bottom: 2px solid; color: #111; padding: .1em 0; }
    .indirect { border-bottom-style: dotted; }
    .mixed { border-bottom-style: dashed; }
    .source { font-weight: bold; }
    .cue { font-style: italic; text-decoration: underline; }
    \(colours)
    </style>
    </head>
    <body>
    <main>
    <p class="about">Underlined without a break: words between quotation marks; dotted: told in other \
    words; dashed: both. <span class="source">Bold</span> is who is named as the source, \
    <span class="cue">italic</span> the word that tells of speech. Grey words have no known speaker.</p>

    """.utf8)

  /// What stands behind the last document.
  static let closing = Array("</main>\n</body>\n</html>\n".utf8)

  /// So many speakers of a document have a colour of their own.
  static let colourCount = 12

  /// Returns a document as an article.
  static func article(of document: AnnotatedDocument) -> [UInt8] {
    let known = document.metadata
    var out = Array("<article>\n<h2>".utf8) + HTMLLiteral.text(known.title ?? known.id)
    out += "</h2>\n<p class=\"about\">".utf8
    let about = [known.id, known.outlet, known.date?.written].compactMap(\.self)
    out += HTMLLiteral.text(about.joined(separator: " · "))
    out += "</p>\n".utf8
    let speakers = PageSpeakers(document)
    out += speakers.legend
    for block in document.blocks { out += ColouredBlock(block, document, speakers).bytes }
    return out + Array("</article>\n".utf8)
  }

  private static let colours =
    (0..<colourCount).map { index in
      // Neighbouring numbers lie far apart on the circle of hues.
      let hue = index * 150 % 360 + (index * 150 / 360 % 2) * 15
      return
        ".s\(index) { background: hsl(\(hue) 75% 88%); border-color: hsl(\(hue) 60% 40%); }"
    }.joined(separator: "\n") + "\n.unknown { background: #eee; border-color: #888; }"
}

/// The speakers of a document, numbered from 1 in the order in which they come to speak.
struct PageSpeakers {

  private let document: AnnotatedDocument
  /// The number of each entity that speaks.
  private let numbers: [UInt32: Int]

  init(_ document: AnnotatedDocument) {
    self.document = document
    var numbers: [UInt32: Int] = [:]
    for speaker in document.quotes.compactMap(\.speaker) where numbers[speaker] == nil {
      numbers[speaker] = numbers.count + 1
    }
    self.numbers = numbers
  }

  /// The list of speakers with their colours; empty where nobody speaks.
  var legend: [UInt8] {
    guard !numbers.isEmpty else { return [] }
    var out = Array("<ul class=\"legend\">\n".utf8)
    for (speaker, number) in numbers.sorted(by: { $0.value < $1.value }) {
      let count = document.quotes.count { $0.speaker == speaker }
      out += "<li><span class=\"quote \(style(of: speaker))\">".utf8
      out += HTMLLiteral.text(document.entities[Int(speaker)].name)
      out += "</span><sup>\(number)</sup> \(count)</li>\n".utf8
    }
    return out + Array("</ul>\n".utf8)
  }

  /// The class that gives a speaker's words their colour.
  func style(of speaker: UInt32?) -> String {
    guard let speaker, let number = numbers[speaker] else { return "unknown" }
    return "s\((number - 1) % AnnotatedPage.colourCount)"
  }

  /// The speaker's number as it stands behind a quote; empty for an unknown one.
  func mark(of speaker: UInt32?) -> String {
    guard let speaker, let number = numbers[speaker] else { return "" }
    return "<sup>\(number)</sup>"
  }

  /// What is shown where one points at a quote.
  func explanation(of quote: Quote) -> String {
    let speaker = quote.speaker.map { document.entities[Int($0)].name } ?? "speaker not known"
    let sureness = Int((quote.confidence * 100).rounded())
    return (["\(speaker), \(quote.kind.rawValue), \(sureness) % sure"] + quote.reasons)
      .joined(separator: "\n")
  }
}
