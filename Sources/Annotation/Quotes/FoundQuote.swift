/// A quote while the rules work on it, in tokens.
struct FoundQuote {

  /// By which rule it was found; the reasons and the confidence follow from it.
  enum Rule: UInt8 {
    case marks, introduced, carriedOn, unattributed
    case clause, question, infinitive, object, naming, order, fronted, accordingTo, nominal
    case turn, signed, headline
  }

  /// How a reading came about beside the one that the rules prefer.
  enum Variant: UInt8 {
    /// What the rules take.
    case rule
    /// The content ends elsewhere.
    case extent
    /// The content has fewer pieces.
    case fewer
    /// Another source.
    case source
    /// The cue is a verb that the rules leave alone here.
    case verb
    /// The cue is a noun or an adjective that the rules leave alone here.
    case nominal
    /// The runs have another cue.
    case marks
  }

  var rule: Rule
  var variant = Variant.rule
  /// The pieces of the content; of runs of marks their inner tokens.
  var pieces: [Range<Int>]
  /// The runs of quoted words that are pieces.
  var runs: [Int]
  var clause: CueClause?
  var kind: Quote.Kind
  /// How likely it is that the reading is right in all, as the trained judge sees it.
  var probability: Float = -1
  /// The score that the probability comes from.
  var score: Float = 0
  /// What its parts weigh; nil where no one judged.
  var weights: ReadingWeights?
  /// How much the reading is speech rather than belief; nil where no one judged.
  var speechScore: Float?
  /// Whether the speaker is taken from what stands before, and no cue of its own is there.
  var isCarriedOn: Bool { rule == .carriedOn || rule == .introduced }

  /// The first token of the content.
  var start: Int { pieces.first?.lowerBound ?? 0 }
}
