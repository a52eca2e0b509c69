/// How much one word tells of the other, in bits: an effect size that favours rare words.
///
/// MI = log₂ (O / E), with O the observed and E the expected joint count. Zero is chance, positive
/// is attraction, negative is avoidance; there is no greatest value.
///
/// Source: K. W. Church and P. Hanks, "Word Association Norms, Mutual Information, and
/// Lexicography", Computational Linguistics 16(1), 1990, pages 22-29.
enum MutualInformation {

  /// Returns the score; nil where the two never occur together, or could not.
  static func score(_ counts: JointCounts) -> Double? {
    let expected = counts.expected
    guard counts.joint > 0, expected > 0 else { return nil }
    return Logarithm.binary(Double(counts.joint) / expected)
  }
}
