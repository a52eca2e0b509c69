/// What rows stand to: others, or a text that stands somewhere.
struct RelatedNoun {

  /// The rows in the plural, or the one text.
  let text: String

  /// Whether it is a text in quotation marks or brackets and not rows.
  let isText: Bool

  /// One of the rows, or the text.
  var one: String { isText ? text : "one of the " + text }
}

extension ReadBack {

  /// Returns a source as that to which rows stand: a text as itself, not as the places of it.
  func related(_ source: BoundSource) -> RelatedNoun {
    switch source {
    case .phrase(let pattern): RelatedNoun(text: "\"\(pattern.text)\"", isText: true)
    case .pattern(let pattern): RelatedNoun(text: match(of: pattern), isText: true)
    default: RelatedNoun(text: noun(source), isText: false)
    }
  }

  /// Returns rows that stand so to others, as a noun.
  func noun(_ rows: BoundSource, _ relation: RegionRelation, _ other: BoundSource) -> String {
    if rows.isPlaceOfText(relation), let stands = stands(relation, related(other)) {
      return noun(rows) + stands
    }
    return noun(rows) + rows.link + relates(relation, to: related(other))
  }

  /// Returns how rows stand to others, as the end of a relative clause: `lie within quotes`.
  func relates(_ relation: RegionRelation, to others: RelatedNoun) -> String {
    switch relation {
    case .within: "lie within \(others.text)"
    case .containing: "contain \(others.one)"
    case .outside: "lie outside \(others.text)"
    case .overlapping: "overlap with \(others.text)"
    case .before(.days(let count)): came(count, "before", others)
    case .after(.days(let count)): came(count, "after", others)
    case .near(.days(let count)):
      "came out at most \(Wording.count(count, "days")) before or after "
        + (others.isText ? "a document with \(others.text)" : others.one)
    case .before(let reach): "stand before \(others.text)" + scope(reach)
    case .after(let reach): "stand behind \(others.text)" + scope(reach)
    case .near(let reach): "stand " + near(reach, others.text)
    }
  }

  /// Returns how rows do not stand to others, as the end of a relative clause.
  func relatesNot(_ relation: RegionRelation, to others: RelatedNoun) -> String {
    switch relation {
    case .within: relates(.outside, to: others)
    case .outside: relates(.within, to: others)
    case .containing:
      others.isText ? "do not contain \(others.text)" : "contain none of the " + others.text
    case .overlapping:
      others.isText
        ? "do not overlap with \(others.text)" : "overlap with none of the " + others.text
    case .before(.days), .after(.days), .near(.days):
      "did not come" + relates(relation, to: others).dropFirst("came".count)
    case .before, .after, .near: "do not " + relates(relation, to: others)
    }
  }

  /// Returns how places where a text `stands` do so; nil where they do something else.
  private func stands(_ relation: RegionRelation, _ others: RelatedNoun) -> String? {
    switch relation {
    case .within: " within \(others.text)"
    case .outside: " outside \(others.text)"
    case .before(.days), .after(.days), .near(.days), .containing, .overlapping: nil
    case .before(let reach): " before \(others.text)" + scope(reach)
    case .after(let reach): " behind \(others.text)" + scope(reach)
    case .near(let reach): " " + near(reach, others.text)
    }
  }

  private func came(_ count: Int, _ side: String, _ others: RelatedNoun) -> String {
    "came out on the day of " + (others.isText ? "a document with \(others.text)" : others.one)
      + ", or up to \(Wording.count(count, "days")) \(side)"
  }

  private func near(_ reach: RegionRelation.Reach, _ others: String) -> String {
    switch reach {
    case .tokens, .days: "near \(others)" + scope(reach)
    case .sentence, .paragraph, .document: "in the same \(reach.name) as \(others)"
    }
  }

  private func scope(_ reach: RegionRelation.Reach) -> String {
    switch reach {
    case .tokens(let count): ", " + between(count)
    case .sentence, .paragraph, .document: " in the same \(reach.name)"
    case .days: ""
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
    case .tokens, .sentence, .paragraph, .document: scope(reach)
    case .days(let count):
      ", which stands in a document of the same day \(days) \(Wording.count(count, "days")) away"
    }
  }
}

extension BoundSource {

  /// What joins the noun for it to a clause that says how the rows stand to others.
  fileprivate var link: String {
    guard case .region(let rows, let relation, _) = self else { return " that " }
    return rows.isPlaceOfText(relation) ? ", and that " : " and that "
  }

  /// Whether they are places where a text stands, and do so in a way that needs no clause.
  fileprivate func isPlaceOfText(_ relation: RegionRelation) -> Bool {
    guard case .phrase = self else { return false }
    switch relation {
    case .containing, .overlapping, .before(.days), .after(.days), .near(.days): return false
    case .within, .outside, .before, .after, .near: return true
    }
  }
}
