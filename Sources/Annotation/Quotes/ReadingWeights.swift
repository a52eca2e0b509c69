/// What the parts of a reading weigh, as logarithms of odds: above zero they speak for it.
///
/// Their sum is the score of the reading, which the calibration turns into a probability.
struct ReadingWeights: Hashable {

  /// Where the content begins and ends, and how it stands to the cue.
  var content: Float = 0
  /// The cue.
  var cue: Float = 0
  /// The source.
  var source: Float = 0

  /// A weight as it is written in a reason, like ` [+1.3]`.
  static func written(_ weight: Float?) -> String {
    guard let weight else { return "" }
    let tenths = Int((weight * 10).rounded())
    let size = abs(tenths)
    return " [\(tenths < 0 ? "−" : "+")\(size / 10).\(size % 10)]"
  }

  /// A share as it is written in a reason, like ` [0.83]`.
  static func written(share: Float) -> String {
    let hundredths = Int((min(max(share, 0), 1) * 100).rounded())
    return hundredths == 100
      ? " [1.00]" : " [0.\(hundredths < 10 ? "0" : "")\(hundredths)]"
  }
}
