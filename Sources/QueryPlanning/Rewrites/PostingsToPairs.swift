internal import CorpusStore
internal import QuerySemantics

/// Two lists of postings become one where the corpus has indexed their attributes together.
///
/// `intersection(postings(speaker = x), postings(topic = y), r)` ⇒
/// `intersection(postings(speaker = x and topic = y), r)`.
struct PostingsToPairs: Rewrite {

  let planner: Planner

  /// The most pairs of codes that are worth looking up one by one.
  private static let mostPairs = 64

  func rewrite(_ plan: Plan) -> Plan? {
    guard case .intersection = plan.operation, let (places, pair) = firstPair(of: plan.inputs)
    else { return nil }
    let paired = planner.make(.pairedPostings(pair))
    let rest = plan.inputs.indices.filter { !places.contains($0) }.map { plan.inputs[$0] }
    if rest.isEmpty { return paired }
    let inputs = (rest + [paired]).sorted { $0.estimatedRows < $1.estimatedRows }
    return planner.make(.intersection, inputs)
  }

  /// Returns the first two inputs that are indexed together.
  private func firstPair(of inputs: [Plan]) -> (places: [Int], pair: CodePair)? {
    for (place, input) in inputs.enumerated() {
      guard case .postings(let first, let codes) = input.operation else { continue }
      for (otherPlace, other) in inputs.enumerated() {
        guard case .postings(let second, let partners) = other.operation,
          codes.count * partners.count <= Self.mostPairs,
          planner.corpus.pairs(of: first, with: second) != nil
        else { continue }
        let pair = CodePair(first: first, codes: codes, second: second, partners: partners)
        return ([place, otherPlace], pair)
      }
    }
    return nil
  }
}
