internal import Annotation

/// Steps from scores to the share of right answers, which never falls as the score rises.
///
/// Pool adjacent violators (Ayer et al. 1955) over blocks of neighbouring scores; the share of a
/// block is drawn half an answer towards one half.
enum IsotonicRegression {

  private struct Block {
    var low: Float
    var high: Float
    var count: Float
    var right: Float

    var share: Float { right / count }
  }

  /// Returns the steps of scored answers.
  static func steps(
    _ answers: [(score: Float, isRight: Bool)]
  ) -> [(score: Float, probability: Float)] {
    let sorted = answers.enumerated().sorted {
      ($0.element.score, $0.offset) < ($1.element.score, $1.offset)
    }.map(\.element)
    let size = max(1, min(60, sorted.count / 40))
    var blocks: [Block] = []
    for start in stride(from: 0, to: sorted.count, by: size) {
      let part = sorted[start..<min(start + size, sorted.count)]
      var block = Block(
        low: part[part.startIndex].score, high: part[part.endIndex - 1].score,
        count: Float(part.count), right: Float(part.count { $0.isRight }))
      while let last = blocks.last, last.share >= block.share {
        blocks.removeLast()
        block = Block(
          low: last.low, high: block.high, count: last.count + block.count,
          right: last.right + block.right)
      }
      blocks.append(block)
    }
    return blocks.map { (($0.low + $0.high) / 2, ($0.right + 0.5) / ($0.count + 1)) }
  }

  /// The section that `ScoreCalibration` reads.
  static func section(_ kinds: [[(score: Float, probability: Float)]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for steps in kinds {
      bytes.append(littleEndian: UInt32(steps.count))
      for step in steps {
        bytes.append(littleEndian: step.score)
        bytes.append(littleEndian: step.probability)
      }
    }
    return bytes
  }
}
