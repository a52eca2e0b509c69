/// Names of people as they are compared and shown: without titles that the finder does not know,
/// "Jr.", capitals throughout and line ends.
enum PersonName {

  /// Returns an entity under its plain name, and as who it is where the gazetteer knows that name.
  ///
  /// Who bears a name of the gazetteer with a suffix that it does not list, like a son his father's, is
  /// someone else and keeps the suffix.
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
    let generation = takeSuffixes(of: &name)
    let mayBeInitials = name.count == 1 && plain.roles.isEmpty && name[0].utf8.count < 4
    if !mayBeInitials, name.allSatisfy(isShouted) {
      name = lowered(name[...])
    }
    guard !name.isEmpty else { return plain }
    if let generation, name.count == 1 { name.append(generation) }
    plain.name = joined(name)
    if let alias = plain.aliases.first, alias == joined(words(entity.name)) {
      plain.aliases[0] = plain.name
    }
    let suffixed = name.count > 1 && name.last != generation ? generation : nil
    if let listed = known(name + (suffixed.map { [$0] } ?? []), plain.roles) {
      plain.name = listed
      plain.known = listed
    } else if let suffixed, let father = known(name, plain.roles) {
      plain.name = father + " " + suffixed
    } else if let suffixed {
      // Other documents may tell people of the name apart by it.
      plain.aliases.append(plain.name + " " + suffixed)
    }
    return plain
  }

  /// Removes what stands behind a name; returns the "Jr." of it in its one spelling.
  private static func takeSuffixes(of name: inout [String]) -> String? {
    var generation: String?
    while name.count > 1, let last = name.last,
      isSuffix(last) || name.count > 2 && suffix(last) != nil
    {
      generation = suffix(last) ?? generation
      name.removeLast()
    }
    return generation
  }

  /// "Jr.", "Sr.", "II" in one spelling each, "Jr." for "Junior", too; nil for any other word.
  static func suffix(_ word: String) -> String? {
    if let short = spelledOut[word.lowercased()], word.first?.isUppercase == true { return short }
    let letters = word.lowercased().filter { $0 != "." }
    guard isSuffix(word), letters != "esq" else { return nil }
    return ["jr", "sr"].contains(letters) ? capitalized(letters) + "." : letters.uppercased()
  }

  private static let spelledOut = ["junior": "Jr.", "senior": "Sr."]

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

  /// "Jean-Pierre" of "JEAN-PIERRE", "McOde" of "MCODE", "J.K." and "III" as they are.
  static func capitalized(_ word: String) -> String {
    if word.count > 1, word.allSatisfy({ "IV".contains($0) }) { return word }
    var result = ""
    var isStart = true
    for letter in word.lowercased() {
      result += isStart ? letter.uppercased() : String(letter)
      isStart = "-’'.".contains(letter) || result == "Mc"
    }
    return result
  }

  /// Returns the words of a name without capitals throughout: "Jan van der Berg" of "JAN VAN DER BERG",
  /// and of "Jan VAN DER BERG", as the family name stands in French.
  static func unshouted(_ name: [String]) -> [String] {
    if name.allSatisfy({ isShouted($0) && $0 == $0.uppercased() }) { return lowered(name[...]) }
    let given = name.prefix { !isShouted($0) || isInitial($0) }
    let family = name[given.count...]
    guard let first = given.first, InvertedName.isGiven(first), family.allSatisfy(isShouted),
      given.dropFirst().allSatisfy({ InvertedName.isGiven($0) || isInitial($0) }),
      family.contains(where: { $0.count > 2 && !isSuffix($0) })
    else { return name }
    return given + lowered(family, isBehindGiven: true)
  }

  /// Words in capitals as they stand in a name; a particle that does not begin it is in small letters.
  private static func lowered(
    _ words: ArraySlice<String>, isBehindGiven: Bool = false
  ) -> [String] {
    words.indices.map { index in
      let low = words[index].lowercased()
      let isInside = index > words.startIndex || isBehindGiven
      let isParticle = low.count > 1 && index + 1 < words.endIndex && InvertedName.isParticle(low)
      return isInside && isParticle ? low : capitalized(words[index])
    }
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
