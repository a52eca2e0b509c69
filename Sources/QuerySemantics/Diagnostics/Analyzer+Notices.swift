internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// What the user is told of the names in a statement that runs.
extension Analyzer {

  /// Returns what is counted for the values of a path, and the count of an entity among them.
  func counting(_ path: BoundPath) -> (unit: String, count: (RowID) -> Int) {
    guard case .attribute(let attribute) = path.target, attribute.name != "mention",
      attribute.table != .mentions, let dictionary = dictionary(of: path)
    else { return ("mentions", mentionCount) }
    return (
      attribute.table.name,
      { row in
        dictionary.code(of: row.rawValue).map { dictionary.postings.count(of: Int($0)) } ?? 0
      }
    )
  }

  /// How often an entity is named.
  func mentionCount(of entity: RowID) -> Int {
    guard let dictionary = corpus.column("entity", of: .mentions)?.dictionary,
      let code = dictionary.code(of: entity.rawValue)
    else { return 0 }
    return dictionary.postings.count(of: Int(code))
  }

  /// The values of a path with the number of rows that have each.
  func entries(of path: BoundPath) -> [NearestNames.Entry] {
    guard tellsNames, let dictionary = dictionary(of: path) else { return [] }
    return (0..<dictionary.count).map { code in
      let label = corpus.label(of: UInt32(code), in: dictionary)
      return .init(name: label, value: label, count: dictionary.postings.count(of: code))
    }
  }

  /// The names and aliases of entities, each with what `count` says of the entity.
  func entityEntries(countedBy count: (RowID) -> Int) -> [NearestNames.Entry] {
    guard tellsNames else { return [] }
    let own = environment.aliases.values.flatMap { alias in
      alias.entities.map { (name: alias.name, entity: RowID($0)) }
    }
    return (names.all() + own).map { name, entity in
      .init(name: name, value: names.name(of: entity), count: count(entity))
    }
  }

  /// Tells what a name resolved to.
  mutating func tellResolved(
    _ value: Value, _ entities: [RowID], unit: String, count: (RowID) -> Int
  ) {
    guard tellsNames else { return }
    let all = candidates(entities, unit: unit, count: count)
    let found = all.filter { $0.count > 0 }
    let candidates = found.isEmpty ? all : found
    if candidates.count == 1 {
      let others = found.isEmpty ? entityEntries(countedBy: count).filter { $0.count > 0 } : []
      let near = nearest(to: value, among: others, unit: unit)
      tell(.resolved(value, candidates[0], nearest: near))
    } else {
      tell(.ambiguous(value, candidates))
    }
  }

  /// The names of entities with their counts, the most frequent first.
  func candidates(
    _ entities: [RowID], unit: String, count: (RowID) -> Int
  ) -> [Notice.Candidate] {
    entities.map { Notice.Candidate(name: names.name(of: $0), count: count($0), unit: unit) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  /// Tells that a value is not there, and what is like it; the entries are asked for only then.
  mutating func tellUnknown(
    _ value: Value, of path: BoundPath, entries: (Analyzer) -> [NearestNames.Entry],
    unit: String? = nil
  ) {
    if !tellsNames || tellContained(value, of: path) { return }
    let entries = entries(self)
    var unit = unit ?? "rows"
    if case .attribute(let attribute) = path.target, unit == "rows" { unit = attribute.table.name }
    if MisreadWord.isAbsence(value) {
      tell(.askedForMissing(value, path.text))
      return
    }
    if path.type == .reference(.entities), isEntityType(value) {
      tell(.typeForName(value, path.text, isToken: path.owner == .tokens))
      return
    }
    if let misread = MisreadWord(in: value) {
      tell(.misread(misread, in: value, of: path.text))
      return
    }
    let nearest = nearest(to: value, among: entries, unit: unit)
    if !nearest.isEmpty {
      tell(.unknown(value, of: path.text, nearest, are: "the nearest"))
      return
    }
    let frequent = entries.filter { $0.count > 0 }.reduce(into: [String: Int]()) {
      $0[$1.value] = max($0[$1.value] ?? 0, $1.count)
    }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let most = frequent.prefix(3).map {
      Notice.Candidate(name: $0.key, count: $0.value, unit: unit)
    }
    tell(.unknown(value, of: path.text, most, are: "the most frequent"))
  }

  /// Whether a value is one of the types that entities have.
  private func isEntityType(_ value: Value) -> Bool {
    guard let type = corpus.schema.attribute("type", of: .entities) else { return false }
    let path = BoundPath(target: .attribute(type), text: "type")
    let wanted = TextFolding.fold(Numeral.text(value))
    return Category.values(of: path, in: corpus).contains { TextFolding.fold($0) == wanted }
  }

  private func nearest(
    to value: Value, among entries: [NearestNames.Entry], unit: String
  ) -> [Notice.Candidate] {
    NearestNames(to: Numeral.text(value)).among(entries).map {
      Notice.Candidate(name: $0.value, count: $0.count, unit: unit)
    }
  }
}

extension Notice {

  /// Candidates that a message names before the others are only counted.
  private static let mostNamed = 8

  /// Returns `written → name`, or the name alone where it was written so.
  private static func arrow(_ value: Value, _ name: String) -> String {
    let text = Numeral.text(value)
    return TextFolding.fold(text) == TextFolding.fold(name) ? name : "\(text) → \(name)"
  }

  /// Tells the one thing that a name stands for; where no row has it, also what is like it.
  static func resolved(
    _ value: Value, _ candidate: Candidate, nearest: [Candidate] = []
  ) -> Notice {
    var message =
      arrow(value, candidate.name) + ", " + Wording.count(candidate.count, candidate.unit)
    if !nearest.isEmpty {
      message += "; the nearest: " + nearest.map(\.text).joined(separator: "; ")
    }
    return Notice(
      .resolvedName, message, at: value.range, candidates: [candidate] + nearest)
  }

  static func ambiguous(_ value: Value, _ candidates: [Candidate]) -> Notice {
    let named = candidates.prefix(mostNamed).map(\.text)
    let more = candidates.count - named.count
    let list = (named + (more > 0 ? ["\(more) more"] : [])).joined(separator: "; ")
    let example = candidates.last?.name ?? ""
    return Notice(
      .ambiguousName,
      "\(Numeral.text(value)) → \(candidates.count) names, and the rows are those of all: \(list); "
        + "for one of them write exactly \"\(example)\"",
      at: value.range, candidates: candidates)
  }

  static func unknown(
    _ value: Value, of path: String, _ nearest: [Candidate], are: String
  ) -> Notice {
    var message = "no \(path) is called '\(Numeral.text(value))'"
    if !nearest.isEmpty {
      message += "; \(are): " + nearest.map(\.text).joined(separator: "; ")
    }
    return Notice(.unknownName, message, at: value.range, candidates: nearest)
  }

  /// Tells that documents have a value that none of the rows has, and how to ask for it.
  static func contained(
    _ value: Value, of attribute: Attribute, documents: Int, as written: String
  ) -> Notice {
    let text = Numeral.text(value)
    return Notice(
      .unknownName,
      "\(attribute.name) '\(text)' is of \(Wording.count(documents, "documents")) and of no "
        + "\(Wording.singular(attribute.table.name)); write \(written)",
      at: value.range, candidates: [Candidate(name: text, count: documents, unit: "documents")])
  }

  /// Tells that a value is no name but a type of entity, and how types are asked for.
  static func typeForName(_ value: Value, _ path: String, isToken: Bool) -> Notice {
    let text = Numeral.text(value)
    let rows = isToken ? "mentions where entity.type = \(text)" : "\(path).type = \(text)"
    return Notice(
      .unknownName, "no \(path) is called '\(text)', which is a type; write \(rows)",
      at: value.range)
  }

  /// Tells that rows without a value are asked for otherwise.
  static func askedForMissing(_ value: Value, _ path: String) -> Notice {
    let text = Numeral.text(value)
    return Notice(
      .unknownName,
      "no \(path) is called '\(text)'; rows that have none are found by '\(path) is missing'",
      at: value.range)
  }

  /// Tells that a value is not there which took in a word that was meant to end it.
  static func misread(_ misread: MisreadWord, in value: Value, of path: String) -> Notice {
    Notice(
      .unknownName,
      "no \(path) is called '\(Numeral.text(value))'; "
        + "did you mean '\(misread.meant)' instead of '\(misread.written)'?",
      at: value.range)
  }

  static func unknownWord(_ word: String, in phrase: Name, _ nearest: [Candidate]) -> Notice {
    var message = "the word '\(word)' stands nowhere in the corpus"
    if !nearest.isEmpty {
      message += "; the nearest: " + nearest.map(\.text).joined(separator: "; ")
    }
    return Notice(.unknownWord, message, at: phrase.range, candidates: nearest)
  }

  /// Tells that a value of a token stands nowhere.
  static func unknownWord(
    _ word: String, as attribute: String, in text: Name, _ nearest: [Candidate]
  ) -> Notice {
    if attribute == "word" { return unknownWord(word, in: text, nearest) }
    var message = "no word of the corpus has the \(attribute) '\(word)'"
    if !nearest.isEmpty {
      message += "; the nearest: " + nearest.map(\.text).joined(separator: "; ")
    }
    return Notice(.unknownWord, message, at: text.range, candidates: nearest)
  }

  /// Tells that there are more such words than are named.
  static func moreUnknownWords(at range: SourceRange) -> Notice {
    Notice(.unknownWord, "and more words that stand nowhere in the corpus", at: range)
  }

  /// Tells that what was taken for one word is several in the corpus.
  static func splitWord(_ word: String, _ parts: [String], at range: SourceRange) -> Notice {
    Notice(
      .unknownWord,
      "'\(word)' is no one word: the corpus has it as "
        + parts.map { "\"\($0)\"" }.joined(separator: " "),
      at: range)
  }

  /// Tells that a name of the user's own stood for something else.
  static func hiddenName(_ name: Name, _ entity: String) -> Notice {
    Notice(
      .chosenReading,
      "'\(name.text)' no longer stands for \(entity), which exactly \"\(entity)\" still names",
      at: name.range)
  }

  /// Tells how long a period is taken to be whose length differs.
  static func lengthOfPeriod(_ part: DatePart, count: Int, at range: SourceRange) -> Notice {
    Notice(
      .chosenReading, "a \(part.rawValue) counts as \(part.length) days here", at: range)
  }

  /// Tells that rows were asked for that belong to themselves.
  static func linkedToItself(_ kind: RowKindName) -> Notice {
    let plural = kind.kind.rawValue
    return Notice(
      .chosenReading, "of \(plural), the \(plural) that belong to each are that one alone",
      at: kind.range)
  }

  /// Conditions on dates hold for no row without a date; a negated one keeps such rows.
  static func undated(_ count: Int, of attribute: Attribute, at range: SourceRange) -> Notice {
    let them = count == 1 ? "it" : "them"
    let timelines = attribute.table == .documents ? ", and no timeline has \(them)" : ""
    return Notice(
      .undatedRows,
      Wording.count(count, attribute.table.name)
        + (attribute.name == "date" ? " without a date" : " whose \(attribute.name) is missing")
        + ": no condition on dates holds for \(them)" + timelines,
      at: range)
  }

  static func topic(_ value: Value, _ candidate: Candidate) -> Notice {
    Notice(
      .resolvedName,
      arrow(value, candidate.name) + ", topic of "
        + Wording.count(candidate.count, candidate.unit),
      at: value.range, candidates: [candidate])
  }

  static func ownTopic(_ value: Value, phrases: [String]) -> Notice {
    Notice(
      .resolvedName,
      "\(Numeral.text(value)) → the topic defined by "
        + Wording.list(phrases.map { "\"\($0)\"" }, "or"),
      at: value.range)
  }

  static func countedOver(_ plural: String, others: [String], of path: Path) -> Notice {
    let also = others.map { "values of \($0).\(path.text)" }
    return Notice(
      .chosenReading, "counted over \(plural); others have it too: " + Wording.list(also, "or"),
      at: path.range)
  }

  static func topicOfDocument(_ value: Value) -> Notice {
    Notice(
      .chosenReading,
      "'\(Numeral.text(value))' is no name that a text can mention; the topic of the document counts",
      at: value.range)
  }
}
