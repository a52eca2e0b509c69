/// The average of what parameters were of late, which does better on new text than what they are at
/// last (Polyak and Juditsky 1992).
struct MovingAverage {

  /// The averages.
  private(set) var values: [Float]

  /// The least share that a new value has.
  private static let share: Float = 0.01
  private var steps: Float = 0

  init(_ values: [Float]) { self.values = values }

  /// Moves the averages towards new values; the first ones count alike.
  mutating func follow(_ new: [Float]) {
    steps += 1
    let share = max(Self.share, 1 / (1 + steps))
    unsafe values.withUnsafeMutableBufferPointer { values in
      unsafe new.withUnsafeBufferPointer { new in
        for index in new.indices { unsafe values[index] += share * (new[index] - values[index]) }
      }
    }
  }
}
