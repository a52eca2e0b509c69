public import QuerySemantics

/// How a query is carried out: a tree of operators, as plain data.
///
/// Operators are known by their place in the order in which the tree is printed, the root being 0;
/// a report of a run names them so. A plan never changes and is handed from operator to operator, so
/// it is shared and not copied.
public final class Plan: Hashable, Sendable {

  /// What is done.
  public let operation: PlanOperation

  /// What it is done to.
  public let inputs: [Plan]

  /// How many rows are expected to come out.
  public let estimatedRows: Int

  /// What a row is that comes out.
  public let rowType: RowType

  /// The number of operators in the tree.
  public let size: Int

  init(_ operation: PlanOperation, _ inputs: [Plan], estimatedRows: Int) {
    self.operation = operation
    self.inputs = inputs
    self.estimatedRows = estimatedRows
    rowType = operation.rowType(of: inputs)
    size = inputs.reduce(1) { $0 + $1.size }
  }

  /// Whether two plans do the same in the same way.
  public static func == (first: Plan, second: Plan) -> Bool {
    first.operation == second.operation && first.inputs == second.inputs
      && first.estimatedRows == second.estimatedRows
  }

  /// Hashes what two equal plans have in common.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(operation)
    hasher.combine(inputs)
    hasher.combine(estimatedRows)
  }

  /// Whether the rows come in the order of their table, each once.
  public var isAscending: Bool {
    switch operation {
    case .scan, .empty, .postings, .pairedPostings, .dateRange, .phrase, .pattern, .intersection,
      .union, .referring, .following, .named, .naming, .overlapping:
      true
    case .filter, .regionJoin, .limit, .sample: inputs.first?.isAscending ?? true
    case .distinct: inputs.first?.isAscending ?? true
    case .combine(let operation): operation != .union && (inputs.first?.isAscending ?? true)
    case .sort, .topRows, .top, .count, .timeline, .select, .concordance, .similar, .chart,
      .summarize, .rate, .collocates, .keywords, .compare, .pairs:
      false
    }
  }
}
