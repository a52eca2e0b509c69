public import CorpusStore
internal import QuerySemantics

/// What is known of one row of a result: its text, where it stands, and why it is there.
public struct Passage: Hashable, Sendable {

  /// A part of the text that the row is about.
  public struct Piece: Hashable, Sendable {

    /// Its text.
    public let text: String

    /// Where it lies in the text of the paragraphs given as context, in bytes of UTF-8.
    public let context: Range<Int>?

    /// Where it lies in the original of its document, in Unicode scalars.
    public let original: Range<Int>
  }

  /// The whole text of the row.
  public let text: String

  /// The pieces of the text: several for a quote that is split; none for a row outside the text.
  public let pieces: [Piece]

  /// The paragraphs in which the pieces stand, one behind the other with a blank line between.
  public let context: String

  /// The document's row; nil for a row that belongs to none.
  public let document: RowID?

  /// What is known of the document, in order: id, title, date, outlet, author, url.
  public let documentFacts: [(name: String, value: String)]

  /// What is known of the row itself, in the order of the schema, but for its text and reasons.
  public let facts: [(name: String, value: String)]

  /// The chain that led to the row, a step a line; empty where nothing was inferred.
  public let reasons: [String]

  public static func == (a: Passage, b: Passage) -> Bool {
    (a.text, a.pieces, a.context, a.document, a.reasons)
      == (b.text, b.pieces, b.context, b.document, b.reasons)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

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
    let paragraphs = paragraphs(touching: runs)
    let document = ConcordanceLines(corpus, kind: kind).documentRow(of: id, end: end)
    return Passage(
      text: String(decoding: RowText(corpus).bytes(of: id, end: end, kind: kind), as: UTF8.self),
      pieces: runs.map { piece($0, paragraphs, document) },
      context: paragraphs.map { string($0) }.joined(separator: "\n\n"), document: document,
      documentFacts: document.map { documentFacts(of: $0) } ?? [],
      facts: facts(of: id, kind), reasons: reasons(of: id, kind))
  }

  private static func parts(of origin: RowOrigin) -> (Rows.Kind, RowID, UInt32?) {
    switch origin {
    case .row(let table, let row): (.table(table), row, nil)
    case .match(let first, let end): (.matches, RowID(first), end)
    }
  }

  private func paragraphs(touching runs: [TokenRun]) -> [TokenRun] {
    guard let first = runs.map(\.start).min(), let end = runs.map(\.end).max(),
      let all = corpus.regions(of: .paragraphs)
    else { return [] }
    let place = Gallop.lowerBound(from: 0, to: all.count) { all.ends[$0] <= first }
    return (place..<all.count).prefix { all.starts[$0] < end }.map {
      TokenRun(start: all.starts[$0], end: all.ends[$0])
    }
  }

  private func piece(_ run: TokenRun, _ paragraphs: [TokenRun], _ document: RowID?) -> Passage.Piece
  {
    let bytes = bytes(of: run)
    var original = 0..<0
    if let document {
      let start = corpus.text.originalOffset(ofByte: bytes.lowerBound, in: document)
      let end = corpus.text.originalOffset(ofByte: bytes.upperBound, in: document)
      original = start..<max(start, end)
    }
    return Passage.Piece(
      text: string(run), context: offset(of: bytes, in: paragraphs), original: original)
  }

  /// Returns where a run of bytes lies in paragraphs that are joined by two line ends.
  private func offset(of bytes: Range<Int>, in paragraphs: [TokenRun]) -> Range<Int>? {
    var before = 0
    for paragraph in paragraphs {
      let own = self.bytes(of: paragraph)
      if own.contains(bytes.lowerBound), bytes.upperBound <= own.upperBound {
        let start = before + bytes.lowerBound - own.lowerBound
        return start..<(start + bytes.count)
      }
      before += own.count + 2
    }
    return nil
  }

  private func bytes(of run: TokenRun) -> Range<Int> {
    guard !run.isEmpty, Int(run.end) <= corpus.tokens.count else { return 0..<0 }
    let start = Int(corpus.tokens.starts[Int(run.start)])
    return start..<max(start, Int(corpus.tokens.ends[Int(run.end) - 1]))
  }

  private func string(_ run: TokenRun) -> String {
    corpus.string(ofTokens: Int(run.start)..<Int(run.end))
  }

  private func documentFacts(of document: RowID) -> [(name: String, value: String)] {
    ["id", "title", "date", "outlet", "author", "url"].compactMap { name in
      corpus.schema.attribute(name, of: .documents).flatMap {
        fact($0, document, .table(.documents))
      }
    }
  }

  private func facts(of id: RowID, _ kind: Rows.Kind) -> [(name: String, value: String)] {
    guard case .table(let table) = kind else { return [] }
    return corpus.schema.attributes(of: table)
      .filter { $0.name != "text" && $0.name != "reason" }
      .compactMap { fact($0, id, kind) }
  }

  private func fact(
    _ attribute: Attribute, _ id: RowID, _ kind: Rows.Kind
  ) -> (name: String, value: String)? {
    let values = values(of: attribute, id, kind)
    return values.isEmpty ? nil : (attribute.name, values.joined(separator: ", "))
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
