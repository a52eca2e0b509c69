/// The resolution of one document, as it goes on.
struct DocumentResolution {

  /// Someone named shortly before, whom a pronoun may mean.
  struct Recent {
    /// The person, or `nobody` for someone who is not named.
    let entity: Int
    let sentence: Int
    let token: Int
    let isSubject: Bool
    let isQuoted: Bool
  }

  /// Stands for someone who is not named, like "a social worker".
  static let nobody = -1

  let text: TokenText
  let sentences: [Sentence]
  let named: [DocumentEntity]
  private(set) var mentions: [Mention]
  private(set) var register = EntityRegister()
  private(set) var recent: [Recent] = []
  /// For each person, the place in `recent` of who was remembered last.
  private var latest: [Int: Int] = [:]
  private let quoted: [Bool]
  /// The "Jr." of mentions.
  let suffixes: NameSuffixes

  /// Who speaks in the paragraph at hand: inside its quotes, no "he" means them.
  private(set) var speakers: Set<Int> = []
  private let gazetteer = Gazetteer.world

  /// The country whose offices a text means that names none with them.
  let home: String?
  /// The day on which the document appeared.
  let day: CalendarDay?
  /// The words of the title.
  let title: [String]
  /// Who holds an office that is named without a nationality, as far as it was asked.
  var homeHolders: [String: Int?] = [:]

  init(_ document: AnnotatedDocument) {
    text = TokenText(document)
    sentences = document.sentences
    named = document.entities.map(PersonName.plain)
    home = HomeCountry.of(document.metadata)
    day = document.metadata.date
    title = HomeCountry.words(document.metadata.title)
    mentions = document.mentions.sorted {
      ($0.firstToken, $1.endToken) < ($1.firstToken, $0.endToken)
    }
    quoted = QuotedTokens.flags(text, sentences)
    let headlines = document.sentences.filter {
      document.blocks[Int($0.block)].kind == .headline
    }
    suffixes = NameSuffixes(mentions, named, text) { mention in
      headlines.contains { ($0.firstToken..<$0.endToken).contains(mention.firstToken) }
    }
  }

  /// Resolves all mentions.
  mutating func run() {
    for index in mentions.indices where isFullName(index) { register(index) }
    var sentence = 0
    for index in mentions.indices {
      while sentences[sentence].endToken <= mentions[index].firstToken { sentence += 1 }
      resolve(index, sentence: sentence)
    }
    addHandles()
    recent.removeAll(keepingCapacity: true)
    latest.removeAll(keepingCapacity: true)
    resolvePronouns()
  }

  /// Goes through the text again, now that all names are known, for pronouns.
  private mutating func resolvePronouns() {
    var next = 0
    var found: [Mention] = []
    for (number, sentence) in sentences.enumerated() {
      if number == 0 || sentences[number - 1].block != sentence.block {
        speakers = speakers(inBlockFrom: number, next)
      }
      for token in Int(sentence.firstToken)..<Int(sentence.endToken) {
        while next < mentions.count, Int(mentions[next].firstToken) <= token {
          recall(mentions[next], number)
          next += 1
        }
        if let pronoun = pronoun(token, sentence: number) { found.append(pronoun) }
        if speaksUnnamed(token, sentence, number) { rememberNobody(token, number) }
        if let unnamed = UnnamedPerson(token, text, sentence) { remember(unnamed, token, number) }
      }
    }
    mentions = (mentions + found).sorted {
      ($0.firstToken, $0.endToken) < ($1.firstToken, $1.endToken)
    }
  }

  private mutating func recall(_ mention: Mention, _ sentence: Int) {
    if isLabel(mention, sentences[sentence]) { return }
    if let entity = mention.entity {
      remember(Int(entity), mention, sentence)
    } else if mention.form == .nominal,
      SubjectRule.isSubject(mention, text, sentences[sentence])
    {
      rememberNobody(Int(mention.firstToken) + 1, sentence)
    }
  }

  /// Whether a name is the label of a turn, of which those who speak do not think.
  private func isLabel(_ mention: Mention, _ sentence: Sentence) -> Bool {
    let first = Int(mention.firstToken)
    return text.isToken(Int(mention.endToken), ":") && first < Int(sentence.firstToken) + 5
      && text.isAllCapitals(Int(mention.endToken) - 1)
  }

  /// Adds mentions of names where there are none.
  mutating func add(_ names: [Mention]) {
    guard !names.isEmpty else { return }
    let taken = Set(mentions.flatMap { $0.firstToken..<$0.endToken })
    mentions = (mentions + names.filter { !taken.contains($0.firstToken) }).sorted {
      ($0.firstToken, $1.endToken) < ($1.firstToken, $0.endToken)
    }
  }

  /// Those who speak in a paragraph: whoever is named beside a verb of speech outside of quotes.
  private func speakers(inBlockFrom first: Int, _ mention: Int) -> Set<Int> {
    let block = sentences[first].block
    let end = sentences[first...].prefix { $0.block == block }.last?.endToken ?? 0
    var speakers: Set<Int> = []
    for mention in mentions[mention...] {
      guard mention.firstToken < end else { break }
      let (start, behind) = (Int(mention.firstToken), Int(mention.endToken))
      guard let entity = mention.entity, !quoted[start] else { continue }
      let isBefore =
        start > 1 && NameWords.speech.contains(text.hash(start - 1))
        && text.tokens[start - 2].partOfSpeech == .punct
      let isBehind = behind < text.tokens.count && NameWords.speech.contains(text.hash(behind))
      if isBefore || isBehind { speakers.insert(Int(entity)) }
    }
    return speakers
  }

  /// Whether a mention names a person by more than a surname.
  private func isFullName(_ index: Int) -> Bool {
    guard mentions[index].form == .name, let entity = provisional(index) else { return false }
    return entity.type == .person && isSeveralWords(entity) && !suffixes.ambiguous.contains(index)
  }

  private func isSeveralWords(_ entity: DocumentEntity) -> Bool {
    guard let alias = entity.aliases.first else { return false }
    let words =
      entity.known == nil ? EntityName.wordsWithoutSuffix(alias) : alias.split(separator: " ")[...]
    guard words.count > 1 else { return false }
    return words.first.map { !NameWords.particles.contains(WordHash($0)) } ?? false
  }

  /// Makes the entity of a name known, if it is not.
  mutating func register(_ entity: DocumentEntity) -> Int {
    let gender =
      entity.known.flatMap(gazetteer.lookup).map { gazetteer.field(3, ofLine: $0.line) } ?? ""
    return register.entity(for: entity, gender: gender)
  }

  private func provisional(_ index: Int) -> DocumentEntity? {
    guard var entity = mentions[index].entity.map({ named[Int($0)] }) else { return nil }
    if let suffix = suffixes.telling[index] { entity.name += " " + suffix }
    return entity
  }

  @discardableResult
  private mutating func register(_ index: Int) -> Int? {
    guard let entity = provisional(index) else { return nil }
    let person = register.entity(for: entity, gender: gender(entity, mentions[index]))
    if let suffix = suffixes.written[index] { register.note(suffix: suffix, of: person) }
    return person
  }

  /// Takes in what a mention calls a person.
  mutating func absorb(_ entity: DocumentEntity, into person: Int) {
    register.absorb(entity, into: person)
  }

  private mutating func resolve(_ index: Int, sentence: Int) {
    guard let entity = provisional(index) else { return }
    switch mentions[index].form {
    case .nominal: resolveNominal(index, entity, sentence)
    case .name where isFullName(index):
      link(index, register(index), "named in full", sentence)
    case .name where suffixes.ambiguous.contains(index):
      mentions[index].entity = nil
      mentions[index].reason =
        "two people of this name are told apart by a suffix, and here is none"
    case .name where resolveSuffixed(index, entity, sentence): break
    case .name: resolveShort(index, entity, sentence)
    case .pronoun: break
    }
  }

  /// A single name: a surname of someone named in full, someone known, or itself.
  private mutating func resolveShort(_ index: Int, _ entity: DocumentEntity, _ sentence: Int) {
    let surface = entity.aliases.first ?? entity.name
    let mayBePerson = entity.type == .person || entity.known == nil
    let people = mayBePerson ? people(surnamed: surface, for: entity) : []
    guard !people.isEmpty else {
      if mayBePerson, entity.known == nil, let person = register.person(firstName: surface) {
        let reason = "first name of \(register.entities[person].name)"
        return link(index, person, reason, sentence)
      }
      let reason = entity.type == .person ? shortReason(entity) : mentions[index].reason
      return link(index, register(index), reason, sentence)
    }
    let choice = chosen(among: people, for: entity, surface)
    let name = register.entities[choice.entity].name
    let distance = distance(to: choice.entity, sentence)
    absorb(entity, into: choice.entity)
    let why = "surname of \(name)\(distance)\(choice.why)"
    link(index, choice.entity, name == surface ? "named so\(distance)" : why, sentence)
  }

  /// The people of a surname whom an office or form of address does not rule out.
  private func people(surnamed surname: String, for entity: DocumentEntity) -> [Int] {
    let people = register.withoutSons(register.people(surnamed: surname))
    let offices = entity.roles.filter { !EntityName.isHonorific($0) }
    if people.contains(where: { person in offices.contains { register.holds(person, $0) } }) {
      return people
    }
    if let known = entity.known, offices.contains(where: KnownOffices.of(known).contains) {
      return people.filter { register.entities[$0].known == known }
    }
    let address = EntityName.gender(ofRoles: entity.roles)
    return people.filter {
      address.isEmpty || register.genders[$0].isEmpty || register.genders[$0] == address
    }
  }

  private func shortReason(_ entity: DocumentEntity) -> String {
    guard let known = entity.known else { return "named only so" }
    return known == entity.aliases.first ? "a known name" : "surname of \(known), a known name"
  }

  /// Chooses among people of one surname: by office or gender, else the one named most, then last.
  private func chosen(
    among people: [Int], for entity: DocumentEntity, _ surname: String
  ) -> (entity: Int, why: String) {
    guard people.count > 1 else { return (people[0], "") }
    let address = EntityName.gender(ofRoles: entity.roles)
    let offices = entity.roles.filter { !EntityName.isHonorific($0) }
    let holders = people.filter { person in
      offices.contains { register.holds(person, $0) }
    }
    if holders.count == 1 { return (holders[0], ", the \(offices[0])") }
    let fitting = people.filter {
      address.isEmpty || register.genders[$0].isEmpty || register.genders[$0] == address
    }
    if fitting.count == 1 { return (fitting[0], ", by the form of address") }
    let ranked = (fitting.isEmpty ? people : fitting).sorted {
      (register.counts[$0], lastToken($0)) > (register.counts[$1], lastToken($1))
    }
    return (ranked[0], ", the one of this surname named most")
  }

  private func lastToken(_ entity: Int) -> Int { latest[entity].map { recent[$0].token } ?? -1 }

  private func distance(to entity: Int, _ sentence: Int) -> String {
    guard let last = latest[entity].map({ recent[$0] }) else { return "" }
    switch sentence - last.sentence {
    case 0: return ", named in the same sentence"
    case 1: return ", named in the sentence before"
    case let count: return ", named \(count) sentences before"
    }
  }

  private mutating func resolveNominal(_ index: Int, _ entity: DocumentEntity, _ sentence: Int) {
    mentions[index].entity = nil
    mentions[index].reason = "no one of this description is named"
    guard let office = entity.roles.last else { return }
    let isBare = entity.roles.count == 1 && text.isCapitalized(Int(mentions[index].endToken) - 1)
    let holder =
      isBare
      ? (tellsOfOldTimes(sentence) ? nil : homeHolder(of: office))
      : latestHolder(of: office) ?? soleHolder(of: office, entity)
    guard let holder else { return }
    let name = register.entities[holder].name
    let reason = "\(name) is \(office)\(distance(to: holder, sentence))"
    // A nationality, as in "the American", is no office.
    register.add(entity.roles.filter { !$0.hasSuffix(" national") }, to: holder)
    link(index, holder, reason, sentence, isName: false)
  }

  /// Who holds an office and was named last; of several in one sentence its subject, else the first,
  /// for the first of a list leads it.
  private func latestHolder(of office: String) -> Int? {
    let place =
      lastPlace(of: office) ?? register.holders(of: office).compactMap { latest[$0] }.max()
    guard let place else { return nil }
    let sentence = recent[place].sentence
    let start = recent[...place].lastIndex { $0.sentence != sentence }.map { $0 + 1 } ?? 0
    let together = recent[start...place].filter {
      $0.entity >= 0 && register.holds($0.entity, office)
    }
    guard let subject = together.first(where: \.isSubject) else { return together.first?.entity }
    return
      (together.first { $0.token <= subject.token && isListed($0.token..<subject.token) } ?? subject)
      .entity
  }

  /// The place of the last holder of an office among the latest few, who mostly is there.
  private func lastPlace(of office: String) -> Int? {
    recent.indices.suffix(64).last {
      recent[$0].entity >= 0 && register.holds(recent[$0].entity, office)
    }
  }

  /// Whether only names, commas and "and" stand here: who leads a list is its subject too.
  private func isListed(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { index in
      switch text.tokens[index].partOfSpeech {
      case .propn, .cconj: true
      case .punct: text.isToken(index, ",")
      default: false
      }
    }
  }

  /// The one person of the document who holds an office that a nationality or owner makes definite.
  private func soleHolder(of office: String, _ entity: DocumentEntity) -> Int? {
    guard entity.roles.count > 1 || entity.known != nil else { return nil }
    let holders = register.holders(of: office)
    return holders.count == 1 ? holders.first : nil
  }

  mutating func link(
    _ index: Int, _ entity: Int?, _ reason: String, _ sentence: Int, isName: Bool = true
  ) {
    guard let entity else { return }
    mentions[index].entity = UInt32(entity)
    mentions[index].reason = reason
    if isName { register.count(entity) }
    remember(entity, mentions[index], sentence)
  }

  /// Whether a verb of speech stands here whose subject is a common noun.
  private func speaksUnnamed(_ token: Int, _ sentence: Sentence, _ number: Int) -> Bool {
    guard text.tokens[token].partOfSpeech == .verb, token > Int(sentence.firstToken),
      text.tokens[token - 1].partOfSpeech == .noun
    else { return false }
    return NameWords.speech.contains(text.hash(token))
      && !recent.reversed().prefix { $0.sentence == number }.contains {
        $0.token >= Int(sentence.firstToken) && $0.isSubject
      }
  }

  private mutating func remember(_ unnamed: UnnamedPerson, _ token: Int, _ sentence: Int) {
    recent.append(
      Recent(
        entity: unnamed.entity, sentence: sentence, token: token, isSubject: unnamed.isSubject,
        isQuoted: quoted[token]))
  }

  private mutating func rememberNobody(_ token: Int, _ sentence: Int) {
    recent.append(
      Recent(
        entity: Self.nobody, sentence: sentence, token: token - 1, isSubject: true,
        isQuoted: quoted[token]))
  }

  private mutating func remember(_ entity: Int, _ mention: Mention, _ sentence: Int) {
    guard register.entities[entity].type == .person else { return }
    let first = Int(mention.firstToken)
    latest[entity] = recent.count
    recent.append(
      Recent(
        entity: entity, sentence: sentence, token: first,
        isSubject: SubjectRule.isSubject(mention, text, sentences[sentence]),
        isQuoted: quoted[first]))
  }

  /// Resolves a pronoun for a person, or returns nil where none stands or no one fits.
  private mutating func pronoun(_ token: Int, sentence: Int) -> Mention? {
    guard let gender = Pronouns.gender(text.hash(token)) else { return nil }
    var mention = Mention(
      firstToken: UInt32(token), endToken: UInt32(token + 1), form: .pronoun, entity: nil,
      reason: "no one named before fits")
    let choice = Antecedents(self, token, sentence, gender, isQuoted: quoted[token]).best()
    guard let choice else { return mention }
    mention.entity = UInt32(choice.entity)
    mention.reason = choice.reason
    mention.certainty = choice.certainty
    remember(choice.entity, mention, sentence)
    return mention
  }
}
