/// The names in the title of a transcript: “Remarks by President Ode and First Lady Ida Ode”.
struct TitledNames {

  private let words: [String]

  init(_ title: String?) {
    words = (title ?? "").split { $0.isWhitespace || $0 == "\u{A0}" }.map(String.init)
  }

  /// Returns the name that stands behind an office, but not one behind a longer office.
  func name(behind office: String) -> [String]? {
    let office = office.split(separator: " ").map(String.init)
    guard words.count > office.count, !office.isEmpty else { return nil }
    for start in 0..<words.count - office.count {
      let end = start + office.count
      guard words[start..<end].map({ Self.bare($0).lowercased() }) == office,
        start == 0 || !Self.leading.contains(words[start - 1].lowercased()),
        !Self.isEnd(words[end - 1])
      else { continue }
      if let name = name(from: end) { return name }
    }
    return nil
  }

  /// Returns the full name that ends with a surname: “Jen Psaki” of “by Press Secretary Jen Psaki”.
  ///
  /// Where an office stands before the surname, it must be this one; a form of address alone is not
  /// used of a president.
  func name(endingWith surname: [String], office: String) -> [String]? {
    guard let last = surname.last else { return nil }
    let ends = words.indices.filter { Self.bare(words[$0]).uppercased() == last }
    let names = ends.map(name(endingAt:)).filter { isOf(office, $0.lowerBound) }
    guard let longest = names.max(by: { $0.count < $1.count }), longest.count >= surname.count
    else { return nil }
    return words[longest].map(Self.bare)
  }

  /// The label of whose words the title says these are: “PRESIDENT ADA ODE” of “Statement by President
  /// Ada Ode on the Ferry”; nil where it names two.
  var author: String? {
    guard let genre = words.firstIndex(where: { Self.genres.contains(Self.bare($0).lowercased()) })
    else { return nil }
    if let before = label(from: 0), before.end == genre { return before.label }
    for index in words.indices.dropFirst(genre + 1)
    where ["by", "from", "of"].contains(words[index].lowercased()) {
      guard let found = label(from: index + 1) else { continue }
      let next = found.end < words.count ? words[found.end] : ""
      return next == "and" || next == "&" ? nil : found.label
    }
    return nil
  }

  /// The titles and the name that start here, in capitals, and where they end.
  private func label(from start: Int) -> (label: String, end: Int)? {
    var index = start
    var titles: [String] = []
    while index < words.count, Self.isCapitalized(words[index]),
      !Gazetteer.world.isFirstName(Self.bare(words[index]))
    {
      let bare = Self.bare(words[index])
      if SpeakerTitle.isTitle(bare) {
        titles.append(bare.uppercased())
      } else if !Lexicon.english.isCommon(bare) || titles.count > 0 && index + 1 == words.count {
        break
      }
      index += 1
    }
    guard index < words.count, let name = name(from: index),
      !titles.isEmpty || name.count > 1 && Gazetteer.world.isFirstName(name[0])
    else { return nil }
    let label = (titles + name.map { $0.uppercased() }).joined(separator: " ")
    return (label, index + name.count)
  }

  private static let genres: Set<String> = [
    "statement", "remarks", "letter", "message", "memorandum", "address", "testimony", "speech",
    "op-ed", "toast", "comments", "opinion", "column",
  ]

  private func isOf(_ office: String, _ start: Int) -> Bool {
    var first = start
    while first > 0, SpeakerTitle.isTitle(Self.bare(words[first - 1])) { first -= 1 }
    let named = words[first..<start].map { Self.bare($0).lowercased() }.joined(separator: " ")
    if named.isEmpty { return true }
    if office.isEmpty { return !NameWords.soleOffices.contains(named) }
    return named == office || OfficeHolders.isOffice(named, office)
      || !NameWords.soleOffices.contains(office) && !NameWords.soleOffices.contains(named)
  }

  /// The words of a name that ends here: from a first name, else up to a word that is no name.
  private func name(endingAt end: Int) -> Range<Int> {
    var start = end
    var best: Int?
    while start > 0, end - start < 3 {
      let before = words[start - 1]
      guard Self.isCapitalized(before), before.count > 1, !before.hasSuffix(":"),
        !before.hasSuffix(","), !SpeakerTitle.isTitle(Self.bare(before))
      else { break }
      let isFirst = Gazetteer.world.isFirstName(Self.bare(before))
      if !isFirst, best == nil, end > start, Self.isNoName(Self.bare(before)) {
        break
      }
      start -= 1
      if isFirst { best = start }
    }
    if let best { return best..<end + 1 }
    while start < end, Lexicon.english.isCommon(Self.bare(words[start])) { start += 1 }
    return start..<end + 1
  }

  /// The words of a name that starts here: up to a mark or a word that is no name.
  private func name(from start: Int) -> [String]? {
    var name: [String] = []
    for word in words[start...].prefix(4) {
      let bare = Self.bare(word)
      let isSecond = name.count == 1 && Gazetteer.world.isFirstName(name[0])
      guard Self.isCapitalized(word), !SpeakerTitle.isTitle(bare),
        name.isEmpty || isSecond || !Lexicon.english.isCommon(bare) && !bare.hasSuffix("ing")
      else { break }
      let isInitial = word.utf8.count == 2 && word.hasSuffix(".")
      name.append(isInitial ? word : bare)
      if !isInitial, Self.isEnd(word) { break }
    }
    return name.isEmpty ? nil : name
  }

  private static let leading: Set<String> = ["vice", "deputy", "former", "second"]

  /// Whether a word is known as something else than a person's name: "Communications", "Council".
  private static func isNoName(_ word: String) -> Bool {
    Lexicon.english.isCommon(word) || NameWords.organizations.contains(WordHash(word))
  }

  private static func isCapitalized(_ word: String) -> Bool {
    word.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isUppercase == true
  }

  /// Whether a mark or an “’s” ends a name with this word.
  private static func isEnd(_ word: String) -> Bool { bare(word) != word }

  /// A word without the marks around it; an initial keeps its period.
  private static func bare(_ word: String) -> String {
    if word.count == 2, word.hasSuffix("."), isCapitalized(word) { return word }
    var word = word[...]
    if word.hasSuffix("’s") || word.hasSuffix("'s") { word = word.dropLast(2) }
    while let last = word.last, last.isPunctuation { word = word.dropLast() }
    while let first = word.first, first.isPunctuation { word = word.dropFirst() }
    return String(word)
  }
}
