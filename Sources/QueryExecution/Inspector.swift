public import CorpusStore
internal import QuerySemantics

/// Looks up the text and the origin of rows.
public struct Inspector: Sendable {

  private let corpus: Corpus

  /// Creates an inspector of a corpus.
  public init(_ corpus: Corpus) { self.corpus = corpus }

  /// Returns what is known of a row.
  public func passage(of origin: RowOrigin) -> Passage {
    let (kind, id, end) = Self.parts(of: origin)
    let reader = RegionReader(corpus, kind: kind)
    let runs = reader.pieces(of: id, end: end)
    let document = ConcordanceLines(corpus, kind: kind).documentRow(of: id, end: end)
    return Passage(
      text: String(decoding: RowText(corpus).bytes(of: id, end: end, kind: kind), as: UTF8.self),
      pieces: runs.map { piece($0, document) },
      paragraphs: paragraphs(around: runs, document), document: document,
      documentFacts: document.map { documentFacts(of: $0) } ?? [],
      facts: facts(of: id, kind), reasons: reasons(of: id, kind))
  }

  private static func parts(of origin: RowOrigin) -> (Rows.Kind, RowID, UInt32?) {
    switch origin {
    case .row(let table, let row): (.table(table), row, nil)
    case .match(let first, let end): (.matches, RowID(first), end)
    }
  }

  private func paragraphs(around runs: [TokenRun], _ document: RowID?) -> [Passage.Paragraph] {
    guard let first = runs.map(\.start).min(), let end = runs.map(\.end).max(), let document,
      let all = corpus.regions(of: .paragraphs), let documents = corpus.regions(of: .documents)
    else { return [] }
    let own = documents.tokens(of: document)
    let place = all.firstRow(endingBehind: first)
    let behind = Gallop.lowerBound(from: place, to: all.count) { all.start(of: $0) < end }
    let range = max(0, place - 1)..<min(all.count, behind + 1)
    return range.filter { own.contains(Int(all.start(of: $0))) }.map { paragraph in
      let run = TokenRun(start: all.start(of: paragraph), end: all.end(of: paragraph))
      return Passage.Paragraph(text: string(run), marks: runs.compactMap { mark($0, in: run) })
    }
  }

  /// Returns where the part of a run that lies in a paragraph does so, in bytes.
  private func mark(_ run: TokenRun, in paragraph: TokenRun) -> Range<Int>? {
    let shared = TokenRun(
      start: max(run.start, paragraph.start), end: min(run.end, paragraph.end))
    guard !shared.isEmpty else { return nil }
    let (own, whole) = (bytes(of: shared), bytes(of: paragraph))
    return (own.lowerBound - whole.lowerBound)..<(own.upperBound - whole.lowerBound)
  }

  private func piece(_ run: TokenRun, _ document: RowID?) -> Passage.Piece {
    let bytes = bytes(of: run)
    var original = 0..<0
    if let document {
      let start = corpus.text.originalOffset(ofByte: bytes.lowerBound, in: document)
      let end = corpus.text.originalOffset(ofByte: bytes.upperBound, in: document)
      original = start..<max(start, end)
    }
    return Passage.Piece(text: string(run), original: original)
  }

  private func bytes(of run: TokenRun) -> Range<Int> {
    guard !run.isEmpty, Int(run.end) <= corpus.tokens.count else { return 0..<0 }
    return corpus.tokens.bytes(of: Int(run.start)..<Int(run.end))
  }

  private func string(_ run: TokenRun) -> String {
    corpus.string(ofTokens: Int(run.start)..<Int(run.end))
  }

  private func documentFacts(of document: RowID) -> [Passage.Fact] {
    ["id", "title", "date", "outlet", "author", "url"].compactMap { name in
      corpus.schema.attribute(name, of: .documents).map {
        fact($0, document, .table(.documents))
      }
    }.filter { !$0.values.isEmpty }
  }

  private func facts(of id: RowID, _ kind: Rows.Kind) -> [Passage.Fact] {
    guard case .table(let table) = kind else { return [] }
    return corpus.schema.attributes(of: table)
      .filter { $0.name != "text" && $0.name != "reason" }
      .map { fact($0, id, kind) }
  }

  private func fact(_ attribute: Attribute, _ id: RowID, _ kind: Rows.Kind) -> Passage.Fact {
    Passage.Fact(name: attribute.name, values: values(of: attribute, id, kind))
  }

  private func values(of attribute: Attribute, _ id: RowID, _ kind: Rows.Kind) -> [String] {
    let reader = ValueReader(
      BoundPath(target: .attribute(attribute), text: attribute.name), kind: kind, corpus: corpus)
    var keys: [Int64] = []
    reader.appendKeys(of: id, end: nil, to: &keys)
    let reading = reader.reading
    return keys.map { reading.text(of: $0) }
  }

  private func reasons(of id: RowID, _ kind: Rows.Kind) -> [String] {
    guard case .table(let table) = kind,
      case .texts(let column)? = corpus.column("reason", of: table)
    else { return [] }
    return column[id].split(separator: "\n").map(String.init)
  }
}
