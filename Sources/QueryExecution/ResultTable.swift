/// The answer to a query: rows of values, ready to be drawn or written.
///
/// A table holds what it needs of the corpus, so a renderer needs nothing else, and it stays the same
/// whatever becomes of the session that made it.
public struct ResultTable: Sendable {

  /// How the rows are best drawn for people.
  public enum Layout: Hashable, Sendable {
    /// As lines of a table.
    case table
    /// As quotations, each with its speaker and where it stands. The columns have the names of
    /// attributes: `text`, `speaker`, `cue`, `kind`, `document`, `date`, `outlet`.
    case quotes
    /// As a concordance: the columns are `left`, `match`, `right`, `document`.
    case concordance
    /// As one number.
    case count
    /// As a drawing: the first columns are what is counted by, the last is the figure; where there
    /// are three columns, the second tells the series apart.
    case chart(Chart)
  }

  /// The forms of a drawing.
  public enum Chart: String, Hashable, Sendable, CaseIterable {
    /// A bar for each row.
    case bars
    /// A line for each series, over time or numbers.
    case line
    /// A grid of two keys, the darker the greater.
    case heat
    /// A dot for each row, on an axis.
    case dots
  }

  /// Which rows of a result are shown, where not all are.
  public enum Extent: Hashable, Sendable {
    /// The first ones.
    case first
    /// A selection from all over: a sample, or the first of each group.
    case selection
  }

  /// One column.
  public struct Column: Hashable, Sendable {

    /// The name by which programs and later steps know it.
    public let name: String

    /// What people read above it.
    public let title: String

    /// Whether its values are numbers, which are set to the right.
    public let isNumeric: Bool

    /// Whether it is the figure that a chart draws; where none is, the last one is drawn.
    public let isDrawn: Bool

    /// Creates a column, whose title is its name unless it has another.
    public init(
      name: String, title: String? = nil, isNumeric: Bool = false, isDrawn: Bool = false
    ) {
      self.name = name
      self.title = title ?? name
      self.isNumeric = isNumeric
      self.isDrawn = isDrawn
    }
  }

  /// One value.
  public enum Cell: Hashable, Sendable {
    /// There is no value: null, or an empty cell.
    case missing
    /// A string, as it is.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number with a fraction.
    case decimal(Double)
    /// Yes or no.
    case flag(Bool)
    /// Several values, in order.
    case list([String])
  }

  /// How the rows are best drawn.
  public internal(set) var layout: Layout

  /// What the rows are, in the plural: `quotes`, `matches`, `groups`.
  public var unit: String

  /// The columns.
  public let columns: [Column]

  /// The rows, each with one cell a column.
  public let rows: ResultRows

  /// How many rows there would be without the limit that cut them; the same as `rows.count` where
  /// the result is whole.
  public var total: Int

  /// Which rows are shown, where not all are.
  public var extent = Extent.first

  /// Whether each row is a group whose rows can be asked for by its number.
  public var leadsToRows = false

  /// How many rows the user has left out by hand.
  var leftOutCount = 0

  /// What the user is told below the rows, one line each: what a rate was divided by, how words
  /// were chosen.
  public var notes: [String] = []

  /// Where each row stands in the corpus, for `.show` and its kin; empty for grouped results.
  public let origins: RowOrigins

  /// Creates a result of cells that are known.
  public init(
    layout: Layout, unit: String, columns: [Column], rows: [[Cell]], total: Int,
    origins: [RowOrigin] = []
  ) {
    self.init(
      layout: layout, unit: unit, columns: columns, rows: ResultRows(rows), total: total,
      origins: RowOrigins(origins))
  }

  /// Creates a result of rows that another result has.
  public init(
    layout: Layout, unit: String, columns: [Column], rows: ResultRows, total: Int,
    origins: RowOrigins = []
  ) {
    self.layout = layout
    self.unit = unit
    self.columns = columns
    self.rows = rows
    self.total = total
    self.origins = origins
  }

  /// Returns the result with some of its rows alone, in the order given.
  package func picking(_ places: [Int], total: Int) -> ResultTable {
    ResultTable(
      layout: layout, unit: unit, columns: columns, rows: rows.picking(places), total: total,
      origins: origins.picking(places))
  }
}
