internal import Annotation
internal import Rendering

/// What a form has no room for of the documents that are written in it.
///
/// All that a source did not give is found anew in the texts, and is not told.
struct ExportLosses {

  private let format: ExportFormat
  private var documents = 0
  private var kinds: Set<Kind> = []

  /// A sort of what is lost, in the order in which they are told.
  private enum Kind: String, CaseIterable {
    case texts, words, names, quotes, corrections
    case noNames = "empty lists of names"
    case noQuotes = "empty lists of quotes"
  }

  /// Creates the losses of a form, of which there are none yet.
  init(_ format: ExportFormat) { self.format = format }

  /// Takes note of a document.
  mutating func note(_ document: AnnotatedDocument) {
    let found = kinds(lostOf: document)
    if found.isEmpty { return }
    documents += 1
    kinds.formUnion(found)
  }

  private func kinds(lostOf document: AnnotatedDocument) -> Set<Kind> {
    var found: Set<Kind> = []
    switch format {
    case .jsonl: break
    case .tei, .webannotation:
      if document.givenWords != nil { found.insert(.words) }
    case .conllu, .vrt:
      if document.hasUntakenText { found.insert(.texts) }
    case .csv:
      if document.givenWords != nil { found.insert(.words) }
      if document.mentions.contains(where: \.isGiven) { found.insert(.names) }
      if document.emptyLayers.contains(.mentions) { found.insert(.noNames) }
      if document.emptyLayers.contains(.quotes) { found.insert(.noQuotes) }
      if document.quotes.contains(where: \.isGiven) { found.insert(.quotes) }
      if document.quotes.contains(where: { $0.reasons.contains(where: Self.isCorrection) }) {
        found.insert(.corrections)
      }
    }
    return found
  }

  private static func isCorrection(_ reason: String) -> Bool {
    reason.hasPrefix("speaker: ") && reason.hasSuffix(", corrected by hand")
  }

  /// The lines that tell of them.
  ///
  /// - Parameter name: The name of the corpus.
  /// - Returns: One line, or none where nothing is lost.
  func lines(_ name: String) -> [String] {
    if kinds.isEmpty { return [] }
    let all = Kind.allCases.filter(kinds.contains).map(\.rawValue)
    let list =
      all.count == 1
      ? all[0] : all.dropLast().joined(separator: ", ") + " and \(all[all.count - 1])"
    let count = Plural.counted(documents, "documents")
    return [
      "\(name): \(format.rawValue) has no room for the \(list) that \(count) came with; "
        + "write them with --format jsonl"
    ]
  }
}
