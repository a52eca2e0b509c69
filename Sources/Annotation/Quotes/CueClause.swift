/// A cue where it stands, with the one who speaks: "the mayor also told reporters".
struct CueClause {

  /// How the source was found.
  enum Link: UInt8 { case beside, inverted, relative, coordinated, participial, nominal, none }

  /// The word that decides.
  var head: Int
  /// The cue as an index into the lexicon.
  var cue: UInt16
  /// The words of the cue, with its auxiliaries' particle ("called for") but without auxiliaries.
  var cueTokens: Range<Int>
  /// What the cue takes here.
  var frames: Cue.Frames
  /// The words that name who speaks.
  var source: Range<Int>?
  /// Where in the source the head phrase stands.
  var sourceHead: Range<Int>?
  /// How the source was found.
  var link: Link
  /// The words that name who is spoken to.
  var addressee: Range<Int>?
  /// The first token of subject, auxiliaries and cue.
  var start: Int
  var isNegated = false
  var isPassive = false
  /// Whether nothing has been said: "if he says that".
  var isHypothetical = false
  /// Whether the speech is still to come: "will argue", "plans to tell".
  var isPlanned = false

  /// Whether the words tell that something was or will be said, not that nothing was.
  var isSaid: Bool { !isNegated && !isHypothetical }

  /// The entry in the lexicon.
  var entry: Cue { CueLexicon.cues[Int(cue)] }
}

/// What a cue takes where it stands.
enum Complement {
  case none
  case clause(start: Int, hasThat: Bool)
  case question(start: Int)
  case quote(run: Int)
  case infinitive(start: Int)
  case object(start: Int)
  case naming(start: Int)
  case order(start: Int)
}
