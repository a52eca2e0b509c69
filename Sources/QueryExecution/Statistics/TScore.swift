/// How sure it is that two words attract each other: a significance that favours frequent words.
///
/// t = (O - E) / √O, with O the observed and E the expected joint count: the difference in standard
/// deviations, that of a count being estimated by its root. Zero is chance, above 2 is commonly
/// taken for more than chance, negative is avoidance.
///
/// Source: K. Church, W. Gale, P. Hanks and D. Hindle, "Using Statistics in Lexical Analysis", in
/// Lexical Acquisition (ed. U. Zernik), 1991, pages 115-164.
enum TScore {

  /// Returns the score; nil where the two never occur together.
  static func score(_ counts: JointCounts) -> Double? {
    guard counts.joint > 0 else { return nil }
    let observed = Double(counts.joint)
    return (observed - counts.expected) / observed.squareRoot()
  }
}
