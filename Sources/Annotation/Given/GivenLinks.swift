/// Links mentions to whom the source says they mean, and says so in their reasons.
///
/// A pronoun or a description that the source marks is linked to whom it says: by a name, by a key, or by
/// a chain of which another mention is a name. Where it does not say, what was found stays.
package struct GivenLinks: Annotator {

  /// What was made of the mentions without that.
  package static let requires: Set<Layer> = [.tokens, .mentions, .entities]
  /// The entities that mentions stand for.
  package static let provides: Set<Layer> = [.entities]

  private let given: [GivenMention]

  /// Creates the step.
  package init(_ given: [GivenMention]) { self.given = given }

  /// A given mention with the words that it stands at.
  private struct Placed {
    let item: GivenMention
    let tokens: Range<Int>
    let form: Mention.Form
  }

  /// Links the mentions of a document.
  package func annotate(_ document: inout AnnotatedDocument) {
    let placing = GivenPlaces(document)
    let named = Set(document.mentions.lazy.filter { $0.form == .name }.map(\.tokens.lowerBound))
    let described = Set(
      document.mentions.lazy.filter { $0.form == .nominal }.map(\.tokens.upperBound))
    let placed = given.map { item in
      let tokens = placing.tokens(in: item.range)
      var form = placing.form(of: item, tokens)
      if form == .name, !named.contains(tokens.lowerBound), described.contains(tokens.upperBound) {
        form = .nominal
      }
      return Placed(item: item, tokens: tokens, form: form)
    }
    var entities = GivenEntities(document.entities)
    noteChains(placed, document, &entities)
    linkNames(placed, &document, &entities)
    var found = FoundReferences(document.mentions)
    for own in placed where own.form != .name && !own.tokens.isEmpty {
      link(own, found.take(own.form, own.tokens), &document, &entities)
    }
    document.mentions.sort { ($0.firstToken, $0.endToken) < ($1.firstToken, $1.endToken) }
    document.entities = entities.all
  }

  // MARK: Names

  /// Lets each chain mean whom its longest name does.
  private func noteChains(
    _ placed: [Placed], _ document: AnnotatedDocument, _ entities: inout GivenEntities
  ) {
    var longest: [String: (length: Int, item: GivenMention, entity: UInt32)] = [:]
    var named: [Int: UInt32] = [:]
    for mention in document.mentions where mention.form == .name {
      named[Int(mention.firstToken)] = mention.entity
    }
    for own in placed where own.form == .name && own.item.name == nil {
      guard let chain = own.item.chain, let entity = named[own.tokens.lowerBound] else { continue }
      if own.item.range.length > longest[chain]?.length ?? 0 {
        longest[chain] = (own.item.range.length, own.item, entity)
      }
    }
    for (_, item, entity) in longest.values { entities.note(item, entity) }
  }

  private func linkNames(
    _ placed: [Placed], _ document: inout AnnotatedDocument, _ entities: inout GivenEntities
  ) {
    let placing = GivenPlaces(document)
    var byStart: [Int: GivenMention] = [:]
    for own in placed where own.form == .name && byStart[own.tokens.lowerBound] == nil {
      byStart[own.tokens.lowerBound] = own.item
    }
    for (index, mention) in document.mentions.enumerated() where mention.form == .name {
      guard let item = byStart[Int(mention.firstToken)] else { continue }
      let found = mention.entity.map { entities.all[Int($0)] }
      let surface = document.text.string(placing.bytes(of: mention.tokens))
      if item.name != nil || item.identifier != nil, let type = item.type ?? found?.type {
        document.mentions[index].entity = entities.number(
          of: item, item.name ?? found?.name ?? surface, type, surface)
        document.mentions[index].reason = Self.reason(item)
        document.mentions[index].certainty = 1
      } else if item.chain != nil, let entity = entities.known(item), entity != mention.entity {
        entities.add(alias: surface, to: entity)
        document.mentions[index].entity = entity
        document.mentions[index].reason = Self.reason(item)
        document.mentions[index].certainty = 1
      } else {
        document.mentions[index].reason = Self.reason(item, mention.reason)
      }
    }
  }

  // MARK: Pronouns and descriptions

  /// Links a pronoun or a description, which may have been found already.
  private func link(
    _ own: Placed, _ index: Int?, _ document: inout AnnotatedDocument,
    _ entities: inout GivenEntities
  ) {
    let type = own.item.type ?? .person
    let entity =
      own.item.name.map { entities.number(of: own.item, $0, type, nil) } ?? entities.known(own.item)
    if let index {
      let found = document.mentions[index]
      document.mentions[index].reason = Self.reason(own.item, entity == nil ? found.reason : "")
      guard let entity else { return }
      document.mentions[index].entity = entity
      document.mentions[index].certainty = 1
    } else {
      let why = entity == nil ? "it does not tell who is meant" : ""
      var mention = Mention(
        firstToken: UInt32(own.tokens.lowerBound), endToken: UInt32(own.tokens.upperBound),
        form: own.form, entity: entity, reason: Self.reason(own.item, why))
      if entity != nil { mention.certainty = 1 }
      document.mentions.append(mention)
    }
  }

  /// Why a mention is what it is: given, with what the source tells of it and what was found.
  private static func reason(_ item: GivenMention, _ found: String = "") -> String {
    (["given by the source, “\(item.field)”"] + [item.reason ?? "", found].filter { !$0.isEmpty })
      .joined(separator: "; ")
  }
}

/// The pronouns and descriptions that were found in a text, by their words.
private struct FoundReferences {

  private struct Place: Hashable {
    let form: Mention.Form
    let token: Int
  }

  private var indices: [Place: Int] = [:]
  private var isTaken: [Bool]

  init(_ mentions: [Mention]) {
    isTaken = [Bool](repeating: false, count: mentions.count)
    for (index, mention) in mentions.enumerated() where mention.form != .name {
      for token in mention.tokens { indices[Place(form: mention.form, token: token)] = index }
    }
  }

  /// Returns the index of the mention that shares words with a given one, which is taken by the first that does.
  mutating func take(_ form: Mention.Form, _ tokens: Range<Int>) -> Int? {
    let token = tokens.first { indices[Place(form: form, token: $0)] != nil }
    guard let index = token.flatMap({ indices[Place(form: form, token: $0)] }), !isTaken[index]
    else { return nil }
    isTaken[index] = true
    return index
  }
}
