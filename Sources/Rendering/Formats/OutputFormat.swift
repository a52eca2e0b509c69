internal import Diagnostics

/// A form in which a result can be written.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  /// For people: quotes, concordances and aligned columns, cut or wrapped to the width.
  case table
  /// Comma-separated values (RFC 4180), with a line feed at the end of each line.
  case csv
  /// Tab-separated values, with `\t`, `\n`, `\r` and `\\` for what would break a line.
  case tsv
  /// One array of objects.
  case json
  /// One object a line.
  case jsonl
  /// A table of GitHub-flavoured Markdown.
  case markdown
  /// A complete page.
  case html
  /// A picture, of a result that can be drawn.
  case svg
  /// A network for Gephi, of a result with two columns of names.
  case gexf
  /// The edges of such a network as comma-separated values.
  case edges

  /// The name that `--format` and `.mode` use.
  public var name: String { rawValue }

  /// The end of a file's name, without the dot, by which the format is known; nil for `table`,
  /// which is never written to a file, and for `edges`, whose files end in `.edges.csv`.
  public var fileExtension: String? {
    switch self {
    case .table, .edges: nil
    case .markdown: "md"
    default: rawValue
    }
  }

  /// A name or a file's ending that no format has.
  public struct Unknown: Error, Hashable, Sendable, CustomStringConvertible {

    /// What was asked for.
    public let name: String

    /// What could have been, in order.
    public let valid: [String]

    /// The name nearest to what was asked for.
    public let suggestion: String?

    /// One phrase, lower case, without a period.
    public var description: String {
      let problem =
        name.isEmpty ? "the file's name has no ending" : "no format is named '\(name)'"
      let hint = suggestion.map { "; did you mean '\($0)'?" } ?? ""
      return problem + hint + " (one of " + valid.joined(separator: ", ") + ")"
    }

    init(_ name: String, valid: [String]) {
      self.name = name
      self.valid = valid
      suggestion = EditDistance.nearest(to: name, among: valid, most: 1).first
    }
  }

  /// Creates the format called `name`, in any letter case; `md` and `htm` are other names.
  ///
  /// - Throws: `Unknown` where there is none.
  public init(named name: String) throws(Unknown) {
    let folded = name.lowercased()
    guard let found = Self(rawValue: folded) ?? Self.otherNames[folded] else {
      throw Unknown(name, valid: Self.allCases.map(\.name))
    }
    self = found
  }

  /// Creates the format for a file called `path`, by its ending in any letter case.
  ///
  /// - Throws: `Unknown` where the ending is none of a format, or there is no ending.
  public init(forFile path: String) throws(Unknown) {
    let file = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    if file.lowercased().hasSuffix(".edges.csv") {
      self = .edges
      return
    }
    let dot = file.lastIndex(of: ".")
    let ending = dot.map { String(file[file.index(after: $0)...]) } ?? ""
    let folded = ending.lowercased()
    let named = Self.allCases.first { $0.fileExtension == folded }
    guard let found = named ?? Self.otherNames[folded] else {
      throw Unknown(ending, valid: Self.allCases.compactMap(\.fileExtension))
    }
    self = found
  }

  private static let otherNames: [String: Self] = [
    "md": .markdown, "htm": .html, "ndjson": .jsonl,
  ]
}
