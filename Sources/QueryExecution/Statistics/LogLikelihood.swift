/// How sure it is that two things have to do with each other, either way: a significance.
///
/// G² = 2 · Σ Oᵢⱼ · ln (Oᵢⱼ / Eᵢⱼ) over the four cells of the table, where an empty cell adds
/// nothing and Eᵢⱼ is the product of the sums of the cell's row and column by the sum of all.
///
/// Never below zero; zero is just chance. Above 3.84 chance has it in one case of twenty at most,
/// above 6.63 in one of a hundred, above 10.83 in one of a thousand (χ², one degree of freedom). The
/// sign of the effect does not show: that is what effect sizes are for.
///
/// Source: T. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence",
/// Computational Linguistics 19(1), 1993, pages 61-74.
enum LogLikelihood {

  /// Returns the ratio; zero where a row or a column of the table is empty.
  static func score(_ counts: JointCounts) -> Double {
    let (first, second) = (Double(counts.first), Double(counts.second))
    let (total, joint) = (Double(counts.total), Double(counts.joint))
    let sum =
      term(joint, first, second, total)
      + term(first - joint, first, total - second, total)
      + term(second - joint, total - first, second, total)
      + term(total - first - second + joint, total - first, total - second, total)
    // Rounding alone can make the sum of a table without any effect negative.
    return max(0, 2 * sum)
  }

  /// Returns the ratio of a word that occurs so often in two sets of so many words.
  static func score(_ count: Int, of words: Int, _ other: Int, of otherWords: Int) -> Double {
    score(
      JointCounts(
        joint: count, first: words, second: count + other, total: words + otherWords))
  }

  private static func term(
    _ observed: Double, _ row: Double, _ column: Double, _ total: Double
  ) -> Double {
    guard observed > 0, row > 0, column > 0, total > 0 else { return 0 }
    return observed * Logarithm.natural(observed * total / (row * column))
  }
}
