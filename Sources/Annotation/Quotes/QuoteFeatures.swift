/// The features by which the judge weighs a reading, each as a row of the table of weights.
struct QuoteFeatures {
  let reading: QuoteReading
  let entities: [DocumentEntity]

  /// The rows of the reading that was filled in last.
  private(set) var rows: [UInt32] = []
  /// Those of the rows that tell of the cue and of the source.
  private(set) var cueRows = 0..<0
  private(set) var sourceRows = 0..<0

  /// The logarithm of the number of rows.
  static let rowBits = 19

  init(reading: QuoteReading, entities: [DocumentEntity]) {
    self.reading = reading
    self.entities = entities
    rows.reserveCapacity(128)
  }

  /// What the features of one reading share.
  private struct Atoms {
    var rule: UInt64 = 0
    var cue: UInt64 = 0
    var state: UInt64 = 0
    var source: UInt64 = 0
    var sourceWord: UInt64 = 0
    var position: UInt64 = 0
    var link: UInt64 = 0
  }

  /// Writes the features of a reading into `rows`.
  mutating func fill(_ quote: FoundQuote) {
    rows.removeAll(keepingCapacity: true)
    var atoms = Atoms()
    atoms.rule = UInt64(ruleNumber(quote.rule)) << 8 | UInt64(quote.variant.rawValue)
    if let clause = quote.clause { read(clause, quote, into: &atoms) }
    add(0, atoms.rule)
    add(1, atoms.rule, kindNumber(quote.kind))
    let first = rows.count
    addCue(quote, atoms)
    let middle = rows.count
    addSource(quote, atoms)
    (cueRows, sourceRows) = (first..<middle, middle..<rows.count)
    addContent(quote, atoms)
    addEnds(quote, atoms)
    if !quote.runs.isEmpty { addRuns(quote, atoms) }
    addPlace(quote, atoms)
  }

  private mutating func add(_ template: Int, _ a: UInt64) {
    rows.append(FeatureHash(template).with(a).row(bits: Self.rowBits))
  }

  private mutating func add(_ template: Int, _ a: UInt64, _ b: UInt64) {
    rows.append(FeatureHash(template).with(a).with(b).row(bits: Self.rowBits))
  }

  private mutating func add(_ template: Int, _ a: UInt64, _ b: UInt64, _ c: UInt64) {
    rows.append(FeatureHash(template).with(a).with(b).with(c).row(bits: Self.rowBits))
  }

  // MARK: The cue

  private func read(_ clause: CueClause, _ quote: FoundQuote, into atoms: inout Atoms) {
    atoms.cue = stem(clause.head)
    atoms.state =
      (clause.isNegated ? 1 : 0) | (clause.isPassive ? 2 : 0) | (clause.isPlanned ? 4 : 0)
      | (clause.isHypothetical ? 8 : 0)
    atoms.link = linkNumber(clause.link)
    atoms.source = sourceClass(clause)
    let head = (clause.sourceHead ?? clause.source)?.last
    atoms.sourceWord = head.map(stem) ?? 0
    atoms.position = clause.head < quote.start ? 0 : 1
    if let last = quote.pieces.last, clause.head >= last.upperBound { atoms.position = 2 }
  }

  private mutating func addCue(_ quote: FoundQuote, _ atoms: Atoms) {
    guard let clause = quote.clause else { return add(2, atoms.rule) }
    let head = clause.head
    let word = reading.word(head)
    add(3, atoms.cue)
    add(4, atoms.cue, atoms.rule)
    add(5, atoms.cue, UInt64(ruleNumber(quote.rule)))
    add(6, atoms.cue, atoms.state)
    add(7, atoms.rule, atoms.state)
    add(8, atoms.cue, atoms.position, kindNumber(quote.kind))
    add(9, reading.hash(head))
    add(10, atoms.rule, tagNumber(head), UInt64(word.form.rawValue))
    add(11, atoms.rule, UInt64(clause.entry.kind.rawValue), clause.cue == 1 ? 1 : 0)
    let last = clause.cueTokens.last ?? head
    if last != head {
      add(12, atoms.cue, reading.hash(last))
      add(13, atoms.cue, reading.hash(last), UInt64(ruleNumber(quote.rule)))
    }
    add(14, reading.hash(head - 1), tagNumber(head))
    add(15, atoms.cue, reading.hash(head - 1))
    add(16, atoms.cue, reading.hash(head + 1))
    add(17, tagNumber(head - 1), tagNumber(head), tagNumber(head + 1))
    add(18, atoms.cue, tagNumber(head))
    if let addressee = clause.addressee { add(19, atoms.cue, stem(addressee.upperBound - 1)) }
    add(20, atoms.rule, hasQuestionOrIf(clause))
  }

  private func hasQuestionOrIf(_ clause: CueClause) -> UInt64 {
    switch reading.word(clause.start - 1).key {
    case .if, .whether: 1
    case .that: 2
    case .who, .which: 3
    case .and, .but: 4
    case .comma: 5
    case .to: 6
    default: 0
    }
  }

  // MARK: The source

  private mutating func addSource(_ quote: FoundQuote, _ atoms: Atoms) {
    guard let clause = quote.clause else { return }
    add(21, atoms.rule, atoms.source)
    add(22, atoms.cue, atoms.source)
    add(23, atoms.source, atoms.link, UInt64(ruleNumber(quote.rule)))
    add(24, atoms.rule, atoms.link)
    add(25, atoms.sourceWord)
    add(26, atoms.cue, atoms.sourceWord)
    add(27, atoms.rule, atoms.sourceWord)
    add(28, atoms.source, atoms.state, atoms.rule)
    guard let source = clause.source else { return }
    add(29, bucket(source.count), atoms.source)
    let gap =
      source.lowerBound < clause.head
      ? clause.head - source.upperBound : source.lowerBound - clause.head + 20
    add(30, bucket(gap), atoms.rule)
    add(31, tagNumber(source.lowerBound - 1), atoms.link, atoms.source)
    add(32, reading.hash(source.lowerBound - 1), atoms.link)
    add(33, reading.hash(source.lowerBound), atoms.link)
    add(34, reading.hash(source.upperBound), atoms.link, atoms.position)
  }

  private func sourceClass(_ clause: CueClause) -> UInt64 {
    guard let head = (clause.sourceHead ?? clause.source), let last = head.last else { return 0 }
    let word = reading.word(last)
    if head.count == 1 {
      switch word.key {
      case .he, .she: return 1
      case .it: return 2
      case .you: return 3
      case .who, .which, .that: return 4
      default: break
      }
      if word.traits.contains(.possessive) { return 5 }
      if !word.traits.isDisjoint(with: .pronoun) { return 6 }
    }
    if let mention = reading.knownMention(at: last), mention.form == .name,
      let entity = mention.entity, Int(entity) < entities.count
    {
      switch entities[Int(entity)].type {
      case .person: return 7
      case .organization: return 8
      case .place: return 9
      case .group: return 10
      }
    }
    if reading.tag(last) == .propn { return 11 }
    let first = reading.word(head.lowerBound)
    if first.traits.contains(.possessive) { return 12 }
    return first.traits.contains(.determiner) ? 13 : 14
  }

  // MARK: The content

  private mutating func addContent(_ quote: FoundQuote, _ atoms: Atoms) {
    guard let piece = quote.pieces.first, let last = quote.pieces.last else { return }
    let first = piece.lowerBound
    let length = quote.pieces.reduce(0) { $0 + $1.count }
    add(35, atoms.rule, bucket(length))
    add(36, atoms.rule, UInt64(min(quote.pieces.count, 4)), UInt64(min(quote.runs.count, 4)))
    add(37, atoms.cue, tagNumber(first))
    add(38, atoms.rule, tagNumber(first), tagNumber(first + 1))
    add(39, atoms.rule, reading.hash(first))
    add(40, atoms.cue, reading.hash(first))
    add(41, atoms.cue, bucket(length))
    let verbs = piece.prefix(60).count { reading.tag($0) == .verb }
    let auxiliaries = piece.prefix(60).count { reading.tag($0) == .aux }
    add(42, atoms.rule, UInt64(min(verbs, 2)), UInt64(min(auxiliaries, 2)))
    add(43, atoms.cue, UInt64(min(verbs, 1)), UInt64(min(auxiliaries, 1)))
    add(44, atoms.rule, reading.isCapitalized(first) ? 1 : 0)
    guard let clause = quote.clause else { return }
    let gap =
      first >= clause.cueTokens.upperBound
      ? first - clause.cueTokens.upperBound : clause.start - last.upperBound + 30
    add(45, atoms.rule, bucket(gap))
    add(46, atoms.cue, bucket(gap), UInt64(ruleNumber(quote.rule)))
    add(47, reading.hash(first - 1), atoms.rule)
    add(48, atoms.cue, reading.hash(first - 1))
    add(49, atoms.cue, stem(last.upperBound - 1))
  }

  private mutating func addEnds(_ quote: FoundQuote, _ atoms: Atoms) {
    guard let last = quote.pieces.last, let first = quote.pieces.first else { return }
    let end = last.upperBound
    let sentence = reading.sentence(around: end - 1)
    var next = end
    while next < sentence.upperBound, reading.word(next).key == .closeMark { next += 1 }
    let isEnd = next >= sentence.upperBound || reading.word(next).key == .stop ? 1 : 0 as UInt64
    add(50, atoms.rule, isEnd, kindNumber(quote.kind))
    add(51, atoms.rule, tagNumber(end - 1), tagNumber(end))
    add(52, atoms.rule, reading.hash(end))
    add(53, reading.hash(end), reading.hash(end + 1))
    add(54, atoms.rule, tagNumber(end), tagNumber(end + 1))
    add(55, atoms.rule, isEnd == 1 ? 99 : tagNumber(end), bucket(max(0, sentence.upperBound - end)))
    let commas = last.prefix(80).count { reading.word($0).key == .comma && reading.isOutside($0) }
    add(56, atoms.rule, UInt64(min(commas, 3)), isEnd)
    if let comma = last.prefix(80).last(where: {
      reading.word($0).key == .comma && reading.isOutside($0)
    }) {
      add(57, reading.hash(comma + 1), isEnd, atoms.rule)
      add(58, tagNumber(comma + 1), tagNumber(comma + 2), isEnd)
    }
    add(59, atoms.rule, tagNumber(first.lowerBound - 1), tagNumber(first.lowerBound))
    add(60, UInt64(atoms.position), reading.isInRun(end - 1) ? 1 : 0, atoms.rule)
    add(61, reading.hash(end - 1), atoms.rule)
  }

  // MARK: Marks and place

  private mutating func addRuns(_ quote: FoundQuote, _ atoms: Atoms) {
    guard let index = quote.runs.first else { return }
    let run = reading.runs[index]
    let outer = reading.runOuterTokens[index]
    let inner = reading.runTokens[index]
    let state = (run.hasOpening ? 1 : 0) | (run.hasClosing ? 2 : 0) | (run.parent == nil ? 4 : 0)
    add(62, atoms.rule, UInt64(state), UInt64(run.family.rawValue))
    add(63, atoms.rule, reading.isFragment(index) ? 1 : 0, reading.isMidSentence(index) ? 1 : 0)
    add(64, atoms.rule, reading.isStatement(index) ? 1 : 0, bucket(inner.count))
    add(
      65, atoms.rule, tagNumber(outer.lowerBound - 1),
      reading.isCapitalized(inner.lowerBound) ? 1 : 0)
    add(66, reading.hash(outer.lowerBound - 1), atoms.rule)
    add(67, reading.hash(outer.upperBound), atoms.rule)
    add(68, reading.hash(inner.upperBound - 1), reading.hash(outer.upperBound))
    add(69, atoms.rule, tagNumber(outer.upperBound), tagNumber(outer.upperBound + 1))
    let opens = reading.inOneBlock(outer.lowerBound, outer.lowerBound - 1) ? 0 : 1 as UInt64
    let closes = reading.inOneBlock(outer.upperBound, outer.lowerBound) ? 0 : 1 as UInt64
    add(70, atoms.rule, opens, closes)
    let hasVerb = inner.prefix(40).contains { reading.tag($0) == .verb || reading.tag($0) == .aux }
    add(71, atoms.rule, hasVerb ? 1 : 0, bucket(inner.count))
    if let last = quote.runs.last, last != index {
      let outer = reading.runOuterTokens[last]
      add(72, reading.hash(outer.lowerBound - 1), atoms.rule)
      add(73, tagNumber(outer.lowerBound), tagNumber(outer.lowerBound + 1), atoms.rule)
      let before = reading.runTokens[quote.runs[quote.runs.count - 2]].upperBound - 1
      add(
        74, reading.hash(before), reading.isCapitalized(reading.runTokens[last].lowerBound) ? 1 : 0)
    }
  }

  private mutating func addPlace(_ quote: FoundQuote, _ atoms: Atoms) {
    guard let clause = quote.clause else { return }
    let sentence = reading.sentence(around: clause.head)
    add(75, atoms.rule, bucket(clause.head - sentence.lowerBound))
    let isSame = reading.inOneSentence(clause.head, quote.start) ? 0 : 1 as UInt64
    let isBlock = reading.inOneBlock(clause.head, quote.start) ? 0 : 1 as UInt64
    add(76, atoms.rule, isSame, isBlock)
    add(77, reading.hash(sentence.lowerBound), atoms.rule)
    add(78, tagNumber(clause.start - 1), tagNumber(clause.head + 1), atoms.rule)
  }

  // MARK: Numbers

  /// The hash of a word without its ending, so that "says" and "saying" are one.
  private func stem(_ token: Int) -> UInt64 {
    guard token >= 0, token < reading.tokens.count else { return 1 }
    let range = reading.tokens[token].bytes
    return LexicalTable.hash(
      range.lowerBound..<range.upperBound - WordEnding.length(range, in: reading.text.bytes),
      in: reading.text.bytes)
  }

  private func tagNumber(_ token: Int) -> UInt64 {
    guard token >= 0, token < reading.tokens.count else { return 31 }
    return UInt64(reading.tokens[token].partOfSpeech.rawValue)
  }

  private func bucket(_ count: Int) -> UInt64 {
    switch count {
    case ..<0: 31
    case 0..<6: UInt64(count)
    case 6..<9: 6
    case 9..<13: 7
    case 13..<20: 8
    case 20..<35: 9
    case 35..<60: 10
    default: 11
    }
  }

  private func ruleNumber(_ rule: FoundQuote.Rule) -> Int { Int(rule.rawValue) }

  private func kindNumber(_ kind: Quote.Kind) -> UInt64 {
    switch kind {
    case .direct: 0
    case .indirect: 1
    case .mixed: 2
    }
  }

  private func linkNumber(_ link: CueClause.Link) -> UInt64 { UInt64(link.rawValue) }
}

/// The endings that verbs take, for a stem that is rough but quick.
enum WordEnding {

  /// Returns the number of bytes of the ending of a word: "s", "ed", "ing", or a silent "e".
  static func length(_ range: Range<Int>, in bytes: [UInt8]) -> Int {
    let count = range.count
    guard count > 3, range.upperBound <= bytes.count else { return 0 }
    let last = bytes[range.upperBound - 1] | 0x20
    let former = bytes[range.upperBound - 2] | 0x20
    switch last {
    case UInt8(ascii: "g")
    where count > 5 && former == UInt8(ascii: "n")
      && bytes[range.upperBound - 3] | 0x20 == UInt8(ascii: "i"):
      return 3
    case UInt8(ascii: "d") where count > 4 && former == UInt8(ascii: "e"): return 2
    case UInt8(ascii: "s") where former == UInt8(ascii: "e") && count > 4: return 2
    case UInt8(ascii: "s") where former != UInt8(ascii: "s"): return 1
    case UInt8(ascii: "e"): return 1
    default: return 0
    }
  }
}
