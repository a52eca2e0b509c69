/// A quote while the rules work on it, in tokens.
struct FoundQuote {

  /// By which rule it was found; the reasons and the confidence follow from it.
  enum Rule {
    case marks, introduced, carriedOn, unattributed
    case clause, question, infinitive, object, naming, order, fronted, accordingTo, nominal
  }

  var rule: Rule
  /// The pieces of the content; of runs of marks their inner tokens.
  var pieces: [Range<Int>]
  /// The runs of quoted words that are pieces.
  var runs: [Int]
  var clause: CueClause?
  var kind: Quote.Kind
  /// Whether the speaker is taken from what stands before, and no cue of its own is there.
  var isCarriedOn: Bool { rule == .carriedOn || rule == .introduced }

  /// The first token of the content.
  var start: Int { pieces.first?.lowerBound ?? 0 }
}
