/// An input that could not be read, in words for the one who named it.
public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {

  /// What is wrong.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// There is nothing of that name. The exit status of the program is then 66.
    case missing
    /// The system does not let it be read.
    case unreadable
    /// It holds no text but pictures, programs or the like.
    case binary
    /// It holds nothing.
    case empty
    /// It is a folder without any file that could be read.
    case noTexts
  }

  /// What is wrong.
  public let kind: Kind
  /// The file or folder as the user named it.
  public let file: String
  /// What is wrong with it, in one phrase.
  public let message: String
  /// What to do about it, in one phrase.
  public let mend: String

  /// The message with the file in front of it.
  public var description: String { "\(file): \(message)" }
}

// MARK: The wording, sorted by kind

extension InputError {

  static func binary(_ file: String, _ format: String?) -> InputError {
    InputError(
      kind: .binary, file: file, message: "this is \(format ?? "a binary file"), not text",
      mend: "convert it to plain text first")
  }

  static func brokenLink(_ file: String) -> InputError {
    InputError(
      kind: .unreadable, file: file, message: "it is a link to a file that is not there",
      mend: "lead it to one, or remove it")
  }

  static func empty(_ file: String) -> InputError {
    InputError(
      kind: .empty, file: file, message: "the file is empty", mend: "leave it out or put text in it"
    )
  }

  static func image(_ file: String) -> InputError {
    InputError(
      kind: .binary, file: file, message: "this is a corpus image, and no text",
      mend: "a corpus image is opened by its path, as the one input")
  }

  static func missing(_ file: String) -> InputError {
    InputError(
      kind: .missing, file: file, message: "there is no such file or folder",
      mend: "check the spelling of the path")
  }

  static func noTexts(_ folder: String, reader: String?, skipped: Int) -> InputError {
    let extensions = reader.map(Ingestor.extensions) ?? Ingestor.extensions
    let others = skipped == 1 ? "; it holds 1 other file" : "; it holds \(skipped) other files"
    return InputError(
      kind: .noTexts, file: folder,
      message: "the folder has no texts in it" + (skipped == 0 ? "" : others),
      mend: (reader.map { "--reader \($0) reads" } ?? "texts are")
        + " files that end in \(extensions.map { "." + $0 }.joined(separator: ", ")), "
        + "and archives of such files, like .zip, .tar.gz and .gz")
  }

  static func notRead(_ file: String, _ format: String, mend: String) -> InputError {
    InputError(
      kind: .binary, file: file, message: "this is \(format), which is not read",
      mend: "\(mend), or read it as it is with --reader text")
  }

  static func unkept(_ file: String, in folder: String, _ error: SystemError) -> InputError {
    InputError(
      kind: .unreadable, file: file,
      message: "it comes but once, and cannot be kept in \(folder) for a second reading: "
        + error.message,
      mend: "set TMPDIR to a folder with room, or save it to a file and name that")
  }

  static func unreadable(_ file: String, _ error: SystemError) -> InputError {
    InputError(
      kind: .unreadable, file: file, message: "it cannot be read: \(error.message)",
      mend: error == .tooLarge ? "split it; a file may have 1 GB" : error.readingMend)
  }

  static func vanished(_ file: String) -> InputError {
    InputError(
      kind: .unreadable, file: file, message: "it was there, and is gone",
      mend: "run it again when nothing moves the files")
  }
}
