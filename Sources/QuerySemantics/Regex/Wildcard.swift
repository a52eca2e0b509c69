internal import CorpusStore

/// A word in which `*` stands for any run of characters and `?` for any one.
struct Wildcard {

  private let pattern: [UInt8]

  /// Creates the pattern that `text` writes.
  init(_ text: String) { pattern = Array(text.utf8) }

  /// Whether a word has a wildcard.
  static func isIn(_ word: String) -> Bool {
    word.utf8.contains(star) || word.utf8.contains(mark)
  }

  /// Splits a phrase with `tokenize`, which may not take the wildcards for marks of their own.
  ///
  /// They are letters to it: two that stand in no news text.
  static func protecting(_ phrase: String, _ tokenize: (String) -> [String]) -> [String] {
    guard isIn(phrase) else { return tokenize(phrase) }
    let letters = Substitution(
      pairs: [("*", "\u{01C2}"), ("?", "\u{01C0}")])
    return tokenize(letters.applied(to: phrase)).map { letters.undone(in: $0) }
  }

  private static let star = UInt8(ascii: "*")
  private static let mark = UInt8(ascii: "?")

  /// Whether the whole of `word`, in UTF-8, fits.
  ///
  /// - Complexity: O(*n·m*) at worst, by going back to the last star only.
  func matches(_ word: FrozenArray<UInt8>) -> Bool {
    var (place, position) = (0, word.startIndex)
    var retry: (place: Int, position: Int)?
    while position < word.endIndex {
      if place < pattern.count, pattern[place] == Self.star {
        retry = (place + 1, position)
        place += 1
      } else if place < pattern.count, pattern[place] == Self.mark {
        place += 1
        position = after(position, in: word)
      } else if place < pattern.count, pattern[place] == word[position] {
        place += 1
        position += 1
      } else if let (next, from) = retry {
        retry = (next, after(from, in: word))
        (place, position) = (next, after(from, in: word))
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == Self.star }
  }

  /// Returns the codes of the folded words that fit, ascending.
  ///
  /// - Complexity: O(log *n*) for a beginning or an ending alone, with the words that have it;
  ///   otherwise all words are looked at.
  func codes(in corpus: Corpus) -> [UInt32] {
    let tokens = corpus.tokens
    let dictionary = tokens.folds.dictionary
    func bytes(_ code: UInt32) -> FrozenArray<UInt8> {
      corpus.pool.bytes(of: dictionary.symbol(of: code))
    }
    func isWild(_ byte: UInt8) -> Bool { byte == Self.star || byte == Self.mark }
    let prefix = Array(pattern.prefix { !isWild($0) })
    let suffix = Array(pattern.reversed().prefix { !isWild($0) }.reversed())
    let candidates =
      prefix.isEmpty
      ? tokens.lexicon.codes(endingWith: suffix, bytes)
      : tokens.lexicon.codes(beginningWith: prefix, bytes)
    let isSettled = pattern.count == max(prefix.count, suffix.count) + 1 && hasOneStar
    return (isSettled ? Array(candidates) : candidates.filter { matches(bytes($0)) }).sorted()
  }

  /// Whether one star is all that is wild.
  private var hasOneStar: Bool {
    pattern.count { $0 == Self.star } == 1 && !pattern.contains(Self.mark)
  }

  /// Returns where the next scalar starts.
  private func after(_ position: Int, in word: FrozenArray<UInt8>) -> Int {
    var next = position + 1
    while next < word.endIndex, word[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}

/// Scalars that stand in for others for a while.
private struct Substitution {

  let pairs: [(plain: Unicode.Scalar, other: Unicode.Scalar)]

  func applied(to text: String) -> String {
    map(text) { scalar in pairs.first { $0.plain == scalar }?.other }
  }

  func undone(in text: String) -> String {
    map(text) { scalar in pairs.first { $0.other == scalar }?.plain }
  }

  private func map(
    _ text: String, _ replacement: (Unicode.Scalar) -> Unicode.Scalar?
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(replacement(scalar) ?? scalar) }
    return String(result)
  }
}
