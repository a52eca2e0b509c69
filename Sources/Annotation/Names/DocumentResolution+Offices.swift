/// Whom an office in capitals means that names neither person nor country: "the President".
extension DocumentResolution {

  /// Returns who holds an office in the country of the document; where that is not known, the only
  /// holder whom the document names.
  mutating func homeHolder(of office: String) -> Int? {
    if let found = homeHolders[office] { return found }
    let found = namedHolder(of: office).map { register($0) }
    homeHolders[office] = .some(found)
    return found
  }

  /// Whether a sentence names a year long before that of the document, when another may have held
  /// the office.
  func tellsOfOldTimes(_ sentence: Int) -> Bool {
    guard let year = day.map({ Int($0.year) }) else { return false }
    return (sentences[sentence].firstToken..<sentences[sentence].endToken).contains { token in
      guard text.tokens[Int(token)].range.length == 4,
        let named = Int(text.string(Int(token), Int(token) + 1))
      else { return false }
      return named >= 1900 && named + 1 < year
    }
  }

  /// The holder named in the title, or far more often than all others.
  private func namedHolder(of office: String) -> DocumentEntity? {
    var counts: [(entity: DocumentEntity, count: Int)] = []
    var numbers: [String: Int] = [:]
    for entity in named where !entity.aliases.isEmpty && holds(entity, office) {
      let key = Self.surname(entity)
      if let index = numbers[key] {
        counts[index].count += 1
        if counts[index].entity.known == nil { counts[index].entity = entity }
      } else {
        numbers[key] = counts.count
        counts.append((entity, 1))
      }
    }
    if home == nil { return counts.count == 1 ? counts[0].entity : nil }
    let inTitle = counts.filter { count in
      title.contains { EntityName.folded($0).hasPrefix(Self.surname(count.entity)) }
    }
    if inTitle.count == 1 { return inTitle[0].entity }
    let total = counts.map(\.count).reduce(0, +)
    return counts.first { $0.count * 2 > total }?.entity
  }

  /// Whether a person holds an office, in the country of the document where that is known.
  private func holds(_ entity: DocumentEntity, _ office: String) -> Bool {
    guard entity.type == .person else { return false }
    guard let home else {
      return entity.roles.contains(office) || KnownOffices.of(entity.known).contains(office)
    }
    guard let known = entity.known, KnownOffices.of(known).contains(office),
      OfficeTerms.mayHold(known, office, on: day),
      let person = Gazetteer.world.lookup(known)
    else { return false }
    return Gazetteer.world.field(4, ofLine: person.line) == home
  }

  private static func surname(_ entity: DocumentEntity) -> String {
    EntityName.folded(entity.name.split(separator: " ").last ?? "")
  }
}
