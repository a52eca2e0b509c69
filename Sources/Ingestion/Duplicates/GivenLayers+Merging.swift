internal import Annotation

extension GivenLayers {

  /// Takes what another annotation of the same text says of places of which nothing is said here.
  ///
  /// - Returns: How many quotes and names were left out, for others stand at their places.
  mutating func merge(_ other: GivenLayers) -> Int {
    let (own, others) = (self, other)
    fill(from: other)
    var lostCount = 0
    if let quotes = own.quotes, let more = others.quotes {
      var merged = PlacedItems(quotes, at: \.content)
      for quote in more { merged.add(quote) { $0.fill(from: quote) } }
      (self.quotes, lostCount) = (merged.items, merged.lostCount)
    }
    if let mentions = own.mentions, let more = others.mentions {
      var merged = PlacedItems(mentions, at: { [$0.range] })
      for mention in more { merged.add(mention) { $0.fill(from: mention) } }
      (self.mentions, lostCount) = (merged.items, lostCount + merged.lostCount)
    }
    return lostCount
  }
}

/// Quotes or names of a text, each at its place.
private struct PlacedItems<Item> {

  private let place: (Item) -> [ByteRange]
  private var own: [Item]
  private var added: [Item] = []
  /// The own ones by their places.
  private let numbers: [[ByteRange]: Int]
  /// The places of the own ones, and how far those up to each reach.
  private let starts: [UInt32]
  private let reaches: [UInt32]
  /// How many were not taken.
  private(set) var lostCount = 0

  init(_ items: [Item], at place: @escaping (Item) -> [ByteRange]) {
    self.place = place
    own = items
    numbers = Dictionary(
      items.enumerated().map { (place($1), $0) }, uniquingKeysWith: { first, _ in first })
    let ranges = items.flatMap(place).sorted { $0.start < $1.start }
    starts = ranges.map(\.start)
    var reach: UInt32 = 0
    reaches = ranges.map {
      reach = max(reach, $0.end)
      return reach
    }
  }

  /// All of them, in the order of the text.
  var items: [Item] {
    if added.isEmpty { return own }
    return (own + added).sorted {
      (place($0).first?.start ?? 0) < (place($1).first?.start ?? 0)
    }
  }

  /// Takes one in; at the very place of an own one that is filled, which tells whether the two agree.
  mutating func add(_ item: Item, fill: (inout Item) -> Bool) {
    if let number = numbers[place(item)] {
      if !fill(&own[number]) { lostCount += 1 }
    } else if place(item).contains(where: isTaken) {
      lostCount += 1
    } else {
      added.append(item)
    }
  }

  private func isTaken(_ range: ByteRange) -> Bool {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < range.end { low = middle + 1 } else { high = middle }
    }
    return low > 0 && reaches[low - 1] > range.start
  }
}

extension GivenQuote {

  /// Takes what is missing from one of the same words.
  ///
  /// - Returns: Whether the two say the same of who speaks.
  fileprivate mutating func fill(from other: GivenQuote) -> Bool {
    if cue.isEmpty { (cue, cueLemma) = (other.cue, cueLemma ?? other.cueLemma) }
    if source.isEmpty { source = other.source }
    addressee = addressee ?? other.addressee
    kind = kind ?? other.kind
    confidence = confidence ?? other.confidence
    guard let speaker, let told = other.speaker else {
      if speaker == nil, !isAnonymous {
        (speaker, identifiers) = (other.speaker, other.identifiers)
        speakerField = other.speakerField
      }
      return true
    }
    return speaker.lowercased() == told.lowercased()
  }
}

extension GivenMention {

  /// Takes what is missing from one of the same words.
  ///
  /// - Returns: Whether the two say the same of who is meant.
  fileprivate mutating func fill(from other: GivenMention) -> Bool {
    let agrees =
      (type == nil || other.type == nil || type == other.type)
      && (name == nil || other.name == nil || name?.lowercased() == other.name?.lowercased())
    if agrees {
      type = type ?? other.type
      name = name ?? other.name
      identifier = identifier ?? other.identifier
      chain = chain ?? other.chain
    }
    return agrees
  }
}
