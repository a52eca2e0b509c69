/// Finds the names of people, organisations, places and groups, and descriptions of people by office.
///
/// A trained model of tag sequences finds and classes the names; the gazetteer tells which of them
/// are known, and rules attach titles and offices. Where the model is missing, names are runs of
/// capitalised words, cut and classed by the gazetteer, first names, titles and the words around.
/// Each mention gets an entity of its own; `EntityResolver` joins them.
public struct NameRecognizer: Annotator {

  /// A name is told by the words around it and their parts of speech.
  public static let requires: Set<Layer> = [.tokens, .sentences, .partsOfSpeech]
  /// The mentions of a document, each of an entity of its own.
  public static let provides: Set<Layer> = [.mentions]

  private let tagger: NameTagger?

  /// Creates a recognizer that uses the trained model of the program.
  public init() { self.init(NameModel.english) }

  /// Creates a recognizer of this model; without one, rules alone find the names.
  package init(_ model: NameModel?) { tagger = model.map { NameTagger($0) } }

  /// Finds the mentions of a document.
  public func annotate(_ document: inout AnnotatedDocument) {
    let text = TokenText(document)
    let spans = tagger?.spans(NameFeatures(text, document.sentences))
    var finder = NameFinder(text, spans)
    for sentence in document.sentences {
      finder.read(Int(sentence.firstToken)..<Int(sentence.endToken))
    }
    document.mentions = finder.mentions
    document.entities = finder.entities
  }
}

/// Reads sentences and gathers what is named in them.
struct NameFinder {

  let text: TokenText
  private(set) var mentions: [Mention] = []
  private(set) var entities: [DocumentEntity] = []
  let gazetteer = Gazetteer.world

  /// The titles read just before, which belong to the next name.
  var pending = PendingRole()

  /// How the document writes its words elsewhere.
  let usage: WordUsage

  /// What the trained model found; nil where there is no model.
  let found: FoundNames?

  init(_ text: TokenText, _ spans: [NameTagger.Span]? = nil) {
    self.text = text
    usage = WordUsage(text)
    found = spans.map { FoundNames($0, tokens: text.tokens.count) }
  }

  /// Reads one sentence.
  mutating func read(_ sentence: Range<Int>) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      if isNameStart(index, sentence) {
        let end = nameRunEnd(from: index, sentence)
        readRun(index..<end, sentence)
        index = readPossessive(behind: end, sentence) ?? end
      } else if let end = nominalEnd(from: index, sentence) {
        index = end
      } else {
        index += 1
      }
      pending = PendingRole()
    }
  }

  /// Adds a mention with an entity of its own.
  mutating func add(
    _ tokens: Range<Int>, _ entity: DocumentEntity, form: Mention.Form = .name, reason: String
  ) {
    mentions.append(
      Mention(
        firstToken: UInt32(tokens.lowerBound), endToken: UInt32(tokens.upperBound), form: form,
        entity: UInt32(entities.count), reason: reason))
    entities.append(entity)
  }

  /// Adds a "Jr." to the last name where it stands right behind it or its comma.
  ///
  /// Who it is that bears the name with it, its resolution says.
  mutating func extendLast(to tokens: Range<Int>) {
    guard let last = mentions.indices.last, mentions[last].form == .name else { return }
    let end = Int(mentions[last].endToken)
    guard end == tokens.lowerBound || end + 1 == tokens.lowerBound && text.isToken(end, ",") else {
      return
    }
    let name = mentions[last]
    if let number = name.entity.map(Int.init), entities[number].type == .person {
      let words =
        text.string(Int(name.firstToken), end) + " "
        + text.string(tokens.lowerBound, tokens.upperBound)
      entities[number] = DocumentEntity(
        name: words, type: .person, aliases: [words], roles: entities[number].roles)
    }
    mentions[last] = Mention(
      firstToken: name.firstToken, endToken: UInt32(tokens.upperBound), form: name.form,
      entity: name.entity, reason: name.reason)
  }

  /// Gives the last name found one more role.
  mutating func addRoleToLast(_ role: String) {
    guard let last = entities.indices.last, entities[last].type == .person else { return }
    if !entities[last].roles.contains(role) { entities[last].roles.append(role) }
  }

  /// Whether a token may begin a name: capitalised, and not only because a sentence starts.
  func isNameStart(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard let found else { return isRuledStart(index, sentence) }
    return isFoundStart(index, sentence, found)
  }

  /// Whether a token may begin a name by the rules.
  func isRuledStart(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard text.isCapitalized(index) || isNumberedPlace(index) else { return false }
    let hash = text.hash(index)
    if NameWords.functionWords.contains(hash) {
      return text.isAllCapitals(index) && isKnown(index, sentence.upperBound)
        || isKnownPhrase(index, sentence.upperBound)
    }
    guard isSentenceStart(index, sentence) else { return true }
    if usage.isSurname(hash) { return true }
    let mayBeName = text.tokens[index].partOfSpeech == .propn && !usage.isCommon(hash)
    if mayBeName, !isListed(index, hash) || isFollowedBySpeech(index, sentence) { return true }
    return isKnown(index, sentence.upperBound)
  }

  /// "10 Downing Street".
  private func isNumberedPlace(_ index: Int) -> Bool {
    text.isToken(index, "10") && text.isToken(index + 1, "Downing")
  }

  private func isKnown(_ index: Int, _ limit: Int) -> Bool {
    gazetteer.longest(at: index, in: text, limit: limit) != nil
      || gazetteer.firstName(at: index, in: text, limit: limit) != nil && index + 1 < limit
        && (text.isCapitalized(index + 1) || NameWords.particles.contains(text.hash(index + 1)))
      || NameWords.roles.contains(text.hash(index)) && index + 1 < limit
        && text.isCapitalized(index + 1)
  }

  /// "The Hague", "No 10": a known name of several words, whatever its first word is.
  private func isKnownPhrase(_ index: Int, _ limit: Int) -> Bool {
    (gazetteer.longest(at: index, in: text, limit: limit)?.tokens ?? 0) > 1
  }

  /// Whether the lexicon knows a word first of all as something other than a name.
  func isListed(_ index: Int, _ hash: WordHash) -> Bool {
    let word = text.lowercased(index)
    guard let value = Lexicon.english.value(of: word, word.indices, hash: hash) else {
      return false
    }
    return Lexicon.english.bytes[value] != 0x61 + PartOfSpeech.propn.rawValue
  }

  private func isFollowedBySpeech(_ index: Int, _ sentence: Range<Int>) -> Bool {
    index + 1 < sentence.upperBound && NameWords.speech.contains(text.hash(index + 1))
  }

  func isSentenceStart(_ index: Int, _ sentence: Range<Int>) -> Bool {
    if index == sentence.lowerBound { return true }
    let before = text.range(index - 1)
    guard let mark = Mark(at: before.lowerBound, in: text.bytes) else { return false }
    switch mark {
    case .quote, .openingDouble, .openingSingle, .apostrophe, .openingAngle, .colon, .ellipsis,
      .period, .openingParenthesis, .emDash, .enDash, .hyphen:
      return before.count <= 3
    default: return false
    }
  }

  /// Returns where the run of name words ends that starts at `start`.
  func nameRunEnd(from start: Int, _ sentence: Range<Int>) -> Int {
    if let found { return foundRunEnd(from: start, sentence, found) }
    var index = start + 1
    while index < sentence.upperBound {
      if goesOn(index, sentence) {
        index += 1
      } else if let next = connected(start, index, sentence) {
        index = next
      } else {
        break
      }
    }
    return index
  }

  private func goesOn(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard text.isCapitalized(index) else {
      return text.tokens[index].partOfSpeech == .num && text.isCapitalized(index - 1)
        && NameWords.numbered.contains(text.hash(index - 1))
    }
    return !NameWords.functionWords.contains(text.hash(index)) || text.isAllCapitals(index)
  }

  /// Where a name goes on behind a hyphen, a particle, or the "of" of an organisation.
  private func connected(_ start: Int, _ index: Int, _ sentence: Range<Int>) -> Int? {
    guard index + 1 < sentence.upperBound else { return nil }
    if text.isToken(index, "-") {
      let isTight = text.touches(index - 1) && text.touches(index)
      let isSyllable =
        isTight && (isNameTail(index - 1, index + 1) || isKnown(start, to: index + 2))
      return isTight && (text.isCapitalized(index + 1) || isSyllable) ? index + 2 : nil
    }
    if text.isToken(index, "&") { return text.isCapitalized(index + 1) ? index + 2 : nil }
    let hash = text.hash(index)
    if NameWords.particles.contains(hash) {
      if text.isCapitalized(index + 1) { return index + 2 }
      let isPair = NameWords.particles.contains(text.hash(index + 1))
      let isName = isPair && index + 2 < sentence.upperBound && text.isCapitalized(index + 2)
      if isName { return index + 3 }
      return text.isToken(index + 1, "-") && index + 2 < sentence.upperBound
        && text.isCapitalized(index + 2) ? index + 3 : nil
    }
    guard NameWords.linkers.contains(hash) else { return nil }
    return linked(start, index, sentence)
  }

  private func isKnown(_ start: Int, to end: Int) -> Bool {
    gazetteer.longest(at: start, in: text, limit: end)?.tokens == end - start
  }

  /// "Jong-un": a lower-case syllable behind a short capitalised one.
  private func isNameTail(_ index: Int, _ tail: Int) -> Bool {
    guard index > 0, text.tokens[index].range.length <= 6, text.tokens[tail].range.length <= 6,
      text.isCapitalized(index), text.isCapitalized(index - 1)
    else { return false }
    let word = text.lowercased(tail)
    return Lexicon.english.value(of: word, word.indices, hash: text.hash(tail)) == nil
  }

  /// "Ministry of Foreign Affairs", "Department of Health and Human Services".
  private func linked(_ start: Int, _ index: Int, _ sentence: Range<Int>) -> Int? {
    var next = index + 1
    if text.isToken(next, "the") { next += 1 }
    guard next < sentence.upperBound, text.isCapitalized(next),
      !NameWords.nothing.contains(text.hash(next))
    else { return nil }
    let isOffice = NameWords.departments.contains(text.hash(next)) && text.isToken(index, "of")
    if isOffice, NameWords.roles.contains(text.hash(index - 1)) { return next + 1 }
    let hasHead = (start..<index).contains { NameWords.organizations.contains(text.hash($0)) }
    guard hasHead else { return nil }
    let isAnd = text.isToken(index, "and")
    if isAnd, text.isToken(index + 1, "the") { return nil }
    if isAnd,
      !(start..<index).contains(where: { text.isToken($0, "of") || text.isToken($0, "for") })
    {
      return nil
    }
    if isAnd, gazetteer.longest(at: next, in: text, limit: sentence.upperBound) != nil {
      return nil
    }
    return next + 1
  }
}

extension NameWords {

  /// Words that take a number as part of their name.
  static let numbered = WordSet(
    "group division sector district article flight channel leo charles area")

  /// Words that are capitalised only where a sentence starts.
  static let functionWords = WordSet(
    """
    the a an this that these those he she it they we i you his her its their our my your him them us
    me and or but nor so yet if when while after before as by with from to in on at for of about into
    over under between among through during until since because although though unless whether than
    there here where what who whom whose which why how not no yes some any all both each every many
    most much more few several such other another one two three four five six seven eight nine ten
    is are was were be been being am do does did have has had will would can could may might must
    shall should let however meanwhile moreover therefore instead also then now still even only just
    too very again once ever never always often perhaps maybe indeed thus hence despite without within
    against across along around behind beyond near off onto out up down upon toward towards per via
    amid besides except like unlike asked speaking according last next earlier later today yesterday
    tomorrow twenty thirty hundreds thousands millions
    """)

  /// What a secretary or minister may be "of".
  static let departments = WordSet(
    """
    state defense defence commerce health education energy labor labour justice finance homeland
    foreign interior treasury transport agriculture culture staff police
    """)

  /// Words that may stand inside the name of an organisation.
  static let linkers = WordSet("of for and on")
}

/// Titles that stand before a name: "French" "president", "Mr".
struct PendingRole {

  /// The nationality, in lower case.
  var demonym: String?

  /// The words of the office, in lower case.
  var words: [String] = []

  /// The roles they make: "president" and "french president".
  var roles: [String] {
    guard !words.isEmpty else { return [] }
    let office = words.joined(separator: " ")
    return demonym.map { [office, "\($0) \(office)"] } ?? [office]
  }
}
