/// Decides whether a text goes through a pager.
struct Pager: Sendable {

  /// A shell command that shows its input; nil when everything is printed.
  let command: String?

  /// `$PAGER`, where it is empty or `cat` none, and `less` where it is not set.
  init(environment: String?) {
    let name = environment?.drop { $0 == " " } ?? "less -SRFX"
    command = name.isEmpty || name == "cat" ? nil : String(name)
  }

  /// Whether `text` is taller than a screen of `rows` rows, with one left for the prompt.
  func isNeeded(for text: String, rows: Int) -> Bool {
    guard command != nil else { return false }
    return text.utf8.lazy.filter { $0 == UInt8(ascii: "\n") }.count >= rows
  }

  /// Shows `text` through the pager; false where that did not work.
  func show(_ text: String) -> Bool {
    guard let command else { return false }
    return Programs.page(text, through: command)
  }
}
