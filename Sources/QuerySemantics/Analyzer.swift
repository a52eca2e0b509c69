public import CorpusStore
internal import Diagnostics
public import QuerySyntax

/// Looks up every name of a statement in a corpus.
///
/// It never fails: it gives what it could bind, the mistakes it found, and notices of what names
/// resolved to. After a mistake it goes on, and it is silent about parts that the parser could not
/// read. What a statement defines is known to those behind it.
///
///     var analyzer = Analyzer(corpus: corpus, environment: environment)
///     for statement in script.statements { run(analyzer.analyze(statement)) }
public struct Analyzer {

  /// What statements are about.
  public let corpus: Corpus

  /// What the statements so far have defined.
  public internal(set) var environment: QueryEnvironment

  var diagnostics: [Diagnostic] = []
  var notices: [Notice] = []
  /// Whether some part could not be bound, by a mistake of this or an earlier stage.
  var isBroken = false
  /// Whether it is not known what the rows are, so that no attribute of theirs can be missed.
  var lacksRows = false
  /// The defined queries that are being written out, the innermost last.
  var frames: [FunctionFrame] = []
  /// How many defined queries the statement has been written out with.
  var calls = 0

  /// Whether it is told what names resolved to and what is like those that are unknown.
  private(set) var tellsNames = true

  /// Creates an analyzer.
  ///
  /// - Parameters:
  ///   - corpus: What statements are about.
  ///   - environment: What has been defined.
  ///   - tellsNames: Whether analyses hold notices of names, which cost more than all else: what is
  ///     like an unknown name is looked for among all that there are.
  public init(
    corpus: Corpus, environment: QueryEnvironment = QueryEnvironment(), tellsNames: Bool = true
  ) {
    self.corpus = corpus
    self.environment = environment
    self.tellsNames = tellsNames
  }

  /// Returns what a statement means, and keeps what it defines.
  public mutating func analyze(_ statement: Statement) -> Analysis {
    (diagnostics, notices) = ([], [])
    (isBroken, lacksRows, calls) = (false, false, 0)
    let bound = bind(statement)
    return Analysis(
      statement: isBroken ? nil : bound, diagnostics: diagnostics, notices: notices)
  }

  /// Returns what each statement of a script means, in order.
  public mutating func analyze(_ script: Script) -> [Analysis] {
    script.statements.map { analyze($0) }
  }

  /// Returns what a query means that stands alone, as one does that is still being typed.
  public mutating func analyze(_ query: Query) -> Analysis {
    analyze(Statement(.query(query), at: query.range))
  }

  mutating func report(_ diagnostic: Diagnostic) {
    let diagnostic = placed(diagnostic)
    if diagnostic.severity == .error { isBroken = true }
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  mutating func tell(_ notice: Notice) {
    let notice = placed(notice)
    if !notices.contains(notice) { notices.append(notice) }
  }
}

/// What the rows are at one point of a query, and the headings given to them there.
struct Scope {

  /// What a row is.
  var rowType: RowType

  /// The columns of the last `select`.
  var columns: [BoundColumn] = []

  /// The kind of row as it was written; of a phrase or a named query, none.
  var kind: RowKind?

  /// What the rows are called, as the user did where they did.
  var plural: String { kind?.rawValue ?? rowType.plural }

  /// The attributes of the row's own table; of `matches`, none.
  var table: Table? {
    if case .table(let table) = rowType { return table }
    return nil
  }

  /// Whether rows are stretches of text.
  var isText: Bool {
    switch rowType {
    case .matches: true
    case .groups: false
    case .table(let table): table.isText
    }
  }
}

extension Table {

  /// Whether rows are stretches of the text of a document.
  var isText: Bool {
    switch self {
    case .documents, .paragraphs, .sentences, .tokens, .quotes, .mentions: true
    case .entities, .topics, .outlets, .authors, .families: false
    }
  }
}
