internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

extension Analyzer {

  /// Binds `topic = value`: a topic of the corpus, one the user defined, or an entity by any name.
  mutating func bindTopic(_ path: BoundPath, _ value: Value) -> BoundPredicate {
    let own = bindOwnTopic(path, value)
    let codes = topicCodes(path, value)
    if !codes.isEmpty {
      tellTopics(value, codes, path)
      let corpus = BoundPredicate.codes(path, codes)
      return own.map { .any([$0, corpus]) } ?? corpus
    }
    if let own { return own }
    return bindMentioned(path, value)
  }

  /// The topics called so; where there is none, those called as the entities are that it names.
  func topicCodes(_ path: BoundPath, _ value: Value) -> [UInt32] {
    let direct = codes(folding: Numeral.text(value), in: path)
    if case .exact = value.kind { return direct }
    guard direct.isEmpty else { return direct }
    let codes = entities(named: value).flatMap { self.codes(folding: names.name(of: $0), in: path) }
    return Set(codes).sorted()
  }

  private mutating func tellTopics(_ value: Value, _ codes: [UInt32], _ path: BoundPath) {
    guard let dictionary = dictionary(of: path), case .attribute(let attribute) = path.target
    else { return }
    let candidates = codes.map { code in
      Notice.Candidate(
        name: corpus.label(of: code, in: dictionary),
        count: dictionary.postings.count(of: Int(code)), unit: attribute.table.name)
    }.sorted { $0.count > $1.count }
    tell(candidates.count == 1 ? .topic(value, candidates[0]) : .ambiguous(value, candidates))
  }

  /// A topic of the user's is any of its phrases, in the text of the row that has the attribute.
  private mutating func bindOwnTopic(_ path: BoundPath, _ value: Value) -> BoundPredicate? {
    guard let topic = environment.topics[TextFolding.fold(Numeral.text(value))] else { return nil }
    tell(.ownTopic(value, phrases: topic.phrases.map(\.text)))
    let phrases = BoundPredicate.any(topic.phrases.map { .phrase($0) })
    guard let hop = path.hops.last, case .reference(let table) = hop.type else { return phrases }
    let holders = BoundQuery(
      source: .table(table), steps: [.filter([BoundClause(phrases, at: value.range)])])
    return .region(.within, .query(holders))
  }

  /// An entity that is no topic is still something that rows mention.
  private mutating func bindMentioned(_ path: BoundPath, _ value: Value) -> BoundPredicate {
    let entities = entities(named: value)
    if case .attribute(let attribute) = path.target, !entities.isEmpty,
      let mention = corpus.schema.attribute("mention", of: attribute.table)
    {
      let mentions = BoundPath(hops: path.hops, target: .attribute(mention), text: "mention")
      tellResolved(value, entities, unit: "mentions", count: mentionCount)
      let codes = entityCodes(entities, in: mentions)
      if codes.isEmpty, !tellContained(value, of: path) { _ = tellContained(value, of: mentions) }
      return .codes(mentions, codes)
    }
    let aliases = names.all().flatMap { name, entity -> [NearestNames.Entry] in
      topicEntries(path, of: names.name(of: entity)).map {
        .init(name: name, value: $0.value, count: $0.count)
      }
    }
    let own = environment.topics.values.map {
      NearestNames.Entry(name: $0.name, value: $0.name, count: 0)
    }
    tellUnknown(value, of: path, entries: { $0.entries(of: path) + aliases + own })
    return .codes(path, [])
  }

  private func topicEntries(_ path: BoundPath, of name: String) -> [NearestNames.Entry] {
    guard let dictionary = dictionary(of: path) else { return [] }
    return codes(folding: name, in: path).map { code in
      let label = corpus.label(of: code, in: dictionary)
      return .init(name: label, value: label, count: dictionary.postings.count(of: Int(code)))
    }
  }
}
