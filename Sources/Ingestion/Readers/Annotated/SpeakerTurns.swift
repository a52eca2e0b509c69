internal import Annotation

/// Who says the sentences of a treebank, as `# speaker = AdaMorel` before a sentence tells, and
/// `# addressee = …` to whom.
///
/// Sentences of one speaker that follow one another are one quote.
struct SpeakerTurns {

  private struct Turn {
    var speaker: String?
    var addressee: String?
    var tokens: Range<Int>
  }

  private var current: Turn?
  private var turns: [Turn] = []

  /// Whether nobody is told to speak.
  var isEmpty: Bool { turns.isEmpty }

  /// Takes who says the sentence that begins at a word.
  mutating func note(speaker: String, _ token: Int) {
    begin(token)
    current?.speaker = Self.name(speaker)
  }

  /// Takes whom the sentence that begins at a word is said to.
  mutating func note(addressee: String, _ token: Int) {
    begin(token)
    current?.addressee = Self.name(addressee)
  }

  private mutating func begin(_ token: Int) {
    if current == nil { current = Turn(tokens: token..<token) }
  }

  /// Ends the sentence, behind which a word follows.
  mutating func endSentence(_ token: Int) {
    guard var turn = current, turn.tokens.lowerBound < token else { return }
    current = nil
    guard turn.speaker != nil else { return }
    turn.tokens = turn.tokens.lowerBound..<token
    if let last = turns.indices.last, turns[last].tokens.upperBound == turn.tokens.lowerBound,
      turns[last].speaker == turn.speaker, turns[last].addressee == turn.addressee
    {
      turns[last].tokens = turns[last].tokens.lowerBound..<token
    } else {
      turns.append(turn)
    }
  }

  /// The turns as quotes.
  func quotes(_ layers: GivenLayers) -> [GivenQuote] {
    let ends = ParagraphEnds(layers)
    return turns.filter { $0.tokens.upperBound <= layers.tokens.count }.map { turn in
      let content = ends.pieces(of: turn.tokens).map { piece in
        ByteRange(
          layers.tokens[piece.lowerBound].range.start, layers.tokens[piece.upperBound - 1].range.end
        )
      }
      var quote = GivenQuote(content: content, field: "speaker")
      quote.speaker = turn.speaker
      if turn.speaker == Self.unknown { (quote.speaker, quote.isAnonymous) = (nil, true) }
      quote.addressee = turn.addressee == Self.unknown ? nil : turn.addressee
      (quote.kind, quote.isSpeech) = (.direct, true)
      return quote
    }
  }

  private static let unknown = "unknown"

  private static func name(_ value: String) -> String? {
    if value.lowercased() == unknown { return unknown }
    return value.isEmpty || value == "_" || value.lowercased() == "none"
      ? nil : IdentifierWords.name(value)
  }
}
