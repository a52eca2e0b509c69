/// Noun phrases, read from the tags of neighbouring words.
///
/// There is no parse tree: a phrase is a run of determiners, adjectives, nouns and names, with the
/// prepositional phrases and descriptions that belong to it.
extension QuoteReading {

  /// Returns the plain noun phrase that ends before a token, without what hangs on it behind.
  func nounPhrase(endingAt end: Int, from limit: Int) -> Range<Int>? {
    var start = end
    guard start > limit, isOutside(end - 1) else { return nil }
    if word(end - 1).traits.contains(.subjectPronoun), !isNominal(end - 1) || tag(end - 1) == .pron
    {
      return end - 1..<end
    }
    if word(end - 1).traits.contains(.objectPronoun), tag(end - 1) == .pron { return end - 1..<end }
    guard isHead(end - 1) else { return nil }
    while start > limit, isOutside(start - 1) {
      if start < end, let name = name(endingAt: start), name.lowerBound >= limit {
        start = name.lowerBound
        continue
      }
      let traits = word(start - 1).traits
      if start < end, traits.contains(.determiner) || traits.contains(.possessive) {
        if word(start - 1).key == .that, start - 1 > limit, tag(start - 2) != .punct { break }
        start -= 1
        while start > limit, word(start - 1).traits.contains(.determiner), isOutside(start - 1),
          word(start - 1).key != .that
        {
          start -= 1
        }
        break
      }
      if start < end, tag(start) == .adj, word(start - 1).key == .and, start - 2 >= limit,
        tag(start - 2) == .adj, isOutside(start - 2)
      {
        start -= 2
        continue
      }
      guard isNominal(start - 1), !(start < end && traits.contains(.temporal)) else { break }
      start -= 1
    }
    if start < end { start = skippingParticiples(before: start, from: limit) }
    while start < end, word(start).key == .clitic || word(start).key == .hyphen { start += 1 }
    return start < end ? start..<end : nil
  }

  /// Returns the plain noun phrase that starts at a token.
  func nounPhrase(startingAt start: Int, upTo limit: Int) -> Range<Int>? {
    guard start < limit, isOutside(start) else { return nil }
    let traits = word(start).traits
    if !traits.isDisjoint(with: .pronoun),
      tag(start) == .pron || !traits.contains(.determiner) || !isOutside(start + 1)
    {
      return start..<start + 1
    }
    var end = start
    var head = -1
    while end < limit, isOutside(end) {
      if let name = name(startingAt: end), name.upperBound <= limit {
        end = name.upperBound
        head = end - 1
        continue
      }
      let isDeterminer =
        word(end).traits.contains(.determiner) || word(end).traits.contains(.possessive)
      if isDeterminer, head >= 0, word(end - 1).key != .clitic { break }
      if head >= 0, word(end).traits.contains(.temporal) { break }
      let isMistaken = end == start + 1 && head < 0 && isMistakenNoun(end, limit: limit)
      let isModifier =
        isDeterminer || isNominal(end) || isMistaken
        || head < 0 && isParticiple(end, within: start..<limit)
      guard isModifier else { break }
      if isMistaken || isHead(end) { head = end }
      end += 1
    }
    return head >= start ? start..<head + 1 : nil
  }

  /// Extends a noun phrase that ends before `end` by the prepositional phrases before it, as long as
  /// the whole still looks like one phrase: "a spokesman for the ministry".
  func phraseWithModifiers(_ phrase: Range<Int>, from limit: Int) -> Range<Int> {
    var start = startOfCoordination(phrase, from: limit)
    var steps = 0
    while start - 1 > limit, isOutside(start - 1), steps < 4,
      let end = nounEnd(beforePreposition: start - 1, from: limit),
      let before = nounPhrase(endingAt: end, from: limit),
      !word(before.lowerBound).traits.contains(.subjectPronoun) || before.count > 1
    {
      start = before.lowerBound
      steps += 1
    }
    return start..<phrase.upperBound
  }

  /// "voters in Alabama, Georgia and Virginia": where a list begins whose last part is the phrase.
  ///
  /// Before "and" may also stand the object of a clause of its own; so the list counts only at the
  /// start of a clause or behind a preposition.
  private func startOfCoordination(_ phrase: Range<Int>, from limit: Int) -> Int {
    guard phrase.lowerBound - 1 > limit, word(phrase.lowerBound - 1).key == .and,
      var start = nounPhrase(endingAt: phrase.lowerBound - 1, from: limit)?.lowerBound
    else { return phrase.lowerBound }
    while start - 1 > limit, word(start - 1).key == .comma, isOutside(start - 1),
      let before = nounPhrase(endingAt: start - 1, from: limit)
    {
      start = before.lowerBound
    }
    guard start > limit else { return start }
    let before = word(start - 1)
    let isList = before.traits.contains(.preposition) || before.traits.contains(.mark)
    return isList && isOutside(start - 1) ? start : phrase.lowerBound
  }

  /// Where the noun ends on which a preposition hangs: right before it, or before "close to".
  private func nounEnd(beforePreposition token: Int, from limit: Int) -> Int? {
    if isAttaching(token) { return token }
    guard word(token).traits.contains(.preposition) || word(token).key == .to else { return nil }
    if isHead(token - 1), tag(token - 1) == .noun || word(token - 1).traits.contains(.indefinite) {
      return token
    }
    guard tag(token - 1) == .adj || tag(token - 1) == .adv || tag(token - 1) == .verb,
      token - 1 > limit, isHead(token - 2), tag(token - 2) == .noun || isRole(token - 2)
    else { return nil }
    return token - 1
  }

  /// "a French official close to": a word for an office that is tagged as an adjective.
  private func isRole(_ token: Int) -> Bool {
    tag(token) == .adj && NameWords.roles.contains(WordHash(text.bytes, tokens[token].bytes))
  }

  /// Extends a noun phrase by the prepositional phrases and descriptions behind it.
  func phraseWithDescription(_ phrase: Range<Int>, upTo limit: Int) -> Range<Int> {
    var end = phrase.upperBound
    while end + 1 < limit, isOutside(end), isAttaching(end),
      !word(end + 1).traits.contains(.temporal),
      let next = nounPhrase(startingAt: end + 1, upTo: limit)
    {
      end = next.upperBound
    }
    if let description = apposition(at: end, upTo: limit) { end = description }
    return phrase.lowerBound..<end
  }

  /// Returns the end of a description between commas, as in "Ann Lee, the mayor, said".
  private func apposition(at comma: Int, upTo limit: Int) -> Int? {
    guard comma + 1 < limit, word(comma).key == .comma, isOutside(comma + 1) else { return nil }
    if word(comma + 1).key == .who {
      return (comma + 2..<min(limit, comma + 25)).first { word($0).key == .comma }
    }
    guard !word(comma + 1).traits.contains(.subjectPronoun) || isNominal(comma + 1),
      let description = nounPhrase(startingAt: comma + 1, upTo: limit)
    else { return nil }
    var end = description.upperBound
    while end + 1 < limit, isAttaching(end) || word(end).key == .and,
      let next = nounPhrase(startingAt: end + 1, upTo: limit)
    {
      end = next.upperBound
    }
    guard end >= limit || word(end).traits.contains(.mark) else { return nil }
    return end
  }

  /// Whether a preposition hangs a phrase on the noun before it rather than on a verb.
  private func isAttaching(_ token: Int) -> Bool {
    switch word(token).key {
    case .of, .for, .at, .in, .from, .with, .on: true
    default: false
    }
  }

  /// Whether a token can stand inside a noun phrase.
  func isNominal(_ token: Int) -> Bool {
    if name(at: token) != nil { return true }
    switch tag(token) {
    case .noun, .propn, .adj, .num: return !word(token).traits.contains(.mark)
    case .sym: return true
    case .x, .intj: return isUntaggedName(token)
    default: return word(token).key == .clitic || word(token).key == .hyphen
    }
  }

  /// Whether a token can be the head of a noun phrase.
  func isHead(_ token: Int) -> Bool {
    if name(at: token) != nil { return true }
    if !word(token).traits.isDisjoint(with: [.temporal]) { return tag(token) == .propn }
    if word(token).traits.contains(.indefinite) { return true }
    switch tag(token) {
    case .noun, .propn, .num: return true
    case .x, .intj: return isUntaggedName(token)
    case .adj where isCapitalized(token) && sentence(around: token).lowerBound < token: return true
    case .adj: return isNominal(token - 1) || word(token - 1).traits.contains(.determiner)
    default: return false
    }
  }

  private func isParticiple(_ token: Int, within bounds: Range<Int>) -> Bool {
    guard tag(token) == .verb || tag(token) == .adv, word(token).form == .none else { return false }
    return token > bounds.lowerBound && token + 1 < bounds.upperBound
      && (isNominal(token + 1) || tag(token + 1) == .verb)
  }

  /// "his hosts to": what follows a determiner and stands alone is a noun, whatever its tag.
  private func isMistakenNoun(_ token: Int, limit: Int) -> Bool {
    guard tag(token) == .verb, token + 1 < limit, word(token).traits.isEmpty else { return false }
    let before = word(token - 1).traits
    guard !before.isDisjoint(with: [.possessive]) else { return false }
    return word(token + 1).key == .to || word(token + 1).traits.contains(.mark)
      || word(token + 1).traits.contains(.preposition)
  }

  /// Whether a word that is written like a name has a tag that no name has.
  private func isUntaggedName(_ token: Int) -> Bool {
    switch tag(token) {
    case .x, .intj: word(token).traits.isEmpty && (isCapitalized(token) || tag(token - 1) == .x)
    default: false
    }
  }

  /// "the democratically elected president": the determiner stands before words that are no noun.
  private func skippingParticiples(before start: Int, from limit: Int) -> Int {
    var token = start - 1
    while token > limit, start - token <= 3, tag(token) == .verb || tag(token) == .adv {
      token -= 1
    }
    guard token >= limit, token < start - 1, isOutside(token),
      word(token).traits.contains(.determiner), tag(token) == .det
    else { return start }
    return token
  }

  private func name(endingAt end: Int) -> Range<Int>? {
    guard let name = name(at: end - 1) else { return nil }
    let range = mentions[name].tokens
    return range.upperBound == end && !range.isEmpty ? range : nil
  }

  private func name(startingAt start: Int) -> Range<Int>? {
    guard let name = name(at: start) else { return nil }
    let range = mentions[name].tokens
    return range.lowerBound == start && !range.isEmpty && range.upperBound <= tokens.count
      ? range : nil
  }
}
