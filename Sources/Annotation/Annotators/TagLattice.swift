/// The best way through the tags that the words of a sentence may have.
///
/// Words stand in columns of at most `width` tags; a state is a pair of neighbouring tags.
struct TagLattice {

  /// At most so many tags are weighed for a word.
  static let width = 6

  /// The number of words.
  private(set) var count = 0

  /// The cheapest tag of each word, once `solve()` has run.
  private(set) var path: [UInt8] = []

  private var tags: [UInt8] = []
  private var costs: [Int32] = []
  private var widths: [Int] = []
  private var cameFrom: [UInt8] = []
  private let model = TagCosts.english

  mutating func clear() {
    count = 0
    tags.removeAll(keepingCapacity: true)
    costs.removeAll(keepingCapacity: true)
    widths.removeAll(keepingCapacity: true)
  }

  mutating func append(_ candidates: borrowing TagCandidates) {
    let used = min(candidates.count, Self.width)
    for index in 0..<Self.width {
      tags.append(index < used ? candidates.tags[index] : 0)
      costs.append(index < used ? candidates.costs[index] : 0)
    }
    widths.append(used)
    count += 1
  }

  /// Finds the cheapest path.
  ///
  /// - Complexity: O(*n* · `width`³) for *n* words; most words have one or two tags.
  mutating func solve() {
    let width = Self.width
    cameFrom.removeAll(keepingCapacity: true)
    cameFrom.append(contentsOf: repeatElement(0, count: count * width * width))
    var states = [Int32](repeating: 0, count: width * width)
    var next = states
    for word in 0..<count {
      for current in 0..<widths[word] {
        for last in 0..<(word > 0 ? widths[word - 1] : 1) {
          let (cost, from) = cheapest(word, last, current, states)
          next[last * width + current] = cost + costs[word * width + current]
          cameFrom[(word * width + last) * width + current] = from
        }
      }
      swap(&states, &next)
    }
    trace(states)
  }

  /// The cheapest way to the pair (`last`, `current`) at `word`, and the tag before that pair.
  private func cheapest(
    _ word: Int, _ last: Int, _ current: Int, _ states: [Int32]
  ) -> (Int32, UInt8) {
    let width = Self.width
    let tag = Int(tags[word * width + current])
    let lastTag = word > 0 ? Int(tags[(word - 1) * width + last]) : TagCosts.start
    var best = Int32.max
    var from: UInt8 = 0
    for before in 0..<(word > 1 ? widths[word - 2] : 1) {
      let beforeTag = word > 1 ? Int(tags[(word - 2) * width + before]) : TagCosts.start
      let step = model.transitions[(beforeTag * 18 + lastTag) * TagCosts.count + tag]
      let cost = word > 0 ? states[before * width + last] + step : step
      if cost < best { (best, from) = (cost, UInt8(before)) }
    }
    return (best, from)
  }

  private mutating func trace(_ states: [Int32]) {
    let width = Self.width
    path.removeAll(keepingCapacity: true)
    path.append(contentsOf: repeatElement(0, count: count))
    guard count > 0 else { return }
    var (last, current, best) = (0, 0, Int32.max)
    for a in 0..<(count > 1 ? widths[count - 2] : 1) {
      for b in 0..<widths[count - 1] where states[a * width + b] < best {
        (last, current, best) = (a, b, states[a * width + b])
      }
    }
    for word in stride(from: count - 1, through: 0, by: -1) {
      path[word] = tags[word * width + current]
      (last, current) = (Int(cameFrom[(word * width + last) * width + current]), last)
    }
  }
}
