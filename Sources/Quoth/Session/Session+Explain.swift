internal import QueryExecution
internal import QuerySemantics

extension Session {

  /// Returns a query read back in English, and its plan with what each operator did.
  func explanation(
    of query: BoundQuery, interruption: Interruption
  ) throws(Interrupted) -> String {
    let answer = try evaluator.answer(
      query, recordsOperators: true, interruption: interruption)
    return ReadBack(corpus).text(of: query) + "\n\n" + evaluator.print(answer.plan, answer.report)
  }
}
