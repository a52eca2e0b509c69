import Diagnostics
import QuerySyntax
import TestSupport
import Testing

@Suite struct DamagedQueryTests {

  private let grammar: Grammar

  init() throws { grammar = try Grammar(Repository.text(of: "grammar/quoth.ebnf")) }

  @Test func `twenty thousand damaged scripts are read with every range inside the text`() {
    var generator = SentenceGenerator(grammar, seed: 11)
    var random = SeededGenerator(seed: 12)
    for number in 0..<20_000 {
      let start = ["Query", "Query", "Statement", "Script"][number % 4]
      var words = generator.sentence(of: start)
      damage(&words, using: &random)
      let text = script(words)
      // What stands behind the parser reads the same ranges; a tenth of the scripts shows it.
      if number.isMultiple(of: 10) { check(text) } else { checkRanges(text) }
    }
  }

  @Test func `every prefix of a script is read with every range inside the text`() {
    var generator = SentenceGenerator(grammar, seed: 13)
    for _ in 0..<12 {
      let text = script(generator.sentence(of: "Statement"))
      for length in 0...text.count { check(String(text.prefix(length))) }
    }
  }

  @Test func `any characters are read with every range inside the text`() {
    let alphabet = Array("quotes where =<>!&|()[]\"'“”«»/\\$#-.;,:0159 \n\r\tÉé漢😀\u{301}\u{0}*%{}")
    var random = SeededGenerator(seed: 14)
    let words =
      Keyword.allCases.map(\.rawValue) + [
        "from", "select", "like", "null", "group by", "(", ")", ",", "|", "=", "==", "&", ";", "x",
        "3",
        "2025-02", "'a'", "..", ".", "sort", "wehre", "nad", "limt", "\n", "\n\n", "-- c\n", "/",
        "$p",
      ]
    for _ in 0..<1000 {
      let length = Int.random(in: 0..<16, using: &random)
      check(script((0..<length).map { _ in words.randomElement(using: &random) ?? "" }))
    }
    for _ in 0..<1000 {
      let length = Int.random(in: 0..<60, using: &random)
      check(String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? " " }))
    }
  }

  @Test(arguments: [
    "(", "not ", "quotes within (", "quotes where (", "explain ", "quotes within ", "[", "[]", "[!",
    "([] ", "[(", "\"a\" ", "\"a\" near/5 ", "no quotes (", "count of quotes (", "compare (", "f(",
    "a:", "([] | ", "[] :: !(", "[] :: a.b = c.d & ", "quotes union (", "\"a\" (", "(\"a\"|", "{",
    "/",
    "quotes summarize a = b(", "x within (y) ", "(x within y within ",
  ])
  func `a text nested without end is refused, not followed`(part: String) {
    check(String(repeating: part, count: 4000))
    check("quotes where " + String(repeating: part, count: 4000))
  }

  @Test func `the deepest tree that is read is also printed`() {
    var text = "x"
    for level in (0..<99).reversed() {
      text = "(\(text)\(String(repeating: " within y", count: 99 - level)))"
    }
    check(text)
    #expect(Formatter.format(text) != nil || !Parser.parse(text).diagnostics.isEmpty)
  }

  private func damage(_ words: inout [String], using random: inout SeededGenerator) {
    guard words.count > 1 else { return }
    let index = Int.random(in: 0..<words.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: words.remove(at: index)
    case 1: words.insert(words[index], at: index)
    case 2: words.swapAt(index, Int.random(in: 0..<words.count, using: &random))
    default: words[index] = misspelt(words[index], using: &random)
    }
  }

  /// Checks that the parser says what is wrong, and only of places inside the text.
  @discardableResult
  private func checkRanges(_ text: String) -> Parser.Result {
    let result = Parser.parse(text)
    let length = text.utf8.count
    for diagnostic in result.diagnostics {
      let ranges =
        [diagnostic.range, diagnostic.fixIt?.range].compactMap(\.self)
        + diagnostic.notes.compactMap(\.range)
      if ranges.contains(where: { $0.start > $0.end || $0.end > length }) {
        Issue.record("\(text): \(diagnostic)")
      }
    }
    if result.diagnostics.isEmpty, result.script.outline.contains("invalid ") {
      Issue.record("\(text) is invalid without a word")
    }
    return result
  }

  private func check(_ text: String) {
    let result = checkRanges(text)
    let length = text.utf8.count
    guard length < 2000 else { return }
    for piece in Parser.classify(text) { #expect(piece.range.end <= length) }
    #expect(Parser.expectations(in: text, at: length).range.end <= length)
    _ = Parser.isComplete(text)
    _ = Formatter.format(text)
    _ = DiagnosticRenderer().render(result.diagnostics, in: SourceText(text))
  }
}

/// Returns `word` with one letter dropped, doubled, swapped or replaced.
func misspelt(_ word: String, using random: inout SeededGenerator) -> String {
  var letters = Array(word)
  guard letters.count > 2 else { return word }
  let index = Int.random(in: 1..<letters.count, using: &random)
  switch Int.random(in: 0..<4, using: &random) {
  case 0: letters.remove(at: index)
  case 1: letters.insert(letters[index], at: index)
  case 2: letters.swapAt(index - 1, index)
  default: letters[index] = "x"
  }
  return String(letters)
}
