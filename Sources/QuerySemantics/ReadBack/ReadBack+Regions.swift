extension ReadBack {

  /// Returns how rows stand to others, as the end of a relative clause: `lie within quotes`.
  func relates(_ relation: RegionRelation, to others: String) -> String {
    switch relation {
    case .within: "lie within \(others)"
    case .containing: "contain one of the \(others)"
    case .outside: "lie outside \(others)"
    case .overlapping: "overlap with \(others)"
    case .before(let reach): stand("before", "before", reach, others)
    case .after(let reach): stand("behind", "after", reach, others)
    case .near(let reach): near(reach, others)
    }
  }

  /// Returns on which side of others rows stand, in a text or by the day.
  private func stand(
    _ side: String, _ days: String, _ reach: RegionRelation.Reach, _ others: String
  ) -> String {
    switch reach {
    case .tokens(let count): "stand \(side) \(others), " + between(count)
    case .sentence, .paragraph, .document:
      "stand \(side) \(others) in the same \(reach.name)"
    case .days(let count):
      "came out on the day of one of the \(others), or up to "
        + "\(Wording.count(count, "days")) \(days)"
    }
  }

  private func near(_ reach: RegionRelation.Reach, _ others: String) -> String {
    switch reach {
    case .tokens(let count): "stand near \(others), " + between(count)
    case .sentence, .paragraph, .document: "stand in the same \(reach.name) as \(others)"
    case .days(let count):
      "came out at most \(Wording.count(count, "days")) before or after one of the \(others)"
    }
  }

  private func between(_ count: Int) -> String {
    count == 0 ? "with nothing between" : "with at most \(Wording.count(count, "tokens")) between"
  }

  /// Returns two texts that stand so to each other, as a noun.
  func text(_ text: BoundText) -> String {
    switch text {
    case .phrase(let pattern): "\"\(pattern.text)\""
    case .pattern(let pattern): match(of: pattern)
    case .related(let one, let relation, let other): proximity(one, relation, other)
    }
  }

  private func part(_ text: BoundText) -> String {
    if case .related = text { return "(" + self.text(text) + ")" }
    return self.text(text)
  }

  /// Returns a text that stands so to another, as a noun: `"a" before "b" in the same sentence`.
  func proximity(_ one: BoundText, _ relation: RegionRelation, _ other: BoundText) -> String {
    let (first, second) = (part(one), part(other))
    switch relation {
    case .within: return "\(first) within \(second)"
    case .containing: return "\(first) that contains \(second)"
    case .outside: return "\(first) outside \(second)"
    case .overlapping: return "\(first) that overlaps with \(second)"
    case .before(let reach): return "\(first) before \(second)" + span(reach, "or later, up to")
    case .after(let reach): return "\(first) behind \(second)" + span(reach, "or earlier, up to")
    case .near(let reach): return "\(first) near \(second)" + span(reach, "or at most")
    }
  }

  private func span(_ reach: RegionRelation.Reach, _ days: String) -> String {
    switch reach {
    case .tokens(let count): ", " + between(count)
    case .sentence, .paragraph, .document: " in the same \(reach.name)"
    case .days(let count):
      ", which stands in a document of the same day \(days) \(Wording.count(count, "days")) away"
    }
  }
}
