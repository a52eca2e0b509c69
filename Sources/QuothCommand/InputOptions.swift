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
      Documents have \(ReadingOptions.fieldNames.joined(separator: ", ")). Can be repeated.
      """, valueName: "field=name"))
  var map: [String] = []

  func validate() throws {
    do {
      _ = try ReadingOptions(reader: reader, map: map)
    } catch {
      throw ValidationError(error.description)
    }
  }

  /// The options as the library takes them; they have been validated.
  var reading: ReadingOptions {
    (try? ReadingOptions(reader: reader, map: map)) ?? ReadingOptions()
  }
}
