import CorpusStore
import QuerySemantics

extension ReferenceEvaluator {

  /// A pattern with the tokens written out that fulfil each of its tests.
  private indirect enum Node {
    case token([Bool], label: Int?)
    case sequence([Node])
    case choice([Node])
    case repetition(Node, atLeast: Int, atMost: Int?)
  }

  /// How far a reading of a pattern has come, and which token each label has.
  private struct Reading: Hashable {
    var end: Int
    var labels: [Int?]
  }

  /// The longest match at each token, but for those that lie in another.
  func matches(of pattern: BoundPattern) -> [Item] {
    let node = node(pattern.node)
    let longest = paragraphs.flatMap { paragraph in
      paragraph.compactMap { start -> Item? in
        let empty = Reading(end: start, labels: Array(repeating: nil, count: pattern.labelCount))
        let ends = readings(of: node, from: [empty], paragraph.upperBound).filter { reading in
          pattern.constraint.map { holds($0, reading.labels) } ?? true
        }.map(\.end)
        guard let end = ends.max(), end > start else { return nil }
        return Item(id: start, end: end)
      }
    }
    return longest.filter { match in
      !longest.contains { $0 != match && $0.id <= match.id && match.end <= $0.end }
    }
  }

  /// All readings of a part that go on from some readings of what is before it.
  private func readings(of node: Node, from starts: Set<Reading>, _ limit: Int) -> Set<Reading> {
    switch node {
    case .token(let fits, let label):
      return Set(
        starts.compactMap { reading in
          guard reading.end < limit, fits[reading.end] else { return nil }
          var next = reading
          if let label { next.labels[label] = reading.end }
          next.end += 1
          return next
        })
    case .sequence(let parts):
      return parts.reduce(starts) { readings(of: $1, from: $0, limit) }
    case .choice(let parts):
      return parts.reduce(into: []) { $0.formUnion(readings(of: $1, from: starts, limit)) }
    case .repetition(let part, let least, let most):
      var (last, count) = (starts, 0)
      while count < least, !last.isEmpty {
        last = readings(of: part, from: last, limit)
        count += 1
      }
      var all = last
      while count < most ?? .max, !last.isEmpty {
        last = readings(of: part, from: last, limit).subtracting(all)
        all.formUnion(last)
        count += 1
      }
      return all
    }
  }

  private func node(_ node: BoundPatternNode) -> Node {
    func fits(_ test: BoundTokenTest) -> [Bool] {
      let test = tokenTest(test)
      return (0..<corpus.tokens.count).map(test)
    }
    return switch node {
    case .token(let test): .token(fits(test), label: nil)
    case .labelled(let label, let test): .token(fits(test), label: label)
    case .sequence(let parts): .sequence(parts.map { self.node($0) })
    case .choice(let parts): .choice(parts.map { self.node($0) })
    case .repetition(let part, let least, let most):
      .repetition(self.node(part), atLeast: least, atMost: most)
    }
  }

  private func holds(_ condition: BoundLabelCondition, _ labels: [Int?]) -> Bool {
    switch condition {
    case .and(let all): return all.allSatisfy { holds($0, labels) }
    case .or(let any): return any.contains { holds($0, labels) }
    case .not(let part): return !holds(part, labels)
    case .test(let label, let test): return labels[label].map(tokenTest(test)) ?? false
    case .same(let a, let first, let b, let second):
      guard let a = labels[a], let b = labels[b], let x = own(first, a).first,
        let y = own(second, b).first
      else { return false }
      return folded(x) == folded(y)
    }
  }

  func tokenTest(_ test: BoundTokenTest) -> (Int) -> Bool {
    switch test {
    case .any: return { _ in true }
    case .and(let all):
      let all = all.map(tokenTest)
      return { token in all.allSatisfy { $0(token) } }
    case .or(let any):
      let any = any.map(tokenTest)
      return { token in any.contains { $0(token) } }
    case .not(let part):
      let part = tokenTest(part)
      return { !part($0) }
    case .codes(let attribute, let codes):
      let path = BoundPath(target: .attribute(attribute), text: attribute.name)
      return { self.hasCode(codes, at: path, Item(id: $0)) }
    case .matches(let attribute, let tree, let regard):
      let regex = ReferenceRegex(tree)
      var known: [Value: Bool] = [:]
      return { token in
        guard let value = self.own(attribute, token).first else { return false }
        if let known = known[value] { return known }
        known[value] = regex.matches(wholeOf: regard.text(of: self.shown(value)))
        return known[value] ?? false
      }
    }
  }

  // MARK: Texts near texts

  /// Texts with the places at which each of them stands written out.
  private indirect enum Text {
    case places([Place])
    case related(Text, RegionRelation, Text)
  }

  func proximityTest(
    _ first: BoundText, _ relation: RegionRelation, _ second: BoundText
  ) -> (Place?) -> Bool {
    let text = Text.related(self.text(first), relation, self.text(second))
    return { place in place.map { !self.places(of: text, in: $0).isEmpty } ?? false }
  }

  private func text(_ text: BoundText) -> Text {
    switch text {
    case .phrase(let pattern): .places(places(of: rows(of: .phrase(pattern))))
    case .pattern(let pattern): .places(places(of: rows(of: .pattern(pattern))))
    case .related(let a, let relation, let b):
      .related(self.text(a), relation, self.text(b))
    }
  }

  /// Where a text stands in the text of a row; nil is the whole corpus.
  private func places(of text: Text, in row: Place?) -> [Place] {
    switch text {
    case .places(let places): places.filter { place in row.map { lies(place, within: $0) } ?? true }
    case .related(let first, let relation, let second):
      places(of: first, in: row).filter { place in
        stands(relation, place, to: places(of: second, in: relation.isInDays ? nil : row))
      }
    }
  }
}

extension RegionRelation {

  /// Whether only the dates of two regions count.
  fileprivate var isInDays: Bool {
    switch self {
    case .before(.days), .after(.days), .near(.days): true
    default: false
    }
  }
}

extension TextRegard {

  /// What of a text counts.
  func text(of text: String) -> String {
    switch (letterCase, accents) {
    case (true, true): text
    case (false, false): TextFolding.fold(text)
    case (false, true): text.unicodeScalars.map(\.properties.lowercaseMapping).joined()
    case (true, false):
      text.unicodeScalars.map { scalar in
        let plain = TextFolding.fold(String(scalar))
        return scalar.properties.isUppercase ? plain.uppercased() : plain
      }.joined()
    }
  }
}
