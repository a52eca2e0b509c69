extension SpeakerTurn {

  /// The turn as a quote; the label is its source where it stands in the same paragraph.
  ///
  /// - Parameters:
  ///   - speaker: Who speaks, as an index into the entities of the document.
  ///   - name: Their name.
  ///   - why: Why it is them.
  ///   - text: The text of the document.
  /// - Returns: The quote.
  func quote(
    _ speaker: UInt32?, _ name: String?, because why: String, _ text: NormalizedText
  ) -> Quote {
    let label = ByteRange(UInt32(self.label.lowerBound), UInt32(self.label.upperBound))
    let content = ByteRange(UInt32(self.content.lowerBound), UInt32(self.content.upperBound))
    var quote = Quote(
      content: [content], source: distance == 0 ? [label] : [], kind: .direct,
      confidence: distance == 0 ? 0.98 : 0.95)
    quote.speaker = speaker
    quote.reasons = [
      "turn: the paragraph is what the speaker of a transcript says",
      distance == 0
        ? "source: “\(text.string(label))”, the label of the turn"
        : "source: “\(text.string(label))”, the label \(distance) paragraphs before",
      name.map { "speaker: \($0), \(why)" } ?? "speaker: not known by name",
    ]
    return quote
  }
}

extension FoundQuote {

  /// A turn of a transcript or interview, which no cue has part in.
  static let turn = FoundQuote(rule: .turn, pieces: [], runs: [], clause: nil, kind: .direct)
}
