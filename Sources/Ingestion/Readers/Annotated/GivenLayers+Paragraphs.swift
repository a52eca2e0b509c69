internal import Annotation

extension GivenLayers {

  /// Puts the sentences into the paragraphs of a text: those that are given where all words stand in
  /// them, else those between empty lines, or between any lines where none is empty.
  ///
  /// Lines without words are headings. A sentence that goes on behind the end of a paragraph is two.
  mutating func fillParagraphs(of text: NormalizedText) {
    guard !tokens.isEmpty else { return }
    if !holdsAllWords { makeBlocks(of: text) }
    var (parts, block) = ([Sentence](), 0)
    for sentence in sentences {
      var start = Int(sentence.firstToken)
      let end = Int(sentence.endToken)
      while start < end {
        while blocks[block].range.end <= tokens[start].range.start { block += 1 }
        let limit = blocks[block].range.end
        let stop = tokens[start..<end].firstIndex { $0.range.start >= limit } ?? end
        parts.append(
          Sentence(firstToken: UInt32(start), endToken: UInt32(stop), block: UInt32(block)))
        start = stop
      }
    }
    sentences = parts
  }

  /// Whether the paragraphs that are given hold all the words.
  private var holdsAllWords: Bool {
    var block = 0
    for token in tokens {
      while block < blocks.count, blocks[block].range.end <= token.range.start { block += 1 }
      guard block < blocks.count, blocks[block].kind.holdsSentences,
        blocks[block].range.start <= token.range.start, token.range.end <= blocks[block].range.end
      else { return false }
    }
    return true
  }

  private mutating func makeBlocks(of text: NormalizedText) {
    func gap(_ index: Int) -> Range<Int> {
      let start = index == 0 ? 0 : Int(tokens[index - 1].range.end)
      return start..<(index < tokens.count ? Int(tokens[index].range.start) : text.bytes.count)
    }
    func lineCount(_ index: Int) -> Int { text.bytes[gap(index)].count { $0 == 0x0A } }
    let least = tokens.indices.dropFirst().contains { lineCount($0) > 1 } ? 2 : 1
    blocks = []
    var first = 0
    if let heading = Self.lines(in: gap(0), of: text, isStart: true) { blocks.append(heading) }
    for index in 1...tokens.count where index == tokens.count || lineCount(index) >= least {
      blocks.append(
        Block(.paragraph, ByteRange(tokens[first].range.start, tokens[index - 1].range.end)))
      if let heading = Self.lines(in: gap(index), of: text, isStart: false) {
        blocks.append(heading)
      }
      first = index
    }
  }

  /// What stands on lines of its own in a gap between words; nil where nothing does.
  private static func lines(in gap: Range<Int>, of text: NormalizedText, isStart: Bool) -> Block? {
    let bytes = text.bytes[gap]
    guard let line = isStart ? gap.lowerBound : bytes.firstIndex(of: 0x0A) else { return nil }
    let ends = gap.upperBound == text.bytes.count ? gap.upperBound : bytes.lastIndex(of: 0x0A)
    guard let ends, line < ends,
      let first = bytes[line..<ends].firstIndex(where: { $0 > 0x20 }),
      let last = bytes[line..<ends].lastIndex(where: { $0 > 0x20 })
    else { return nil }
    return Block(.heading, ByteRange(UInt32(first), UInt32(last + 1)))
  }
}
