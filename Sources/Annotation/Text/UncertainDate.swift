/// Finds what the lines at the head of a text say of its day, where that is not certain, or tells the
/// order of figures to other texts.
package enum UncertainDate {

  /// Whether a line names a day without its year, or in figures of either order, and says nothing else.
  package static func isAll(of line: String) -> Bool { Byline.isUncertainDay(line) }

  /// How many bytes of a text are looked at.
  private static let headLength = 2048

  /// Returns the words that name a day without its year, or in figures between slashes or dashes.
  ///
  /// - Parameter text: A normalised text.
  /// - Returns: The words; nil where no line before the running text has such a day, or one has it in words.
  package static func line(in text: [UInt8]) -> String? {
    let head = Array(text.prefix(headLength))
    var found: String?
    for segment in LayoutSegmenter.segments(of: head) {
      if segment.kind == nil, segment.mark != .heading, segment.shape.isProse { break }
      guard segment.kind == .byline,
        let byline = Byline(FoldedLine(head, segment.start, segment.end), head, segment)
      else { continue }
      if byline.date != nil {
        let words = String(decoding: head[segment.start..<segment.end], as: UTF8.self)
        return DateOrder(writtenIn: words) == nil ? nil : words
      }
      found = found ?? byline.uncertainDate
    }
    return found
  }
}
