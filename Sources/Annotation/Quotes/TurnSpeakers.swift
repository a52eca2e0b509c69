/// Finds who the labels of a transcript mean.
///
/// A name is looked for among the people of the document, then in its title; an office, like “THE
/// PRESIDENT”, in the title, then among the people who hold it.
struct TurnSpeakers {
  private(set) var entities: [DocumentEntity]
  private let title: [String]
  private var known: [ArraySlice<UInt8>: UInt32?] = [:]

  init(_ document: AnnotatedDocument) {
    entities = document.entities
    title = (document.metadata.title ?? "").split {
      $0.isWhitespace || $0 == "," || $0 == "\u{A0}"
    }.map(String.init)
  }

  /// Returns the entity that a label means; nil for “Q” and for an office of many.
  mutating func speaker(of label: ArraySlice<UInt8>) -> UInt32? {
    if let found = known[label] { return found }
    let found = find(SpeakerTitle(label))
    known[label] = .some(found)
    return found
  }

  private mutating func find(_ label: SpeakerTitle) -> UInt32? {
    guard !label.name.isEmpty else {
      return label.office.isEmpty ? nil : holder(of: label.office)
    }
    guard label.name.count <= 4, !Self.isAnyone(label.name) else { return nil }
    return person(named: label.name, office: label.office)
  }

  /// Whether a label names no one: “AUDIENCE MEMBER”, “SENIOR OFFICIAL”.
  private static func isAnyone(_ words: [String]) -> Bool { words.contains(where: anyone.contains) }

  private static let anyone: Set<String> = [
    "Q", "A", "AUDIENCE", "MEMBER", "MEMBERS", "OFFICIAL", "OFFICIALS", "MODERATOR", "AIDE", "STAFF",
    "REPORTER", "REPORTERS", "PARTICIPANT", "PARTICIPANTS", "OPERATOR", "INTERPRETER", "TRANSLATOR",
    "CHILD", "CHILDREN", "SUBJECT", "SPEAKER", "SPEAKERS", "VOICE", "ANNOUNCER", "CROWD", "HOST",
    "QUESTION", "ANSWER", "INTERVIEWER", "STUDENT", "STUDENTS", "WORKER", "ATTENDEE", "PRESS",
    "UNIDENTIFIED", "MALE", "FEMALE", "NARRATOR", "ALL", "SENATE", "NOTE", "VIDEO", "COURT",
  ]

  // MARK: Names

  private mutating func person(named words: [String], office: String) -> UInt32 {
    let fromTitle = nameInTitle(endingWith: words)
    let full = fromTitle.map { $0.map { $0.uppercased() } } ?? words
    if let found = entity(endingWith: full, office) ?? entity(endingWith: words, office) {
      return found
    }
    let name = fromTitle ?? words.map(Self.capitalized)
    return add(name.joined(separator: " "), office)
  }

  private mutating func add(_ name: String, _ office: String) -> UInt32 {
    entities.append(
      DocumentEntity(
        name: name, type: .person, aliases: [name], roles: office.isEmpty ? [] : [office]))
    return UInt32(entities.count - 1)
  }

  /// The person whose name ends with words: one of the office first, then the fullest name.
  private func entity(endingWith words: [String], _ office: String) -> UInt32? {
    var best: (index: Int, rank: Int)?
    var isTied = false
    for (index, entity) in entities.enumerated() where entity.type == .person {
      let name = entity.name.split(separator: " ").map { $0.uppercased() }
      guard name.count >= words.count, name.suffix(words.count).elementsEqual(words) else {
        continue
      }
      let holds = !office.isEmpty && entity.roles.contains { $0.hasSuffix(office) }
      let rank = (holds ? 4 : 0) + (name.count > words.count ? 1 : 2)
      if rank > best?.rank ?? 0 {
        best = (index, rank)
        isTied = false
      } else if rank == best?.rank {
        isTied = true
      }
    }
    guard let best, !isTied || best.rank > 1 else { return nil }
    return UInt32(best.index)
  }

  /// The name in the title that ends with words: “Jen Psaki” of “by Press Secretary Jen Psaki”.
  private func nameInTitle(endingWith words: [String]) -> [String]? {
    guard let last = words.last,
      let end = title.lastIndex(where: { Self.bare($0).uppercased() == last })
    else { return nil }
    var start = end
    while start > 0, end - start < 3 {
      let before = title[start - 1]
      guard before.first?.isUppercase == true, !SpeakerTitle.isTitle(Self.bare(before)),
        !before.hasSuffix(":"), before.count > 1
      else { break }
      start -= 1
    }
    return title[start...end].map(Self.bare)
  }

  private static func bare(_ word: String) -> String {
    var word = word[...]
    if word.hasSuffix("’s") || word.hasSuffix("'s") { word = word.dropLast(2) }
    while let last = word.last, last.isPunctuation { word = word.dropLast() }
    while let first = word.first, first.isPunctuation { word = word.dropFirst() }
    return String(word)
  }

  /// “Jean-Pierre” of “JEAN-PIERRE”.
  private static func capitalized(_ word: String) -> String {
    var result = ""
    var isStart = true
    for letter in word.lowercased() {
      result += isStart ? letter.uppercased() : String(letter)
      isStart = letter == "-" || letter == "’" || letter == "'"
    }
    return result
  }

  // MARK: Offices

  /// The one whom the title names with an office, or the only person who holds it.
  private mutating func holder(of office: String) -> UInt32? {
    let words = office.split(separator: " ").map(String.init)
    if let name = nameInTitle(behind: words) {
      let full = name.map { $0.uppercased() }
      return entity(endingWith: full, office) ?? add(name.joined(separator: " "), office)
    }
    let holders = entities.indices.filter {
      entities[$0].type == .person && entities[$0].roles.contains { $0.hasSuffix(office) }
    }
    return holders.count == 1 ? UInt32(holders[0]) : nil
  }

  private func nameInTitle(behind office: [String]) -> [String]? {
    guard title.count > office.count else { return nil }
    for start in 0..<title.count - office.count {
      let words = title[start..<start + office.count].map { Self.bare($0).lowercased() }
      guard words == office, start == 0 || title[start - 1].lowercased() != "vice" else { continue }
      let name = title[(start + office.count)...].prefix {
        $0.first?.isUppercase == true && !SpeakerTitle.isTitle(Self.bare($0))
      }.prefix(4)
      let end = name.firstIndex { Self.isEnd($0) } ?? name.endIndex
      let full = name[..<min(end + 1, name.endIndex)].map(Self.bare)
      if !full.isEmpty { return full }
    }
    return nil
  }

  private static func isEnd(_ word: String) -> Bool {
    bare(word) != word
  }
}
