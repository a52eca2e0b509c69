internal import CorpusStore
internal import QuerySemantics

/// What the whole numbers stand for by which values are counted, compared and ordered.
enum KeyReading: Sendable {
  /// Codes of a dictionary.
  case codes(CodeNames)
  /// The numbers themselves.
  case integers
  /// The bits of the numbers of a column, in such a way that the order is kept.
  case decimals
  /// The bits of numbers that were worked out, in such a way that the order is kept.
  case figures
  /// 1 and 0.
  case flags
  /// Counts of days.
  case days
  /// Numbers of periods.
  case periods(Period)
  /// Places in a list of texts.
  case texts(TextList)

  /// Whether keys are ordered as what they stand for; otherwise names are compared.
  var isOrdered: Bool {
    switch self {
    case .codes, .texts: false
    case .integers, .decimals, .figures, .flags, .days, .periods: true
    }
  }

  /// Where keys are places in a list of names, the length of the list; zero for all else.
  var placeCount: Int {
    switch self {
    case .codes(let names): names.dictionary.count
    case .texts(let texts): texts.count
    case .integers, .decimals, .figures, .flags, .days, .periods: 0
    }
  }

  /// Whether values are numbers.
  var isNumeric: Bool {
    switch self {
    case .integers, .decimals, .figures: true
    case .codes, .flags, .days, .periods, .texts: false
    }
  }

  /// Returns the value of a key for a result.
  func cell(of key: Int64) -> ResultTable.Cell {
    switch self {
    case .integers: .integer(Int(key))
    case .decimals: .decimal(Self.decimal(of: key))
    case .figures: .decimal(Self.figure(of: key))
    case .flags: .flag(key != 0)
    case .codes, .days, .periods, .texts: .text(text(of: key))
    }
  }

  /// Returns the value of a key as text.
  func text(of key: Int64) -> String {
    switch self {
    case .codes(let names): names.text(of: UInt32(truncatingIfNeeded: key))
    case .integers: String(key)
    case .decimals: String(Self.decimal(of: key))
    case .figures: String(Self.figure(of: key))
    case .flags: key != 0 ? "yes" : "no"
    case .days: Day(number: Int32(clamping: key)).iso
    case .periods(let period): period.label(of: Int(key))
    case .texts(let texts): String(decoding: texts[Int(key)], as: UTF8.self)
    }
  }

  /// Returns the bytes of the value of a key as text.
  func bytes(of key: Int64) -> [UInt8] {
    if case .codes(let names) = self { return names.bytes(of: UInt32(truncatingIfNeeded: key)) }
    return Array(text(of: key).utf8)
  }

  /// Returns the text of a key with case and accents folded.
  func foldedText(of key: Int64) -> [UInt8] {
    if case .codes(let names) = self {
      return names.foldedBytes(of: UInt32(truncatingIfNeeded: key))
    }
    if case .texts(let texts) = self { return TextFolding.fold(bytes: Array(texts[Int(key)])) }
    return TextFolding.fold(bytes: Array(text(of: key).utf8))
  }

  /// Appends bytes that order a key by its name, and by its exact letters only where case and accents
  /// make the difference.
  ///
  /// The pool of the corpus is handed in, for to copy what it shares takes as long.
  func appendSortKey(of key: Int64, _ pool: StringPool, to bytes: inout [UInt8]) {
    if case .codes(let names) = self,
      let symbol = names.symbol(of: UInt32(truncatingIfNeeded: key))
    {
      CodeNames.appendSortKey(of: symbol, pool, to: &bytes)
    } else {
      bytes += foldedText(of: key) + [0] + self.bytes(of: key)
    }
  }

  /// Returns a key that orders as the number does.
  static func key(of decimal: Float) -> Int64 {
    let bits = Int64(Int32(bitPattern: decimal.bitPattern))
    return bits >= 0 ? bits : Int64(Int32.min) - bits
  }

  /// Returns a key that orders as the number does; that of a missing value where there is none, or
  /// none that is finite.
  static func key(of figure: Double?) -> Int64 {
    guard let figure, figure.isFinite else { return GroupValues.missing }
    let bits = Int64(bitPattern: figure.bitPattern)
    return bits >= 0 ? bits : Int64.min - bits
  }

  /// Returns the number that a key stands for; nil where it stands for none.
  func number(of key: Int64) -> Double? {
    switch self {
    case .integers, .flags: Double(key)
    case .decimals: Self.decimal(of: key)
    case .figures: Self.figure(of: key)
    case .codes, .days, .periods, .texts: nil
    }
  }

  private static func figure(of key: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: key >= 0 ? key : Int64.min - key))
  }

  private static func decimal(of key: Int64) -> Double {
    let bits = key >= 0 ? key : Int64(Int32.min) - key
    let number = Float(bitPattern: UInt32(bitPattern: Int32(truncatingIfNeeded: bits)))
    // The shortest digits of the stored number, not those of its widened form.
    return Double(number.description) ?? Double(number)
  }
}
