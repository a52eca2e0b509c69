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
      let text = String(decoding: StandardStreams.readAll(), as: UTF8.self)
      StandardStreams.write(Array(try format(SourceText(text, name: "standard input")).utf8))
      return
    }
    var isUnformatted = false
    for path in script {
      let source = try Script.read(path)
      let formatted = try format(source)
      guard formatted != source.text else { continue }
      if check {
        StandardStreams.tell("quoth: \(path) is not formatted; run: quoth fmt \(path)\n")
        isUnformatted = true
      } else {
        try write(formatted, to: path)
      }
    }
    if isUnformatted { throw Failure(.failure) }
  }

  private func format(_ source: SourceText) throws -> String {
    let (text, found) = ScriptFormatter.format(source)
    guard let text else {
      StandardStreams.tell(DiagnosticRenderer().render(found, in: source))
      throw Failure(.failure, "\(source.name) has mistakes and was left as it is")
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
