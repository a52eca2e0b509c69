/// What the shell needs of a session over a corpus.
///
/// The shell reads statements and shows text; everything that a query means is behind this.
public protocol ShellEngine: AnyObject {

  /// Colours, completes and judges statements that are being typed.
  var language: any LineLanguage { get }

  /// A line that says which corpus this is and how large, and lines on what is to be known of it.
  var corpusSummary: String { get }

  /// What the corpus holds, for `.corpus`.
  var corpusReport: String { get }

  /// What statements have defined so far, one a line, for `.definitions`.
  var definitions: String { get }

  /// A statement that answers something on this corpus, for the welcome.
  var example: String { get }

  /// Runs a statement, or several in one text, and hands over what there is to show.
  func run(_ statement: String, in surroundings: Surroundings) -> StatementOutcome

  /// Shows the latest result once more.
  func showLastResult(in surroundings: Surroundings) throws(ShellError)

  /// Shows the latest result without some of its rows.
  func leaveOut(rows: [Int], in surroundings: Surroundings) throws(ShellError)

  /// The text behind a row of the latest result; rows count from 1.
  func passage(
    _ view: PassageView, ofRow row: Int, in surroundings: Surroundings
  ) throws(ShellError) -> String

  /// What a stage makes of a statement.
  func representation(
    _ stage: Representation, of statement: String
  ) throws(ShellError) -> String

  /// The names of the formats that results can be shown in.
  var formats: [String] { get }

  /// The format of results: one of `formats`.
  var format: String { get set }

  /// How many rows of a result are shown where a statement does not say so; nil for all.
  var rowLimit: Int? { get set }

  /// Replaces the corpus by the one at the paths, or the built-in one when there are none.
  ///
  /// - Returns: What of it was read otherwise than it may have been meant, or not at all, one line each.
  @discardableResult
  func open(_ paths: [String], _ options: OpeningOptions) throws(ShellError) -> [String]

  /// What `.help TOPIC` can tell, beside the commands and keys of the shell.
  var topics: [HelpTopic] { get }

  /// The candidate that `word` is most likely meant to be.
  func nearest(to word: String, among candidates: [String]) -> String?
}

/// How and where a statement runs.
public struct Surroundings {
  /// The width that results should fit, in cells.
  public let columns: Int
  /// Whether text may hold escape sequences for colour.
  public let isColored: Bool
  /// Whether the user pressed Ctrl-C; cheap, and safe on any thread.
  public let isInterrupted: @Sendable () -> Bool
  /// Takes text that is to be shown, one answer at a time, as soon as it is there.
  public let output: (String) -> Void

  /// Creates the surroundings of a statement.
  public init(
    columns: Int, isColored: Bool, isInterrupted: @escaping @Sendable () -> Bool,
    output: @escaping (String) -> Void
  ) {
    self.columns = columns
    self.isColored = isColored
    self.isInterrupted = isInterrupted
    self.output = output
  }
}

/// How files are to be read for one opening, as it was typed; what is nil is as at the start.
public struct OpeningOptions: Sendable, Hashable {
  /// The reader of all files.
  public var reader: String?
  /// Fields of documents with those of the source, like `text=story`.
  public var map: [String] = []
  /// What happens to documents that repeat another.
  public var duplicates: String?

  /// Creates options that change nothing.
  public init() {}
}

/// How a statement ended.
public enum StatementOutcome: Sendable, Hashable {
  case finished
  /// The reason has been handed to the output.
  case failed
  /// The statement stopped because `isInterrupted` said so.
  case interrupted
}

/// What can be told about a row.
public enum PassageView: String, Sendable, CaseIterable {
  case show, context, why, cite
}

/// The stages of a statement that can be looked at.
public enum Representation: String, Sendable, CaseIterable {
  case tokens, tree, bound, plan
}

/// A page of help.
public struct HelpTopic: Sendable {
  /// The word that asks for it.
  public let name: String
  /// What it is about, in a line.
  public let summary: String
  /// The page.
  public let text: String

  /// Creates a page of help.
  public init(name: String, summary: String, text: String) {
    self.name = name
    self.summary = summary
    self.text = text
  }
}

/// A reason why a command has nothing to show, in plain words.
public struct ShellError: Error, Sendable, Hashable {
  /// The reason, as it is shown.
  public let message: String
  /// Creates an error with its reason.
  public init(_ message: String) { self.message = message }
}
