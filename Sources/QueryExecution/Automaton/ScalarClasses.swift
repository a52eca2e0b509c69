/// Scalars sorted into classes that an automaton need not tell apart.
struct ScalarClasses {

  /// The first scalar of each class of ranges, ascending.
  private let bounds: [UInt32]
  /// The class of each scalar of ASCII.
  private var ascii = [UInt16](repeating: 0, count: 128)
  private let tellsWords: Bool

  /// The number of classes.
  let count: Int

  /// Creates classes in which each of some sets of ranges is a union of classes; with `tellsWords`,
  /// letters, digits and underscores stand in other classes than the rest.
  init(_ sets: [[ClosedRange<UInt32>]], tellsWords: Bool) {
    var starts: Set<UInt32> = [0]
    for range in sets.joined() {
      starts.insert(range.lowerBound)
      if range.upperBound < UInt32.max { starts.insert(range.upperBound + 1) }
    }
    bounds = starts.sorted()
    self.tellsWords = tellsWords
    count = bounds.count * 2
    for scalar in 0..<128 { ascii[scalar] = slowClass(of: UInt32(scalar)) }
  }

  /// Returns the class of a scalar.
  @inline(__always)
  func ofScalar(_ scalar: UInt32) -> Int {
    Int(scalar < 128 ? ascii[Int(scalar)] : slowClass(of: scalar))
  }

  /// Whether the scalars of a class are letters, digits or underscores, where that is told.
  func isWord(_ class: Int) -> Bool { `class` & 1 == 1 }

  /// Whether a class is part of a set of ranges.
  func isPart(_ class: Int, of ranges: [ClosedRange<UInt32>]) -> Bool {
    let scalar = bounds[`class` >> 1]
    return ranges.contains { $0.contains(scalar) }
  }

  private func slowClass(of scalar: UInt32) -> UInt16 {
    var low = 0
    var high = bounds.count
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] <= scalar { low = middle + 1 } else { high = middle }
    }
    // An expression has at most 10,000 sets, so twice their bounds stays below 65,536.
    return UInt16(truncatingIfNeeded: (low - 1) * 2 + (tellsWords && isLetter(scalar) ? 1 : 0))
  }

  private func isLetter(_ scalar: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(scalar) else { return false }
    return scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
