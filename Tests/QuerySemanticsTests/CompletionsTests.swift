import CorpusStore
import Diagnostics
import QuerySemantics
import QuerySyntax
import Testing

@Suite struct CompletionsTests {

  private let completions = Completions(fixture)

  private func values(_ path: String, _ prefix: String) -> [String] {
    let query = BoundQuery(source: .table(.quotes))
    let parts = path.split(separator: ".").map { Name(String($0), at: SourceRange(at: 0)) }
    return completions.path(Path(parts, at: SourceRange(at: 0)), behind: query).map {
      completions.candidates(for: $0, prefix: prefix).map { "\($0.value) \($0.count)" }
    } ?? []
  }

  @Test(arguments: [
    ("speaker", "", ["Emmanuel Macron 3", "Donald Trump 2", "Brigitte Macron 1"]),
    ("speaker", "mac", ["Emmanuel Macron 3", "Brigitte Macron 1"]),
    ("speaker", "Président", ["Emmanuel Macron 3"]),
    ("cue", "", ["say 4", "tell 1", "argue 1", "deny 1"]),
    ("outlet", "the", ["The Courier 2"]),
    ("document.outlet", "cour", ["The Courier 2"]),
    ("first", "y", ["yes 0"]),
    ("words", "", []),
    ("nothing", "", []),
  ])
  func `values are those of the corpus, the most frequent first`(
    path: String, prefix: String, expected: [String]
  ) {
    #expect(values(path, prefix) == expected)
  }

  @Test func `paths are the row's own, then those of its document, each once`() {
    let paths = completions.paths(behind: BoundQuery(source: .table(.quotes))).map(\.text)
    #expect(paths.prefix(3) == ["speaker", "cue", "kind"])
    #expect(paths.contains("outlet"))
    #expect(paths.contains("month"))
    #expect(paths.count { $0 == "topic" } == 1)
  }

  @Test func `paths behind a count are its columns`() throws {
    let counted = try #require(query("quotes count by speaker"))
    #expect(completions.paths(behind: counted).map(\.text) == ["speaker", "count"])
  }
}
