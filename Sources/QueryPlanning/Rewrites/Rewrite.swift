/// A change of a plan that keeps its rows and their order.
protocol Rewrite {

  /// Returns what takes the place of an operator whose inputs are rewritten already; nil where it
  /// stays.
  func rewrite(_ plan: Plan) -> Plan?
}
