/// What the "Jr." and "Sr." of a document tell of whom its names mean.
struct NameSuffixes {

  /// The suffix with which a mention is written, by the number of the mention.
  private(set) var written: [Int: String] = [:]
  /// The suffix that belongs to the name of who is meant, for it alone tells that person from another
  /// of the document.
  private(set) var telling: [Int: String] = [:]
  /// Full names without a suffix behind two people who bear them with one; they may mean either.
  private(set) var ambiguous: Set<Int> = []

  /// A full name without its suffix, where it stands.
  private struct Named {
    let index: Int
    let suffix: String?
    let isHeadline: Bool
  }

  /// Reads the suffixes of the mentions of a document, in their order.
  init(
    _ mentions: [Mention], _ named: [DocumentEntity], _ text: TokenText,
    isHeadline: (Mention) -> Bool
  ) {
    for (index, mention) in mentions.enumerated() where mention.form == .name {
      let end = Int(mention.endToken)
      guard end - Int(mention.firstToken) > 1,
        let suffix = PersonName.suffix(text.string(end - 1, end)),
        mention.entity.map({ named[Int($0)].type }) == .person
      else { continue }
      written[index] = suffix
    }
    guard !written.isEmpty else { return }
    var people: [String: [Named]] = [:]
    for (index, mention) in mentions.enumerated() where mention.form == .name {
      guard let entity = mention.entity.map({ named[Int($0)] }), entity.type == .person,
        entity.known == nil, entity.name.utf8.contains(0x20),
        written[index] == nil || !entity.name.hasSuffix(written[index] ?? "")
      else { continue }
      people[EntityName.folded(entity.name), default: []].append(
        Named(index: index, suffix: written[index], isHeadline: isHeadline(mention)))
    }
    for names in people.values { tellApart(names) }
  }

  /// Tells the people of one full name apart, who are named here in order.
  ///
  /// Who is introduced without a suffix before anyone has one is a person of his own. Where nobody is and
  /// all suffixes are the same, it is none of the name.
  private mutating func tellApart(_ names: [Named]) {
    let suffixes = Set(names.compactMap(\.suffix))
    guard !suffixes.isEmpty else { return }
    let isIntroduced = names.prefix { $0.suffix == nil }.contains { !$0.isHeadline }
    guard isIntroduced || suffixes.count > 1 else { return }
    var before: Set<String> = []
    for name in names {
      if let suffix = name.suffix {
        telling[name.index] = suffix
        before.insert(suffix)
      } else if !isIntroduced {
        if before.count == 1 {
          telling[name.index] = before.first
        } else {
          ambiguous.insert(name.index)
        }
      }
    }
  }
}

extension DocumentResolution {

  /// Resolves a single name with a suffix: "Ode Jr." of who is named Jon Ode Jr., else a person of its own.
  ///
  /// Returns false where the name has none.
  mutating func resolveSuffixed(_ index: Int, _ entity: DocumentEntity, _ sentence: Int) -> Bool {
    guard let suffix = suffixes.written[index], entity.known == nil else { return false }
    let words = EntityName.wordsWithoutSuffix(entity.name)
    guard words.count == 1, let base = words.first else { return false }
    let people = register.people(called: String(base), suffix: suffix)
    guard let person = people.count == 1 ? people.first : nil else {
      link(index, register(entity), "named only so", sentence)
      return true
    }
    let reason = "short for \(register.entities[person].name)"
    absorb(entity, into: person)
    link(index, person, reason, sentence)
    return true
  }
}
