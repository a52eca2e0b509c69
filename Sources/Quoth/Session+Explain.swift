internal import QueryExecution
internal import QueryPlanning
internal import QuerySemantics

extension Session {

  /// Returns a query read back in English, and its plan with what each operator did.
  func explanation(
    of query: BoundQuery, interruption: Interruption
  ) throws(Interrupted) -> String {
    let plan = planner.plan(query)
    let (_, report) = try evaluator.run(plan, rowLimit: nil, interruption: interruption)
    return "\(report)\n"
  }
}
