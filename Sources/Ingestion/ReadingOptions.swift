/// What a user wants read otherwise than the readers would by themselves.
public struct ReadingOptions: Hashable, Sendable {

  /// The name of the reader of all files; nil where their names and contents tell.
  public var reader: String?

  /// The fields of documents by the names that a source gives them, as in `["body": "text"]`.
  public var fields: [String: String] = [:]

  /// Creates options that leave all to the readers.
  public init() {}
}
