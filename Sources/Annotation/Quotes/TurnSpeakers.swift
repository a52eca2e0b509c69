/// Finds who the labels of a transcript mean.
///
/// A name is looked for in the title, then among the people of the document; an office, like “THE
/// PRESIDENT”, in the title, then among the people who hold it.
struct TurnSpeakers {
  private(set) var entities: [DocumentEntity]
  /// The people by the last word of their name in capitals, and by the last two, for each their
  /// number; once asked for.
  private var byLastWords: [String: [Int]]?
  /// Who answers under “A”, where that is known.
  var interviewee: Interviewee?
  private let title: TitledNames
  private let home: String?
  private let day: CalendarDay?
  private var known: [ArraySlice<UInt8>: UInt32?] = [:]

  init(_ document: AnnotatedDocument) {
    entities = document.entities
    title = TitledNames(document.metadata.title)
    home = HomeCountry.of(document.metadata)
    day = document.metadata.date
  }

  /// Returns the entity that a label means; nil for “Q” and for an office of many.
  mutating func speaker(of label: ArraySlice<UInt8>) -> UInt32? {
    if let interviewee, Self.isAnswer(label) { return interviewee.entity }
    if let found = known[label] { return found }
    let found = find(SpeakerTitle(label))
    known[label] = .some(found)
    return found
  }

  /// Returns why a label means whom it means, in words.
  func reason(of label: ArraySlice<UInt8>) -> String {
    Self.isAnswer(label) ? interviewee?.why ?? "by the label" : "by the label"
  }

  private static func isAnswer(_ label: ArraySlice<UInt8>) -> Bool {
    label.elementsEqual([UInt8(ascii: "A")])
  }

  /// Returns the number of a person, who is added where the document does not have them.
  mutating func number(of person: DocumentEntity) -> UInt32 {
    let words = person.name.split(separator: " ").map { $0.uppercased() }
    if person.known == nil, let found = entity(endingWith: words, "") { return found }
    return add(person.name, "", known: person.known)
  }

  private mutating func find(_ label: SpeakerTitle) -> UInt32? {
    guard !label.name.isEmpty else {
      return label.office.isEmpty ? nil : holder(of: label.office)
    }
    guard label.name.count <= 4, !Self.isAnyone(label.name) else { return nil }
    // Two letters are initials or the sign of a state, and name no one by themselves.
    if label.office.isEmpty, label.name.count == 1, label.name[0].utf8.count < 3 { return nil }
    return person(named: label.name, office: label.office)
  }

  /// Whether a label names no one: “AUDIENCE MEMBER”, “SENIOR OFFICIAL”.
  private static func isAnyone(_ words: [String]) -> Bool { words.contains(where: anyone.contains) }

  /// Whether a label stands for someone without a name.
  static func isAnyone(_ label: ArraySlice<UInt8>) -> Bool { isAnyone(SpeakerTitle.words(label)) }

  private static let anyone: Set<String> = [
    "Q", "A", "AUDIENCE", "MEMBER", "MEMBERS", "OFFICIAL", "OFFICIALS", "MODERATOR", "AIDE",
    "STAFF",
    "REPORTER", "REPORTERS", "PARTICIPANT", "PARTICIPANTS", "OPERATOR", "INTERPRETER", "TRANSLATOR",
    "CHILD", "CHILDREN", "SUBJECT", "SPEAKER", "SPEAKERS", "VOICE", "ANNOUNCER", "CROWD", "HOST",
    "QUESTION", "ANSWER", "INTERVIEWER", "STUDENT", "STUDENTS", "WORKER", "ATTENDEE", "PRESS",
    "UNIDENTIFIED", "SPOKESPERSON", "SPOKESMAN", "SPOKESWOMAN", "CREW", "MALE", "FEMALE",
    "NARRATOR", "ALL", "SENATE", "NOTE", "VIDEO", "COURT",
  ]

  // MARK: Names

  private mutating func person(named words: [String], office: String) -> UInt32 {
    if let known = known(words, office) { return known }
    let full = title.name(endingWith: words, office: office)
    if let found = entity(endingWith: (full ?? words).map { $0.uppercased() }, office)
      ?? entity(endingWith: words, office, isBare: full.map { $0.count > words.count } ?? false)
    {
      if let full { complete(found, full) }
      writeSmall(found)
      return found
    }
    return add((full ?? words.map(PersonName.capitalized)).joined(separator: " "), office)
  }

  /// Gives who is known by surname alone the full name of the title.
  private mutating func complete(_ entity: UInt32, _ full: [String]) {
    let name = full.joined(separator: " ")
    let index = Int(entity)
    guard entities[index].known == nil, !entities[index].name.utf8.contains(0x20) else { return }
    entities[index].name = name
    noteName(of: index)
    if !entities[index].aliases.contains(name) { entities[index].aliases.append(name) }
  }

  /// Writes a name that stands in capitals only, as labels have it, like a name: “JHA”, “Jha”.
  private mutating func writeSmall(_ entity: UInt32) {
    let name = entities[Int(entity)].name
    guard name == name.uppercased() else { return }
    let words = name.split(separator: " ").map { PersonName.capitalized(String($0)) }
    entities[Int(entity)].name = words.joined(separator: " ")
    noteName(of: Int(entity))
  }

  /// Whom the gazetteer knows by an office with a surname, or a body by its name.
  private mutating func known(_ words: [String], _ office: String) -> UInt32? {
    guard words.count == 1, let word = words.first else {
      let name = words.joined(separator: " ")
      let person = PersonName.plain(DocumentEntity(name: name, type: .person, aliases: [name]))
      return person.known.map { add($0, office, known: $0) }
    }
    if let name = OfficeHolders.world.holder(of: office, surnamed: word) {
      return add(name, office, known: name)
    }
    guard office.isEmpty, let match = Gazetteer.world.lookup(word), match.kind == .organization
    else {
      return nil
    }
    let name = Gazetteer.world.field(1, ofLine: match.line)
    return add(name, "", type: .organization, known: name)
  }

  /// The number of an entity, which is added where the document does not have it.
  private mutating func add(
    _ name: String, _ office: String, type: EntityType = .person, known: String? = nil
  ) -> UInt32 {
    if let known, let index = entities.firstIndex(where: { $0.known == known }) {
      return UInt32(index)
    }
    entities.append(
      DocumentEntity(
        name: name, type: type, aliases: [name], roles: office.isEmpty ? [] : [office],
        known: known))
    noteName(of: entities.count - 1)
    return UInt32(entities.count - 1)
  }

  /// The person whose name ends with words, or is no more than them: one of the office first.
  private mutating func entity(
    endingWith words: [String], _ office: String, isBare: Bool = false
  ) -> UInt32? {
    var best: (index: Int, rank: Int)?
    for index in people(endingWith: words) {
      let entity = entities[index]
      let name = entity.name.split(separator: " ").map { $0.uppercased() }
      guard name.count >= words.count, !isBare || name.count == words.count,
        name.suffix(words.count).elementsEqual(words)
      else {
        continue
      }
      let rank = rank(entity, office) + (name.count > words.count ? 1 : 2)
      if rank > best?.rank ?? 0 { best = (index, rank) }
    }
    return best.map { UInt32($0.index) }
  }

  /// The people whose name ends with the last two of some words in capitals, in their order.
  private mutating func people(endingWith words: [String]) -> [Int] {
    if byLastWords == nil {
      byLastWords = [:]
      for index in entities.indices { noteName(of: index) }
    }
    return byLastWords?[words.suffix(2).joined(separator: " ")] ?? []
  }

  /// Notes the last words of a person's name, when it is new or written another way.
  private mutating func noteName(of index: Int) {
    guard byLastWords != nil, entities[index].type == .person else { return }
    let name = entities[index].name.split(separator: " ").map { $0.uppercased() }
    for count in 1...2 where count <= name.count {
      let words = name.suffix(count).joined(separator: " ")
      let last = byLastWords?[words]?.last ?? -1
      if last < index {
        byLastWords?[words, default: []].append(index)
      } else if byLastWords?[words]?.contains(index) == false {
        byLastWords?[words]?.append(index)
        byLastWords?[words]?.sort()
      }
    }
  }

  /// How well an office fits a person; below zero where it does not.
  private func rank(_ entity: DocumentEntity, _ office: String) -> Int {
    let held = entity.roles + KnownOffices.of(entity.known)
    if office.isEmpty { return held.contains(where: NameWords.soleOffices.contains) ? 0 : 1 }
    if held.contains(where: { isOffice($0, office) }) { return 4 }
    return NameWords.soleOffices.contains(office) && entity.name.utf8.contains(0x20) ? -4 : 0
  }

  // MARK: Offices

  /// The one whom the title names with an office, or the only person who holds it.
  private mutating func holder(of office: String) -> UInt32? {
    if let name = title.name(behind: office) {
      let words = name.map { $0.uppercased() }
      if let known = known(words, office) { return known }
      return entity(endingWith: words, office) ?? add(name.joined(separator: " "), office)
    }
    var holders = entities.indices.filter { holds(entities[$0], office) }
    if holders.count > 1, let home {
      holders = holders.filter { isAtHome(entities[$0], home) }
    }
    return holders.count == 1 ? UInt32(holders[0]) : nil
  }

  private func holds(_ entity: DocumentEntity, _ office: String) -> Bool {
    guard entity.type == .person, OfficeTerms.mayHold(entity.name, office, on: day) else {
      return false
    }
    return (entity.roles + KnownOffices.of(entity.known)).contains { isOffice($0, office) }
  }

  private func isAtHome(_ entity: DocumentEntity, _ home: String) -> Bool {
    guard let known = entity.known, let match = Gazetteer.world.lookup(known) else { return false }
    return match.kind == .person && Gazetteer.world.field(4, ofLine: match.line) == home
  }

  /// “french president” is a president, a “vice president” is none.
  private func isOffice(_ held: String, _ office: String) -> Bool {
    if OfficeHolders.isOffice(held, office) { return true }
    guard held.hasSuffix(office), held.utf8.dropLast(office.utf8.count).last == 0x20 else {
      return false
    }
    return !["vice ", "deputy "].contains { held.hasPrefix($0) || held.hasSuffix($0 + office) }
  }
}
