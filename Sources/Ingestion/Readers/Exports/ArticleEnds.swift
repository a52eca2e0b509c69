/// Whether the articles of an export have their ends: the number behind the last field, or a mark.
///
/// An export that is cut off looks whole but for its last article.
struct ArticleEnds {

  private var isEverEnded = false
  /// The line at which the latest article begins, where it has no end.
  private var openLine: Int?

  /// Takes in that an article was read.
  ///
  /// - Parameters:
  ///   - line: The line at which it begins.
  ///   - isEnded: Whether it has its end.
  mutating func add(line: Int, isEnded: Bool) {
    isEverEnded = isEverEnded || isEnded
    openLine = isEnded ? nil : line
  }

  /// Tells of a last article without the end that others have.
  func tell(_ file: SourceFile, in reading: inout Reading) {
    guard isEverEnded, let openLine else { return }
    reading.warnings.append(.cutOff("the last article has no end", file.origin, line: openLine))
  }
}

extension ExportedDocument {

  /// Puts the document into a reading, as `finish` does, and notes whether it has its end.
  func finish(
    _ file: SourceFile, isEnded: Bool, _ ends: inout ArticleEnds, into reading: inout Reading
  ) {
    if hasText { ends.add(line: line, isEnded: isEnded) }
    finish(file, into: &reading)
  }
}
