internal import Annotation
internal import CorpusStore

/// Tells documents that have been met before: the same text, or one that differs in little.
///
/// Candidates are those that share a band of their sketches (locality-sensitive hashing, Indyk and
/// Motwani 1998; Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*, 3.4). Short texts count
/// as the same only where all words and the address agree, or without one all that is known of them
/// (`ShortTexts`), or the name in an earlier build. Texts of one outlet on two days or on two pages with headlines of their
/// own, or of nobody knows whom, are one only where neither has numbers of its own: orders that differ in a sum are two.
struct DuplicateFinder {

  /// Where a document comes from, as far as it is known.
  struct Origin {

    /// What it calls itself, or its file.
    var name = ""

    /// Where it was found.
    var address: String?

    /// Who published it.
    var outlet: String?

    /// When it was published; `missing` where that is not known.
    var day = Day.missing

    /// Its title.
    var title: String?

    /// The file that it stands in.
    var file = ""

    /// What its source gives of it.
    var layers: GivenKinds = []

    /// What its source tells of it; nil where that is not known.
    var metadata: DocumentMetadata?

    /// Returns all that is known of it, as one number; nil where that is not known.
    var identity: (() -> UInt64)?
  }

  /// An earlier document that another repeats.
  struct Match: Hashable {
    /// The number of the earlier one, in the order in which they were added.
    let number: Int
    /// The share of their words in a row that both have.
    let resemblance: Double
  }

  /// From which resemblance on two texts are one: a copy with another headline or a note above it is,
  /// a form letter with other names is not.
  ///
  /// It is meant for a true one of 0.85, of which sketches tell up to 0.02 less.
  static let threshold = 0.83

  /// From which resemblance on two texts of one address are one.
  static let addressThreshold = 0.5

  /// A text of fewer words is short.
  static let shortestText = 40

  /// How many days apart two texts stand at most that are one though some words differ: what comes
  /// back each year with another date in it is no copy.
  static let longestTime = 15

  /// A text of fewer words that an outlet prints again on another day in other words is a form that
  /// was filled in anew.
  static let longestForm = 300

  private static let bandLength = 8
  private static let bandCount = 16

  /// How many of those that share a band are looked at, the latest first.
  private static let mostCandidates = 8

  private var sketches: [MinHashSignature] = []
  private var days: [Day] = []
  private var outlets: [String?] = []
  private var titles: [String?] = []
  private var addresses: [String?] = []
  private var layers: [GivenKinds] = []
  private var shortTexts = ShortTexts()
  /// The documents of each address; those of an earlier build without one, by their names.
  private var byAddress: [String: [Int32]] = [:]
  private var byWords: [UInt64: Int32] = [:]
  /// The latest document of each band.
  private var byBand: [UInt64: Int32] = [:]
  /// For each document and band the one before it in that band; -1 for none.
  private var former: [Int32] = []

  /// Creates a finder that knows no documents.
  init() {}

  /// Returns the earlier document that a text repeats, if there is one; else it is an earlier
  /// one for those to come.
  ///
  /// - Parameters:
  ///   - text: The text, in UTF-8.
  ///   - origin: Where it comes from.
  /// - Returns: The earlier document; nil where there is none.
  mutating func match(_ text: [UInt8], from origin: Origin = Origin()) -> Match? {
    let sketch = MinHashSignature(text)
    let address = Self.address(of: origin)
    if let match = match(sketch, origin, address) { return match }
    let short = sketch.wordCount < Self.shortestText ? ShortTexts.Text(text, origin) : nil
    if let number = short.flatMap(shortTexts.match) {
      return Match(number: number, resemblance: 1)
    }
    let number = Int32(truncatingIfNeeded: sketches.count)
    sketches.append(sketch)
    days.append(origin.day)
    outlets.append(origin.outlet)
    titles.append(origin.title)
    addresses.append(origin.address.map(Self.plain))
    layers.append(origin.layers)
    former.append(contentsOf: repeatElement(-1, count: Self.bandCount))
    if origin.address != nil { byAddress[address, default: []].append(number) }
    if let short {
      shortTexts.add(short, number: Int(number))
      return nil
    }
    byWords[sketch.wordsHash] = number
    for (index, band) in Self.bands(sketch).enumerated() {
      former[Int(number) * Self.bandCount + index] = byBand[band] ?? -1
      byBand[band] = number
    }
    return nil
  }

  /// Takes a text that repeats an earlier one for that one from now on.
  mutating func replace(_ number: Int, with text: [UInt8], from origin: Origin) {
    layers[number] = origin.layers
    shortTexts.add(ShortTexts.Text(text, origin), number: number)
  }

  /// Makes a document of an earlier build known, which is known by its name where it has no address.
  ///
  /// - Returns: The earlier document that it repeats; nil where there is none.
  mutating func know(_ text: [UInt8], from origin: Origin) -> Match? {
    let match = match(text, from: origin)
    if match == nil, origin.address == nil {
      byAddress[Self.address(of: origin), default: []].append(Int32(clamping: count - 1))
    }
    return match
  }

  /// How many documents were met that repeat no other.
  var count: Int { sketches.count }

  private func match(
    _ sketch: MinHashSignature, _ origin: Origin, _ address: String
  ) -> Match? {
    for number in byAddress[address, default: []].suffix(Self.mostCandidates) {
      let earlier = sketches[Int(number)]
      let resemblance = sketch.resemblance(to: earlier)
      let isSame =
        origin.address == nil
        ? sketch.wordsHash == earlier.wordsHash : resemblance >= Self.addressThreshold
      // A part of a text with its quotes is no copy of the whole without them.
      let isPart = resemblance < Self.threshold && origin.layers.isMore(than: layers[Int(number)])
      if isSame, !isPart { return Match(number: Int(number), resemblance: resemblance) }
    }
    guard sketch.wordCount >= Self.shortestText else { return nil }
    if let number = byWords[sketch.wordsHash] { return Match(number: Int(number), resemblance: 1) }
    var best: Match?
    for number in candidates(sketch) where isNear(origin.day, days[number]) {
      let resemblance = sketch.resemblance(to: sketches[number])
      guard resemblance >= Self.threshold, !isOther(sketch, origin, than: number) else { continue }
      let isBetter = best.map { (resemblance, -number) > ($0.resemblance, -$0.number) }
      if isBetter ?? true { best = Match(number: number, resemblance: resemblance) }
    }
    return best
  }

  /// Whether a text that resembles an earlier one is another by the same hand.
  private func isOther(
    _ sketch: MinHashSignature, _ origin: Origin, than number: Int
  ) -> Bool {
    let isReprint = origin.outlet.flatMap { outlet in outlets[number].map { $0 != outlet } }
    let isSameDay = origin.day == days[number] && origin.day != .missing
    guard isReprint != true, !isSameDay || isOwnPage(origin, beside: number) else { return false }
    let isForm = isReprint == false && sketch.wordCount < Self.longestForm
    return isForm || sketch.hasOtherNumbers(than: sketches[number])
  }

  /// Whether a text and an earlier one have addresses and headlines of their own, as the results of two
  /// districts have.
  private func isOwnPage(_ origin: Origin, beside number: Int) -> Bool {
    guard let address = origin.address.map(Self.plain), let other = addresses[number],
      let title = origin.title, let otherTitle = titles[number]
    else { return false }
    return address != other && title != otherTitle
  }

  private func isNear(_ a: Day, _ b: Day) -> Bool {
    a == .missing || b == .missing || abs(Int(a.number) - Int(b.number)) <= Self.longestTime
  }

  /// The documents that share a band with a sketch.
  private func candidates(_ sketch: MinHashSignature) -> Set<Int> {
    var found: Set<Int> = []
    for (index, band) in Self.bands(sketch).enumerated() {
      var next = byBand[band] ?? -1
      for _ in 0..<Self.mostCandidates where next >= 0 {
        found.insert(Int(next))
        next = former[Int(next) * Self.bandCount + index]
      }
    }
    return found
  }

  /// The bands of a sketch, each with its place in it as one number: bins far from each other, since
  /// those of short texts agree with their neighbours.
  private static func bands(_ sketch: MinHashSignature) -> [UInt64] {
    let bins = sketch.denseBins
    guard bins.count == MinHashSignature.binCount else { return [] }
    let distance = bins.count / bandLength
    return (0..<bandCount).map { band in
      var hash = UInt64(band) &+ 0x9E37_79B9_7F4A_7C15
      for place in stride(from: band * (distance / bandCount), to: bins.count, by: distance) {
        hash = (hash ^ UInt64(bins[place])) &* 0x0100_0000_01B3
        hash ^= hash >> 29
      }
      return hash
    }
  }

  private static func address(of origin: Origin) -> String {
    origin.address.map(plain) ?? "file:" + origin.name
  }

  /// An address without what does not tell pages apart: scheme, “www.”, the place in the page, and
  /// what campaigns add.
  static func plain(_ address: String) -> String {
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
