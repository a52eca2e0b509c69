/// Makes one tree of the scores of heads, the best of all with one root.
///
/// It is the best head of each word where that is a tree, and else what the method of Chu and Liu
/// and of Edmonds finds (McDonald et al. 2005).
package struct TreeDecoder: Sendable {

  /// The head of each word; the word itself for the root.
  package private(set) var heads: [Int] = []

  /// What a root costs beside its score, so that there is no second.
  private static let rootCost = 1e9

  /// Creates a decoder.
  package init() {}

  /// Chooses heads for `count` words: `scores[word * step + head]`, and the root's score at head
  /// `count`.
  package mutating func decode(_ scores: [Float], count: Int, step: Int) {
    heads.removeAll(keepingCapacity: true)
    guard count > 0, scores.count >= (count - 1) * step + count + 1 else { return }
    var root = (word: 0, gain: -Float.infinity)
    for word in 0..<count {
      let head = bestHead(scores, word, count, step)
      let own = scores[word * step + count]
      let gain = head == word ? 0 : own - scores[word * step + head]
      if gain > root.gain { root = (word, gain) }
      heads.append(head)
    }
    heads[root.word] = root.word
    guard HeadTable.cycle(in: heads) != nil else { return }
    var table = HeadTable(count: count)
    for word in 0..<count {
      for head in 0...count { table[word, head] = Double(scores[word * step + head]) }
      table[word, count] -= Self.rootCost
    }
    heads = table.tree()
    for word in heads.indices where heads[word] == count { heads[word] = word }
  }

  private func bestHead(_ scores: [Float], _ word: Int, _ count: Int, _ step: Int) -> Int {
    var best = word
    var score = -Float.infinity
    for head in 0..<count where head != word {
      let value = scores[word * step + head]
      if value > score { (best, score) = (head, value) }
    }
    return best
  }
}

/// The scores of the heads of some words; the last head stands above all words.
private struct HeadTable {

  let count: Int
  private var scores: [Double]

  init(count: Int) {
    self.count = count
    scores = [Double](repeating: -.infinity, count: count * (count + 1))
  }

  subscript(word: Int, head: Int) -> Double {
    get { scores[word * (count + 1) + head] }
    set { scores[word * (count + 1) + head] = newValue }
  }

  /// The heads of the best tree: a cycle of best heads becomes one word, the first of a smaller
  /// table, and is opened where the tree over that enters it.
  func tree() -> [Int] {
    var heads = (0..<count).map { word in
      Self.best(0...count, else: count) { $0 == word ? nil : self[word, $0] }
    }
    guard let first = Self.cycle(in: heads) else { return heads }
    var cycle = [first]
    while heads[cycle[cycle.count - 1]] != first { cycle.append(heads[cycle[cycle.count - 1]]) }
    let others = (0...count).filter { !cycle.contains($0) }
    let entries = others.map { other in
      Self.best(cycle, else: first) { self[$0, other] - self[$0, heads[$0]] }
    }
    let exits = others.dropLast().map { other in
      Self.best(cycle, else: first) { self[other, $0] }
    }
    var smaller = HeadTable(count: others.count)
    for (head, entry) in entries.enumerated() {
      smaller[0, head + 1] = self[entry, others[head]] - self[entry, heads[entry]]
    }
    for (word, exit) in exits.enumerated() {
      smaller[word + 1, 0] = self[others[word], exit]
      for (head, other) in others.enumerated() where head != word {
        smaller[word + 1, head + 1] = self[others[word], other]
      }
    }
    let found = smaller.tree()
    for (word, exit) in exits.enumerated() {
      heads[others[word]] = found[word + 1] == 0 ? exit : others[found[word + 1] - 1]
    }
    heads[entries[found[0] - 1]] = others[found[0] - 1]
    return heads
  }

  /// The choice of the highest score; choices without a score are passed over.
  private static func best(
    _ choices: some Sequence<Int>, else other: Int, _ score: (Int) -> Double?
  ) -> Int {
    var best = (choice: other, score: -Double.infinity)
    for choice in choices {
      if let score = score(choice), score > best.score { best = (choice, score) }
    }
    return best.choice
  }

  /// A word that is led back to itself, or nil where all words lead above or to a word that is its
  /// own head.
  static func cycle(in heads: [Int]) -> Int? {
    var marks = [Int](repeating: -1, count: heads.count)
    for start in heads.indices {
      var word = start
      while word < heads.count, marks[word] < 0 {
        marks[word] = start
        if heads[word] == word { break }
        word = heads[word]
      }
      if word < heads.count, marks[word] == start, heads[word] != word { return word }
    }
    return nil
  }
}
