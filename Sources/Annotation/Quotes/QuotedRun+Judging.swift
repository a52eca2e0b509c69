/// What a run of quoted words is in its sentence.
extension QuoteReading {

  /// Whether a run is a term or part of a sentence rather than a statement of its own.
  func isFragment(_ run: Int) -> Bool {
    let tokens = runTokens[run]
    guard let last = tokens.last, let first = tokens.first else { return true }
    if isMidSentence(run), !isCapitalized(first) { return true }
    switch word(last).key {
    case .stop, .ellipsis, .dash: return tokens.count < 3 && !isCapitalized(first)
    case .comma: return tokens.count < 4 && !isCapitalized(first)
    default: break
    }
    if !runs[run].hasClosing { return false }
    let startsSentence = sentence(around: first).lowerBound >= runOuterTokens[run].lowerBound
    if startsSentence, isCapitalized(first), tokens.count >= 5 { return false }
    return tokens.count < 12 || !isCapitalized(first)
  }

  /// Whether words of the same sentence lead into a run without a mark between.
  func isMidSentence(_ run: Int) -> Bool {
    let start = runOuterTokens[run].lowerBound
    guard sentence(around: start).lowerBound < start, isOutside(start - 1) else { return false }
    return !word(start - 1).traits.contains(.mark)
  }

  /// Whether a run that no cue took reads like something said, and not like a title or a term.
  func isStatement(_ run: Int) -> Bool {
    let inner = runTokens[run]
    guard inner.count >= 5, !isMidSentence(run), !isFragment(run) else { return false }
    let start = runOuterTokens[run].lowerBound
    if let first = inner.first, !isCapitalized(first), sentence(around: start).lowerBound < start {
      return false
    }
    return inner.contains { tag($0) == .verb || tag($0) == .aux }
      && inner.contains { tag($0) != .punct && !isCapitalized($0) && word($0).traits.isEmpty }
  }

  /// Whether a cue clause can belong to a run that it follows: the run does not end a sentence.
  func mayBeFollowedByCue(_ run: Int) -> Bool {
    guard let last = runTokens[run].last else { return false }
    let next = runOuterTokens[run].upperBound
    if next < tokens.count, word(next).key == .comma { return true }
    let range = tokens[last].bytes
    switch word(last).key {
    case .stop: break
    case .comma, .dash, .hyphen, .ellipsis, .closeMark: return true
    default: return !isMidSentence(run) && word(last).key != .semicolon
    }
    return range.upperBound <= text.bytes.count && text.bytes[range.upperBound - 1] != 0x2E
  }

  /// Whether a run is the first of its paragraph.
  func startsBlock(_ run: Int) -> Bool {
    let start = runOuterTokens[run].lowerBound
    return !inOneBlock(start, start - 1)
  }

  /// Whether a run is the last of its paragraph.
  func endsBlock(_ run: Int) -> Bool {
    let outer = runOuterTokens[run]
    return outer.upperBound >= tokens.count || !inOneBlock(outer.upperBound, outer.lowerBound)
  }
}
