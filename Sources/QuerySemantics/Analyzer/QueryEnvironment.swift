internal import CorpusStore
public import QuerySyntax

/// What a statement can name beside the corpus: queries, topics, aliases and parameters.
public struct QueryEnvironment: Sendable {

  /// A topic that the user defined by its phrases.
  public struct Topic: Hashable, Sendable {

    /// The name as it was written.
    public let name: String

    /// The phrases, any of which makes a text one of the topic.
    public let phrases: [PhrasePattern]

    /// Creates a topic.
    public init(name: String, phrases: [PhrasePattern]) {
      self.name = name
      self.phrases = phrases
    }
  }

  /// Splits a phrase into words and marks just as the corpus's text was split.
  public var tokenize: @Sendable (String) -> [String]

  /// The values given from outside, as text; they go before defaults.
  public var givenParameters: [String: String]

  /// The queries bound with `let`, by folded name.
  public internal(set) var queries: [String: BoundQuery] = [:]

  /// The topics the user defined, by folded name.
  public internal(set) var topics: [String: Topic] = [:]

  /// The parameters with a default, by name.
  public internal(set) var defaults: [String: Value] = [:]

  /// The queries with parameters, by folded name.
  public internal(set) var functions: [String: Function] = [:]

  /// The names that the user gave to entities, by folded name without its article.
  public internal(set) var aliases: [String: Alias] = [:]

  /// The names that a faulty `let` was to bind: no second mistake is made of their use.
  var brokenNames: Set<String> = []

  /// How many named queries each bound query has been written out with, itself included.
  var weights: [String: Int] = [:]

  /// The names of bound queries as they were written, in the order in which they were bound.
  public internal(set) var queryNames: [String] = []

  /// Creates an environment.
  public init(
    givenParameters: [String: String] = [:],
    tokenize: @escaping @Sendable (String) -> [String] = QueryEnvironment.splitAtBlanks
  ) {
    self.givenParameters = givenParameters
    self.tokenize = tokenize
  }

  /// Returns the parts of `text` between blanks.
  @Sendable public static func splitAtBlanks(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  /// The names of the parameters that have a value, in alphabetical order.
  public var parameterNames: [String] {
    Set(givenParameters.keys).union(defaults.keys).sorted()
  }
}
