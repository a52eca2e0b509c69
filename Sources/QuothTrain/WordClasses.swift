internal import Annotation

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Classes of words that stand among the same neighbours, by the exchange of words between classes
/// while that makes pairs of classes tell more of each other (Kneser and Ney 1993; Martin, Liermann
/// and Ney 1998).
struct WordClasses {

  /// The words by their hash, the most frequent first, with their classes.
  private(set) var words: [(hash: UInt32, cluster: UInt8)] = []

  private static let classes = 160
  /// Words beyond this number, or seen less often, have no class.
  private static let mostWords = 20_000
  private static let fewest = 8

  private var members: [Int] = []
  private var pairs: [Int32] = []
  private var totals: [Int32] = []

  /// Groups the words of a text.
  init(_ text: [UInt32], rounds: Int) {
    var counts: [UInt32: Int] = [:]
    for word in text where word != 0 { counts[word, default: 0] += 1 }
    let kept = counts.filter { $0.value >= Self.fewest }
      .sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(Self.mostWords)
    var numbers: [UInt32: Int32] = [:]
    for (index, word) in kept.enumerated() { numbers[word.key] = Int32(index + 1) }
    let neighbours = Neighbours(text.map { numbers[$0] ?? 0 }, count: kept.count + 1)
    start(kept.count, neighbours)
    for round in 1...rounds {
      var moved = 0
      for word in 1...max(kept.count, 1) where word <= kept.count {
        moved += exchange(word, neighbours) ? 1 : 0
      }
      report("classes: round \(round), \(moved) words moved")
      if moved * 200 < kept.count { break }
    }
    words = kept.enumerated().map { ($0.element.key, UInt8(members[$0.offset + 1])) }
  }

  /// Puts words into classes one after another, and counts pairs of classes.
  private mutating func start(_ count: Int, _ neighbours: Neighbours) {
    members = (0...count).map { $0 == 0 ? 0 : 1 + ($0 - 1) % (Self.classes - 1) }
    pairs = [Int32](repeating: 0, count: Self.classes * Self.classes)
    totals = [Int32](repeating: 0, count: Self.classes)
    for word in 0...count {
      for next in neighbours.after(word) {
        pairs[members[word] * Self.classes + members[Int(next.word)]] += next.count
        totals[members[word]] += next.count
      }
    }
  }

  private static func weight(_ count: Int32) -> Double {
    if count >= 0, count < small.count { return small[Int(count)] }
    return count > 0 ? Double(count) * log(Double(count)) : 0
  }

  /// The weights of the counts that are asked for most.
  private static let small: [Double] = (0..<Int32(1 << 15)).map {
    $0 > 0 ? Double($0) * log(Double($0)) : 0
  }

  private static func gain(_ count: Int32, _ more: Int32) -> Double {
    more == 0 ? 0 : weight(count + more) - weight(count)
  }

  /// Takes a word out of its class and puts it where it fits best.
  private mutating func exchange(_ word: Int, _ neighbours: Neighbours) -> Bool {
    let classes = Self.classes
    var after = [Int32](repeating: 0, count: classes)
    var before = after
    var (own, total): (Int32, Int32) = (0, 0)
    for next in neighbours.after(word) {
      total += next.count
      if Int(next.word) == word {
        own = next.count
      } else {
        after[members[Int(next.word)]] += next.count
      }
    }
    for last in neighbours.before(word) where Int(last.word) != word {
      before[members[Int(last.word)]] += last.count
    }
    let old = members[word]
    add(word: old, after, before, own, total, sign: -1)
    let followers = after.indices.filter { after[$0] > 0 }
    let leaders = before.indices.filter { before[$0] > 0 }
    var best = (cluster: old, gain: -Double.infinity)
    for cluster in 1..<classes {
      var gain = -2 * Self.gain(totals[cluster], total)
      for other in followers where other != cluster {
        gain += Self.gain(pairs[cluster * classes + other], after[other])
      }
      for other in leaders where other != cluster {
        gain += Self.gain(pairs[other * classes + cluster], before[other])
      }
      gain += Self.gain(
        pairs[cluster * classes + cluster], after[cluster] + before[cluster] + own)
      if gain > best.gain { best = (cluster, gain) }
    }
    add(word: best.cluster, after, before, own, total, sign: 1)
    members[word] = best.cluster
    return best.cluster != old
  }

  private mutating func add(
    word cluster: Int, _ after: [Int32], _ before: [Int32], _ own: Int32, _ total: Int32,
    sign: Int32
  ) {
    for other in after.indices {
      pairs[cluster * Self.classes + other] += sign * after[other]
      pairs[other * Self.classes + cluster] += sign * before[other]
    }
    pairs[cluster * Self.classes + cluster] += sign * own
    totals[cluster] += sign * total
  }
}

/// How often each word stands before and behind each other.
private struct Neighbours {

  struct Neighbour {
    let word: Int32
    let count: Int32
  }

  private var following: [Neighbour] = []
  private var leading: [Neighbour] = []
  private var followingStarts: [Int] = []
  private var leadingStarts: [Int] = []

  init(_ text: [Int32], count: Int) {
    var keys = zip(text, text.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }
    (following, followingStarts) = Self.group(&keys, count)
    for index in keys.indices { keys[index] = keys[index] << 32 | keys[index] >> 32 }
    (leading, leadingStarts) = Self.group(&keys, count)
  }

  private static func group(_ keys: inout [UInt64], _ count: Int) -> ([Neighbour], [Int]) {
    keys.sort()
    var (list, starts): ([Neighbour], [Int]) = ([], [])
    var index = 0
    while index < keys.count {
      var end = index
      while end < keys.count, keys[end] == keys[index] { end += 1 }
      while starts.count <= Int(keys[index] >> 32) { starts.append(list.count) }
      list.append(
        Neighbour(word: Int32(truncatingIfNeeded: keys[index]), count: Int32(end - index)))
      index = end
    }
    while starts.count <= count { starts.append(list.count) }
    return (list, starts)
  }

  func after(_ word: Int) -> ArraySlice<Neighbour> {
    following[followingStarts[word]..<followingStarts[word + 1]]
  }

  func before(_ word: Int) -> ArraySlice<Neighbour> {
    leading[leadingStarts[word]..<leadingStarts[word + 1]]
  }
}
