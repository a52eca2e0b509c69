import QuerySemantics
import QuerySyntax
import Testing

@Suite struct StepCompletionsTests {

  private let completions = Completions(fixture)

  private func steps(_ text: String) -> [String] {
    query(text).map { completions.steps(behind: $0) } ?? []
  }

  private static let always = [
    "where", "order by", "count", "limit", "top", "select", "summarize", "sample", "distinct",
  ]
  private static let ofRows = [
    "pairs of", "families", "union", "except", "intersect", "save",
  ]

  @Test(arguments: [
    (
      "quotes",
      always + ["timeline by", "to", "kwic", "collocates", "keywords", "similar to"] + ofRows
    ),
    ("documents", always + ["timeline by", "to", "kwic", "keywords", "similar to"] + ofRows),
    ("people", always + ["to"] + ofRows),
    ("quotes count by cue", always + ["per", "as share", "chart", "save"]),
    ("quotes count", always + ["per", "as share", "save"]),
    ("quotes count by cue as share", always + ["per", "chart", "save"]),
    ("quotes collocates", always + ["chart", "save"]),
    ("quotes summarize mean(words) by cue", always + ["chart", "save"]),
    ("quotes summarize distinct(cue) by month", always + ["per", "chart", "save"]),
    ("compare (quotes) with (documents)", always + ["chart", "save"]),
  ])
  func `a step is offered where the type of the rows allows it`(text: String, expected: [String]) {
    #expect(mistakes(text) == [])
    #expect(steps(text) == expected)
  }

  /// A way to go on with each step that is offered.
  private static let endings = [
    "where": "where", "order by": "order by", "count": "count", "limit": "limit 3",
    "top": "top 3", "select": "select", "summarize": "summarize count", "sample": "sample 3",
    "distinct": "distinct", "timeline by": "timeline by week", "to": "to quotes", "kwic": "kwic",
    "collocates": "collocates", "keywords": "keywords against (quotes)",
    "similar to": "similar to \"troops\"", "pairs of": "pairs of", "families": "families",
    "per": "per 7 words", "as share": "as share", "chart": "chart", "union": "union",
    "except": "except", "intersect": "intersect", "save": "save \"x.csv\"",
  ]

  @Test(arguments: [
    "quotes", "documents", "people", "tokens", "sentences", "mentions", "\"red line\"",
    "[pos = \"NOUN\"]", "quotes count by cue", "quotes count", "quotes count by month, cue",
    "quotes timeline by week", "\"red line\" collocates", "quotes keywords against (documents)",
    "quotes pairs of speakers per document", "compare (quotes) with (documents) on topics",
    "quotes summarize w = sum(words), first(cue) by day", "quotes count by outlet per 100 words",
  ])
  func `whatever is offered has a way to go on`(text: String) throws {
    let bound = QuerySemanticsTests.query(text)
    let query = try #require(bound)
    let first = completions.paths(behind: query).first?.text ?? ""
    let ordered = completions.orderPaths(behind: query).first?.text ?? ""
    for step in completions.steps(behind: query) {
      var next = try #require(Self.endings[step])
      switch step {
      case "where": next += " \(first) is known"
      case "select": next += " \(first)"
      case "order by": next += " \(ordered)"
      case "pairs of": next += " \(first) per \(first)"
      case "chart": next += " \(completions.chartKinds(behind: query).first?.rawValue ?? "")"
      case "union", "except", "intersect": next += " (\(text))"
      default: break
      }
      #expect(mistakes(text + " | " + next) == [])
    }
    for function in completions.functions(behind: query) {
      let path = completions.paths(in: function.name, behind: query).first?.text ?? ""
      let written = function.takesPath ? "\(function.name)(\(path))" : function.name
      #expect(mistakes(text + " | summarize x = " + written) == [])
    }
    for path in completions.rankPaths(behind: query) {
      #expect(mistakes(text + " | top 3 by " + path.text) == [])
    }
    for kind in completions.chartKinds(behind: query) {
      #expect(mistakes(text + " | chart \(kind.rawValue)") == [])
    }
    for unit in completions.rateUnits(behind: query) {
      #expect(mistakes(text + " | per 7 \(unit)") == [])
    }
    for kind in completions.moves(behind: query) {
      #expect(mistakes(text + " | to \(kind.rawValue)") == [])
    }
    for ending in completions.endings(behind: query) {
      #expect(mistakes(text + " | save \"x.\(ending)\"") == [])
    }
  }

  @Test func `what words are told apart and ordered by is offered`() {
    #expect(completions.tokenAttributes.map(\.text) == ["word", "lemma", "pos"])
    #expect(completions.measures(of: .collocates) == ["logdice", "mi", "ll", "t"])
    #expect(completions.measures(of: .keywords) == ["ll", "logratio"])
  }

  @Test func `two sets of rows are compared by what both have`() throws {
    let quotes = try #require(query("quotes"))
    let documents = try #require(query("documents"))
    let people = try #require(query("people"))
    let bases = completions.bases(of: quotes, with: documents)
    #expect(bases.first == "words")
    #expect(bases.contains("topic"))
    #expect(!bases.contains("cue"))
    #expect(!bases.contains("text"))
    #expect(!completions.bases(of: quotes, with: people).contains("words"))
    for basis in bases { #expect(mistakes("compare (quotes) with (documents) on " + basis) == []) }
  }
}
