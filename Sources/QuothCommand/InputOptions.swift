internal import ArgumentParser
internal import Quoth

/// How files of news are read, for every command that reads some.
struct InputOptions: ParsableArguments {

  @Option(
    help: ArgumentHelp(
      """
      Read all files as this format, whatever their names end in: \
      \(Ingestor.readerNames.joined(separator: ", ")).
      """, valueName: "name"))
  var reader: String?

  @Option(
    help: ArgumentHelp(
      """
      Take fields of the source for those of documents, like text=story,date=day. \
      Documents have \(ReadingOptions.fieldNames.joined(separator: ", ")); rows that are quotations have \
      \(ReadingOptions.quotationFieldNames.joined(separator: " and ")), too. Can be repeated.
      """, valueName: "field=name"))
  var map: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      What happens to documents that repeat another: keep them, drop them, or link them, which \
      lists where they were found as copies of the one that is kept.
      """, valueName: "keep|drop|link"))
  var duplicates = DuplicateChoice(policy: .link)

  func validate() throws {
    do {
      _ = try ReadingOptions(reader: reader, map: map)
    } catch {
      throw ValidationError(error.description)
    }
  }

  /// The options as the library takes them; they have been validated.
  var reading: ReadingOptions {
    var options = (try? ReadingOptions(reader: reader, map: map)) ?? ReadingOptions()
    options.duplicates = duplicates.policy
    return options
  }
}

/// What happens to documents that repeat another, as an argument.
struct DuplicateChoice: ExpressibleByArgument {

  let policy: DuplicatePolicy

  static var allValueStrings: [String] { DuplicatePolicy.allCases.map(\.rawValue) }

  var defaultValueDescription: String { policy.rawValue }

  init(policy: DuplicatePolicy) { self.policy = policy }

  init?(argument: String) {
    guard let policy = DuplicatePolicy(rawValue: argument.lowercased()) else { return nil }
    self.policy = policy
  }
}
