/// Finds where a quote ends whose closing mark is lost: “We cannot wait, she argued.
struct LostClosing {
  let tokens: [Token]
  let words: [WordEntry]

  /// Ends every run without a closing mark before the cue clause that stands in it, if one does.
  func restore(in runs: inout [QuotedRun]) {
    let placing = TokenPlacing(tokens: tokens)
    for index in runs.indices where !runs[index].hasClosing && runs[index].hasOpening {
      let inside = placing.tokens(in: runs[index].content)
      guard
        let comma = inside.dropFirst(2).first(where: {
          isCueClause(at: $0 + 1, before: inside.upperBound)
        })
      else { continue }
      let end = Int(tokens[comma].range.start)
      runs[index].content = runs[index].content.lowerBound..<end
      runs[index].outer = runs[index].outer.lowerBound..<end
      runs[index].endsBeforeCue = true
    }
  }

  /// Whether a comma stands before a token, and "she argued" or "said the mayor" follows it.
  private func isCueClause(at start: Int, before end: Int) -> Bool {
    guard words[start - 1].key == .comma, start + 1 < end else { return false }
    if isReporting(start) {
      return isNominal(start + 1) && !words[start + 1].traits.contains(.objectPronoun)
        && closes(behind: start + 2, before: end)
    }
    var token = start
    while token < end, token < start + 4, isNominal(token), !isReporting(token) { token += 1 }
    return token > start && token < end && isReporting(token)
      && closes(behind: token + 1, before: end)
  }

  private func isReporting(_ token: Int) -> Bool {
    let word = words[token]
    guard word.form == .past || word.form == .third, tokens[token].partOfSpeech == .verb else {
      return false
    }
    let cue = CueLexicon.cues[Int(word.cue)]
    return cue.frames.contains(.inverted) && (cue.kind == .speech || cue.kind == .writing)
  }

  private func isNominal(_ token: Int) -> Bool {
    switch tokens[token].partOfSpeech {
    case .noun, .propn, .det, .pron, .adj: words[token].key != .that
    default: false
    }
  }

  /// Whether the cue clause ends its sentence within a few words.
  private func closes(behind start: Int, before end: Int) -> Bool {
    start >= end || words[start].key == .comma
      || (start..<min(end, start + 10)).contains { words[$0].key == .stop }
        && words[start].key != .that
  }
}
