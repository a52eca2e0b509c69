/// How a result is drawn.
public struct RenderingOptions: Sendable {

  /// What a piece of a drawing is, for whoever colours it.
  public enum Role: Sendable, CaseIterable {
    /// What was counted, and the names of columns.
    case header
    /// The number of a row, and a count that is the whole answer.
    case number
    /// Running text, and values that have no role of their own.
    case text
    /// The name of a document.
    case title
    /// Who speaks.
    case speaker
    /// The word or phrase that reports.
    case cue
    /// The words that were looked for.
    case match
    /// A day.
    case date
    /// What may be passed over: rules, punctuation, the marks of missing values.
    case dim
    /// What needs attention.
    case warning
  }

  /// Returns a piece of the drawing with its colour.
  public typealias Decorator = @Sendable (Role, String) -> String

  /// The width to draw within, in terminal cells; nil draws everything at its full width.
  public var width: Int?

  /// The number of the first row.
  public var firstNumber: Int

  /// Whether the line that says what was counted is drawn.
  public var showsHeader: Bool

  /// Whether groups have numbers too, as they have where a number leads to the rows of the group.
  public var numbersGroups = false

  /// Whether control characters are replaced in the formats that would pass them on (csv, tsv).
  ///
  /// Texts from the web can hold escape sequences, which no terminal should be given. The other
  /// formats always replace or escape them.
  public var replacesControls: Bool

  /// What colours the pieces; nil leaves them as they are.
  public var decorate: Decorator?

  /// Whether drawing shall end before its time, asked before each row; cheap, for any thread.
  public var isStopped: @Sendable () -> Bool = { false }

  /// Creates options; control characters are replaced where there is a width if not told otherwise.
  public init(
    width: Int? = nil, firstNumber: Int = 1, showsHeader: Bool = true,
    replacesControls: Bool? = nil, decorate: Decorator? = nil
  ) {
    self.width = width
    self.firstNumber = firstNumber
    self.showsHeader = showsHeader
    self.replacesControls = replacesControls ?? (width != nil)
    self.decorate = decorate
  }
}
