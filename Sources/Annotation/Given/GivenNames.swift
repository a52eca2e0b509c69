/// Puts the names that a source gives in the place of those that were found.
///
/// What was found of descriptions, like "the French president", stays where nothing is given.
package struct GivenNames: Annotator {

  /// What was found, and the words.
  package static let requires: Set<Layer> = [.tokens, .sentences, .mentions]
  /// The mentions, each of an entity of its own.
  package static let provides: Set<Layer> = [.mentions]

  private let given: [GivenMention]

  /// Creates the step.
  package init(_ given: [GivenMention]) { self.given = given }

  /// Replaces the names of a document.
  package func annotate(_ document: inout AnnotatedDocument) {
    let placing = GivenPlaces(document)
    var mentions: [Mention] = []
    var entities: [DocumentEntity] = []
    var isTaken = [Bool](repeating: false, count: document.tokens.count)
    let found = placing.mentionAtToken()
    for item in given {
      let tokens = placing.tokens(in: item.range)
      guard !tokens.isEmpty, tokens.allSatisfy({ !isTaken[$0] }) else { continue }
      let own = tokens.lazy.compactMap { found[$0] }.first.flatMap { $0.entity }
      let known = own.map { document.entities[Int($0)] }
      guard let type = item.type ?? known?.type else { continue }
      for token in tokens { isTaken[token] = true }
      let surface = document.text.string(placing.bytes(of: tokens))
      let name = item.name ?? surface
      // What we found in the same words knows titles, and who it is by the gazetteer.
      let isSame = known?.type == type && (item.name == nil || known?.name == item.name)
      var entity =
        isSame
        ? known ?? DocumentEntity(name: name, type: type)
        : GivenEntities.entity(name, type)
      for alias in [name, surface] where !entity.aliases.contains(alias) {
        entity.aliases.append(alias)
      }
      mentions.append(
        Mention(
          firstToken: UInt32(tokens.lowerBound), endToken: UInt32(tokens.upperBound), form: .name,
          entity: UInt32(entities.count), reason: ""))
      entities.append(entity)
    }
    for mention in document.mentions where mention.form != .name {
      guard let own = mention.entity, mention.tokens.allSatisfy({ !isTaken[$0] }) else { continue }
      var kept = mention
      kept.entity = UInt32(entities.count)
      mentions.append(kept)
      entities.append(document.entities[Int(own)])
    }
    document.mentions = mentions.sorted {
      ($0.firstToken, $1.endToken) < ($1.firstToken, $0.endToken)
    }
    document.entities = entities
  }
}

/// Links mentions to whom the source says they mean, and says so in their reasons.
package struct GivenLinks: Annotator {

  /// What was made of the mentions without that.
  package static let requires: Set<Layer> = [.tokens, .mentions, .entities]
  /// The entities that mentions stand for.
  package static let provides: Set<Layer> = [.entities]

  private let given: [GivenMention]

  /// Creates the step.
  package init(_ given: [GivenMention]) { self.given = given }

  /// Links the mentions of a document.
  package func annotate(_ document: inout AnnotatedDocument) {
    let placing = GivenPlaces(document)
    var byStart: [Int: GivenMention] = [:]
    for item in given {
      let first = placing.tokens(in: item.range).lowerBound
      if byStart[first] == nil { byStart[first] = item }
    }
    var entities = GivenEntities(document.entities)
    for (index, mention) in document.mentions.enumerated() where mention.form == .name {
      guard let item = byStart[Int(mention.firstToken)] else { continue }
      let found = mention.entity.map { entities.all[Int($0)] }
      if item.name != nil || item.identifier != nil, let type = item.type ?? found?.type {
        let surface = document.text.string(placing.bytes(of: mention.tokens))
        document.mentions[index].entity = entities.number(
          of: item, item.name ?? found?.name ?? surface, type, surface)
        document.mentions[index].reason = "given by the source, “\(item.field)”"
        document.mentions[index].certainty = 1
      } else {
        document.mentions[index].reason =
          "given by the source, “\(item.field)”"
          + (mention.reason.isEmpty ? "" : "; \(mention.reason)")
      }
    }
    document.entities = entities.all
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
    for item in given {
      let tokens = placing.tokens(in: item.range)
      guard !tokens.isEmpty else { continue }
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
    document.mentions = mentions.sorted {
      ($0.firstToken, $0.endToken) < ($1.firstToken, $1.endToken)
    }
    document.entities = entities.all
  }
}
