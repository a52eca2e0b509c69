/// Makes one tree of the scores of heads: the best head of each word where that is a tree, and the
/// cheapest changes where it is not.
package struct TreeDecoder: Sendable {

  /// The head of each word; the word itself for the root.
  package private(set) var heads: [Int] = []

  private var marks: [Int] = []

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
    while let cycle = findCycle(root.word) {
      open(cycle, root.word, scores, count, step)
    }
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

  /// Returns a word on a cycle, or nil where all words lead to the root.
  private mutating func findCycle(_ root: Int) -> Int? {
    marks.removeAll(keepingCapacity: true)
    marks.append(contentsOf: repeatElement(-1, count: heads.count))
    marks[root] = heads.count
    for start in heads.indices where marks[start] < 0 {
      var word = start
      while marks[word] < 0 {
        marks[word] = start
        word = heads[word]
      }
      if marks[word] == start { return word }
      // What leads to a tree is done with.
      word = start
      while marks[word] == start {
        marks[word] = heads.count
        word = heads[word]
      }
    }
    return nil
  }

  /// Takes the word of a cycle that loses least out of it, to a head that does not hang below it.
  private mutating func open(
    _ member: Int, _ root: Int, _ scores: [Float], _ count: Int, _ step: Int
  ) {
    let below = (0..<count).map { leads($0, to: member) }
    var best = (word: member, head: root, gain: -Float.infinity)
    var word = member
    repeat {
      let held = scores[word * step + heads[word]]
      for head in 0..<count where !below[head] {
        let gain = scores[word * step + head] - held
        if gain > best.gain { best = (word, head, gain) }
      }
      word = heads[word]
    } while word != member
    heads[best.word] = best.head
  }

  private func leads(_ start: Int, to member: Int) -> Bool {
    var word = start
    for _ in 0...heads.count {
      if word == member { return true }
      if heads[word] == word { return false }
      word = heads[word]
    }
    return false
  }
}
