extension Diagnostic {

  /// The number of characters that are shown of a word.
  private static let longestWord = 60

  /// What closes or follows a word.
  private static let marks: Set<Character> = ["'", "\"", "`", ";", ","]

  /// Returns a message in which no word runs on for more than 60 characters.
  ///
  /// Messages repeat what was written, and a file that is no script may be one word of megabytes.
  public static func shortened(_ message: String) -> String {
    guard message.utf8.count > longestWord else { return message }
    return message.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let beginning = word.prefix(longestWord)
      guard beginning.endIndex < word.endIndex else { return String(word) }
      return beginning + "…" + String(word.suffix(2).filter(marks.contains))
    }.joined(separator: " ")
  }
}
