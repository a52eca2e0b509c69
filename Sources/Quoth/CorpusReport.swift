internal import CorpusStore
internal import Ingestion
internal import Rendering

/// What a corpus holds, in words.
public enum CorpusReport {

  /// Returns one line that names the corpus and its size.
  public static func summary(of opened: OpenedCorpus) -> String {
    let corpus = opened.corpus
    let counts = [Table.documents, .quotes, .tokens].map { table in
      Plural.counted(corpus.rowCount(of: table), table == .tokens ? "words and marks" : table.name)
    }
    return "\(corpus.name): " + counts.joined(separator: ", ")
  }

  /// Returns a query that finds something in this corpus, to begin with.
  public static func example(of opened: OpenedCorpus) -> String {
    if opened.isBuiltin { return "quotes where speaker = Macron and topic = China" }
    guard let speaker = mostQuoted(in: opened.corpus) else { return "documents" }
    return "quotes where speaker = \"\(speaker)\""
  }

  /// Returns a page on the corpus: its tables, its dates, what its opening told, and what a session
  /// says of its corrections.
  public static func text(of opened: OpenedCorpus, corrections: [String] = []) -> String {
    let corpus = opened.corpus
    var lines = [corpus.name, ""]
    for table in Table.allCases {
      lines.append(row(table.name, Numerals.grouped(corpus.rowCount(of: table))))
    }
    lines.append(row("text", Numerals.grouped(corpus.text.bytes.count) + " bytes"))
    lines.append(row("dates", dates(of: corpus)))
    lines.append(row("fingerprint", corpus.fingerprint))
    if opened.files.skipped > 0 {
      lines.append(row("passed over", Plural.counted(opened.files.skipped, "files")))
    }
    let copies = opened.record.copies
    lines += section(
      "found twice",
      copies.keys.sorted().map { "\($0): \(copies[$0, default: []].joined(separator: ", "))" })
    lines += section("repaired", opened.repairs) + section("warnings", opened.record.warnings)
    lines += section("corrections", corrections) + ImageReport.lines(of: opened)
    return lines.map { $0 + "\n" }.joined()
  }

  private static func row(_ name: String, _ value: String) -> String {
    name + String(repeating: " ", count: max(1, 15 - name.utf8.count)) + value
  }

  /// How many lines of a list are shown at most.
  private static let longestList = 20

  private static func section(_ title: String, _ lines: [String]) -> [String] {
    guard !lines.isEmpty else { return [] }
    let rest = lines.count - longestList
    return ["", title] + lines.prefix(longestList).map { "  " + $0 }
      + (rest > 0 ? ["  … and \(Numerals.grouped(rest)) more"] : [])
  }

  private static func dates(of corpus: Corpus) -> String {
    guard case .dates(let column) = corpus.column("date", of: .documents),
      let first = column.order.first, let last = column.order.last
    else { return "none" }
    let undated = column.values.count - column.order.count
    let range = "\(column.values[first.index].iso) to \(column.values[last.index].iso)"
    return undated == 0 ? range : range + "; \(Numerals.grouped(undated)) without a date"
  }

  private static func mostQuoted(in corpus: Corpus) -> String? {
    guard case .codes(let speakers) = corpus.column("speaker", of: .quotes),
      case .codes(let names) = corpus.column("name", of: .entities)
    else { return nil }
    let postings = speakers.dictionary.postings
    let code = (0..<speakers.dictionary.count).max {
      (postings.count(of: $0), $1) < (postings.count(of: $1), $0)
    }
    guard let code else { return nil }
    let row = speakers.dictionary.row(of: UInt32(code))
    return corpus.pool[names.dictionary.symbol(of: names.values[row.index])]
  }
}
