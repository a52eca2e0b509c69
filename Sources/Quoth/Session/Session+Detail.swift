internal import CorpusStore
internal import Ingestion
internal import QueryExecution
public import Rendering

/// Why there is nothing to show of a row.
public struct RowError: Error, Hashable, Sendable {

  /// What is wrong, in one phrase.
  public let message: String
}

extension Session {

  /// Returns what is known of a row of the latest result.
  ///
  /// - Parameter number: The number of the row, from one.
  /// - Returns: What there is to show of it.
  /// - Throws: `RowError` when there is no such row, or it stands for many places.
  public func detail(ofRow number: Int) throws(RowError) -> RowDetail {
    let origin = try origin(ofRow: number)
    let passage = Inspector(corpus).passage(of: origin)
    var detail = RowDetail(
      number: number, unit: Plural.singular(of: latestResult?.unit ?? ""), text: passage.text,
      corpusName: corpus.name, fingerprint: corpus.fingerprint)
    detail.fill(from: passage)
    if case .row(.quotes, let quote) = origin { explain(quote, in: &detail) }
    if let document = passage.document, let reason = opened.givenWords[document.rawValue] {
      detail.reasons.append(reason)
    }
    return detail
  }

  /// Adds who joined the speaker with a name of another document, and what was corrected.
  private func explain(_ quote: RowID, in detail: inout RowDetail) {
    let entries = (asked.ledger.numbers[quote] ?? []).map { ($0, asked.ledger.entries[$0]) }
    let isCorrected = entries.contains { $0.1.correction.attribute == "speaker" }
    if !isCorrected, let reason = opened.identityReasons[quote.rawValue] {
      detail.reasons.append(reason)
    }
    detail.reasons += entries.map { number, entry in
      "corrected by hand, \(entry.correction.text) "
        + "(correction \(number + 1) of \(entry.correction.time))"
    }
  }

  /// Returns where a row of the latest result stands, the rows counted from one.
  func origin(ofRow number: Int) throws(RowError) -> RowOrigin {
    let result = try result(withRow: number)
    guard result.origins.indices.contains(number - 1) else {
      let hint = latestGroups == nil ? "ask for them first" : ".show \(number) lists them"
      throw RowError(message: "a row of \(result.unit) stands for many places; \(hint)")
    }
    return result.origins[number - 1]
  }

  /// Returns the latest result, which has a row of this number, counted from one.
  @discardableResult
  func result(withRow number: Int) throws(RowError) -> ResultTable {
    guard let result = latestResult else {
      throw RowError(message: "there is no result yet; ask something first")
    }
    guard result.rows.indices.contains(number - 1) else {
      let range = result.rows.isEmpty ? "it has none" : "it has 1 to \(result.rows.count)"
      throw RowError(message: "the latest result has no row \(number); \(range)")
    }
    guard result.layout != .count else {
      throw RowError(message: "the latest result is a count; ask for the rows first")
    }
    return result
  }
}

extension RowDetail {

  /// The attributes that a detail names on their own, and which are no further facts.
  private static let named: Set<String> = ["speaker", "cue", "kind", "confidence", "document"]

  /// Takes over what is known of the row.
  fileprivate mutating func fill(from passage: Passage) {
    func value(_ name: String) -> String? {
      let values = passage.facts.first { $0.name == name }?.values ?? []
      return values.count == 1 ? values[0] : nil
    }
    speaker = value("speaker")
    cue = value("cue")
    kind = value("kind")
    confidence = value("confidence").flatMap(Double.init)
    // A family can have several speakers, and then none is the speaker.
    facts = passage.facts.filter { !Self.named.contains($0.name) || $0.values.count > 1 }.map {
      Fact($0.name, values: $0.values)
    }
    paragraphs = passage.paragraphs.map { Paragraph($0.text, marks: $0.marks) }
    reasons = passage.reasons
    offsets = passage.pieces.map(\.original)
    document = passage.document.map { _ in Document(passage.documentFacts) }
  }
}

extension RowDetail.Document {

  /// Creates the facts of a document from its attributes.
  fileprivate init(_ facts: [Passage.Fact]) {
    func values(_ name: String) -> [String] { facts.first { $0.name == name }?.values ?? [] }
    self.init(
      id: values("id").first ?? "", title: values("title").first, outlet: values("outlet").first,
      authors: values("author"), date: values("date").first, url: values("url").first)
  }
}
