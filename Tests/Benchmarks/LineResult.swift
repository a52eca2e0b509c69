import Foundation

/// What one engine gave for one line, as it stands in a file of results.
struct LineResult: Decodable, Sendable {
  let engine: String
  /// The name of the line; nil where the object tells a fact that is no query.
  let query: String?
  let value: Int?
  let unit: String?
  let median_ms: Double?
  let text_ms: Double?
  /// How many instructions it takes, where they were counted.
  let instructions: Int?
  let sentences: Int?
  /// How many tokens the corpus has, where the object tells of the corpus.
  let tokens: Int?

  /// Returns the results in a file, one JSON object a line; none where there is no file.
  static func read(_ file: URL) throws -> [LineResult] {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(LineResult.self, from: Data($0.utf8))
    }
  }
}
