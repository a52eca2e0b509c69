/// A value that the user put right: one attribute of one quote.
public struct Correction: Hashable, Sendable {

  /// What it is known by in the file; no two corrections share it.
  let id: String

  /// When it was made, in UTC, as ISO 8601 writes it.
  public let time: String

  /// Which quote it is about.
  let quote: QuoteAddress

  /// The attribute: one of `CorpusOverlay.attributes`.
  public let attribute: String

  /// The value that was there; nil for none.
  public let old: String?

  /// The value that should be there; nil for none.
  public let new: String?

  /// The change as people read it: `speaker: Emmanuel Macron → Donald Trump`.
  public var text: String { "\(attribute): \(old ?? "missing") → \(new ?? "missing")" }
}

/// Where a quote stands, in words that outlast a run.
struct QuoteAddress: Hashable, Sendable {

  /// The id of the document.
  let document: String

  /// The pieces of the content, in Unicode scalars of the original text, as citations give them.
  let offsets: [Range<Int>]

  /// How the quote begins, by which a text that was changed since is recognised.
  let beginning: String

  /// The offsets as the file has them: `12-40,61-80`.
  var offsetText: String {
    offsets.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
  }

  /// Returns the offsets that a text gives, or nil where it gives none.
  static func offsets(in text: String) -> [Range<Int>]? {
    var ranges: [Range<Int>] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = piece.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard ends.count == 2, let start = ends[0], let end = ends[1], 0 <= start, start <= end else {
        return nil
      }
      ranges.append(start..<end)
    }
    return ranges
  }
}
