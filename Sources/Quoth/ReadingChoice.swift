internal import Diagnostics
public import Ingestion

/// Why a user's wish about the reading of files cannot be fulfilled, in one line with a mend.
public struct ReadingChoiceError: Error, Hashable, Sendable, CustomStringConvertible {

  /// What is wrong and how it is mended.
  public let description: String
}

extension ReadingOptions {

  /// Creates options from what a user typed.
  ///
  /// - Parameters:
  ///   - reader: The name of a reader, or an ending of the files that one reads; nil for none.
  ///   - map: Fields of documents with those of the source that they are, like `text=story`; several
  ///     stand between commas.
  /// - Throws: `ReadingChoiceError` where there is no such reader or field.
  public init(reader: String?, map: [String] = []) throws(ReadingChoiceError) {
    self.init()
    if let reader { self.reader = try Self.reader(reader) }
    for pair in map.flatMap({ $0.split(separator: ",") }) {
      let sides = pair.split(separator: "=", maxSplits: 1).map(Self.trimmed)
      guard sides.count == 2, !sides.contains("") else {
        throw ReadingChoiceError(
          description:
            "--map takes pairs like text=story, not '\(pair)'; documents have the fields "
            + Self.fieldNames.joined(separator: ", "))
      }
      fields[sides[1]] = try Self.field(sides[0], of: sides[1])
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }

  private static func reader(_ name: String) throws(ReadingChoiceError) -> String {
    let folded = name.lowercased()
    if let reader = Ingestor.readerName(of: folded) { return reader }
    throw ReadingChoiceError(
      description:
        "there is no reader '\(name)'\(nearest(to: folded, among: Ingestor.readerNames)); "
        + "there are \(Ingestor.readerNames.joined(separator: ", "))")
  }

  private static func field(
    _ name: String, of source: String
  ) throws(ReadingChoiceError) -> String {
    if fieldNames.contains(name.lowercased()) { return name.lowercased() }
    let isTurned = fieldNames.contains(source)
    let hint =
      isTurned ? " (did you mean \(source)=\(name)?)" : nearest(to: name, among: fieldNames)
    throw ReadingChoiceError(
      description: "documents have no field '\(name)'\(hint); "
        + "they have \(fieldNames.joined(separator: ", "))")
  }

  private static func nearest(to word: String, among names: [String]) -> String {
    let found = EditDistance.nearest(to: word, among: names, most: 1)
    return found.first.map { " (did you mean \($0)?)" } ?? ""
  }
}
