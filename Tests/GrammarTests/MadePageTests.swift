import Foundation
import QuerySyntax
import TestSupport
import Testing

/// The pages that `make grammar` makes from the grammar.
@Suite struct MadePageTests {

  private let grammar: Grammar
  private let page: String
  private let textMate: String

  init() throws {
    grammar = try Grammar(Repository.text(of: "grammar/quoth.ebnf"))
    page = try Repository.text(of: "grammar/railroad.md")
    textMate = try Repository.text(of: "grammar/quoth.tmLanguage.json")
  }

  /// The words among the terminals of the grammar.
  private var words: Set<String> {
    var words: Set<String> = []
    for case .terminal(let text) in grammar.leaves where text.contains(where: \.isLetter) {
      words.insert(text)
    }
    return words
  }

  private func diagrams() throws -> [String] {
    try Repository.files(in: "grammar/railroad", suffix: ".svg")
      .map { try String(contentsOf: $0, encoding: .utf8) }
  }

  @Test func `every page is made from the grammar of today`() throws {
    let script = try Repository.text(of: "grammar/make-pages.py")
    let source = try Repository.text(of: "grammar/quoth.ebnf")
    // FNV-1a, as the script works it out.
    let hash = (source + script).utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let hex = String(hash, radix: 16)
    let mark = "fingerprint " + String(repeating: "0", count: 16 - hex.count) + hex
    let files = try diagrams()
    #expect(files.count > 4)
    for text in files + [page, textMate] {
      #expect(text.contains(mark), "stale: run make grammar")
    }
  }

  @Test func `the keywords of the page, the diagrams and the TextMate grammar are the lexer's`()
    throws
  {
    let keywords = Set(Keyword.allCases.map(\.rawValue)).union(TimeUnitName.all)
    #expect(words == keywords)
    #expect(try wordsInDiagrams() == keywords)
    #expect(wordsOnPage() == keywords)
    #expect(try wordsInTextMate() == keywords)
  }

  @Test func `every production has a diagram`() throws {
    let text = try diagrams().joined()
    for production in grammar.productions {
      #expect(text.contains("id=\"\(production.name)\""), "\(production.name)")
    }
  }

  private func wordsInDiagrams() throws -> Set<String> {
    var words: Set<String> = []
    for line in try diagrams().joined(separator: "\n").components(separatedBy: "\n") {
      // A word of a diagram stands behind the round box drawn around it.
      guard line.hasPrefix("<text x="), let start = line.range(of: "\">")?.upperBound,
        let end = line.range(of: "</text>")?.lowerBound
      else { continue }
      let word = String(line[start..<end])
      if word.allSatisfy({ $0.isLetter && $0.isLowercase }) { words.insert(word) }
    }
    return words
  }

  private func wordsOnPage() -> Set<String> {
    let lines = page.components(separatedBy: "\n").filter { $0.hasPrefix("Keywords: ") }
    let pieces = lines.flatMap { $0.components(separatedBy: "`") }
    return Set(pieces.filter { !$0.isEmpty && $0.allSatisfy(\.isLetter) })
  }

  private struct TextMate: Decodable {
    struct Rule: Decodable {
      let name: String
      let match: String?
    }
    let patterns: [Rule]
  }

  private func wordsInTextMate() throws -> Set<String> {
    let rules = try JSONDecoder().decode(TextMate.self, from: Data(textMate.utf8)).patterns
    let lists = rules.compactMap { rule -> [String]? in
      guard let match = rule.match, match.hasPrefix("(?i)(?<!"), match.contains("(?:"),
        let list = match.components(separatedBy: "(?:").last?.components(separatedBy: ")").first
      else { return nil }
      return list.components(separatedBy: "|")
    }
    return Set(lists.joined())
  }
}
