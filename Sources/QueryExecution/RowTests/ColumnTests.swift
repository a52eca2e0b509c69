internal import CorpusStore
internal import QuerySemantics

/// True where the code of a row is in a set.
struct CodeTest: RowTest {
  let column: CodeColumn
  let codes: Bitmap
  func narrow(_ places: inout [Int], of block: RowBlock) {
    let values = column.values
    // The mark of a missing code is greater than all codes, so it is in no set.
    places.keep { codes.contains(Int(values[block.ids[$0].index])) }
  }
}

/// True where some code of a row is in a set.
struct CodeListTest: RowTest {
  let column: CodeListColumn
  let codes: Bitmap
  func narrow(_ places: inout [Int], of block: RowBlock) {
    let (offsets, values) = (column.offsets.span, column.values.span)
    places.keep { place in
      let row = block.ids[place].index
      for i in Int(offsets[row])..<Int(offsets[row + 1]) where codes.contains(Int(values[i])) {
        return true
      }
      return false
    }
  }
}

/// True where there is a whole number, and it lies in a range.
struct IntegerTest: RowTest {
  let column: IntegerColumn
  let range: ClosedRange<Int>
  func narrow(_ places: inout [Int], of block: RowBlock) {
    let values = column.values.span
    places.keep { place in
      let value = values[block.ids[place].index]
      return value != IntegerColumn.missing && range.contains(Int(value))
    }
  }
}

/// True where there is a number, and it lies in a range.
struct DecimalTest: RowTest {
  let values: FrozenArray<Float>
  let range: ClosedRange<Double>
  func narrow(_ places: inout [Int], of block: RowBlock) {
    places.keep { place in
      let value = values[block.ids[place].index]
      // Bounds are compared at the precision of the column: 0.9 stored is 0.9 asked for.
      return value >= Float(range.lowerBound) && value <= Float(range.upperBound)
    }
  }
}

/// True where there is a day, and it, or the whole of its period, lies in a range.
struct DateTest: RowTest {
  let column: DateColumn
  let range: ClosedRange<Day>
  let part: DatePart?
  func narrow(_ places: inout [Int], of block: RowBlock) {
    let values = column.values.span
    places.keep { place in
      let day = values[block.ids[place].index]
      guard day != .missing else { return false }
      guard let part, part != .day else { return range.contains(day) }
      let period = Period(part)
      guard let days = period.days(of: period.index(of: day)) else { return range.contains(day) }
      return range.contains(days.lowerBound) && range.contains(days.upperBound)
    }
  }
}

/// True where a row has any value at a path.
struct KnownTest: RowTest {
  let reader: ValueReader
  func narrow(_ places: inout [Int], of block: RowBlock) {
    var keys: [Int64] = []
    places.keep { place in
      keys.removeAll(keepingCapacity: true)
      reader.appendKeys(of: block.ids[place], end: block.end(at: place), to: &keys)
      return !keys.isEmpty
    }
  }
}

/// True where some value at a path satisfies a condition on its key.
struct KeyTest: RowTest {
  let reader: ValueReader
  let isTrue: (Int64, KeyReading) throws(Interrupted) -> Bool
  func narrow(_ places: inout [Int], of block: RowBlock) throws(Interrupted) {
    var keys: [Int64] = []
    try places.keep { (place) throws(Interrupted) in
      keys.removeAll(keepingCapacity: true)
      reader.appendKeys(of: block.ids[place], end: block.end(at: place), to: &keys)
      let reading = reader.reading
      for key in keys where try isTrue(key, reading) { return true }
      return false
    }
  }
}

/// True where the text of a row satisfies a condition.
struct TextTest: RowTest {
  let text: RowText
  let kind: Rows.Kind
  let matcher: any TextMatcher
  let interruption: Interruption
  func narrow(_ places: inout [Int], of block: RowBlock) throws(Interrupted) {
    try places.keep { (place) throws(Interrupted) in
      try interruption.check()
      let bytes = text.bytes(of: block.ids[place], end: block.end(at: place), kind: kind)
      return try matcher.isTrue(of: TextFolding.fold(bytes: bytes))
    }
  }
}
