/// Puts the names that a source gives in the place of those that were found.
///
/// What was found of descriptions, like "the French president", stays where nothing is given, and so does a name
/// in the words that the source gives for who speaks. Words that are
/// no name stand for themselves: a description of the source is one here, and pronouns are looked for
/// as in any text; whom the source means by them is told by `GivenLinks`.
package struct GivenNames: Annotator {

  /// What was found, and the words.
  package static let requires: Set<Layer> = [.tokens, .sentences, .partsOfSpeech, .mentions]
  /// The mentions, each of an entity of its own.
  package static let provides: Set<Layer> = [.mentions]

  private let given: [GivenMention]
  private let sources: [ByteRange]
  private let keepsFound: Bool

  /// Creates the step.
  ///
  /// - Parameters:
  ///   - given: The names.
  ///   - sources: The words that the source gives for who speaks, without telling the name.
  ///   - keepsFound: Whether names that were found stay where nothing is given.
  package init(
    _ given: [GivenMention], sources: [ByteRange] = [], keepsFound: Bool = false
  ) {
    (self.given, self.sources, self.keepsFound) = (given, sources, keepsFound)
  }

  /// Replaces the names of a document.
  package func annotate(_ document: inout AnnotatedDocument) {
    let placing = GivenPlaces(document)
    var mentions: [Mention] = []
    var entities: [DocumentEntity] = []
    var isTaken = [Bool](repeating: false, count: document.tokens.count)
    let found = placing.mentionAtToken()
    var descriptions: [Range<Int>] = []
    func add(_ tokens: Range<Int>, _ entity: DocumentEntity) {
      for token in tokens { isTaken[token] = true }
      mentions.append(Mention(tokens, .name, UInt32(entities.count), reason: ""))
      entities.append(entity)
    }
    for item in given {
      let tokens = placing.tokens(in: item.range)
      let form = form(of: item, tokens, placing, tokens.last.flatMap { found[$0] })
      if form == .nominal { descriptions.append(tokens) }
      guard form == .name, !tokens.isEmpty, tokens.allSatisfy({ !isTaken[$0] }) else { continue }
      let own = tokens.lazy.compactMap { found[$0] }.first
      let known = own.flatMap(\.entity).map { document.entities[Int($0)] }
      guard let type = item.type ?? known?.type else { continue }
      let surface = document.text.string(placing.bytes(of: tokens))
      // What was found in more words, as “Ode of Lanna” for “Ode”, is another name.
      let isWhole = own.map { Set(tokens).isSuperset(of: $0.tokens) } ?? false
      add(tokens, entity(of: item, type, surface, isWhole ? known : nil))
    }
    for tokens in sources.map(placing.tokens) {
      for (name, entity) in names(in: tokens, found, document)
      where name.allSatisfy({ !isTaken[$0] }) {
        add(name, entity)
      }
    }
    for mention in document.mentions where mention.form != .name || keepsFound {
      guard let own = mention.entity, mention.tokens.allSatisfy({ !isTaken[$0] }) else { continue }
      var kept = mention
      kept.entity = UInt32(entities.count)
      mentions.append(kept)
      entities.append(document.entities[Int(own)])
      for token in mention.tokens { isTaken[token] = true }
    }
    for tokens in descriptions where tokens.allSatisfy({ !isTaken[$0] }) {
      for token in tokens { isTaken[token] = true }
      mentions.append(
        Mention(tokens, .nominal, nil, reason: "it does not tell who is meant"))
    }
    document.mentions = mentions.sorted {
      ($0.firstToken, $1.endToken) < ($1.firstToken, $0.endToken)
    }
    document.entities = entities
  }

  /// The names that were found in the words for who speaks, or all of these where each is tagged as a name.
  private func names(
    in tokens: Range<Int>, _ found: [Mention?], _ document: AnnotatedDocument
  ) -> [(tokens: Range<Int>, entity: DocumentEntity)] {
    var names: [(Range<Int>, DocumentEntity)] = []
    for token in tokens {
      guard let mention = found[token], mention.form == .name, mention.firstToken == token,
        mention.tokens.upperBound <= tokens.upperBound, let own = mention.entity
      else { continue }
      names.append((mention.tokens, document.entities[Int(own)]))
    }
    guard names.isEmpty, !tokens.isEmpty,
      tokens.allSatisfy({ document.tokens[$0].partOfSpeech == .propn })
    else { return names }
    let words = GivenPlaces(document).bytes(of: tokens)
    return [(tokens, GivenEntities.entity(document.text.string(words), .person))]
  }

  /// How the words of a mention refer; what was found knows that “the Prime Minister” is no name.
  private func form(
    of item: GivenMention, _ tokens: Range<Int>, _ placing: GivenPlaces, _ found: Mention?
  ) -> Mention.Form {
    let form = placing.form(of: item, tokens)
    guard form == .name, item.name == nil, let found, found.form == .nominal,
      found.tokens.upperBound == tokens.upperBound,
      abs(found.tokens.lowerBound - tokens.lowerBound) < 2
    else { return form }
    return .nominal
  }

  /// Returns the entity of a name, or what was found in the same words, which knows titles and who it is by
  /// the gazetteer.
  private func entity(
    of item: GivenMention, _ type: EntityType, _ surface: String, _ known: DocumentEntity?
  ) -> DocumentEntity {
    let name = item.name ?? surface
    let isSame = known?.type == type && (item.name == nil || known?.name == item.name)
    var entity = (isSame ? known : nil) ?? GivenEntities.entity(name, type)
    for alias in [name, surface] where !entity.aliases.contains(alias) {
      entity.aliases.append(alias)
    }
    return entity
  }
}

extension Mention {

  /// Creates a mention of some tokens.
  fileprivate init(_ tokens: Range<Int>, _ form: Form, _ entity: UInt32?, reason: String) {
    self.init(
      firstToken: UInt32(tokens.lowerBound), endToken: UInt32(tokens.upperBound), form: form,
      entity: entity, reason: reason)
  }
}

/// Takes all mentions from a source that gives names, descriptions and pronouns.
package struct GivenMentions: Annotator {

  /// The words.
  package static let requires: Set<Layer> = [.tokens]
  /// The mentions, and the entities that they stand for.
  package static let provides: Set<Layer> = [.mentions, .entities]

  private let given: [GivenMention]
  private let entities: [DocumentEntity]

  /// Creates the step; of `entities` more is known than their names.
  package init(_ given: [GivenMention], entities: [DocumentEntity] = []) {
    self.given = given
    self.entities = entities
  }

  /// Whether a source gives more than names, so that nothing is missing.
  package static func areComplete(_ given: [GivenMention]) -> Bool {
    given.contains { $0.form != .name }
  }

  /// Gives a document its mentions and entities.
  package func annotate(_ document: inout AnnotatedDocument) {
    let placing = GivenPlaces(document)
    var entities = GivenEntities(entities.map(GivenEntities.known))
    var mentions: [Mention] = []
    let kept = given.filter { !placing.tokens(in: $0.range).isEmpty }
    for item in kept {
      let tokens = placing.tokens(in: item.range)
      let surface = document.text.string(placing.bytes(of: tokens))
      let name = item.name ?? (item.form == .name ? surface : nil)
      let entity = name.flatMap { name in
        item.type.map { entities.number(of: item, name, $0, item.form == .name ? surface : nil) }
      }
      let reason = item.reason.map { "; \($0)" } ?? ""
      var mention = Mention(
        firstToken: UInt32(tokens.lowerBound), endToken: UInt32(tokens.upperBound), form: item.form,
        entity: entity, reason: "given by the source, “\(item.field)”\(reason)")
      mention.certainty = 1
      mentions.append(mention)
    }
    // Whoever is named elsewhere under the key of a pronoun is meant by it.
    for (index, item) in kept.enumerated() where mentions[index].entity == nil {
      mentions[index].entity = entities.known(item)
    }
    document.mentions = mentions.sorted {
      ($0.firstToken, $0.endToken) < ($1.firstToken, $1.endToken)
    }
    document.entities = entities.all
  }
}
