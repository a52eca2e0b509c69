import Diagnostics
import QuerySyntax
import TestSupport
import Testing

@Suite struct CompletionTests {

  @Test func `offers accepted at random lead to a text that is read`() {
    var offered: Set<String> = []
    for number in 0..<1200 {
      let start = ["", "quotes where ", "quotes | ", "quotes where speaker "][number % 4]
      var walk = CompletionWalk(from: start, seed: UInt64(number), steps: number % 18 + 1)
      if let fault = walk.run() {
        Issue.record("\(fault): \(walk.text) \(Parser.parse(walk.text).diagnostics.map(\.message))")
        return
      }
      offered.formUnion(walk.offered)
    }
    let words = Set(offered.flatMap { $0.split(separator: " ").map(String.init) })
    for keyword in Keyword.allCases where keyword.rowKind == nil {
      #expect(words.contains(keyword.rawValue), "\(keyword) is never offered")
    }
  }
}

/// A text that grows by what completion offers.
private struct CompletionWalk {

  private(set) var text: String
  private(set) var offered: Set<String> = []
  private let steps: Int
  private var random: SeededGenerator

  init(from start: String, seed: UInt64, steps: Int) {
    text = start
    random = SeededGenerator(seed: seed)
    self.steps = steps
  }

  /// Accepts offers, then ends as soon as the text is whole, and returns what went wrong.
  mutating func run() -> String? {
    for step in 0..<(steps + 120) {
      let diagnostics = Parser.parse(text).diagnostics
      if !diagnostics.isEmpty, Parser.isComplete(text) { return "an offer was no good" }
      let items = Parser.expectations(in: text, at: text.utf8.count).items
      for case .keyword(let word) in items { offered.insert(word) }
      if step >= steps, diagnostics.isEmpty, !text.isEmpty { return nil }
      guard let item = choose(items, isEnding: step >= steps) else {
        return diagnostics.isEmpty ? nil : "nothing is offered"
      }
      text += written(item)
    }
    return "the text finds no end"
  }

  /// Prefers what closes or fills, where the text is to end.
  private mutating func choose(
    _ items: [QuerySyntax.Expectation], isEnding: Bool
  ) -> QuerySyntax.Expectation? {
    let usable = items.filter { $0 != .mark(";") }
    guard isEnding else { return usable.randomElement(using: &random) }
    let ends = usable.filter { $0.isEnd || [.mark("="), .keyword("and")].contains($0) }
    return (ends.isEmpty ? usable : ends).randomElement(using: &random)
  }

  private mutating func written(_ item: QuerySyntax.Expectation) -> String {
    switch item {
    case .keyword(let word): "\(word) "
    case .mark(let mark): mark == "." || mark == "/" ? mark : "\(mark) "
    case .rowKind: (RowKind.allCases.randomElement(using: &random)?.rawValue ?? "") + " "
    case .letName: "strong "
    case .definedFunction: "said_by(Macron) "
    case .phrase: "\"wealth tax\" "
    case .attribute: "speaker "
    case .value, .ladderValue, .freeValue: "Macron "
    case .pattern: "/ta(x|riff)s?/ "
    case .newName: "strong "
    case .newParameter: "$who "
    case .number: "3 "
    case .timeUnit: "week "
    case .tokenAttribute: "lemma "
    case .tokenText: "\"tax\" "
    case .label(let label): label
    case .function: "median "
    case .measure: "logdice "
    }
  }
}

extension QuerySyntax.Expectation {

  /// Whether the offer brings a text nearer to its end.
  fileprivate var isEnd: Bool {
    switch self {
    case .mark(let mark): [")", "]", "}"].contains(mark)
    case .keyword: false
    default: true
    }
  }
}
