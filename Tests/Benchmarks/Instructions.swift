import CorpusStore
import Foundation

/// Twelve operations whose instructions are counted: the same on every machine, however busy.
enum Instructions {

  /// The operations.
  static let lines: [BenchmarkLine] = [
    BenchmarkLine("empty", "documents | count"),
    BenchmarkLine("word", "\"w7\" | count"),
    BenchmarkLine("phrase", "\"w1 w2\" | count"),
    BenchmarkLine("prefix", "\"w12*\" | count"),
    BenchmarkLine("infix", "[word = \".*[24]{3}.*\"] | count"),
    BenchmarkLine("gap", "[word = \"w3\"] []{0,5} [word = \"w5\"] within sentences | count"),
    BenchmarkLine("tags", "[pos = \"ADJ\"] [pos = \"NOUN\"] | count"),
    BenchmarkLine("hits_by_month", "\"w9\" | count by month", .rows),
    BenchmarkLine("speaker_topic", "quotes where speaker = \"Speaker 3\" and topic = t2 | count"),
    BenchmarkLine(
      "newest", "quotes where topic = t1 | order by date desc | limit 50 | select date, text", .rows
    ),
    BenchmarkLine("top_speakers", "quotes where topic = t1 | count by speaker | limit 10", .rows),
    BenchmarkLine("speaker_month", "quotes | count by speaker, month | count"),
  ]

  /// Writes the corpus that is asked.
  static func prepare(_ path: String) throws {
    try CorpusImage.write(GeneratedCorpus.make(), to: path)
  }

  /// Runs each operation to warm up, and then once more inside `countedOperation`.
  static func run(_ path: String) throws {
    let asker = Asker(try CorpusImage.open(path))
    for line in lines {
      _ = try asker.prepare(line).run()
      let value = try countedOperation(asker, line)
      print("\(line.name) \(value)")
    }
  }

  /// Runs one operation; what callgrind counts is this function and all that it calls.
  @inline(never)
  private static func countedOperation(_ asker: Asker, _ line: BenchmarkLine) throws -> Int {
    try asker.prepare(line).run()
  }
}
