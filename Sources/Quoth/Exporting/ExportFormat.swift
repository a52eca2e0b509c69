/// A form in which a corpus is written for other programs.
public enum ExportFormat: String, CaseIterable, Sendable {

  /// A JSON object a line.
  case jsonl
  /// Comma-separated values, a row a line (RFC 4180).
  case csv
  /// Sentences and tokens in the columns of Universal Dependencies.
  case conllu
  /// Verticalized text of the Corpus Workbench.
  case vrt
  /// The XML of the Text Encoding Initiative.
  case tei
  /// Annotations of the World Wide Web Consortium, as JSON-LD.
  case webannotation

  /// What says, in one line, what the form is good for.
  public var summary: String {
    switch self {
    case .jsonl:
      "a JSON object a line; of documents with all that was found, which reads back whole"
    case .csv: "a line of values a row, for spreadsheets and R"
    case .conllu: "sentences and tokens in the columns of Universal Dependencies, with quotes"
    case .vrt: "a token a line with names and quotes as elements, for CWB and CQPweb"
    case .tei: "XML of the Text Encoding Initiative, with <said who> and <name ref>"
    case .webannotation: "W3C Web Annotation (JSON-LD) of quotes and names, with the texts"
    }
  }

  /// Whether it has rows of any sort, as against documents alone.
  public var hasRows: Bool { self == .jsonl || self == .csv }

  /// The end of a file's name that tells the form, without the dot.
  public var fileExtension: String {
    switch self {
    case .tei: "xml"
    case .webannotation: "jsonld"
    default: rawValue
    }
  }

  /// Returns the form that the end of a file's name tells, in lower case and without the dot.
  public init?(fileExtension: String) {
    let name = fileExtension == "json" || fileExtension == "ndjson" ? "jsonl" : fileExtension
    let format = Self.allCases.first { $0.fileExtension == name || $0.rawValue == name }
    guard let format else { return nil }
    self = format
  }
}

/// What of a corpus is written.
public enum ExportContent: String, CaseIterable, Sendable {
  /// The documents, with their texts.
  case documents
  /// The quotes, a row each.
  case quotes
  /// The places where something is named, a row each.
  case mentions
  /// The words and marks, a row each.
  case tokens
}
