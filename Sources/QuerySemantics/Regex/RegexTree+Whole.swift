/// Expressions that a whole value must match, as those of token patterns.
extension RegexTree {

  /// The only text that matches, where the expression has no choice in it.
  var literal: String? {
    switch self {
    case .empty: return ""
    case .scalars(let ranges):
      guard let only = ranges.first, ranges.count == 1, only.count == 1,
        let scalar = Unicode.Scalar(only.lowerBound)
      else { return nil }
      return String(scalar)
    case .sequence(let parts):
      var text = ""
      for part in parts {
        guard let literal = part.literal else { return nil }
        text += literal
      }
      return text
    case .start, .end, .wordBoundary, .choice, .repetition: return nil
    }
  }

  /// Whether the whole of a short text matches.
  ///
  /// - Complexity: O(*n²·m*) for a text of *n* scalars; meant for the few values of a category.
  func matches(whole text: String) -> Bool {
    let scalars = text.unicodeScalars.map(\.value)
    return ends(from: [0], in: scalars).contains(scalars.count)
  }

  /// The places to which a match leads that starts at one of `starts`.
  private func ends(from starts: Set<Int>, in text: [UInt32]) -> Set<Int> {
    switch self {
    case .empty: starts
    case .scalars(let ranges):
      Set(
        starts.filter { place in
          place < text.count && ranges.contains { $0.contains(text[place]) }
        }.map { $0 + 1 })
    case .start: starts.filter { $0 == 0 }
    case .end: starts.filter { $0 == text.count }
    case .wordBoundary: starts.filter { Self.isBoundary($0, in: text) }
    case .sequence(let parts): parts.reduce(starts) { $1.ends(from: $0, in: text) }
    case .choice(let parts):
      parts.reduce(into: Set<Int>()) { $0.formUnion($1.ends(from: starts, in: text)) }
    case .repetition(let part, let least, let most):
      Self.ends(repeating: part, least, most, from: starts, in: text)
    }
  }

  private static func ends(
    repeating part: RegexTree, _ least: Int, _ most: Int?, from starts: Set<Int>, in text: [UInt32]
  ) -> Set<Int> {
    var current = starts
    var times = 0
    while times < least, !current.isEmpty {
      let next = part.ends(from: current, in: text)
      times = next == current ? least : times + 1
      current = next
    }
    var found = current
    while times < most ?? .max {
      current = part.ends(from: current, in: text).subtracting(found)
      if current.isEmpty { break }
      found.formUnion(current)
      times += 1
    }
    return found
  }

  private static func isBoundary(_ place: Int, in text: [UInt32]) -> Bool {
    let before = place > 0 && isWord(text[place - 1])
    let after = place < text.count && isWord(text[place])
    return before != after
  }

  private static func isWord(_ scalar: UInt32) -> Bool {
    ScalarSet.word.contains { $0.contains(scalar) }
  }
}
