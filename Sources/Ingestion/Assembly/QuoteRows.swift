internal import Annotation
internal import CorpusStore

/// The quotes, each with the pieces of its content, while documents are added.
struct QuoteRows {

  var starts: [UInt32] = []
  var ends: [UInt32] = []
  var pieceOffsets: [UInt32] = [0]
  var pieceStarts: [UInt32] = []
  var pieceEnds: [UInt32] = []
  /// The same pieces as bytes of the text of the corpus, whose bounds may lie inside tokens.
  var contentStarts: [UInt32] = []
  var contentEnds: [UInt32] = []
  var speakers: [UInt32] = []
  var addressees: [UInt32] = []
  var cues: [UInt32] = []
  var kinds: [UInt32] = []
  var cuePositions: [UInt32] = []
  var words: [Int32] = []
  var confidences: [Float] = []
  var topics = ListRows()
  var mentions = ListRows()
  var documents: [UInt32] = []
  var outer: [UInt32] = []
  var positions: [Int32] = []
  var isLast: [Int32] = []
  var isSpeech: [Int32] = []
  var sources = TextList()
  var reasons = TextList()
  /// The words of each, by which families are found.
  var wordings = QuoteWordings()

  /// The number of bytes of reasons so far.
  var reasonByteCount: Int { max(reasons.byteCount, sources.byteCount) }

  /// The number of quotes so far.
  var count: Int { starts.count }

  /// Adds the quotes of a document, whose tokens have the folded forms `folds`.
  mutating func add(
    _ document: AnnotatedDocument, _ place: DocumentPlace, folds: [UInt32],
    names: inout StringPoolBuilder
  ) {
    guard !document.quotes.isEmpty else { return }
    let first = UInt32(count)
    let mentionsAt = Dictionary(grouping: document.mentions.indices) {
      document.mentions[$0].firstToken
    }
    for (position, quote) in document.quotes.enumerated() {
      let runs = quote.content.map { document.tokens(in: $0) }
      addRegion(runs, quote.content, place)
      addNames(quote, place, names: &names)
      words.append(runs.reduce(0) { $0 + document.wordCount(of: $1) })
      let inside = Set(runs.joined().flatMap { mentionsAt[UInt32($0)] ?? [] }).sorted()
      mentions.append(
        inside.map { place.entity(document.mentions[$0].entity) }
          .filter { $0 != CodeColumn.missing })
      outer.append(quote.nestedIn.map { first + $0 } ?? CodeColumn.missing)
      positions.append(Int32(clamping: position + 1))
      isLast.append(position == document.quotes.count - 1 ? 1 : 0)
      sources.append(quote.source.map { document.text.string($0) }, separator: " … ")
      wordings.add(runs, of: document, folds: folds)
    }
    documents.append(contentsOf: repeatElement(place.row, count: document.quotes.count))
  }

  private mutating func addRegion(
    _ runs: [Range<Int>], _ content: [ByteRange], _ place: DocumentPlace
  ) {
    for (run, range) in zip(runs, content) {
      pieceStarts.append(place.tokenStart + UInt32(run.lowerBound))
      pieceEnds.append(place.tokenStart + UInt32(run.upperBound))
      contentStarts.append(place.textStart + range.start)
      contentEnds.append(place.textStart + range.end)
    }
    pieceOffsets.append(UInt32(pieceStarts.count))
    let start = runs.map(\.lowerBound).min() ?? 0
    starts.append(place.tokenStart + UInt32(start))
    ends.append(place.tokenStart + UInt32(runs.map(\.upperBound).max() ?? start))
  }

  private mutating func addNames(
    _ quote: Quote, _ place: DocumentPlace, names: inout StringPoolBuilder
  ) {
    speakers.append(place.entity(quote.speaker))
    addressees.append(place.entity(quote.addressee))
    cues.append(names.code(quote.cueLemma))
    kinds.append(names.code(quote.kind.rawValue))
    cuePositions.append(names.code(quote.cuePosition?.rawValue))
    confidences.append(Float(quote.confidence))
    topics.append(names.codes(quote.topics.map(\.name)))
    isSpeech.append(quote.isSpeech ? 1 : 0)
    reasons.append(quote.reasons, separator: "\n")
  }
}
