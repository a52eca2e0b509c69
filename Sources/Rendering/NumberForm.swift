internal import QueryExecution

/// How the numbers of a column are set, so that they line up at the point.
///
/// A figure with a fraction has three significant digits, as many as a reader can compare, and
/// never loses digits before the point. Shares are percentages with one digit, in columns called
/// `share` or so at their end; likenesses have three digits behind the point. Formats for programs
/// hold every digit.
struct NumberForm: Equatable {

  /// Whether groups of three digits are parted by commas.
  ///
  /// A column whose numbers have at most four digits is not grouped, since they may be years.
  var isGrouped = false

  /// Which digits a number has behind the point.
  enum Fraction: Equatable {
    /// As many as it needs.
    case needed
    /// Three significant digits, at most so many behind the point.
    case significant(atMost: Int)
    /// A fixed count.
    case fixed(Int)
    /// As a percentage.
    case percent
  }

  private var fraction = Fraction.needed

  /// The digits behind the point of the number that has most, to which others are filled up with
  /// blanks; nil where numbers stand alone.
  private var widest: Int?

  /// Creates the form in which a number stands alone.
  init() {}

  /// Creates the form in which a number of a column stands alone.
  init(_ column: ResultTable.Column) { fraction = Self.fraction(of: column) ?? .needed }

  /// Creates the form of the numbers of a column.
  ///
  /// - Parameters:
  ///   - column: The place of the column.
  ///   - table: The result.
  ///   - isAligned: Whether numbers are filled up with blanks to line up at the point.
  ///   - isStopped: Whether no more rows shall be looked at.
  init(
    column: Int, of table: ResultTable, isAligned: Bool = false,
    isStopped: () -> Bool = { false }
  ) {
    guard table.columns.indices.contains(column) else { return }
    var decimals: [Double] = []
    let reader = table.rows.makeReader()
    for row in table.rows.indices {
      if row & 0xFF == 0, isStopped() { break }
      reader.move(to: row)
      guard column < reader.width, !reader.withText(column, { _ in }) else { continue }
      switch reader.cell(column) {
      case .integer(let value): isGrouped = isGrouped || value.magnitude >= 10_000
      case .decimal(let value): decimals.append(value)
      default: break
      }
    }
    let most = decimals.reduce(0) { max($0, Self.digits(of: $1)) }
    fraction = Self.fraction(of: table.columns[column]) ?? .significant(atMost: most)
    guard isAligned, !decimals.isEmpty, fraction == .significant(atMost: most) else { return }
    widest = most
  }

  private static func fraction(of column: ResultTable.Column) -> Fraction? {
    let name = column.name.lowercased()
    if name == "similarity" { return .fixed(3) }
    return name == "share" || name.hasSuffix("_share") ? .percent : nil
  }

  /// Returns how many digits behind the point are needed for three significant ones, at most 5.
  private static func digits(of value: Double) -> Int {
    let limit = significantDigits(value)
    return Numerals.fractionDigits(of: value, atMost: limit)
  }

  private static func significantDigits(_ value: Double) -> Int {
    var digits = 2
    var bound = 10.0
    while digits > 0, value.magnitude >= bound { (digits, bound) = (digits - 1, bound * 10) }
    if value.magnitude >= 1 || value == 0 { return value == 0 ? 0 : digits }
    bound = 1
    digits = 2
    while digits < 5, value.magnitude < bound { (digits, bound) = (digits + 1, bound / 10) }
    return digits
  }

  /// Returns a number, filled up with blanks; nil where it is not finite.
  func text(of value: Double) -> String? {
    guard value.isFinite else { return nil }
    switch fraction {
    case .needed: return Numerals.decimal(value)
    case .fixed(let digits): return Numerals.fixed(value, digits: digits)
    case .percent: return Self.percent(value)
    case .significant(let most):
      if value != 0, value.magnitude < 0.000005 { return value.description }
      let digits = min(most, Self.significantDigits(value))
      return Numerals.fixed(value, digits: digits) + blanks(behind: digits)
    }
  }

  /// Returns a whole number, filled up with blanks.
  func text(of value: Int) -> String {
    (isGrouped ? Numerals.grouped(value) : String(value)) + blanks(behind: 0)
  }

  private func blanks(behind digits: Int) -> String {
    guard let widest, widest > digits else { return "" }
    return String(repeating: " ", count: widest - digits + (digits == 0 ? 1 : 0))
  }

  private static func percent(_ share: Double) -> String {
    if share > 0, share < 0.0005 { return "<0.1 %" }
    return Numerals.fixed(share * 100, digits: 1) + " %"
  }
}
