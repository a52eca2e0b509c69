public import Diagnostics
public import QueryExecution
public import QuerySemantics

/// What came of one statement.
public struct Answer: Sendable {

  /// What there is to show.
  public enum Content: Sendable {
    /// Nothing: the statement only defined something, or held what it expected.
    case nothing
    /// Rows.
    case table(ResultTable)
    /// A page of text, such as an explanation, its lines ended by `\n`.
    case page(String)
  }

  /// What the user is told first: what names resolved to.
  public var notices: [Notice] = []

  /// What there is to show.
  public var content: Content = .nothing

  /// How many rows the options of the session keep from being shown.
  public var hiddenRows = 0

  /// What the user is told last: rows left out, why nothing was found.
  public var remarks: [String] = []

  /// Why the statement failed at run time, in one phrase; nil where it did not.
  public var failure: String?
}

/// How a run of statements ended.
public enum RunOutcome: Hashable, Sendable {
  /// Every statement ran.
  case finished
  /// The text has mistakes, so nothing of it ran; or a statement failed.
  case failed
  /// The run was stopped.
  case interrupted
}

/// What a session hands over while it runs, in the order in which it is to be shown.
public enum SessionEvent: Sendable {
  /// Something about the corpus, in one line: it goes beside the answers.
  case message(String)
  /// The text has these mistakes.
  case diagnostics([Diagnostic], SourceText)
  /// A statement has this answer.
  case answer(Answer)
}
