/// Where the words of a document stand that a source tells by bytes.
struct GivenPlaces {

  private let document: AnnotatedDocument

  init(_ document: AnnotatedDocument) { self.document = document }

  /// Returns the tokens that lie in a range of bytes, wholly or in part.
  ///
  /// - Complexity: O(log *n*) for *n* tokens.
  func tokens(in range: ByteRange) -> Range<Int> {
    let first = firstToken { $0.range.end > range.start }
    return first..<max(first, firstToken { $0.range.start >= range.end })
  }

  private func firstToken(where isReached: (Token) -> Bool) -> Int {
    var (low, high) = (0, document.tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if isReached(document.tokens[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Returns the bytes of a run of tokens, which is not empty.
  func bytes(of tokens: Range<Int>) -> ByteRange {
    ByteRange(
      document.tokens[tokens.lowerBound].range.start,
      document.tokens[tokens.upperBound - 1].range.end)
  }

  /// Returns how the words of a given mention refer.
  func form(of item: GivenMention, _ tokens: Range<Int>) -> Mention.Form {
    guard item.form == .name else { return item.form }
    return ReferringWords.form(
      of: tokens.map { document.text.string(document.tokens[$0].range) }, item.type)
  }

  /// Returns for each token the mention that covers it, a name before any other.
  func mentionAtToken() -> [Mention?] {
    var found = [Mention?](repeating: nil, count: document.tokens.count)
    for mention in document.mentions where mention.entity != nil {
      for token in mention.tokens.clamped(to: found.indices) {
        if found[token] == nil || mention.form == .name && found[token]?.form != .name {
          found[token] = mention
        }
      }
    }
    return found
  }

  /// Returns a content without blanks around it, outer quotation marks, and the comma that the outer
  /// sentence sets inside of them; nil where nothing is left.
  ///
  /// - Parameter range: The content as the source gives it.
  /// - Returns: What is left, and whether it stands between quotation marks.
  func content(_ range: ByteRange) -> (range: ByteRange, isQuoted: Bool)? {
    let bytes = document.text.bytes
    var (start, end) = (min(Int(range.start), bytes.count), min(Int(range.end), bytes.count))
    func trim() {
      while start < end, Self.isBlank(bytes[start]) { start += 1 }
      while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
    }
    trim()
    guard start < end else { return nil }
    var isQuoted = false
    if let opening = mark(at: start), let closing = mark(endingAt: end),
      opening.end <= closing.offset, opening.family == closing.family,
      !hasMark(of: opening.family, in: opening.end..<closing.offset)
    {
      (start, end, isQuoted) = (opening.end, closing.offset, true)
    } else {
      // Sources that give the bare words leave the comma to the outer sentence.
      let outer = bytes[end...].prefix(3).firstIndex { !Self.isStop($0) } ?? end
      isQuoted = start > 0 && mark(endingAt: start) != nil && mark(at: outer) != nil
    }
    if isQuoted {
      while end > start, bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
    }
    trim()
    guard start < end else { return nil }
    return (ByteRange(UInt32(start), UInt32(end)), isQuoted)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isStop(_ byte: UInt8) -> Bool { ",.!?;".utf8.contains(byte) }

  /// Whether a range holds a double quotation mark.
  func holdsMark(_ range: ByteRange) -> Bool {
    (Int(range.start)..<Int(range.end)).contains {
      mark(at: $0).map { !$0.family.isSingle } ?? false
    }
  }

  private func hasMark(of family: QuoteMark.Family, in range: Range<Int>) -> Bool {
    range.contains { offset in
      guard let found = mark(at: offset), found.family == family else { return false }
      return found.role != .apostrophe
    }
  }

  private func mark(at offset: Int) -> QuoteMark? {
    let bytes = document.text.bytes
    guard bytes.indices.contains(offset) else { return nil }
    return QuoteMark.at(offset, in: bytes, bounds: bytes.indices)
  }

  private func mark(endingAt end: Int) -> QuoteMark? {
    for length in 1...3 {
      if let found = mark(at: end - length), found.end == end { return found }
    }
    return nil
  }
}
