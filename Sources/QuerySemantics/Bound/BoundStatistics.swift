public import CorpusStore

/// A figure of a set of rows.
public struct BoundAggregate: Hashable, Sendable {

  /// The figures there are.
  public enum Function: String, Hashable, Sendable, CaseIterable {
    /// How many rows there are.
    case count
    /// The rows as a share of the rows of all groups, from zero to one.
    case share
    /// The sum of the numbers.
    case sum
    /// Their arithmetic mean.
    case mean
    /// The value in the middle; the mean of the two in the middle where their number is even.
    case median
    /// The standard deviation of the sample, with n - 1.
    case deviation
    /// The least number or date.
    case min
    /// The greatest number or date.
    case max
    /// The value of the earliest row by date that has one; of the first row, where rows are undated.
    case first
    /// The value of the latest row by date that has one; of the last row, where rows are undated.
    case last
    /// The number of different values.
    case distinct
  }

  /// The figure.
  public let function: Function

  /// What it is taken of; nil for `count` and `share`.
  public let path: BoundPath?

  /// The date by which `first` and `last` order rows; nil where rows have none.
  public let date: BoundPath?

  /// The heading.
  public let name: String

  /// Creates a figure.
  public init(
    _ function: Function, of path: BoundPath? = nil, date: BoundPath? = nil, name: String
  ) {
    self.function = function
    self.path = path
    self.date = date
    self.name = name
  }

  /// The column of the result.
  public var column: GroupColumn {
    switch function {
    case .count, .distinct: GroupColumn(name: name, type: .integer)
    case .share, .mean, .median, .deviation: GroupColumn(name: name, type: .decimal)
    case .sum, .min, .max, .first, .last: GroupColumn(name: name, type: path?.type ?? .integer)
    }
  }
}

/// What the counts of groups are divided by.
public struct BoundRate: Hashable, Sendable {

  /// The denominators.
  public enum Denominator: Hashable, Sendable {
    /// The sum of the counts of all groups.
    case total
    /// What a query counts: it gives groups of which the last column is the denominator, and those
    /// before it are the columns of the counted groups with these numbers, in this order.
    case query(BoundQuery, keys: [Int])
  }

  /// What the rate is called: `share`, `per 100 quotes`.
  public let name: String

  /// By what the quotient is multiplied: 100 for `per 100 quotes`, 1 for a share.
  public let scale: Int

  /// The number of the column that is divided.
  public let numerator: Int

  /// What it is divided by.
  public let denominator: Denominator

  /// The heading of the denominator's column, which stands before the rate; a share has none.
  public let denominatorName: String?

  /// What the denominator is, for people: `all quotes of each outlet in documents of 2025`.
  public let meaning: String

  /// Creates a rate.
  public init(
    name: String, scale: Int, numerator: Int, denominator: Denominator, denominatorName: String?,
    meaning: String
  ) {
    self.name = name
    self.scale = scale
    self.numerator = numerator
    self.denominator = denominator
    self.denominatorName = denominatorName
    self.meaning = meaning
  }

  /// The columns of groups behind it.
  public func columns(after rowType: RowType) -> [GroupColumn] {
    guard case .groups(let columns) = rowType else { return [] }
    return columns
      + (denominatorName.map { [GroupColumn(name: $0, type: .integer)] } ?? [])
      + [GroupColumn(name: name, type: .decimal)]
  }
}

/// A measure of how strongly two words attract each other, or a word a set of texts.
public enum AssociationMeasure: String, Hashable, Sendable, CaseIterable {
  /// Rychlý's logDice, an effect size with a fixed maximum of 14 (Rychlý 2008).
  case logdice
  /// Pointwise mutual information, an effect size (Church and Hanks 1990).
  case mi
  /// The log-likelihood ratio G², a significance (Dunning 1993).
  case ll
  /// The t-score, a significance (Church and others 1991).
  case t
  /// The binary logarithm of the ratio of relative frequencies, an effect size (Hardie 2014).
  case logratio
}

/// Which words stand near rows.
public struct BoundCollocates: Hashable, Sendable {

  /// How many tokens on each side are looked at.
  public let window: Int

  /// The attribute of tokens by which they are told apart; folded.
  public let attribute: Attribute

  /// The measure by which they are ordered: any but `logratio`.
  public let measure: AssociationMeasure

  /// Creates a search for collocates.
  public init(window: Int, attribute: Attribute, measure: AssociationMeasure) {
    self.window = window
    self.attribute = attribute
    self.measure = measure
  }

  /// The columns of the result.
  public var columns: [GroupColumn] {
    [GroupColumn(name: attribute.name, type: .name), GroupColumn(name: "count", type: .integer)]
      + [GroupColumn(name: "total", type: .integer), GroupColumn(name: "expected", type: .decimal)]
      + ["logdice", "mi", "t", "ll"].map {
        GroupColumn(name: $0, type: .decimal, isDrawn: $0 == measure.rawValue)
      }
  }
}

/// Which words are more frequent in rows than in others.
public struct BoundKeywords: Hashable, Sendable {

  /// The attribute of tokens by which they are told apart; folded.
  public let attribute: Attribute

  /// The rows to compare with.
  public let reference: BoundQuery

  /// The measure by which they are ordered: `ll` or `logratio`.
  public let measure: AssociationMeasure

  /// Creates a search for keywords.
  public init(attribute: Attribute, reference: BoundQuery, measure: AssociationMeasure) {
    self.attribute = attribute
    self.reference = reference
    self.measure = measure
  }

  /// The columns of the result; rates are per million words.
  public var columns: [GroupColumn] {
    [GroupColumn(name: attribute.name, type: .name), GroupColumn(name: "count", type: .integer)]
      + [GroupColumn(name: "rate", type: .decimal), GroupColumn(name: "reference", type: .integer)]
      + ["reference_rate", "logratio", "ll"].map {
        GroupColumn(name: $0, type: .decimal, isDrawn: $0 == measure.rawValue)
      }
  }
}

/// Two sets of rows, and by what they are compared.
public struct BoundContrast: Hashable, Sendable {

  /// What is counted on both sides.
  public enum Basis: Hashable, Sendable {
    /// The words of the rows' texts, told apart by this attribute of tokens, folded.
    case words(Attribute)
    /// The values that the rows of each side have.
    case values(BoundPath, BoundPath)
  }

  /// The first set of rows.
  public let first: BoundQuery

  /// The second.
  public let second: BoundQuery

  /// What is counted.
  public let basis: Basis

  /// The heading of what is counted: `word`, `cue`.
  public let name: String

  /// What people read above the figures of either side, like `by Macron`; nil where the words of
  /// the query are no short name, and the sides are `first` and `second`.
  public let sides: SideNames?

  /// Creates a comparison.
  public init(
    first: BoundQuery, second: BoundQuery, basis: Basis, name: String, sides: SideNames? = nil
  ) {
    self.first = first
    self.second = second
    self.basis = basis
    self.name = name
    self.sides = sides
  }

  /// The columns of the result; shares are of all that is counted on the side.
  public var columns: [GroupColumn] {
    let type: AttributeType =
      switch basis {
      case .words: .name
      case .values(let path, _): path.type
      }
    return [
      GroupColumn(name: name, type: type),
      GroupColumn(name: "first", type: .integer, title: sides?.first),
      GroupColumn(name: "first_share", type: .decimal, title: sides.map { _ in "share" }),
      GroupColumn(name: "second", type: .integer, title: sides?.second),
      GroupColumn(name: "second_share", type: .decimal, title: sides.map { _ in "share" }),
      GroupColumn(name: "logratio", type: .decimal, isDrawn: true),
      GroupColumn(name: "ll", type: .decimal),
    ]
  }
}

/// The short names of the two sides of a comparison.
public struct SideNames: Hashable, Sendable {

  /// The name of the first side.
  public let first: String

  /// The name of the second.
  public let second: String

  /// Creates the names.
  public init(_ first: String, _ second: String) {
    self.first = first
    self.second = second
  }
}

/// A text to which rows may be alike.
public struct BoundSimilarity: Hashable, Sendable {

  /// The text as it was written.
  public let text: String

  /// Its words, folded, as the corpus's text is split; marks are left out.
  public let words: [String]

  /// Creates a text to compare with.
  public init(text: String, words: [String]) {
    self.text = text
    self.words = words
  }
}

/// The forms of a drawing.
public enum ChartKind: String, Hashable, Sendable, CaseIterable {
  case bars, line, heat, dots
}

/// What two sets of rows are made into.
public enum SetOperation: String, Hashable, Sendable, CaseIterable {
  /// The rows of the first in their order, then those of the second that are not there yet.
  case union
  /// The rows of the first that are not among those of the second.
  case except
  /// The rows of the first that are among those of the second.
  case intersect
}
