import Foundation

/// Our results beside those of the peers, in one table.
struct Comparison {

  private static let peers = ["sqlite", "tantivy", "duckdb", "ripgrep"]

  private let size: String
  /// The lines in the order of ours, then those that only peers have.
  private var lines: [String] = []
  private var results: [String: [String: LineResult]] = [:]

  /// Reads all results of a size.
  init(size: String) throws {
    self.size = size
    for engine in [Report.engine] + Self.peers {
      let prefix = size.hasPrefix("q") && engine != Report.engine ? "q_" : ""
      let file = Folders.results.appending(path: "\(prefix)\(engine).\(size).jsonl")
      for result in try LineResult.read(file) {
        guard let query = result.query else { continue }
        if results[query] == nil { lines.append(query) }
        results[query, default: [:]][engine] = result
      }
    }
  }

  /// Prints the table, and how many lines reach their bars.
  func print() {
    let engines =
      [Report.engine]
      + Self.peers.filter { peer in
        results.values.contains { $0[peer] != nil }
      }
    let heading = engines.map { TableText.right($0, 12) }.joined()
    Swift.print(
      "\nmedian ms, size \(size)\n\(TableText.left("", 22))\(heading)   from text     ratio   bar")
    var (met, barred) = (0, 0)
    for line in lines {
      guard let by = results[line], by[Report.engine] != nil else { continue }
      let cells = engines.map { TableText.right(by[$0]?.median_ms.map(TableText.time) ?? "-", 12) }
      let (ratio, bar) = (ratio(by), Bar.ratio(of: line, size: size))
      if let ratio, let bar {
        barred += 1
        if ratio <= bar { met += 1 }
      }
      Swift.print(
        TableText.left(line, 22) + cells.joined()
          + TableText.right(by[Report.engine]?.text_ms.map(TableText.time) ?? "-", 12)
          + TableText.right(ratio.map { String(format: "%.3f", $0) } ?? "-", 10)
          + TableText.right(bar.map { String(format: "%.2f", $0) } ?? "-", 6)
          + Self.mark(ratio, bar)
          + values(by, engines))
    }
    if barred > 0 { Swift.print("\(met) of \(barred) lines reach their ratio") }
  }

  private func ratio(_ by: [String: LineResult]) -> Double? {
    let best = Self.peers.compactMap { by[$0]?.median_ms }.min()
    guard let best, best > 0, let own = by[Report.engine]?.median_ms else { return nil }
    return own / best
  }

  /// The values of all engines; peers that count sentences say so.
  private func values(_ by: [String: LineResult], _ engines: [String]) -> String {
    let values = engines.compactMap { engine in
      by[engine].flatMap { result in
        result.value.map { "\($0)\(result.unit == "sentences" ? "s" : "")" }
      }
    }
    return "  " + values.joined(separator: " ")
  }

  private static func mark(_ ratio: Double?, _ bar: Double?) -> String {
    guard let ratio, let bar else { return "      " }
    return ratio <= bar ? "  met " : ratio <= 1 ? "      " : "  SLOW"
  }
}
