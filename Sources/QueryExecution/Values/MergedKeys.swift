internal import CorpusStore

/// The keys of two columns, one behind the other, read alike: equal keys stand for equal values.
struct MergedKeys {

  /// The keys of the first column, then those of the second.
  let keys: [Int64]

  /// What they stand for.
  let reading: KeyReading

  init(
    _ first: [Int64], _ firstReading: KeyReading, _ second: [Int64], _ secondReading: KeyReading,
    _ corpus: Corpus, _ interruption: Interruption
  ) throws(Interrupted) {
    switch (firstReading, secondReading) {
    case (.codes(let names), .codes(let others))
    where names.dictionary.entries == others.dictionary.entries
      && names.dictionary.domain == others.dictionary.domain:
      keys = first + second
      reading = firstReading
    case (.codes(let names), .codes(let others))
    where names.dictionary.domain == others.dictionary.domain:
      let column = CodeColumn(
        Self.entries(of: first, names.dictionary) + Self.entries(of: second, others.dictionary),
        domain: names.dictionary.domain)
      keys = column.values.map { $0 == CodeColumn.missing ? GroupValues.missing : Int64($0) }
      reading = .codes(CodeNames(column.dictionary, corpus))
    case (.integers, .integers), (.decimals, .decimals), (.figures, .figures), (.flags, .flags),
      (.days, .days):
      keys = first + second
      reading = firstReading
    case (.periods(let period), .periods(let other)) where period.part == other.part:
      keys = first + second
      reading = firstReading
    case (.codes, _), (.texts, _), (.integers, _), (.decimals, _), (.figures, _), (.flags, _),
      (.days, _), (.periods, _):
      (keys, reading) = try Self.texts(
        first, firstReading, second, secondReading, interruption)
    }
  }

  private static func entries(of keys: [Int64], _ dictionary: ColumnDictionary) -> [UInt32] {
    keys.map { $0 == GroupValues.missing ? CodeColumn.missing : dictionary.entries[Int($0)] }
  }

  private static func texts(
    _ first: [Int64], _ firstReading: KeyReading, _ second: [Int64], _ secondReading: KeyReading,
    _ interruption: Interruption
  ) throws(Interrupted) -> ([Int64], KeyReading) {
    var numbers = TextNumbers()
    func key(_ key: Int64, _ reading: KeyReading) -> Int64 {
      guard key != GroupValues.missing else { return key }
      return Int64(numbers.number(of: Array(reading.text(of: key).utf8)))
    }
    let keys =
      try interruption.list(first.count) { key(first[$0], firstReading) }
      + (try interruption.list(second.count) { key(second[$0], secondReading) })
    return (keys, .texts(numbers.texts))
  }
}
