/// Combinations of keys, numbered in the order in which they are first met.
struct GroupNumbers {

  /// For each key, its value in each combination.
  private(set) var keys: [[Int64]]

  /// The number of combinations.
  private(set) var count = 0

  /// The numbers of the first two keys, of those with the third, and so on.
  private var chain: [PairTable] = []
  /// How many combinations each link of the chain but the last has met.
  private var chainCounts: [Int] = []
  /// The number of each small value, plus one, where there is but one key; 0 is none yet.
  private var dense: [UInt32] = []
  private var others: [[Int64]: Int] = [:]

  init(keyCount: Int) {
    keys = Array(repeating: [], count: keyCount)
    chain = Array(repeating: PairTable(), count: max(0, keyCount - 1))
    chainCounts = Array(repeating: 0, count: chain.count)
  }

  /// Takes that no combination comes again that was met so far.
  mutating func forget() {
    chain = chain.map { _ in PairTable() }
    chainCounts = chainCounts.map { _ in 0 }
    dense = []
    others = [:]
  }

  /// Returns the number of a combination, and whether it is new.
  mutating func number(of combination: [Int64]) -> (number: Int, isNew: Bool) {
    if combination.isEmpty {
      defer { count = 1 }
      return (0, count == 0)
    }
    if combination.count == 1, (0..<(1 << 22)).contains(combination[0]) {
      return dense(Int(combination[0]))
    }
    if combination.count > 1, combination.count == keys.count,
      combination.allSatisfy({ PairTable.holds($0) })
    {
      return chained(combination)
    }
    return other(combination)
  }

  /// Returns the number of a combination of two keys, and whether it is new; nothing is allocated for
  /// keys that are small.
  mutating func number(of first: Int64, _ second: Int64) -> (number: Int, isNew: Bool) {
    if keys.count == 2, PairTable.holds(first), PairTable.holds(second) {
      return pair(first, second)
    }
    return other([first, second])
  }

  private mutating func chained(_ combination: [Int64]) -> (number: Int, isNew: Bool) {
    let last = combination.count - 1
    var prefix = combination[0]
    for place in 1..<last {
      let (number, isNew) = chain[place - 1].number(
        of: prefix, combination[place], new: chainCounts[place - 1])
      if isNew { chainCounts[place - 1] += 1 }
      prefix = Int64(number)
    }
    let found = chain[last - 1].number(of: prefix, combination[last], new: count)
    if found.isNew { append(combination) }
    return found
  }

  private mutating func pair(_ first: Int64, _ second: Int64) -> (number: Int, isNew: Bool) {
    let found = chain[0].number(of: first, second, new: count)
    if found.isNew {
      keys[0].append(first)
      keys[1].append(second)
      count += 1
    }
    return found
  }

  private mutating func other(_ combination: [Int64]) -> (number: Int, isNew: Bool) {
    if let number = others[combination] { return (number, false) }
    others[combination] = count
    append(combination)
    return (count - 1, true)
  }

  private mutating func dense(_ value: Int) -> (number: Int, isNew: Bool) {
    if value >= dense.count {
      dense += repeatElement(0, count: max(value + 1, dense.count * 2) - dense.count)
    }
    if dense[value] != 0 { return (Int(dense[value]) - 1, false) }
    append([Int64(value)])
    dense[value] = UInt32(truncatingIfNeeded: count)
    return (count - 1, true)
  }

  private mutating func append(_ combination: [Int64]) {
    for (index, value) in combination.enumerated() { keys[index].append(value) }
    count += 1
  }
}
