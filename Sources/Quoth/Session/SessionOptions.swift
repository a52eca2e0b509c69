/// How a session runs statements.
public struct SessionOptions: Sendable {

  /// The greatest number of rows to show of an answer; nil shows all.
  ///
  /// Files hold all in any case.
  public var rowLimit: Int?

  /// The greatest number of rows to show of an answer whose query does not say how many: one that
  /// ends in no `limit`, `top` or `sample`, and draws no chart; nil shows all.
  public var usualRowLimit: Int?

  /// The values of parameters, by name; they go before defaults.
  public var parameters: [String: String]

  /// Whether a name that is unknown or stands for several fails its statement.
  public var isStrict: Bool

  /// Whether the corrections that are kept beside a corpus apply, and new ones can be made.
  ///
  /// The program sets it unless it is told not to; a host program decides for itself, since the
  /// answers then hang on a file beside the corpus.
  public var usesCorrections: Bool

  /// Creates options.
  public init(
    rowLimit: Int? = nil, usualRowLimit: Int? = nil, parameters: [String: String] = [:],
    isStrict: Bool = false, usesCorrections: Bool = false
  ) {
    self.rowLimit = rowLimit
    self.usualRowLimit = usualRowLimit
    self.parameters = parameters
    self.isStrict = isStrict
    self.usesCorrections = usesCorrections
  }
}
