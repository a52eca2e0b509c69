/// What a language tells the line editor about a statement that is being typed.
///
/// Offsets are UTF-8 byte offsets into the text. Each function is called for every key, so it
/// should answer within a few milliseconds, and it must accept any text at all.
public protocol LineLanguage {

  /// Whether Enter runs `text`, rather than beginning another line of it.
  func isComplete(_ text: String) -> Bool

  /// What can stand at `cursor`.
  func completions(in text: String, at cursor: Int) -> Completions

  /// The stretches of `text` that have a colour, in ascending order and disjoint.
  func highlights(of text: String) -> [Highlight]

  /// What the author most likely types next after `cursor`, which is the end of `text`.
  func hint(for text: String, at cursor: Int) -> String?

  /// One line of help on what stands at `cursor`.
  func footer(for text: String, at cursor: Int) -> String?
}

/// The part that a stretch of text plays, which decides its colour.
public enum Role: Sendable, Hashable, CaseIterable {
  case keyword, name, string, number, mark, comment, command, error
}

/// A stretch of text that has a colour.
public struct Highlight: Sendable, Hashable {
  /// The stretch, in UTF-8 bytes.
  public let range: Range<Int>
  /// How it is painted.
  public let role: Role

  /// Creates a stretch of a line with its role.
  public init(_ range: Range<Int>, _ role: Role) {
    self.range = range
    self.role = role
  }
}

/// One way to go on.
public struct Completion: Sendable, Hashable {
  /// What is put into the line.
  public let text: String
  /// A remark for the menu: a count, a meaning.
  public let note: String
  /// What the menu shows, where that is not `text`.
  public let display: String

  /// Creates a way to go on; the menu shows `text` where no other text is given.
  public init(_ text: String, note: String = "", display: String? = nil) {
    self.text = text
    self.note = note
    self.display = display ?? text
  }
}

/// What can stand at a place, best first, and the stretch that it replaces.
public struct Completions: Sendable, Hashable {
  /// The stretch that a chosen candidate replaces, in UTF-8 bytes.
  public let range: Range<Int>
  /// What can stand there, best first.
  public let candidates: [Completion]

  /// Creates candidates that replace a stretch.
  public init(replacing range: Range<Int>, with candidates: [Completion]) {
    self.range = range
    self.candidates = candidates
  }
}
