internal import Annotation

/// Which layers a source gives of a document, of which quotes are worth most and words least.
struct GivenKinds: OptionSet, Hashable {

  let rawValue: UInt8

  static let words = GivenKinds(rawValue: 1)
  static let names = GivenKinds(rawValue: 2)
  static let quotes = GivenKinds(rawValue: 4)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Creates the kinds of what a source gives.
  init(_ given: GivenLayers?) {
    self = []
    guard let given else { return }
    if !given.tokens.isEmpty { insert(.words) }
    if given.mentions != nil { insert(.names) }
    if given.quotes != nil { insert(.quotes) }
  }

  /// Creates the kinds that an annotated document tells to be given; words tell it by standing where
  /// those of another source stand.
  init(of document: AnnotatedDocument, like given: GivenLayers?) {
    self = []
    let empty = document.emptyLayers
    if empty.contains(.mentions) || document.mentions.contains(where: \.isGiven) { insert(.names) }
    if empty.contains(.quotes) || document.quotes.contains(where: \.isGiven) { insert(.quotes) }
    if let tokens = given?.tokens, !tokens.isEmpty,
      tokens.map(\.range) == document.tokens.map(\.range)
    {
      insert(.words)
    }
  }

  /// Whether what is given is worth more than something else.
  func isMore(than other: GivenKinds) -> Bool { rawValue > other.rawValue }

  /// The kinds in words: `words and names`.
  var text: String {
    [(Self.words, "words"), (.names, "names"), (.quotes, "quotes")].filter { contains($0.0) }
      .map(\.1).joined(separator: " and ")
  }
}
