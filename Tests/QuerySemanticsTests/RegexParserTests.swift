import QuerySemantics
import Testing

@Suite struct RegexParserTests {

  @Test(arguments: [
    ("", "()"),
    ("a", "[61]"),
    ("É", "[65]"),
    ("ß", "([73] [73])"),
    ("ab", "([61] [62])"),
    ("a|b", "([61] | [62])"),
    ("a|", "([61] | ())"),
    ("a*", "[61]{0,}"),
    ("a+?", "[61]{1,}{0,1}"),
    ("a{2}", "[61]{2,2}"),
    ("a{2,}", "[61]{2,}"),
    ("a{2,5}", "[61]{2,5}"),
    ("(ab)+", "([61] [62]){1,}"),
    ("(?:a)", "[61]"),
    ("^a$", "(^ [61] $)"),
    (".", "[0-10ffff]"),
    ("[abc]", "[61-63]"),
    ("[A-C]", "[61-63]"),
    ("[a-]", "[2d 61]"),
    ("[]a]", "[5d 61]"),
    ("[^b]", "[0-61 63-10ffff]"),
    ("[\\d_]", "[30-39 5f]"),
    ("\\d", "[30-39]"),
    ("\\bto\\b", "(b [74] [6f] b)"),
    ("\\.", "[2e]"),
    ("a\\n", "([61] [a])"),
  ])
  func `an expression is read into a tree of folded scalars`(pattern: String, expected: String) {
    #expect(RegexParser.parse(pattern).map(printed) == .success(expected))
  }

  @Test(arguments: [
    ("(a", RegexMistake.Kind.openGroup, 0..<1),
    ("a)", .strayClose, 1..<2),
    ("é)", .strayClose, 2..<3),
    ("[a", .openClass, 0..<1),
    ("[", .openClass, 0..<1),
    ("[z-a]", .backwardRange, 1..<4),
    ("*a", .nothingToRepeat, 0..<1),
    ("a|+", .nothingToRepeat, 2..<3),
    ("a{3,1}", .badCount, 1..<6),
    ("a{x}", .badCount, 1..<3),
    ("a{2000}", .badCount, 1..<7),
    ("a{1", .badCount, 1..<3),
    ("\\q", .unknownEscape, 0..<2),
    ("\\", .unknownEscape, 0..<1),
    ("(?=a)", .unknownGroup, 0..<3),
    ("((a{1000}){1000}){1000}", .tooLarge, 0..<23),
  ])
  func `a mistake is told at its characters`(
    pattern: String, kind: RegexMistake.Kind, range: Range<Int>
  ) {
    #expect(RegexParser.parse(pattern) == .failure(RegexMistake(kind, at: range)))
  }

  @Test func `groups beyond reason are a mistake and no crash`() {
    let deep = String(repeating: "(", count: 100_000)
    guard case .failure(let mistake) = RegexParser.parse(deep) else {
      Issue.record("a hundred thousand open groups were read")
      return
    }
    #expect(mistake.kind == .tooLarge)
    guard case .failure = RegexParser.parse("a" + String(repeating: "*", count: 1_000)) else {
      Issue.record("a thousand repetitions were read")
      return
    }
  }
}

/// Returns the print of a tree, its scalars in hexadecimal.
private func printed(_ tree: RegexTree) -> String {
  switch tree {
  case .empty: "()"
  case .start: "^"
  case .end: "$"
  case .wordBoundary: "b"
  case .scalars(let ranges):
    "["
      + ranges.map {
        $0.count == 1
          ? String($0.lowerBound, radix: 16)
          : String($0.lowerBound, radix: 16) + "-" + String($0.upperBound, radix: 16)
      }.joined(separator: " ") + "]"
  case .sequence(let parts): "(" + parts.map(printed).joined(separator: " ") + ")"
  case .choice(let parts): "(" + parts.map(printed).joined(separator: " | ") + ")"
  case .repetition(let part, let least, let most):
    printed(part) + "{\(least)," + (most.map(String.init) ?? "") + "}"
  }
}
