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
    for _ in 0..<NameWords.mostTitles {
      guard start < sentence.upperBound else { return nil }
      if found.name(startingAt: start) != nil { return start }
      if leftName(start, sentence, found, isTitled: start > index) != nil { return start }
      guard text.isCapitalized(start), let end = titleEnd(start, sentence.upperBound) else {
        return nil
      }
      start = end
    }
    return nil
  }

  /// Where the run of names ends that starts at `start`: names and titles beside each other.
  func foundRunEnd(from start: Int, _ sentence: Range<Int>, _ found: FoundNames) -> Int {
    var index = start
    while let name = foundStart(from: index, sentence, found) {
      if let span = found.name(startingAt: name) {
        index = span.tokens.upperBound
      } else if let left = leftName(name, sentence, found, isTitled: name > index) {
        index = name + left.tokens
      }
    }
    return max(index, start + 1)
  }

  /// Reads a run of names and titles.
  mutating func readFound(_ run: Range<Int>, _ sentence: Range<Int>, _ found: FoundNames) {
    var index = run.lowerBound
    while index < run.upperBound {
      let isTitled = !pending.words.isEmpty
      if let span = found.name(startingAt: index) {
        emit(span, sentence)
        index = span.tokens.upperBound
      } else if let left = leftName(index, sentence, found, isTitled: isTitled) {
        emit(left, index)
        index += left.tokens
      } else if let title = readTitle(index, run.upperBound) {
        index = title
      } else {
        pending = PendingRole()
        index += 1
      }
    }
  }

  private mutating func emit(_ left: LeftName, _ index: Int) {
    switch left {
    case .known(let match): emit(match, index)
    case .told(let type, let tokens): emitUnknown(index..<index + tokens, type)
    }
  }

  /// Adds a name that the model found, under the key of the gazetteer where it has one.
  private mutating func emit(_ span: NameTagger.Span, _ sentence: Range<Int>) {
    var tokens = span.tokens
    if let known = knownMatch(tokens, span.type) { return emit(known, tokens.lowerBound) }
    if span.type == .person {
      if isSuffix(tokens) { return extendLast(to: tokens) }
      while tokens.count > 1, NameWords.greetings.contains(text.hash(tokens.lowerBound)) {
        tokens.removeFirst()
      }
      if tokens.count == 1, NameWords.greetings.contains(text.hash(tokens.lowerBound)) { return }
      while let end = titleEnd(tokens.lowerBound, tokens.upperBound), end < tokens.upperBound,
        text.isCapitalized(end), !isFirstNameHere(tokens)
      {
        _ = readTitle(tokens.lowerBound, tokens.upperBound)
        tokens = end..<tokens.upperBound
      }
      let rest = tokens.dropFirst()
      if isSentenceStart(tokens.lowerBound, sentence), !isFirstNameHere(tokens), !rest.isEmpty,
        knownMatch(rest, .person) != nil
      {
        tokens = rest
      }
      if let known = knownMatch(tokens, span.type) { return emit(known, tokens.lowerBound) }
    }
    emitUnknown(tokens, isNobiliary(tokens) ? .person : span.type)
  }

  /// "Ada von der Aue": a first name, a particle and more, which no place is called.
  private func isNobiliary(_ tokens: Range<Int>) -> Bool {
    tokens.count > 2 && isFirstNameHere(tokens)
      && NameWords.particles.contains(text.hash(tokens.lowerBound + 1))
      && !text.isCapitalized(tokens.lowerBound + 1)
  }

  /// "Jr." that stands apart from its name.
  private func isSuffix(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { PersonName.isSuffix(text.string($0, $0 + 1)) }
  }

  private mutating func emitUnknown(_ tokens: Range<Int>, _ type: EntityType) {
    let name = text.string(tokens.lowerBound, tokens.upperBound)
    var entity = DocumentEntity(name: name, type: type, aliases: [name])
    if type == .person { entity.roles = pending.roles }
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
    case .person: return type == .person || tokens.count > 1 ? match : nil
    case .other, .firstName: return nil
    case .demonym: return type == .group ? match : nil
    case .seat, .organization: return match
    case .country, .capital, .place: return type == .person ? nil : match
    }
  }
}

extension NameWords {

  /// No name has more titles than this before it, so that a text of titles alone is not gone through
  /// to its end from each of them.
  static let mostTitles = 16

  /// Words that open an address, and no name: "Thanks Ann", and the "Q" of a reporter.
  static let greetings = WordSet(
    "q thanks thank hi hey hello yeah yes oh okay ok dear sorry briefly")
}
