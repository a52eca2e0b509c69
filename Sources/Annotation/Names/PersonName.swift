/// Names of people as they are compared and shown: without titles that the finder does not know,
/// "Jr.", capitals throughout and line ends.
enum PersonName {

  /// Returns an entity under its plain name, and as who it is where the gazetteer knows that name.
  static func plain(_ entity: DocumentEntity) -> DocumentEntity {
    var plain = entity
    plain.name = joined(words(entity.name))
    plain.aliases = entity.aliases.map { joined(words($0)) }
    guard entity.type == .person, entity.known == nil else { return plain }
    var name = words(entity.name)
    if let dash = name.lastIndex(of: "—"), dash + 1 < name.count { name.removeFirst(dash + 1) }
    while name.count > 1, let first = name.first, titles.contains(WordHash(first)) {
      plain.roles.append(name.removeFirst().lowercased())
    }
    while name.count > 1, let last = name.last, isSuffix(last) { name.removeLast() }
    let mayBeInitials = name.count == 1 && plain.roles.isEmpty && name[0].utf8.count < 4
    if !mayBeInitials, name.allSatisfy(isShouted) {
      name = name.map(capitalized)
    }
    guard !name.isEmpty else { return plain }
    plain.name = joined(name)
    if let alias = plain.aliases.first, alias == joined(words(entity.name)) {
      plain.aliases[0] = plain.name
    }
    if let known = known(name, plain.roles) {
      plain.name = known
      plain.known = known
    }
    return plain
  }

  /// Who a name without its initials, or an office with a surname, stands for.
  private static func known(_ name: [String], _ roles: [String]) -> String? {
    let full = name.enumerated().filter { $0.offset == 0 || !isInitial($0.element) }.map(\.element)
    if full.count > 1 {
      let gazetteer = Gazetteer.world
      guard let match = gazetteer.lookup(joined(full)), match.kind == .person else { return nil }
      return gazetteer.field(1, ofLine: match.line)
    }
    return roles.lazy.compactMap { OfficeHolders.world.holder(of: $0, surnamed: name[0]) }.first
  }

  /// "Jr.", "III": what stands behind a name and is none.
  static func isSuffix(_ word: some StringProtocol) -> Bool { suffixes.contains(WordHash(word)) }

  /// "Jean-Pierre" of "JEAN-PIERRE", "McOde" of "MCODE".
  static func capitalized(_ word: String) -> String {
    var result = ""
    var isStart = true
    for letter in word.lowercased() {
      result += isStart ? letter.uppercased() : String(letter)
      isStart = letter == "-" || letter == "’" || letter == "'" || result == "Mc"
    }
    return result
  }

  private static func words(_ name: String) -> [String] {
    name.split(whereSeparator: \.isWhitespace).map {
      $0.last == "," ? String($0.dropLast()) : String($0)
    }
  }

  private static func joined(_ words: [String]) -> String { words.joined(separator: " ") }

  private static func isShouted(_ word: String) -> Bool {
    isInitial(word) || word == word.uppercased() && word != word.lowercased()
  }

  private static func isInitial(_ word: String) -> Bool {
    word.utf8.count == 1 || word.utf8.count == 2 && word.last == "."
  }

  private static let suffixes = WordSet("jr jr. sr sr. ii iii iv esq esq.")
  private static let titles = WordSet(
    """
    administrator doctors doctor supervisor congresspeople secretaries chairs comptroller
    councilman councilwoman councilmember commander ranger pastor rabbi reverend
    """)
}
