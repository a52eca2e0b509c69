internal import ArgumentParser
internal import Quoth

/// `quoth fmt SCRIPT…`: lays scripts out the one way.
struct FormatCommand: ParsableCommand {

  static let configuration = CommandConfiguration(
    commandName: "quoth fmt", abstract: "Lay scripts out the one way, comments kept.")

  @Argument(help: "Scripts to format in place; without any, standard input to standard output.")
  var script: [String] = []

  @Flag(help: "Change nothing; fail if a script is not formatted.")
  var check = false

  func run() throws {
    guard !script.isEmpty else {
      guard let text = format(try StandardStreams.script()) else { throw Failure(.failure) }
      StandardStreams.write(Array(text.utf8))
      return
    }
    var isFaulty = false
    for path in script where try !layOut(Script.read(path), at: path) { isFaulty = true }
    if isFaulty { throw Failure(.failure) }
  }

  /// Lays out a script in its place; false where it has mistakes, or must not be changed.
  private func layOut(_ source: SourceText, at path: String) throws -> Bool {
    guard let formatted = format(source) else { return false }
    if formatted == source.text { return true }
    if check {
      StandardStreams.tell("quoth: \(path) is not formatted; run: quoth fmt \(path)\n")
      return false
    }
    try write(formatted, to: path)
    return true
  }

  /// Returns the script laid out; nil, and its mistakes are told, where it has some.
  private func format(_ source: SourceText) -> String? {
    let (text, found) = ScriptFormatter.format(source)
    if text == nil {
      StandardStreams.tell(DiagnosticRenderer().render(found, in: source))
      StandardStreams.tell("quoth: \(source.name) has mistakes and was left as it is\n")
    }
    return text
  }

  private func write(_ text: String, to path: String) throws {
    do {
      try TextFile.write(Array(text.utf8), to: path)
    } catch {
      throw Failure(.failure, "\(path): \(error.message)")
    }
  }
}
