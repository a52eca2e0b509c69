internal import CorpusStore
internal import Diagnostics

/// Finds the names that someone may have meant by a name that is not there.
struct NearestNames {

  /// A name, the value that it stands for, and how often that is found.
  struct Entry {
    let name: String
    let value: String
    let count: Int
  }

  private let wanted: String
  private let words: [String]
  private let limit: Int

  /// Prepares a search for what is like `text`.
  init(to text: String) {
    wanted = TextFolding.fold(text)
    words = wanted.split(separator: " ").map(String.init)
    limit = max(1, wanted.unicodeScalars.count / 3)
  }

  /// Returns the values nearest to the text, the most frequent first among equals.
  ///
  /// A name is near by the letters that differ, in the whole or in one of its words, or because it
  /// starts with the text or has a word of it.
  func among(_ entries: some Sequence<Entry>, most: Int = 3) -> [Entry] {
    var best: [String: (distance: Int, entry: Entry)] = [:]
    for entry in entries {
      guard let distance = distance(to: entry.name) else { continue }
      if let known = best[entry.value], known.distance <= distance { continue }
      best[entry.value] = (distance, entry)
    }
    let sorted = best.values.sorted {
      ($0.distance, -$0.entry.count, $0.entry.value) < (
        $1.distance, -$1.entry.count, $1.entry.value
      )
    }
    return sorted.prefix(most).map(\.entry)
  }

  private func distance(to name: String) -> Int? {
    guard !wanted.isEmpty else { return nil }
    let name = TextFolding.fold(name)
    if wanted.utf8.count >= 3, name.hasPrefix(wanted) { return 1 }
    let whole = EditDistance.between(wanted, name, limit: limit)
    let other = name.split(separator: " ").map(String.init)
    let shared = words.count < 2 && other.count < 2 ? nil : distance(toWordsOf: other)
    return [whole, shared].compactMap { $0 }.min() ?? distance(toStemOf: name)
  }

  /// The least distance between a word of the text and one of the name.
  ///
  /// Where the text has other words too, these make it less near, and short ones say nothing.
  private func distance(toWordsOf name: [String]) -> Int? {
    let others = words.count > 1 ? 2 : 0
    let shortest = words.count > 1 ? 4 : 3
    return words.filter { $0.utf8.count >= shortest }.flatMap { word in
      name.compactMap { EditDistance.between(word, $0, limit: Self.limit(ofWord: word)) }
    }.min().map { $0 + others }
  }

  /// A word of a name is short, and much is like it.
  private static func limit(ofWord word: String) -> Int { max(1, word.unicodeScalars.count / 4) }

  /// Two forms of one word, like `denied` and `deny`, share their first letters.
  private func distance(toStemOf name: String) -> Int? {
    let shared = zip(wanted.utf8, name.utf8).prefix { $0 == $1 }.count
    let (own, other) = (wanted.utf8.count, name.utf8.count)
    guard shared >= 3, shared * 4 >= min(own, other) * 3, abs(own - other) <= 4 else {
      return nil
    }
    return limit + 1
  }

  private func distance(toWord word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return EditDistance.between(wanted, word, limit: limit)
  }
}
