/// The words of a dictionary in the order of their bytes, and of their bytes from the last to the
/// first, so that those with one beginning, or one ending, stand together.
public struct Lexicon: Sendable {

  /// The codes in the order of the bytes of their strings.
  public let forward: FrozenArray<UInt32>

  /// The codes in the order of the bytes of their strings, each read from its end.
  public let reversed: FrozenArray<UInt32>

  init(forward: FrozenArray<UInt32>, reversed: FrozenArray<UInt32>) {
    self.forward = forward
    self.reversed = reversed
  }

  /// Sorts the strings of a dictionary of symbols.
  init(_ entries: FrozenArray<UInt32>, _ pool: borrowing StringPoolBuilder) {
    let words = entries.map { pool.bytes(of: Symbol($0)) }
    let codes = words.indices.map { UInt32($0) }
    forward = FrozenArray(
      codes.sorted { words[Int($0)].lexicographicallyPrecedes(words[Int($1)]) })
    let backward = words.map { Array($0.reversed()) }
    reversed = FrozenArray(
      codes.sorted { backward[Int($0)].lexicographicallyPrecedes(backward[Int($1)]) })
  }

  /// Returns the codes, in no order, of the strings that begin with some bytes.
  ///
  /// - Complexity: O(log *n*), with a look at one string each.
  public func codes(
    beginningWith prefix: [UInt8], _ bytes: (UInt32) -> FrozenArray<UInt8>
  ) -> FrozenArray<UInt32> {
    Self.run(in: forward) { Self.order(bytes($0).lazy, prefix) }
  }

  /// Returns the codes, in no order, of the strings that end with some bytes.
  ///
  /// - Complexity: O(log *n*), with a look at one string each.
  public func codes(
    endingWith suffix: [UInt8], _ bytes: (UInt32) -> FrozenArray<UInt8>
  ) -> FrozenArray<UInt32> {
    let backward = Array(suffix.reversed())
    return Self.run(in: reversed) { Self.order(bytes($0).lazy.reversed(), backward) }
  }

  /// Returns the run of codes of which `order` is zero, where it is negative before and positive
  /// behind.
  private static func run(
    in codes: FrozenArray<UInt32>, _ order: (UInt32) -> Int
  ) -> FrozenArray<UInt32> {
    let first = codes.partition { order($0) < 0 }
    return codes.extracting(first..<max(first, codes.partition { order($0) <= 0 }))
  }

  /// Returns whether a string stands before, among or behind those that begin with `prefix`.
  private static func order(_ string: some Collection<UInt8>, _ prefix: [UInt8]) -> Int {
    var place = string.startIndex
    for byte in prefix {
      guard place < string.endIndex else { return -1 }
      if string[place] != byte { return string[place] < byte ? -1 : 1 }
      place = string.index(after: place)
    }
    return 0
  }
}
