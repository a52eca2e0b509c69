/// How two regions stand to each other.
///
/// A region has a first token and an end, the token behind its last. No row stands in a relation to
/// itself: `quotes within quotes` are those that stand inside another one.
public enum RegionRelation: Hashable, Sendable {
  /// The first lies wholly inside the second.
  case within
  /// The second lies wholly inside the first.
  case containing
  /// The exact complement of `within`.
  case outside
  /// They share a token.
  case overlapping
  /// The first ends where or before the second starts, and they lie within the reach; with days,
  /// only the dates count: the second's is the same or a later one.
  case before(Reach)
  /// The first starts where or after the second ends, and they lie within the reach; with days,
  /// only the dates count: the second's is the same or an earlier one.
  case after(Reach)
  /// They lie within the reach in any order, and are not the same region.
  case near(Reach)

  /// How far apart two regions may be.
  public enum Reach: Hashable, Sendable {
    /// In one document, at most so many tokens stand between the end of the one and the start of
    /// the other; regions that share a token have none between them.
    case tokens(Int)
    /// Both lie wholly inside the same sentence.
    case sentence
    /// Both lie wholly inside the same paragraph.
    case paragraph
    /// Both lie in the same document.
    case document
    /// The dates of their documents are at most so many days apart; never true of an undated one.
    case days(Int)
  }
}

extension RegionRelation {

  /// The relation as queries write it: `within`, `near/5`, `after/3 days`.
  public var name: String {
    switch self {
    case .within: "within"
    case .containing: "containing"
    case .outside: "outside"
    case .overlapping: "overlapping"
    case .before(.document): "before"
    case .after(.document): "after"
    case .before(let reach): "before/\(reach.name)"
    case .after(let reach): "after/\(reach.name)"
    case .near(let reach): "near/\(reach.name)"
    }
  }
}

extension RegionRelation.Reach {

  /// The reach as queries write it: `5`, `sentence`, `3 days`.
  var name: String {
    switch self {
    case .tokens(let count): "\(count)"
    case .sentence: "sentence"
    case .paragraph: "paragraph"
    case .document: "document"
    case .days(let count): count == 1 ? "1 day" : "\(count) days"
    }
  }
}
