/// Reads regular expressions: POSIX extended syntax with `\d \w \s \b` and `(?:…)`.
///
///     choice     = sequence { "|" sequence }
///     sequence   = { item [ "*" | "+" | "?" | "{" m [ "," [ n ] ] "}" ] }
///     item       = "(" choice ")" | "[" class "]" | "." | "^" | "$" | "\" letter | character
public struct RegexParser {

  static let deepestNesting = 50
  static let greatestCount = 1_000

  let scalars: [Unicode.Scalar]
  /// The offset of each scalar in bytes, and the length of the whole.
  let offsets: [Int]
  var position = 0
  private var depth = 0

  /// What of a text counts to the expression.
  let regard: TextRegard

  private init(_ pattern: String, _ regard: TextRegard) {
    self.regard = regard
    scalars = Array(pattern.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append((offsets.last ?? 0) + UTF8.width(scalar)) }
    self.offsets = offsets
  }

  /// Returns the tree of `pattern`, or the first mistake in it.
  ///
  /// What counts of a text is what `regard` says; the tree describes text that it was applied to.
  public static func parse(
    _ pattern: String, regard: TextRegard = .folded
  ) -> Result<RegexTree, RegexMistake> {
    var parser = RegexParser(pattern, regard)
    do throws(RegexMistake) {
      let tree = try parser.parseChoice()
      if parser.current != nil { throw parser.mistake(.strayClose, from: parser.position) }
      if tree.size > RegexTree.greatestSize { throw parser.mistake(.tooLarge, from: 0) }
      return .success(tree)
    } catch {
      return .failure(error)
    }
  }

  var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  /// Returns a mistake that runs from the scalar `start` up to the present one, included.
  func mistake(_ kind: RegexMistake.Kind, from start: Int) -> RegexMistake {
    let last = min(max(start, position) + 1, scalars.count)
    return RegexMistake(kind, at: offsets[min(start, last)]..<offsets[last])
  }

  /// Goes past `scalar` if it is the present one.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    position += 1
    return true
  }

  private mutating func parseChoice() throws(RegexMistake) -> RegexTree {
    var branches = [try parseSequence()]
    while take("|") { branches.append(try parseSequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func parseSequence() throws(RegexMistake) -> RegexTree {
    var items: [RegexTree] = []
    while let next = current, next != "|", next != ")" {
      items.append(try parseRepetition(of: try parseItem()))
    }
    return items.isEmpty ? .empty : items.count == 1 ? items[0] : .sequence(items)
  }

  private mutating func parseItem() throws(RegexMistake) -> RegexTree {
    let start = position
    guard let scalar = current else { return .empty }
    position += 1
    switch scalar {
    case "(": return try parseGroup(from: start)
    case "[": return .scalars(try parseClass(from: start))
    case ".": return .scalars([ScalarSet.all])
    case "^": return .start
    case "$": return .end
    case "\\": return try parseEscape(from: start)
    case "*", "+", "?":
      position = start
      throw mistake(.nothingToRepeat, from: start)
    default: return literal(scalar)
    }
  }

  private mutating func parseGroup(from start: Int) throws(RegexMistake) -> RegexTree {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepestNesting { throw mistake(.tooLarge, from: start) }
    if current == "?" {
      position += 1
      guard take(":") else { throw mistake(.unknownGroup, from: start) }
    }
    let tree = try parseChoice()
    guard take(")") else {
      position = start
      throw mistake(.openGroup, from: start)
    }
    return tree
  }

  private mutating func parseRepetition(of item: RegexTree) throws(RegexMistake) -> RegexTree {
    var item = item
    var times = 0
    while let next = current {
      let start = position
      switch next {
      case "*": item = .repetition(item, atLeast: 0, atMost: nil)
      case "+": item = .repetition(item, atLeast: 1, atMost: nil)
      case "?": item = .repetition(item, atLeast: 0, atMost: 1)
      case "{": item = try parseCounts(of: item)
      default: return item
      }
      position += 1
      times += 1
      if times > Self.deepestNesting { throw mistake(.tooLarge, from: start) }
    }
    return item
  }

  /// Reads `{m}`, `{m,}` or `{m,n}` and stops at the closing brace.
  private mutating func parseCounts(of item: RegexTree) throws(RegexMistake) -> RegexTree {
    let start = position
    position += 1
    let least = parseNumber()
    var most = least
    if take(",") { most = current == "}" ? nil : parseNumber() ?? -1 }
    guard let least, current == "}", most.map({ $0 >= least }) ?? true else {
      throw mistake(.badCount, from: start)
    }
    return .repetition(item, atLeast: least, atMost: most)
  }

  private mutating func parseNumber() -> Int? {
    let start = position
    var number = 0
    while let scalar = current, ("0"..."9").contains(scalar) {
      number = min(number * 10 + Int(scalar.value - 0x30), Self.greatestCount + 1)
      position += 1
    }
    return position == start || number > Self.greatestCount ? nil : number
  }
}
