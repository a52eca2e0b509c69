import CorpusStore
import QuerySemantics

extension ReferenceEvaluator {

  func isTrue(_ predicate: BoundPredicate, of item: Item, _ kind: Kind) -> Bool {
    switch predicate {
    case .constant(let isTrue): return isTrue
    case .and(let all): return all.allSatisfy { isTrue($0, of: item, kind) }
    case .or(let any): return any.contains { isTrue($0, of: item, kind) }
    case .not(let inner): return !isTrue(inner, of: item, kind)
    case .codes(let path, let codes): return hasCode(codes, at: path, item, kind)
    case .pattern, .proximity, .linked: return false
    case .isMissing(let path): return values(at: path, of: item, kind).isEmpty
    case .integers(let path, let range):
      return values(at: path, of: item, kind).contains {
        if case .integer(let value) = $0 { range.contains(value) } else { false }
      }
    case .decimals(let path, let range):
      return values(at: path, of: item, kind).contains {
        if case .decimal(let value) = $0 { range.contains(value) } else { false }
      }
    case .dates(let path, let range): return isDated(in: range, path, item, kind)
    case .phrase(let pattern):
      let matches = rows(of: .phrase(pattern))
      return stands(.containing, item, kind, to: matches)
    case .contains(let path, let text):
      let needle = Array(TextFolding.fold(text).utf8)
      return texts(at: path, item, kind).contains { holds(Array($0.utf8), needle) }
    case .matches(let path, let tree):
      return texts(at: path, item, kind).contains { ReferenceRegex(tree).matches(in: $0) }
    case .groupEquals(let path, let text):
      return texts(at: path, item, kind).contains(TextFolding.fold(text))
    case .region(let relation, let source):
      return stands(relation, item, kind, to: rows(of: source))
    }
  }

  private func hasCode(_ codes: [UInt32], at path: BoundPath, _ item: Item, _ kind: Kind) -> Bool {
    guard case .attribute(let attribute) = path.target, let column = corpus.column(of: attribute)
    else { return false }
    return ends(of: path, from: item).contains { row in
      switch column {
      case .codes(let column): codes.contains(column.values[row])
      case .codeLists(let column):
        column.codes(of: RowID(UInt32(row))).contains { codes.contains($0) }
      default: false
      }
    }
  }

  private func isDated(
    in range: ClosedRange<Day>, _ path: BoundPath, _ item: Item, _ kind: Kind
  ) -> Bool {
    let whole = BoundPath(hops: path.hops, target: path.target, text: path.text)
    return values(at: whole, of: item, kind).contains { value in
      guard case .day(let day) = value else { return false }
      guard let part = path.part, part != .day, part != .weekday else { return range.contains(day) }
      // The period lies in the range if its days before and behind this one do.
      let label = ReferenceCalendar.label(of: day, part)
      var (first, last) = (day, day)
      while ReferenceCalendar.label(of: Day(number: first.number - 1), part) == label {
        first = Day(number: first.number - 1)
      }
      while ReferenceCalendar.label(of: Day(number: last.number + 1), part) == label {
        last = Day(number: last.number + 1)
      }
      return range.contains(first) && range.contains(last)
    }
  }

  private func texts(at path: BoundPath, _ item: Item, _ kind: Kind) -> [String] {
    if case .ownText = path.target {
      guard path.hops.isEmpty else { return [] }
      return [TextFolding.fold(text(of: item, kind))]
    }
    return values(at: path, of: item, kind).map { folded($0) }
  }

  private func holds(_ text: [UInt8], _ needle: [UInt8]) -> Bool {
    if needle.isEmpty { return true }
    guard text.count >= needle.count else { return false }
    return (0...(text.count - needle.count)).contains { start in
      Array(text[start..<(start + needle.count)]) == needle
    }
  }

  // MARK: Regions

  func stands(_ relation: RegionRelation, _ item: Item, _ kind: Kind, to others: Result) -> Bool {
    let own = pieces(of: item, kind)
    let all = others.items.map { pieces(of: $0, others.kind) }
    switch relation {
    case .within: return all.contains { lies(own, within: $0) }
    case .outside: return !all.contains { lies(own, within: $0) }
    case .containing: return all.contains { lies($0, within: own) }
    case .overlapping:
      return all.contains { other in
        own.contains { a in other.contains { a.overlaps($0) } }
      }
    case .near: return false
    case .before, .after:
      guard let run = envelope(of: item, kind), let document = document(of: run) else {
        return false
      }
      return others.items.compactMap { envelope(of: $0, others.kind) }.contains { other in
        self.document(of: other) == document
          && (relation == .before(.document)
            ? run.upperBound <= other.lowerBound : run.lowerBound >= other.upperBound)
      }
    }
  }

  private func lies(_ inner: [Range<Int>], within outer: [Range<Int>]) -> Bool {
    !inner.isEmpty
      && inner.allSatisfy { a in
        outer.contains { $0.lowerBound <= a.lowerBound && a.upperBound <= $0.upperBound }
      }
  }

  func pieces(of item: Item, _ kind: Kind) -> [Range<Int>] {
    if kind == .table(.quotes) {
      return corpus.quotePieces.tokens(of: RowID(UInt32(item.id))).filter { !$0.isEmpty }
    }
    return envelope(of: item, kind).map { [$0] } ?? []
  }

  func envelope(of item: Item, _ kind: Kind) -> Range<Int>? {
    switch kind {
    case .matches: return item.id..<item.end
    case .groups: return nil
    case .table(let table):
      let run = corpus.regions(of: table)?.tokens(of: RowID(UInt32(item.id))) ?? 0..<0
      return run.isEmpty ? nil : run
    }
  }

  func document(of run: Range<Int>) -> Int? {
    (0..<corpus.rowCount(of: .documents)).first { document in
      let all = corpus.regions(of: .documents)?.tokens(of: RowID(UInt32(document))) ?? 0..<0
      return all.contains(run.lowerBound)
    }
  }
}

/// Regular expressions by trying all ways.
struct ReferenceRegex {

  private let tree: RegexTree

  init(_ tree: RegexTree) { self.tree = tree }

  func matches(in text: String) -> Bool {
    let text = text.unicodeScalars.map(\.value)
    return (0...text.count).contains { !ends(tree, text, $0).isEmpty }
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
