import CorpusStore
import Diagnostics
import Foundation
import Quoth

/// Twelve operations and a start whose instructions are counted: the same on every machine, however busy.
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

  // All are of one type, so that the function they are counted in is one.
  private typealias Operation = (name: String, warmUp: () throws -> Int, run: () throws -> Int)

  /// Starts, and then runs each operation to warm up and once more, inside `countedOperation`.
  static func run(_ path: String) throws {
    // As in the program, which ends without taking it apart.
    var session: Session?
    var operations: [Operation] = [("start", { 0 }, { firstAnswer(&session) })]
    var asker: Asker?
    func ask(_ line: BenchmarkLine) throws -> Int {
      let opened = try asker ?? Asker(try CorpusImage.open(path))
      asker = opened
      return try opened.prepare(line).run()
    }
    for line in lines {
      operations.append((line.name, { try ask(line) }, { try ask(line) }))
    }
    try run(operations)
  }

  /// Runs each of some lines over a corpus to warm up and once more, inside `countedOperation`.
  static func run(_ lines: [BenchmarkLine], over corpus: Corpus) throws {
    let asker = Asker(corpus)
    try run(
      lines.map { line in
        let prepared = try asker.prepare(line)
        return (line.name, { try prepared.run() }, { try prepared.run() })
      })
  }

  private static func run(_ operations: [Operation]) throws {
    for operation in operations {
      _ = try operation.warmUp()
      print("\(operation.name) \(try countedOperation(operation.run))")
    }
  }

  /// Opens the built-in corpus and asks it, as the program does when it starts.
  ///
  /// It comes first, so that it pays for what the runtime makes once for each process, such as the
  /// search of all of the program for the conformances of a type, which it counts on not to need.
  private static func firstAnswer(_ kept: inout Session?) -> Int {
    let session = Session(corpus: .builtin())
    kept = session
    let printer = AnswerPrinter()
    var count = 0
    _ = session.run(SourceText("\"economy\" | count")) { count += printer.print($0).output.count }
    return count
  }

  /// Runs one operation; what callgrind counts is this function and all that it calls.
  @inline(never)
  private static func countedOperation(_ operation: () throws -> Int) throws -> Int {
    try operation()
  }
}
