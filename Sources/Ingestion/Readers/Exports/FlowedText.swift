/// Paragraphs whose lines flow into one another (RFC 3676): a line that ends in a blank goes on in the
/// next.
enum FlowedText {

  /// Returns a text with a line for each paragraph.
  ///
  /// - Parameters:
  ///   - text: The text as it was sent.
  ///   - deletesBlank: Whether the blank at the end of a line is none of the text (`DelSp=yes`).
  /// - Returns: The text, in which each line of something quoted keeps its sign.
  static func joined(_ text: [UInt8], deletesBlank: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var last: (isOpen: Bool, depth: Int) = (false, 0)
    var position = 0
    while position < text.count {
      let end = text[position...].firstIndex(of: 0x0A) ?? text.count
      var line = text[position..<end]
      position = end + 1
      if line.last == 0x0D { line.removeLast() }
      let depth = line.prefix { $0 == 0x3E }.count
      line = line.dropFirst(depth)
      // A blank keeps lines like “From …” from being taken for something else.
      if line.first == 0x20 { line.removeFirst() }
      let isSignature = line.elementsEqual([0x2D, 0x2D, 0x20])
      if last.isOpen, depth == last.depth, !isSignature {
        // The break before the line is none.
        result.removeLast()
      } else if depth > 0 {
        result += [UInt8](repeating: 0x3E, count: depth) + [0x20]
      }
      let isOpen = line.last == 0x20 && !isSignature
      result += isOpen && deletesBlank ? line.dropLast() : line
      result.append(0x0A)
      last = (isOpen, depth)
    }
    return result
  }
}
