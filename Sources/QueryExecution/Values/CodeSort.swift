/// Puts codes in ascending order by their digits, the least first.
///
/// Radix sorting with counted buckets (H. H. Seward, 1954; D. E. Knuth, The Art of Computer Programming 3,
/// 5.2.5): each pass goes once through the codes, whatever they are.
enum CodeSort {

  /// The bits of a digit: the counts of its values stay in the nearest cache.
  private static let bits: UInt32 = 11
  private static let mask: UInt32 = 1 << bits - 1

  /// Sorts codes, none of which is greater than `greatest`.
  ///
  /// - Complexity: O(*n* log *m*) in the number of codes and the greatest.
  static func sort(
    _ codes: inout [UInt32], greatest: UInt32, _ interruption: Interruption
  ) throws(Interrupted) {
    var sorted = [UInt32](repeating: 0, count: codes.count)
    var shift: UInt32 = 0
    repeat {
      try interruption.check()
      pass(codes.span, by: shift, into: &sorted)
      swap(&codes, &sorted)
      shift += bits
    } while shift < UInt32.bitWidth && greatest >> shift > 0
  }

  /// Puts codes in the order of one digit; those that share it stay in theirs.
  private static func pass(_ codes: Span<UInt32>, by shift: UInt32, into sorted: inout [UInt32]) {
    var places = [Int](repeating: 0, count: 1 << bits)
    var ends = places.mutableSpan
    for place in codes.indices { ends[Int(codes[place] >> shift & mask)] += 1 }
    var sum = 0
    for digit in ends.indices { (ends[digit], sum) = (sum, sum + ends[digit]) }
    var output = sorted.mutableSpan
    for place in codes.indices {
      let code = codes[place]
      let digit = Int(code >> shift & mask)
      output[ends[digit]] = code
      ends[digit] += 1
    }
  }
}
