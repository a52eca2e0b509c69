/// How typical two words are of each other, whatever the size of the corpus.
///
/// logDice = 14 + log₂ D, where D = 2·f(x,y) / (f(x) + f(y)) is the coefficient of Dice.
///
/// 14 is the greatest value, that of words that never occur without each other; below 0 there is
/// less than one joint occurrence in 16,000. One more is twice as often, seven a hundred times.
///
/// Source: P. Rychlý, "A Lexicographer-Friendly Association Score", RASLAN 2008, pages 6-9.
enum LogDice {

  /// Returns the score, at most 14; nil where the two never occur together.
  ///
  /// More joint occurrences than either word has, as where a word stands twice beside another, count
  /// as many as the rarer word has: the coefficient of Dice is one of sets.
  static func score(_ counts: JointCounts) -> Double? {
    let joint = min(counts.joint, counts.first, counts.second)
    guard joint > 0 else { return nil }
    return 14 + Logarithm.binary(2 * Double(joint) / (Double(counts.first) + Double(counts.second)))
  }
}
