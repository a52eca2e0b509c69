/// How sure a rule is of what it finds, measured on news with known attributions.
enum QuoteConfidence {

  /// Returns the confidence of a quote before its speaker is looked at.
  static func base(_ found: FoundQuote, _ reading: QuoteReading) -> Double {
    var confidence = ofRule(found.rule)
    if found.clause?.cue == CueLexicon.unlisted { confidence = min(confidence, 0.7) }
    if found.clause?.source == nil { confidence = min(confidence, 0.5) }
    if found.clause?.link == .coordinated || found.clause?.link == .participial {
      confidence -= 0.08
    }
    if found.runs.contains(where: { !reading.runs[$0].hasOpening || !reading.runs[$0].hasClosing })
    {
      confidence -= 0.1
    }
    return max(0.1, confidence)
  }

  private static func ofRule(_ rule: FoundQuote.Rule) -> Double {
    switch rule {
    case .marks: 0.96
    case .turn: 0.97
    case .headline: 0.7
    case .signed: 0.95
    case .clause: 0.9
    case .question: 0.85
    case .accordingTo: 0.93
    case .fronted: 0.85
    case .naming: 0.85
    case .order: 0.8
    case .infinitive: 0.75
    case .nominal: 0.75
    case .object: 0.65
    case .introduced: 0.6
    case .carriedOn: 0.5
    case .unattributed: 0.3
    }
  }
}
