public import CorpusStore
internal import QuerySemantics

/// Prints plans, an operator a line, each with what it reads from below it.
public struct PlanPrinter: Sendable {

  private let corpus: Corpus

  /// What one operator did in a run.
  public struct Measure: Hashable, Sendable {

    /// How many rows came out.
    public let rows: Int

    /// How long it took with all below it, in nanoseconds.
    public let nanoseconds: Int

    /// Creates a measure.
    public init(rows: Int, nanoseconds: Int) {
      self.rows = rows
      self.nanoseconds = nanoseconds
    }
  }

  /// Creates a printer of plans for a corpus.
  public init(_ corpus: Corpus) { self.corpus = corpus }

  /// Returns the print of a plan, with the rows that are expected of each operator.
  ///
  /// `measures` tells what the operators did, in the order of the print; nil stands for one that was
  /// not run.
  public func print(_ plan: Plan, measures: [Measure?] = []) -> String {
    var lines: [(text: String, notes: [String])] = []
    append(plan, depth: 0, measures, to: &lines)
    let width = min(60, lines.map(\.text.count).max() ?? 0)
    let columns = (0..<3).map { column in
      lines.map { $0.notes.count > column ? $0.notes[column].count : 0 }.max() ?? 0
    }
    return lines.map { line in
      let notes = zip(line.notes, columns).map { Self.blanks($1 - $0.count) + $0 }
      return line.text + Self.blanks(width - line.text.count) + "  "
        + notes.joined(separator: "  ") + "\n"
    }.joined()
  }

  private func append(
    _ plan: Plan, depth: Int, _ measures: [Measure?],
    to lines: inout [(text: String, notes: [String])]
  ) {
    var notes = ["~" + Self.rows(plan.estimatedRows)]
    if lines.count < measures.count {
      if let measure = measures[lines.count] {
        notes += [Self.rows(measure.rows), Self.milliseconds(measure.nanoseconds)]
      } else {
        notes.append("not run")
      }
    }
    let text = Self.blanks(depth * 2) + OperationPrinter(corpus).text(of: plan.operation)
    lines.append((text, notes))
    for input in plan.inputs { append(input, depth: depth + 1, measures, to: &lines) }
  }

  private static func blanks(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  private static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }

  /// Returns a time like `0.042 ms`.
  private static func milliseconds(_ nanoseconds: Int) -> String {
    let micros = nanoseconds / 1000
    let fraction = String(micros % 1000)
    return "\(micros / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
      + " ms"
  }
}
