import QuerySemantics

/// Regular expressions by trying all ways.
struct ReferenceRegex {

  private let tree: RegexTree

  init(_ tree: RegexTree) { self.tree = tree }

  /// Whether a match stands anywhere in the text.
  func matches(in text: String) -> Bool {
    let text = text.unicodeScalars.map(\.value)
    return (0...text.count).contains { !ends(tree, text, $0).isEmpty }
  }

  /// Whether the text as a whole is a match.
  func matches(wholeOf text: String) -> Bool {
    let text = text.unicodeScalars.map(\.value)
    return ends(tree, text, 0).contains(text.count)
  }

  /// All places where a match of `tree` that begins at `start` can end.
  private func ends(_ tree: RegexTree, _ text: [UInt32], _ start: Int) -> Set<Int> {
    switch tree {
    case .empty: return [start]
    case .scalars(let ranges):
      let fits = start < text.count && ranges.contains { $0.contains(text[start]) }
      return fits ? [start + 1] : []
    case .start: return start == 0 ? [start] : []
    case .end: return start == text.count ? [start] : []
    case .wordBoundary:
      let before = start > 0 && isWord(text[start - 1])
      let behind = start < text.count && isWord(text[start])
      return before != behind ? [start] : []
    case .sequence(let parts):
      return parts.reduce([start]) { places, part in
        Set(places.flatMap { ends(part, text, $0) })
      }
    case .choice(let parts): return Set(parts.flatMap { ends($0, text, start) })
    case .repetition(let part, let least, let most):
      var places: Set<Int> = [start]
      for _ in 0..<least { places = Set(places.flatMap { ends(part, text, $0) }) }
      var all = places
      for _ in 0..<min(most.map { $0 - least } ?? text.count + 1, text.count + 1) {
        places = Set(places.flatMap { ends(part, text, $0) })
        all.formUnion(places)
      }
      return all
    }
  }

  private func isWord(_ scalar: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(scalar) else { return false }
    return scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
