internal import Annotation
internal import Rendering

/// What a table of documents has no room for.
///
/// These are words, names and quotes that a source gave, and speakers that were corrected; all else is found
/// anew in the texts.
struct LostLayers {

  private var documents = 0
  private var kinds: Set<Kind> = []

  /// A sort of what is lost, in the order in which they are told.
  private enum Kind: Int { case words, names, quotes, corrections }

  /// Takes a document that is written without its layers.
  mutating func add(_ document: AnnotatedDocument) {
    var found: Set<Kind> = []
    if document.givenWords != nil { found.insert(.words) }
    if document.mentions.contains(where: \.isGiven) { found.insert(.names) }
    if document.quotes.contains(where: \.isGiven) { found.insert(.quotes) }
    if document.quotes.contains(where: { $0.reasons.contains(where: Self.isCorrection) }) {
      found.insert(.corrections)
    }
    if found.isEmpty { return }
    documents += 1
    kinds.formUnion(found)
  }

  private static func isCorrection(_ reason: String) -> Bool {
    reason.hasPrefix("speaker: ") && reason.hasSuffix(", corrected by hand")
  }

  /// The line that tells it; nil where nothing is lost.
  ///
  /// - Parameter name: The name of the corpus.
  /// - Returns: The line.
  func warning(_ name: String) -> String? {
    if kinds.isEmpty { return nil }
    let all = kinds.sorted { $0.rawValue < $1.rawValue }.map { "\($0)" }
    let list =
      all.count == 1
      ? all[0] : all.dropLast().joined(separator: ", ") + " and \(all[all.count - 1])"
    let count = Plural.counted(documents, "documents")
    return "\(name): a table of documents has no room for the \(list) that \(count) came with; "
      + "write them with --format jsonl"
  }
}
