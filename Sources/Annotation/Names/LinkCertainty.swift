/// How often the link from words to the person they mean is right.
///
/// The shares were counted where annotators marked coreference: on the genres of GUM whose licence
/// allows all uses (Zeldes 2017), 784 names and 1,050 pronouns. A link is right when both of its ends
/// lie in one chain of coreference. Descriptions are too few there to be counted.
enum LinkCertainty {

  /// A name in full.
  static let fullName: Float = 0.91
  /// A part of a name.
  static let shortName: Float = 0.92
  /// A description, like “the French president”.
  static let description: Float = 0.8
  /// The label of a turn in a transcript.
  static let label: Float = 0.97

  /// The certainty below which a pronoun stays without a person.
  static let least: Float = 0.5

  /// A pronoun, by the number of sentences back to the last mention and by what that mention is.
  static func pronoun(sentencesBack: Int, isSubject: Bool) -> Float {
    switch (sentencesBack, isSubject) {
    case (0, true): 0.84
    case (0, false): 0.82
    case (1, true): 0.83
    case (1, false): 0.74
    case (2, true): 0.75
    case (3, true): 0.57
    default: 0.4
    }
  }
}
