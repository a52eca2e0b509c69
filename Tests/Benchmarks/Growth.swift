import Foundation

/// Our results at several sizes in one table: how much longer each line takes where there is more.
///
/// A line that only counts must not grow faster than its hits; one that writes or groups has no number
/// of hits, and must not grow faster than the corpus.
struct Growth {

  private struct Size {
    let name: String
    let results: [String: LineResult]
    let tokens: Double
  }

  /// So much more than its hits may a line grow: times of one machine differ by as much.
  private static let slack = 1.15

  /// So short a time is mostly that of the call.
  private static let least = 0.005

  private let sizes: [Size]
  private let lines: [BenchmarkLine]

  /// Reads our results of some sizes, of which each is larger than the one before.
  init(sizes names: [String]) throws {
    sizes = try names.map { name in
      let all = try LineResult.read(
        Folders.results.appending(path: "\(Report.engine).\(name).jsonl"))
      return Size(
        name: name,
        results: Dictionary(
          all.compactMap { result in result.query.map { ($0, result) } },
          uniquingKeysWith: { $1 }),
        tokens: Double(all.compactMap(\.tokens).first ?? 0))
    }
    lines = BenchmarkLine.text
  }

  /// Prints for each line its time at each size, and between two sizes how often more time and how
  /// often more hits there are.
  func print() {
    let heading = sizes.map { TableText.right($0.name, 11) }.joined()
    Swift.print("\nmedian ms\n\(TableText.left("", 16))\(heading)   growth of time / of hits")
    for line in lines {
      let results = sizes.compactMap { $0.results[line.name] }
      guard results.count == sizes.count else { continue }
      let times = results.map { TableText.right($0.median_ms.map(TableText.time) ?? "-", 11) }
      let steps = sizes.indices.dropLast().map { step(line, $0) }
      Swift.print(TableText.left(line.name, 16) + times.joined() + steps.joined())
    }
  }

  private func step(_ line: BenchmarkLine, _ place: Int) -> String {
    let (small, large) = (sizes[place], sizes[place + 1])
    guard let first = small.results[line.name], let second = large.results[line.name],
      let (before, after) = Self.both(first.median_ms, second.median_ms)
    else { return "" }
    var hits = large.tokens / small.tokens
    if line.value == .count,
      let (few, many) = Self.both(first.value.map(Double.init), second.value.map(Double.init))
    {
      hits = many / few
    }
    let time = after / before
    let isFaster = time > hits * Self.slack && after > Self.least
    return TableText.right(
      String(format: "%.1f / %.1f", time, hits) + (isFaster ? " FASTER" : "       "), 24)
  }

  private static func both(_ first: Double?, _ second: Double?) -> (Double, Double)? {
    guard let first, let second, first > 0 else { return nil }
    return (first, second)
  }
}
