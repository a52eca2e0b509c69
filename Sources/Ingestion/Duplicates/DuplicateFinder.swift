internal import Annotation

/// Tells documents that have been met before: the same text, or one that differs in little.
///
/// Candidates are those that share a band of their sketches (locality-sensitive hashing, Indyk and
/// Motwani 1998; Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*, 3.4). Short texts count as the same
/// only where all words and the address agree, for many people say “Thank you”.
struct DuplicateFinder {

  /// An earlier document that another repeats.
  struct Match: Hashable {
    /// The number of the earlier one, in the order in which they were added.
    let number: Int
    /// The share of their words in a row that both have.
    let resemblance: Double
  }

  /// From which resemblance on two texts are one: a copy with another headline or a note above it is,
  /// a form letter with other names is not.
  static let threshold = 0.85

  /// From which resemblance on two texts of one address are one.
  static let addressThreshold = 0.5

  /// A text of fewer words is short.
  static let shortestText = 40

  private static let bandLength = 8

  private var sketches: [MinHashSignature] = []
  private var byBand: [UInt64: Int32] = [:]
  private var byAddress: [String: Int32] = [:]
  private var byWords: [UInt64: Int32] = [:]

  /// Creates a finder that knows no documents.
  init() {}

  /// Returns the earlier document that a text repeats, if there is one; else it is an earlier
  /// one for those to come.
  ///
  /// - Parameters:
  ///   - text: The text, in UTF-8.
  ///   - address: Where it was found, if that is known.
  /// - Returns: The earlier document; nil where there is none.
  mutating func match(_ text: [UInt8], address: String?) -> Match? {
    let sketch = MinHashSignature(text)
    let address = address.map(Self.plain)
    if let match = match(sketch, address) { return match }
    let number = Int32(truncatingIfNeeded: sketches.count)
    sketches.append(sketch)
    if let address, byAddress[address] == nil { byAddress[address] = number }
    guard sketch.wordCount >= Self.shortestText else { return nil }
    byWords[sketch.wordsHash] = number
    for band in Self.bands(sketch) where byBand[band] == nil { byBand[band] = number }
    return nil
  }

  /// How many documents were met that repeat no other.
  var count: Int { sketches.count }

  private func match(_ sketch: MinHashSignature, _ address: String?) -> Match? {
    if let address, let number = byAddress[address] {
      let resemblance = sketch.resemblance(to: sketches[Int(number)])
      if resemblance >= Self.addressThreshold {
        return Match(number: Int(number), resemblance: resemblance)
      }
    }
    guard sketch.wordCount >= Self.shortestText else { return nil }
    if let number = byWords[sketch.wordsHash] { return Match(number: Int(number), resemblance: 1) }
    var best: Match?
    for number in Set(Self.bands(sketch).compactMap { byBand[$0] }) {
      let resemblance = sketch.resemblance(to: sketches[Int(number)])
      guard resemblance >= Self.threshold else { continue }
      let isBetter = best.map {
        (resemblance, -Int(number)) > ($0.resemblance, -$0.number)
      }
      if isBetter ?? true { best = Match(number: Int(number), resemblance: resemblance) }
    }
    return best
  }

  /// The bands of a sketch, each with its place in it as one number.
  private static func bands(_ sketch: MinHashSignature) -> [UInt64] {
    stride(from: 0, to: sketch.bins.count, by: bandLength).map { start in
      var hash = UInt64(start) &+ 0x9E37_79B9_7F4A_7C15
      for bin in sketch.bins[start..<start + bandLength] {
        hash = (hash ^ UInt64(bin)) &* 0x0100_0000_01B3
        hash ^= hash >> 29
      }
      return hash
    }
  }

  /// An address without what does not tell pages apart: scheme, “www.”, the place in the page, and
  /// what campaigns add.
  private static func plain(_ address: String) -> String {
    var rest = address.lowercased()[...]
    for start in ["https://", "http://", "www.", "amp."] where rest.hasPrefix(start) {
      rest = rest.dropFirst(start.count)
    }
    rest = rest.prefix { $0 != "#" }
    let parts = rest.split(separator: "?", maxSplits: 1)
    let query =
      parts.count > 1 ? parts[1].split(separator: "&").filter { !$0.hasPrefix("utm_") } : []
    var path = parts.first ?? ""
    while path.last == "/" { path = path.dropLast() }
    return query.isEmpty ? String(path) : path + "?" + query.joined(separator: "&")
  }
}
