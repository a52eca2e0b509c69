internal import CorpusStore

/// The corrections of a corpus, with what became of each.
struct CorrectionLedger: Sendable {

  /// What became of a correction.
  enum State: Hashable, Sendable {
    /// The value stands in the corpus as it is asked.
    case applied
    /// A later correction of the same value goes before it.
    case replaced
    /// It was taken back.
    case undone
    /// The corpus has not what it is about: in one phrase.
    case notApplied(String)
  }

  /// The corrections, in the order in which they were made, each with what became of it.
  private(set) var entries: [(correction: Correction, state: State)] = []

  /// The entries that hold of each quote, by their place in `entries`.
  private(set) var numbers: [RowID: [Int]] = [:]

  /// The corpus with the corrections that could be applied; the same one where there are none.
  private(set) var corpus: Corpus

  /// Creates a ledger without corrections.
  init(of corpus: Corpus) { self.corpus = corpus }

  /// Applies what a file holds to a corpus.
  init(_ contents: CorrectionFile.Contents, of base: Corpus) {
    corpus = base
    var undone: Set<String> = []
    for case .undo(_, _, let id) in contents.entries { undone.insert(id) }
    for case .correction(let correction) in contents.entries {
      entries.append((correction, undone.contains(correction.id) ? .undone : .applied))
    }
    apply(to: base)
  }

  /// How many corrections hold.
  var appliedCount: Int { entries.count { $0.state == .applied } }

  /// How many corrections are about something that is not in the corpus.
  var notAppliedCount: Int {
    entries.count { if case .notApplied = $0.state { true } else { false } }
  }

  private mutating func apply(to base: Corpus) {
    var finder = AddressFinder(base)
    var overlay = CorpusOverlay(of: base)
    var latest: [String: Int] = [:]
    for index in entries.indices where entries[index].state == .applied {
      switch finder.find(entries[index].correction) {
      case .failure(let reason): entries[index].state = .notApplied(reason.text)
      case .success(let change):
        let key = "\(change.quote.rawValue) \(entries[index].correction.attribute)"
        if let earlier = latest.updateValue(index, forKey: key) {
          entries[earlier].state = .replaced
          numbers[change.quote]?.removeAll { $0 == earlier }
        }
        numbers[change.quote, default: []].append(index)
        overlay.set(entries[index].correction.attribute, of: change.quote, to: change.code)
      }
    }
    if !overlay.isEmpty { corpus = overlay.apply() }
  }
}

/// Finds what corrections are about.
private struct AddressFinder {

  /// A change of the corpus.
  struct Change {
    let quote: RowID
    let code: UInt32
  }

  /// Why there is nothing to change, in one phrase.
  struct Reason: Error { let text: String }

  private let corpus: Corpus
  private let locator: QuoteLocator
  private var quotes: [String: [(row: RowID, address: QuoteAddress)]] = [:]
  private var known: [String: [String: UInt32]] = [:]

  init(_ corpus: Corpus) {
    self.corpus = corpus
    locator = QuoteLocator(corpus)
  }

  /// Looks a correction up.
  mutating func find(_ correction: Correction) -> Result<Change, Reason> {
    guard CorpusOverlay.attributes.contains(correction.attribute),
      let column = corpus.codes(correction.attribute, of: .quotes)
    else { return .failure(Reason(text: "quotes have no '\(correction.attribute)' to correct")) }
    let wanted = correction.quote
    let own = quotes(in: wanted.document)
    if own.isEmpty { return .failure(Reason(text: "no quote is in a document of that id")) }
    let here = own.filter { $0.address.offsets == wanted.offsets }
    if here.isEmpty { return .failure(Reason(text: "no quote is at that place any more")) }
    guard let quote = here.first(where: { $0.address.beginning == wanted.beginning }) else {
      return .failure(Reason(text: "the text at that place is another one now"))
    }
    guard let new = correction.new else {
      return .success(Change(quote: quote.row, code: CodeColumn.missing))
    }
    let codes = known[correction.attribute] ?? corpus.codesByName(in: column)
    known[correction.attribute] = codes
    guard let code = codes[new] else {
      return .failure(Reason(text: "nothing in the corpus is called '\(new)'"))
    }
    return .success(Change(quote: quote.row, code: code))
  }

  private mutating func quotes(in document: String) -> [(row: RowID, address: QuoteAddress)] {
    if let known = quotes[document] { return known }
    let found = locator.documents(named: document).flatMap { locator.quotes(in: $0) }
      .compactMap { row in locator.address(of: row).map { (row, $0) } }
    quotes[document] = found
    return found
  }
}
