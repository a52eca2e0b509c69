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
      let field = try Self.field(sides[0], of: sides[1])
      if let other = fields[sides[1]], other != field {
        throw ReadingChoiceError(
          description:
            "--map takes '\(sides[1])' for \(other) and for \(field); it can be one of them")
      }
      fields[sides[1]] = field
    }
  }

  /// Returns the options with what a user typed in the place of some of them.
  ///
  /// - Parameters:
  ///   - reader: The name of a reader, or `auto` for that of each file; nil changes nothing.
  ///   - map: Fields, which go before those that are named already.
  ///   - duplicates: What happens to documents that repeat another; nil changes nothing.
  /// - Returns: The options.
  /// - Throws: `ReadingChoiceError` where something of that does not exist.
  public func changed(
    reader: String?, map: [String], duplicates: String?
  ) throws(ReadingChoiceError) -> ReadingOptions {
    let isAuto = reader?.lowercased() == Self.automatic
    let typed = try ReadingOptions(reader: isAuto ? nil : reader, map: map)
    var options = self
    if reader != nil { options.reader = typed.reader }
    // A field that is named anew is no longer taken from elsewhere.
    let named = Set(typed.fields.values)
    options.fields = fields.filter { !named.contains($0.value) }
      .merging(typed.fields) { $1 }
    if let duplicates {
      guard let policy = DuplicatePolicy(rawValue: duplicates.lowercased()) else {
        let all = DuplicatePolicy.allCases.map(\.rawValue).joined(separator: ", ")
        throw ReadingChoiceError(
          description: "--duplicates takes one of \(all), not '\(duplicates)'")
      }
      options.duplicates = policy
    }
    return options
  }

  /// What stands for the reader that the name and beginning of each file tell.
  public static let automatic = "auto"

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
    let names = fieldNames + quotationFieldNames
    if names.contains(name.lowercased()) { return name.lowercased() }
    let isTurned = names.contains(source)
    let hint = isTurned ? " (did you mean \(source)=\(name)?)" : nearest(to: name, among: names)
    throw ReadingChoiceError(
      description: "documents have no field '\(name)'\(hint); "
        + "they have \(fieldNames.joined(separator: ", ")), and rows of quotations "
        + quotationFieldNames.joined(separator: ", "))
  }

  private static func nearest(to word: String, among names: [String]) -> String {
    let found = EditDistance.nearest(to: word, among: names, most: 1)
    return found.first.map { " (did you mean \($0)?)" } ?? ""
  }
}
