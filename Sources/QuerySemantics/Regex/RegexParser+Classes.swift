extension RegexParser {

  /// Returns the tree of a character that stands for itself, as the regard leaves it.
  func literal(_ scalar: Unicode.Scalar) -> RegexTree {
    if regard == .folded, QuotationMarks.isDouble(scalar) { return .scalars(QuotationMarks.set) }
    let parts = regard.applied(to: String(scalar)).unicodeScalars.map {
      RegexTree.scalars([$0.value...$0.value])
    }
    return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// Reads what stands behind a backslash outside of a class.
  mutating func parseEscape(from start: Int) throws(RegexMistake) -> RegexTree {
    guard let scalar = current else { throw mistake(.unknownEscape, from: start) }
    if scalar == "b" {
      position += 1
      return .wordBoundary
    }
    if let set = ScalarSet.named(scalar) {
      position += 1
      return .scalars(set)
    }
    return literal(try parseEscapedScalar(from: start))
  }

  /// Reads a class behind its opening bracket, up to and with the closing one.
  mutating func parseClass(from start: Int) throws(RegexMistake) -> [ClosedRange<UInt32>] {
    let isNegated = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while let scalar = current, isFirst || scalar != "]" {
      isFirst = false
      ranges += try parseClassItem()
    }
    guard take("]") else {
      position = start
      throw mistake(.openClass, from: start)
    }
    let set = ScalarSet.normalized(ranges)
    return isNegated ? ScalarSet.complement(set) : set
  }

  private mutating func parseClassItem() throws(RegexMistake) -> [ClosedRange<UInt32>] {
    let start = position
    if current == "\\", position + 1 < scalars.count,
      let set = ScalarSet.named(scalars[position + 1])
    {
      position += 2
      return set
    }
    let low = try parseClassScalar()
    guard current == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
      return ScalarSet.folded(low.value...low.value, regard)
    }
    position += 1
    let high = try parseClassScalar()
    guard low <= high else {
      position -= 1
      throw mistake(.backwardRange, from: start)
    }
    return ScalarSet.folded(low.value...high.value, regard)
  }

  private mutating func parseClassScalar() throws(RegexMistake) -> Unicode.Scalar {
    let start = position
    guard let scalar = current else { throw mistake(.openClass, from: start) }
    position += 1
    return scalar == "\\" ? try parseEscapedScalar(from: start) : scalar
  }

  private mutating func parseEscapedScalar(
    from start: Int
  ) throws(RegexMistake) -> Unicode.Scalar {
    guard let scalar = current else { throw mistake(.unknownEscape, from: start) }
    switch scalar {
    case "n", "t":
      position += 1
      return scalar == "n" ? "\n" : "\t"
    case "a"..."z", "A"..."Z", "0"..."9": throw mistake(.unknownEscape, from: start)
    default:
      position += 1
      return scalar
    }
  }
}

/// Sets of scalars as ranges.
enum ScalarSet {

  /// Every scalar.
  static let all: ClosedRange<UInt32> = 0...0x10FFFF

  private static let digits: [ClosedRange<UInt32>] = [0x30...0x39]
  private static let blanks: [ClosedRange<UInt32>] = [
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x2000...0x200B, 0x3000...0x3000,
  ]
  /// ASCII letters, digits, the underscore, and everything beyond the symbols of Latin-1 but the
  /// punctuation of typography.
  static let word: [ClosedRange<UInt32>] = [
    0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xAA...0xAA, 0xB5...0xB5, 0xBA...0xBA,
    0xC0...0x1FFF, 0x2070...0x209F, 0x2C00...0x2DFF, 0x3005...0x10FFFF,
  ]

  /// Returns the set that `\d`, `\w`, `\s` or its complement in capitals stands for.
  static func named(_ scalar: Unicode.Scalar) -> [ClosedRange<UInt32>]? {
    switch scalar {
    case "d": digits
    case "D": complement(digits)
    case "s": blanks
    case "S": complement(blanks)
    case "w": word
    case "W": complement(word)
    default: nil
    }
  }

  /// Returns the forms of a range to which a regard leads, as far as each is one scalar.
  ///
  /// Beyond the Latin blocks folding only makes letters small, which is done for short ranges.
  static func folded(_ range: ClosedRange<UInt32>, _ regard: TextRegard) -> [ClosedRange<UInt32>] {
    guard regard != .exact, range.count <= 0x600 else { return [range] }
    return range.flatMap { value -> [ClosedRange<UInt32>] in
      guard let scalar = Unicode.Scalar(value) else { return [] }
      if regard == .folded, QuotationMarks.isDouble(scalar) { return QuotationMarks.set }
      let folded = regard.applied(to: String(scalar)).unicodeScalars
      guard folded.count == 1, let only = folded.first else { return [value...value] }
      return [only.value...only.value]
    }
  }

  /// Returns the ranges ascending, those that meet made one.
  static func normalized(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound + 1 {
        result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// Returns the scalars that are not in `ranges`, which are ascending and do not touch.
  static func complement(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= all.upperBound { result.append(next...all.upperBound) }
    return result
  }
}
