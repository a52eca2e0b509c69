/// Finds the names of a document by a trained model of tag sequences.
///
/// A conditional random field (Lafferty, McCallum and Pereira 2001) over hashed features, decoded
/// exactly by Viterbi's algorithm.
package struct NameTagger {

  private let model: NameModel

  /// A name that was found.
  package struct Span: Hashable, Sendable {
    /// The tokens.
    package let tokens: Range<Int>
    /// What it stands for.
    package let type: EntityType

    package init(tokens: Range<Int>, type: EntityType) {
      self.tokens = tokens
      self.type = type
    }
  }

  package init(_ model: NameModel) { self.model = model }

  /// Returns the names of a document, in order.
  package func spans(_ document: AnnotatedDocument) -> [Span] { spans(NameFeatures(document)) }

  func spans(_ features: NameFeatures) -> [Span] {
    var lattice = NameLattice()
    var keys: [UInt64] = []
    keys.reserveCapacity(128)
    var spans: [Span] = []
    for (number, stretch) in features.stretches.enumerated() {
      lattice.clear()
      for index in stretch {
        features.extract(index, stretch: number, into: &keys)
        lattice.append(model.scores(keys), model.transitions)
      }
      lattice.solve(model.transitions)
      Self.read(lattice.path, from: stretch.lowerBound, into: &spans)
    }
    return spans
  }

  /// Appends the names that a sequence of tags stands for.
  package static func read(_ tags: [Int], from first: Int, into spans: inout [Span]) {
    var index = 0
    while index < tags.count {
      guard let type = NameTag.type(tags[index]) else {
        index += 1
        continue
      }
      let start = index
      index += 1
      while index < tags.count, NameTag.type(tags[index]) == type, !NameTag.isStart(tags[index]) {
        index += 1
      }
      spans.append(Span(tokens: first + start..<first + index, type: NameTag.types[type]))
    }
  }
}

/// The best sequences of tags up to each token.
struct NameLattice {

  private var scores = SIMD16<Int32>()
  private var back: [SIMD16<Int32>] = []

  /// The best sequence, once solved.
  private(set) var path: [Int] = []

  mutating func clear() {
    back.removeAll(keepingCapacity: true)
    scores = SIMD16(repeating: -1 << 28)
    scores[NameTag.outside] = 0
  }

  /// Goes on with a token of these scores.
  mutating func append(_ emission: SIMD16<Int16>, _ transitions: [SIMD16<Int16>]) {
    var best = SIMD16<Int32>(repeating: -1 << 29)
    var from = SIMD16<Int32>()
    for before in 0..<NameTag.count {
      let row = SIMD16<Int32>(truncatingIfNeeded: transitions[before]) &+ scores[before]
      let isBetter = row .> best
      best.replace(with: row, where: isBetter)
      from.replace(with: Int32(before), where: isBetter)
    }
    scores = best &+ SIMD16<Int32>(truncatingIfNeeded: emission)
    back.append(from)
  }

  /// Finds the best sequence whose end may stand before a token outside of all names.
  mutating func solve(_ transitions: [SIMD16<Int16>]) {
    path.removeAll(keepingCapacity: true)
    var best = NameTag.outside
    var most = Int32.min
    for tag in 0..<NameTag.count where NameTag.mayFollow(NameTag.outside, tag) {
      let score = scores[tag] &+ Int32(transitions[tag][NameTag.outside])
      if score > most { (best, most) = (tag, score) }
    }
    for from in back.reversed() {
      path.append(best)
      best = Int(from[best])
    }
    path.reverse()
  }
}
