/// The names that a trained model found, by their first token.
struct FoundNames: Sendable {

  private var spans: [NameTagger.Span]
  /// The number of the span that covers a token, or -1.
  private var spanOf: [Int32]

  init(_ spans: [NameTagger.Span], tokens: Int) {
    self.spans = spans
    spanOf = [Int32](repeating: -1, count: tokens)
    for (number, span) in spans.enumerated() {
      for index in span.tokens { spanOf[index] = Int32(number) }
    }
  }

  /// The name that starts at a token.
  func name(startingAt index: Int) -> NameTagger.Span? {
    guard spanOf.indices.contains(index), spanOf[index] >= 0 else { return nil }
    let span = spans[Int(spanOf[index])]
    return span.tokens.lowerBound == index ? span : nil
  }

  /// Whether none of these tokens is in a name.
  func isFree(_ tokens: Range<Int>) -> Bool { tokens.allSatisfy { spanOf[$0] < 0 } }
}

extension NameFinder {

  /// Whether a name that the model found starts here, or a title that leads to one.
  func isFoundStart(_ index: Int, _ sentence: Range<Int>, _ found: FoundNames) -> Bool {
    foundStart(from: index, sentence, found) != nil
  }

  /// Where the name starts that stands at `index`, or behind the titles there.
  private func foundStart(
    from index: Int, _ sentence: Range<Int>, _ found: FoundNames
  ) -> Int? {
    var start = index
    while start < sentence.upperBound {
      if found.name(startingAt: start) != nil || isLeftKnown(start, sentence, found) {
        return start
      }
      guard text.isCapitalized(start), let end = titleEnd(start, sentence.upperBound) else {
        return nil
      }
      start = end
    }
    return nil
  }

  /// Whether the gazetteer knows a name here that the model passed over.
  private func isLeftKnown(
    _ index: Int, _ sentence: Range<Int>, _ found: FoundNames
  ) -> Bool {
    leftKnown(index, sentence, found) != nil
  }

  private func leftKnown(
    _ index: Int, _ sentence: Range<Int>, _ found: FoundNames
  ) -> Gazetteer.Match? {
    guard text.isCapitalized(index),
      let match = gazetteer.longest(at: index, in: text, limit: sentence.upperBound),
      found.isFree(index..<index + match.tokens), isRuledStart(index, sentence),
      standsAlone(index..<index + match.tokens, sentence, found)
    else { return nil }
    return match
  }

  /// Whether no other capitalised word stands beside, so that a name is no part of a title of
  /// something else, and no sum of money.
  private func standsAlone(
    _ tokens: Range<Int>, _ sentence: Range<Int>, _ found: FoundNames
  ) -> Bool {
    func isJoined(_ index: Int) -> Bool {
      sentence.contains(index) && found.isFree(index..<index + 1) && text.isCapitalized(index)
        && titleEnd(index, sentence.upperBound) == nil
    }
    return !isJoined(tokens.lowerBound - 1) && !isJoined(tokens.upperBound)
      && !text.isToken(tokens.upperBound, "$") && !text.isToken(tokens.upperBound, "dollars")
  }

  /// Where the run of names ends that starts at `start`: names and titles beside each other.
  func foundRunEnd(from start: Int, _ sentence: Range<Int>, _ found: FoundNames) -> Int {
    var index = start
    while let name = foundStart(from: index, sentence, found) {
      if let span = found.name(startingAt: name) {
        index = span.tokens.upperBound
      } else if let match = leftKnown(name, sentence, found) {
        index = name + match.tokens
      }
    }
    return max(index, start + 1)
  }

  /// Reads a run of names and titles.
  mutating func readFound(_ run: Range<Int>, _ sentence: Range<Int>, _ found: FoundNames) {
    var index = run.lowerBound
    while index < run.upperBound {
      if let span = found.name(startingAt: index) {
        emit(span)
        index = span.tokens.upperBound
      } else if let match = leftKnown(index, sentence, found) {
        emit(match, index)
        index += match.tokens
      } else if let title = readTitle(index, run.upperBound) {
        index = title
      } else {
        pending = PendingRole()
        index += 1
      }
    }
  }

  /// Adds a name that the model found, under the key of the gazetteer where it has one.
  private mutating func emit(_ span: NameTagger.Span) {
    var tokens = span.tokens
    if let known = knownMatch(tokens, span.type) { return emit(known, tokens.lowerBound) }
    if span.type == .person {
      while let end = titleEnd(tokens.lowerBound, tokens.upperBound), end < tokens.upperBound,
        text.isCapitalized(end), !isFirstNameHere(tokens)
      {
        _ = readTitle(tokens.lowerBound, tokens.upperBound)
        tokens = end..<tokens.upperBound
      }
      if let known = knownMatch(tokens, span.type) { return emit(known, tokens.lowerBound) }
    }
    let name = text.string(tokens.lowerBound, tokens.upperBound)
    var entity = DocumentEntity(name: name, type: span.type, aliases: [name])
    if span.type == .person { entity.roles = pending.roles }
    add(tokens, entity, reason: "a name by the words in it and around it")
    pending = PendingRole()
  }

  private func isFirstNameHere(_ tokens: Range<Int>) -> Bool {
    gazetteer.firstName(at: tokens.lowerBound, in: text, limit: tokens.upperBound) != nil
  }

  /// What the gazetteer knows by exactly these words, where it can be what the model saw.
  private func knownMatch(_ tokens: Range<Int>, _ type: EntityType) -> Gazetteer.Match? {
    guard let match = gazetteer.longest(at: tokens.lowerBound, in: text, limit: tokens.upperBound),
      match.tokens == tokens.count
    else { return nil }
    switch match.kind {
    case .person: return type == .person ? match : nil
    case .other, .firstName: return nil
    case .demonym: return type == .group ? match : nil
    default: return type == .person ? nil : match
    }
  }
}
