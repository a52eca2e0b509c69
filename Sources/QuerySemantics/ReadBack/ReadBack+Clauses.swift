extension ReadBack {

  /// Returns one condition as a relative clause: `whose speaker is Emmanuel Macron (14 quotes)`.
  public func text(of predicate: BoundPredicate) -> String { condition(predicate) }
}
