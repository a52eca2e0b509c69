internal import Annotation

/// What a form has no place for of the documents that are written in it.
struct ExportLosses {

  private let format: ExportFormat
  private var wordsCount = 0
  private var textsCount = 0

  /// Creates the losses of a form, of which there are none yet.
  init(_ format: ExportFormat) { self.format = format }

  /// Takes note of a document.
  mutating func note(_ document: AnnotatedDocument) {
    switch format {
    case .tei, .webannotation: wordsCount += document.givenWords == nil ? 0 : 1
    case .conllu, .vrt:
      guard document.sentences.isEmpty else { return }
      let isLost = document.blocks.contains {
        document.text.string($0.range) != document.metadata.title
      }
      textsCount += isLost ? 1 : 0
    case .jsonl, .csv: break
    }
  }

  /// The lines that tell of them.
  var lines: [String] {
    var lines: [String] = []
    if wordsCount > 0 {
      lines.append(
        "\(Self.documents(wordsCount)) came with words, lemmas or tags, for which \(format.rawValue) has "
          + "no place; jsonl, conllu and vrt keep them")
    }
    if textsCount > 0 {
      lines.append(
        "\(Self.documents(textsCount)) without sentences came out without a text; jsonl, tei and "
          + "webannotation keep it")
    }
    return lines
  }

  private static func documents(_ count: Int) -> String {
    count == 1 ? "1 document" : "\(count) documents"
  }
}
