import CAllocator
import CorpusStore
import Foundation
import Quoth

/// Measures the lines of the tables of speed, and prints them as JSON lines.
///
///     Benchmarks [--only NAME] [--seconds N] [--cold] [--strings] [--program PATH] [--table | --growth | --counted] SIZE...
///
/// A SIZE is one of the peers: `1M`, `10M`, `100M` of text, `q1M`, `q10M` of quotations. `--only` runs one
/// line and writes no file, for so many seconds where that is said; `--cold` finds caches without anything of the run before; `--strings` keeps quotations as strings that are not indexed; `--program`
/// is the program whose start is timed; `--table` only prints what has been measured beside the peers, and
/// `--growth` how it grows from one size of text to the next. `--counted` runs each line twice, the second
/// time in the function whose instructions are counted.
@main
enum Benchmarks {

  private struct Options {
    var sizes: [String] = []
    var chosen: [String] = []
    var isIndexed = true
    var program: String?
    var printsTable = false
    var printsGrowth = false
    var isCounted = false
    /// What is done between two runs.
    var sweep: CacheSweep?
    var seconds: Double?
    var writtenPath: String?
    var countedPath: String?
    var annotatesShapes = false

    init(_ arguments: [String]) {
      var rest = arguments.dropFirst()
      while let argument = rest.popFirst() {
        switch argument {
        case "--only": if let name = rest.popFirst() { chosen.append(name) }
        case "--strings": isIndexed = false
        case "--program": program = rest.popFirst()
        case "--table": printsTable = true
        case "--growth": printsGrowth = true
        case "--counted": isCounted = true
        case "--cold": sweep = CacheSweep()
        case "--seconds": seconds = rest.popFirst().flatMap(Double.init)
        case "--write-generated": writtenPath = rest.popFirst()
        case "--run-generated": countedPath = rest.popFirst()
        case "--annotate-shapes": annotatesShapes = true
        default: sizes.append(argument)
        }
      }
    }
  }

  static func main() throws {
    // As the prompt does.
    quoth_keep_freed_memory()
    let options = Options(CommandLine.arguments)
    if let path = options.writtenPath { try Instructions.prepare(path) }
    if let path = options.countedPath { try Instructions.run(path) }
    if options.annotatesShapes { AnnotationGrowth.run() }
    if options.printsGrowth { return try Growth(sizes: options.sizes).print() }
    for size in options.sizes {
      if options.printsTable {
        try Comparison(size: size).print()
      } else if options.isCounted {
        let (corpus, lines) = try prepare(size, isIndexed: options.isIndexed)
        try Instructions.run(lines, over: corpus)
      } else {
        try run(size, options)
      }
    }
  }

  private static func run(_ size: String, _ options: Options) throws {
    let report = try Report(
      size: size, writesFile: options.chosen.isEmpty, isCold: options.sweep != nil)
    if let program = options.program, !size.hasPrefix("q") { try start(program, size, report) }
    let start = Clock.wall
    let (corpus, lines) = try prepare(size, isIndexed: options.isIndexed)
    try report.add(
      fact: "corpus",
      [
        ("read_s", .decimal(Double(Clock.wall - start) / 1e9)),
        ("tokens", .integer(corpus.tokens.count)),
        ("quotes", .integer(corpus.rowCount(of: .quotes))),
      ])
    let asker = Asker(corpus)
    let chosen = lines.filter { options.chosen.isEmpty || options.chosen.contains($0.name) }
    var measures: [String: LineMeasure] = [:]
    for _ in 0..<(options.seconds == nil ? rounds : 1) {
      for line in chosen {
        guard let found = try measure(line, asker, options) else { continue }
        measures[line.name]?.add(found)
        measures[line.name] = measures[line.name] ?? found
      }
    }
    for line in chosen {
      guard let measure = measures[line.name] else { continue }
      try report.add(measure.prepared, of: line, fromText: measure.fromText.median)
    }
    try report.add(
      fact: "memory",
      Memory.sizes().sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
  }

  /// Times the start of the program on its own corpus, and on the image of a corpus if there is one.
  private static func start(_ program: String, _ size: String, _ report: Report) throws {
    let image = Folders.image(of: size).path
    try time(program, corpus: nil, as: "startup_builtin", report)
    if FileManager.default.fileExists(atPath: image) {
      try time(program, corpus: image, as: "startup", report)
    }
  }

  /// Times one start; a program that fails is told, and the lines go on.
  private static func time(
    _ program: String, corpus: String?, as name: String, _ report: Report
  ) throws {
    let query = "\"economy\" | count"
    let start = ProgramStart(program: program, corpus: corpus, query: query)
    do {
      try report.add(
        Measure { try start.run() }, of: BenchmarkLine(name, query, unit: "bytes"))
    } catch let failure as StartFailure {
      try FileHandle.standardError.write(contentsOf: Data("\(name): \(failure)\n".utf8))
    }
  }

  /// How often all lines are measured: lines are short, and a machine may be busy for a second.
  private static let rounds = 3

  /// What a line takes, prepared and from its text on.
  private struct LineMeasure {
    var prepared: Measure
    var fromText: Measure

    mutating func add(_ other: LineMeasure) {
      prepared.add(other.prepared)
      fromText.add(other.fromText)
    }
  }

  /// Returns what a line takes; one that has a mistake is told, and the others go on.
  private static func measure(
    _ line: BenchmarkLine, _ asker: Asker, _ options: Options
  ) throws -> LineMeasure? {
    do {
      let prepared = try asker.prepare(line)
      let between = options.sweep.map { sweep in { sweep.run() } }
      return try LineMeasure(
        prepared: Measure(seconds: options.seconds, between: between) { try prepared.run() },
        fromText: Measure(between: between) { try asker.prepare(line).run() })
    } catch let error as PreparationError {
      try FileHandle.standardError.write(contentsOf: Data("\(line.query): \(error)\n".utf8))
      return nil
    }
  }

  private static func prepare(
    _ size: String, isIndexed: Bool
  ) throws -> (Corpus, [BenchmarkLine]) {
    guard size.hasPrefix("q"), let millions = Int(size.dropFirst().dropLast()) else {
      return (try corpus(size) { try TextCorpus.read(size) }, BenchmarkLine.text)
    }
    let count = millions * 1_000_000
    let names = try AskedNames(
      contentsOf: Folders.data.appending(path: "quotes.\(count).json"))
    let lines = BenchmarkLine.quotations(names)
    guard isIndexed else {
      return (try QuotationCorpus.read(count: count, isIndexed: false), lines)
    }
    return (
      try corpus(size) { try QuotationCorpus.read(count: count, isIndexed: true) }, lines
    )
  }

  /// Opens the image of a corpus; where there is none that can be read, `make` makes the corpus, and
  /// an image is kept for the next time.
  private static func corpus(_ size: String, _ make: () throws -> Corpus) throws -> Corpus {
    try FileManager.default.createDirectory(at: Folders.index, withIntermediateDirectories: true)
    let path = Folders.image(of: size).path
    if let corpus = try? CorpusImage.open(path) { return corpus }
    try CorpusImage.write(try make(), to: path)
    return try CorpusImage.open(path)
  }
}
