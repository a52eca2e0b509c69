internal import CorpusStore
public import Diagnostics
internal import QuerySemantics
public import Rendering

/// What another reader needs to get the same answers from a script.
///
/// That is the corpus that it asked, the version of Quoth and the seeds of samples; it names neither
/// the clock nor the machine.
public struct ScriptHeader: Hashable, Sendable {

  /// The lines, without marks of comments.
  public let lines: [String]

  /// Returns the header as comments of a format, each line ended by `\n`; nil for a format that has
  /// no comments.
  public func text(as format: OutputFormat) -> String? {
    switch format {
    case .table: lines.map { "# \($0)\n" }.joined()
    case .markdown, .html: lines.map { "<!-- \(Self.withoutMarks($0)) -->\n" }.joined()
    case .csv, .tsv, .json, .jsonl, .svg, .gexf, .edges: nil
    }
  }

  /// Returns a line that does not end its comment: two hyphens would.
  private static func withoutMarks(_ line: String) -> String {
    var text = ""
    for character in line {
      if character == "-", text.last == "-" { text += " " }
      text.append(character)
    }
    return text
  }
}

extension Session {

  /// Returns the header of a text that is about to run.
  public func header(of source: SourceText) -> ScriptHeader {
    let reading = read(source)
    var lines: [String] = []
    for corpus in [asked] + reading.segments.compactMap(\.asked) {
      lines.append("corpus: \(corpus.corpus.name)")
      lines.append("fingerprint: \(corpus.corpus.fingerprint)")
      lines.append("corrections: \(corpus.ledger.appliedCount)")
    }
    lines.append("engine: quoth \(Version.current)")
    let seeds = reading.analyses.compactMap(\.statement).flatMap(\.seeds)
    let text = seeds.map { String($0) }.joined(separator: ", ")
    lines.append("seed: " + (text.isEmpty ? "none, nothing is drawn" : text))
    return ScriptHeader(lines: lines)
  }
}

extension BoundStatement {

  /// The seeds of the samples that the statement draws, in order.
  fileprivate var seeds: [UInt64] { query?.seeds ?? [] }
}

extension BoundQuery {

  fileprivate var seeds: [UInt64] {
    var seeds = source.seeds
    for case .sample(_, let seed) in steps { seeds.append(seed) }
    return seeds
  }
}

extension BoundSource {

  fileprivate var seeds: [UInt64] {
    switch self {
    case .table, .phrase, .pattern: []
    case .query(let query): query.seeds
    case .region(let rows, _, let others): rows.seeds + others.seeds
    case .compare(let contrast): contrast.first.seeds + contrast.second.seeds
    }
  }
}
