internal import ArgumentParser
internal import Quoth

/// `quoth verify IMAGE…`: checks that images are whole.
struct VerifyCommand: ParsableCommand {

  static let configuration = CommandConfiguration(
    commandName: "quoth verify",
    abstract: "Check every byte of corpus images against their checksums.")

  @Argument(help: "Images that quoth build has made.")
  var image: [String]

  func run() throws {
    var isFaulty = false
    for path in image {
      do {
        let summary = try ImageReport.verify(path)
        StandardStreams.write(Array("\(path): \(summary)\n".utf8))
      } catch {
        StandardStreams.tell("quoth: \(error.message)\n")
        isFaulty = true
      }
    }
    if isFaulty { throw Failure(.failure) }
  }
}
