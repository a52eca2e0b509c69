/// The pronouns that stand for one person.
enum Pronouns {

  private static let male = WordSet("he him his himself")
  private static let female = WordSet("she her hers herself")
  private static let objects = WordSet("him himself")

  /// The gender that a word tells if it is a pronoun for one person, else nil.
  static func gender(_ word: WordHash) -> String? {
    male.contains(word) ? "m" : female.contains(word) ? "f" : nil
  }

  /// Whether the word can only be an object.
  static func isObject(_ word: WordHash) -> Bool { objects.contains(word) }
}

/// The people whom a pronoun may mean, weighed by nearness, subjecthood and gender.
struct Antecedents {

  private let resolution: DocumentResolution
  private let token: Int
  private let sentence: Int
  private let gender: String
  private let isQuoted: Bool

  /// No one is meant who was named longer ago, in sentences; in quoted words memory is short.
  private let reach: Int

  /// Nor is anyone before so many others: a sentence may be a list of names and pronouns.
  private static let most = 256

  init(
    _ resolution: borrowing DocumentResolution, _ token: Int, _ sentence: Int, _ gender: String,
    isQuoted: Bool
  ) {
    self.resolution = copy resolution
    self.token = token
    self.sentence = sentence
    self.gender = gender
    self.isQuoted = isQuoted
    reach = isQuoted ? 2 : 4
  }

  /// Returns the one who fits best; nil where no one does, or two do equally.
  func best() -> (entity: Int, reason: String, certainty: Float)? {
    var scores: [(entity: Int, score: Int, recent: DocumentResolution.Recent)] = []
    for candidate in resolution.recent.reversed().prefix(Self.most) {
      guard sentence - candidate.sentence <= reach else { break }
      guard let score = score(candidate) else { continue }
      if let known = scores.firstIndex(where: { $0.entity == candidate.entity }) {
        if score > scores[known].score { scores[known] = (candidate.entity, score, candidate) }
      } else {
        scores.append((candidate.entity, score, candidate))
      }
    }
    guard let top = scores.map(\.score).max() else { return nil }
    let ranked = scores.filter { $0.score == top }.map { (candidate: $0, count: count($0.entity)) }
    guard let most = ranked.map(\.count).max() else { return nil }
    let leaders = ranked.filter { $0.count == most }
    guard leaders.count == 1, let best = leaders.first?.candidate else { return nil }
    let certainty = LinkCertainty.pronoun(
      sentencesBack: sentence - best.recent.sentence, isSubject: best.recent.isSubject)
    if best.entity < 0 || certainty < LinkCertainty.least { return nil }
    return (best.entity, reason(best.recent), certainty)
  }

  /// How often someone is named within reach.
  private func count(_ entity: Int) -> Int {
    resolution.recent.suffix(Self.most).reversed().prefix { sentence - $0.sentence <= reach }
      .count { $0.entity == entity }
  }

  private func score(_ candidate: DocumentResolution.Recent) -> Int? {
    let known =
      candidate.entity < 0
      ? UnnamedPerson.gender(candidate.entity) : resolution.register.genders[candidate.entity]
    guard known.isEmpty || known == gender else { return nil }
    if isQuoted, !candidate.isQuoted, resolution.speakers.contains(candidate.entity) { return nil }
    var score = -4 * (sentence - candidate.sentence)
    if candidate.isSubject { score += 3 }
    if known.isEmpty { score -= 1 }
    if candidate.isQuoted != isQuoted { score -= 5 }
    if candidate.sentence == sentence, isObjectOfSameClause(candidate) { return nil }
    return score
  }

  /// "Trump told him": the pronoun is not the subject of its own clause.
  private func isObjectOfSameClause(_ candidate: DocumentResolution.Recent) -> Bool {
    guard Pronouns.isObject(resolution.text.hash(token)), candidate.isSubject else { return false }
    return !(candidate.token..<token).contains { index in
      let tag = resolution.text.tokens[index].partOfSpeech
      return tag == .sconj || tag == .cconj || tag == .punct
    }
  }

  private func reason(_ candidate: DocumentResolution.Recent) -> String {
    let name = resolution.register.entities[candidate.entity].name
    let role = candidate.isSubject ? "subject of" : "named in"
    switch sentence - candidate.sentence {
    case 0: return "\(name), \(candidate.isSubject ? "subject" : "named") earlier in the sentence"
    case 1: return "\(name), \(role) the sentence before"
    case let count: return "\(name), \(role) a sentence \(count) before"
    }
  }
}

/// Tells whether a name is the subject of its clause, by the words beside it.
enum SubjectRule {

  /// Whether a verb follows, or a verb of speech goes before, or the name opens the sentence.
  static func isSubject(_ mention: Mention, _ text: TokenText, _ sentence: Sentence) -> Bool {
    var next = Int(mention.endToken)
    let end = Int(sentence.endToken)
    while next < end, text.tokens[next].partOfSpeech == .adv { next += 1 }
    let before = Int(mention.firstToken) - 1
    if before >= Int(sentence.firstToken), text.tokens[before].partOfSpeech == .adp { return false }
    if next < end, isVerb(next, text) { return true }
    guard before >= Int(sentence.firstToken) else {
      return next >= end || text.tokens[next].partOfSpeech != .part
    }
    return NameWords.speech.contains(text.hash(before)) && mention.form == .name
  }

  private static func isVerb(_ index: Int, _ text: TokenText) -> Bool {
    let tag = text.tokens[index].partOfSpeech
    return tag == .verb || tag == .aux
  }
}

/// Which tokens stand between quotation marks; lost marks are bounded by the paragraph.
enum QuotedTokens {

  /// Returns a flag a token.
  static func flags(_ text: TokenText, _ sentences: [Sentence]) -> [Bool] {
    var flags = [Bool](repeating: false, count: text.tokens.count)
    var (block, start) = (UInt32.max, 0)
    var open: Int?
    for sentence in sentences {
      if sentence.block != block {
        if let open { fill(&flags, open, start: start, end: Int(sentence.firstToken)) }
        (block, start, open) = (sentence.block, Int(sentence.firstToken), nil)
      }
      for index in Int(sentence.firstToken)..<Int(sentence.endToken) {
        switch Mark(at: Int(text.tokens[index].range.start), in: text.bytes) {
        case .openingDouble, .openingAngle: open = index
        case .closingDouble, .closingAngle:
          fill(&flags, open ?? start, start: start, end: index)
          open = nil
          start = index + 1
        case .quote:
          if let first = open { fill(&flags, first, start: start, end: index) }
          open = open == nil ? index : nil
        default: break
        }
      }
    }
    if let open { fill(&flags, open, start: start, end: flags.count) }
    return flags
  }

  private static func fill(_ flags: inout [Bool], _ from: Int, start: Int, end: Int) {
    for index in from..<max(from, min(end, flags.count)) { flags[index] = true }
  }
}
