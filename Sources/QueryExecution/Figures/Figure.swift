internal import CorpusStore
internal import QuerySemantics

/// A figure of the rows of each group that is worked out while rows are read, in their order.
protocol Figure {

  /// Takes a row into account, as one of a group.
  mutating func add(_ id: RowID, end: UInt32?, to group: Int)

  /// Returns the figure of each of so many groups, as keys with what they stand for.
  mutating func values(
    of groups: Int, _ execution: Execution
  ) throws(Interrupted) -> (keys: [Int64], reading: KeyReading)
}

/// Reads the values of rows for a figure.
struct FigureInput {

  private let reader: ValueReader
  private var keys: [Int64] = []
  private var decimals: [Int64: Double] = [:]

  init(_ path: BoundPath, kind: Rows.Kind, corpus: Corpus) {
    reader = ValueReader(path, kind: kind, corpus: corpus)
  }

  /// What the keys stand for.
  var reading: KeyReading { reader.reading }

  /// Returns the keys of the values of a row; none where it has no value.
  mutating func keys(of id: RowID, end: UInt32?) -> [Int64] {
    keys.removeAll(keepingCapacity: true)
    reader.appendKeys(of: id, end: end, to: &keys)
    return keys
  }

  /// Returns the number that a key stands for.
  mutating func number(of key: Int64) -> Double? {
    guard case .decimals = reading else { return reading.number(of: key) }
    // Numbers of a column are few, and to find the digits of one takes long.
    if let known = decimals[key] { return known }
    let number = reading.number(of: key)
    decimals[key] = number
    return number
  }
}

/// A sum that loses nothing to rounding or overflow that could be kept.
struct FigureSum {

  private let isWhole: Bool
  private let reading: KeyReading
  private var whole: Int64 = 0
  private var sum = 0.0
  /// What was rounded off the sum so far (Neumaier 1974).
  private var rest = 0.0

  /// How many numbers were added.
  private(set) var count = 0

  init(_ reading: KeyReading) {
    self.reading = reading
    if case .integers = reading { isWhole = true } else { isWhole = false }
  }

  /// Adds the number of a key, if it is not missing.
  mutating func add(_ key: Int64) {
    guard key != GroupValues.missing else { return }
    if !isWhole {
      if let number = reading.number(of: key) { add(number) }
      return
    }
    count += 1
    let (next, isOver) = whole.addingReportingOverflow(key)
    // A sum that passes 64 bits stays at the greatest or least number, which is no key of its own.
    whole = isOver ? (key > 0 ? Int64.max - 1 : Int64.min + 2) : next
  }

  /// Adds a number.
  mutating func add(_ number: Double) {
    count += 1
    let next = sum + number
    rest += abs(sum) >= abs(number) ? (sum - next) + number : (number - next) + sum
    sum = next
  }

  /// The sum as a number.
  var number: Double { isWhole ? Double(whole) : sum + rest }

  /// The sum as a key of whole numbers or figures; missing where nothing was added.
  var key: Int64 {
    guard count > 0 else { return GroupValues.missing }
    return isWhole ? whole : KeyReading.key(of: number)
  }

  /// The sum for people.
  var text: String { isWhole ? Wording.grouped(Int(whole)) : String(number) }
}
