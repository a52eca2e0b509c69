/// The labels of a transcript, which are no part of what is said.
struct TurnLabels {

  /// From the start of each label to that of the words behind it, in order.
  private let labels: [Range<Int>]

  init(_ turns: [SpeakerTurn]) {
    labels = turns.filter { $0.distance == 0 }.map {
      $0.label.lowerBound..<max($0.label.lowerBound, $0.content.lowerBound)
    }
  }

  /// Returns a quote whose content and source hold nothing of a label.
  func clipped(_ quote: Quote) -> Quote {
    var clipped = quote
    clipped.content = quote.content.compactMap(clipped(_:))
    clipped.source = quote.source.compactMap(clipped(_:))
    return clipped
  }

  /// Returns what is left of a range behind the label in which it starts.
  private func clipped(_ range: ByteRange) -> ByteRange? {
    guard let label = label(at: Int(range.start)) else { return range }
    return Int(range.end) > label.upperBound
      ? ByteRange(UInt32(label.upperBound), range.end) : nil
  }

  /// The label around a byte, found by halving.
  private func label(at byte: Int) -> Range<Int>? {
    var (low, high) = (0, labels.count)
    while low < high {
      let middle = (low + high) / 2
      if labels[middle].upperBound <= byte { low = middle + 1 } else { high = middle }
    }
    return low < labels.count && labels[low].contains(byte) ? labels[low] : nil
  }
}
