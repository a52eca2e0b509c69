import Foundation

/// Our results at several sizes in tables: how much longer each line takes where there is more, and how many
/// more instructions, where those were counted.
///
/// What takes as many more instructions as there are hits, but longer, waits for memory: a larger corpus
/// fits no cache. With cold caches (`CacheSweep`) both sizes wait.
///
/// A line that only counts must not grow faster than its hits, or than those of which it keeps some; one that
/// writes or groups has no number of hits, and must not grow faster than the corpus.
struct Growth {

  private struct Size: Sendable {
    let name: String
    let results: [String: LineResult]
    let cold: [String: LineResult]
    let counted: [String: LineResult]
    let tokens: Double
  }

  /// A figure that grows.
  private struct Figure: Sendable {
    let title: String
    /// So little is mostly that of the call.
    let least: Double
    let text: @Sendable (Double) -> String
    let value: @Sendable (Size, String) -> Double?
  }

  private static let time = Figure(title: "median ms", least: 0.005, text: TableText.time) {
    $0.results[$1]?.median_ms
  }

  private static let coldTime = Figure(
    title: "median ms, with cold caches", least: 0.05, text: TableText.time
  ) {
    $0.cold[$1]?.median_ms
  }

  private static let instructions = Figure(
    title: "thousands of instructions", least: 20, text: TableText.time
  ) {
    $0.counted[$1]?.instructions.map { Double($0) / 1000 }
  }

  /// So much more than its hits may a line grow: times of one machine differ by as much, and some work is done by blocks.
  private static let slack = 1.15

  private let sizes: [Size]
  private let lines: [BenchmarkLine]

  /// Reads our results of some sizes, of which each is larger than the one before.
  init(sizes names: [String]) throws {
    sizes = try names.map { name in
      let all = try Self.results(in: "\(Report.engine).\(name).jsonl")
      let cold = try Self.results(in: "\(Report.engine).\(name).cold.jsonl")
      let counted = try Self.results(in: "\(Report.engine).\(name).instructions.jsonl")
      return Size(
        name: name, results: Self.byName(all), cold: Self.byName(cold),
        counted: Self.byName(counted), tokens: Double(all.compactMap(\.tokens).first ?? 0))
    }
    lines = BenchmarkLine.text
  }

  private static func results(in file: String) throws -> [LineResult] {
    try LineResult.read(Folders.results.appending(path: file))
  }

  private static func byName(_ results: [LineResult]) -> [String: LineResult] {
    Dictionary(
      results.compactMap { result in result.query.map { ($0, result) } }, uniquingKeysWith: { $1 })
  }

  /// Prints for each line its figures at each size, and between two sizes how often more of each and
  /// how often more hits there are.
  func print() {
    print(Self.time)
    print(Self.coldTime)
    print(Self.instructions)
  }

  private func print(_ figure: Figure) {
    let rows = lines.compactMap { line -> String? in
      let values = sizes.compactMap { figure.value($0, line.name) }
      guard values.count == sizes.count else { return nil }
      let steps = sizes.indices.dropLast().map { step(line, $0, figure) }
      return TableText.left(line.name, 16)
        + values.map { TableText.right(figure.text($0), 11) }.joined() + steps.joined()
    }
    guard !rows.isEmpty else { return }
    let heading = sizes.map { TableText.right($0.name, 11) }.joined()
    Swift.print("\n\(figure.title)\n\(TableText.left("", 16))\(heading)   growth / of hits")
    for row in rows { Swift.print(row) }
  }

  private func step(_ line: BenchmarkLine, _ place: Int, _ figure: Figure) -> String {
    let (small, large) = (sizes[place], sizes[place + 1])
    guard
      let (before, after) = Self.both(
        figure.value(small, line.name), figure.value(large, line.name))
    else { return "" }
    var hits = large.tokens / small.tokens
    let found = line.source ?? line.name
    if line.value == .count,
      let (few, many) = Self.both(
        small.results[found]?.value.map(Double.init),
        large.results[found]?.value.map(Double.init))
    {
      hits = many / few
    }
    let growth = after / before
    let isFaster = growth > hits * Self.slack && after > figure.least
    return TableText.right(
      String(format: "%.1f / %.1f", growth, hits) + (isFaster ? " FASTER" : "       "), 24)
  }

  private static func both(_ first: Double?, _ second: Double?) -> (Double, Double)? {
    guard let first, let second, first > 0 else { return nil }
    return (first, second)
  }
}
