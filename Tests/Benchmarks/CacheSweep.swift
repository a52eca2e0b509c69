/// Takes the caches of the machine for something else, as what a user does between two questions.
///
/// A query that is asked again and again finds what it reads of a small corpus in the nearest cache,
/// where a large one has no room, and branches that the processor knows by heart: how times grow then
/// is how caches end. With all of it gone a run costs what the first one does, whatever the size.
final class CacheSweep {

  /// More than the last cache of a common machine holds: 64 MB.
  private let numbers: [UInt32]

  /// What hangs on all numbers, so that none is passed over.
  private(set) var sums: (even: UInt32, odd: UInt32) = (0, 0)

  init() {
    var number: UInt32 = 1
    // Xorshift (Marsaglia 2003): no branch can be foretold from those before.
    numbers = (0..<16 << 20).map { _ in
      number ^= number << 13
      number ^= number >> 17
      number ^= number << 5
      return number
    }
  }

  /// Reads all numbers, and goes one way or the other at each.
  func run() {
    for number in numbers {
      if number & 1 == 0 { addEven(number) } else { addOdd(number) }
    }
  }

  // Calls, for a choice between two values would need no branch.

  @inline(never)
  private func addEven(_ number: UInt32) { sums.even ^= number }

  @inline(never)
  private func addOdd(_ number: UInt32) { sums.odd ^= number }
}
