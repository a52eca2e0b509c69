internal import Annotation
internal import CorpusStore

extension CorpusAssembler {

  /// Adds the places where something is named.
  mutating func addMentions() {
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    var entities: [UInt32] = []
    for (index, document) in documents.enumerated() {
      for mention in document.mentions {
        starts.append(tokenStarts[index] + mention.firstToken)
        ends.append(tokenStarts[index] + mention.endToken)
        entities.append(entity(mention.entity, in: index))
      }
    }
    builder.setRows(
      of: .mentions, count: starts.count, regions: Regions(starts: starts, ends: ends))
    builder.add(
      "entity", of: .mentions, type: .reference(.entities), summary: "who or what is meant",
      column: .codes(CodeColumn(entities, domain: .rows(.entities))))
    addCategories(entities: entities)
    builder.addRegionText("text", of: .mentions, summary: "the words")
    addDocumentReference(of: .mentions, counts: documents.map(\.mentions.count))
    builder.add(
      "reason", of: .mentions, type: .text, summary: "why it is that entity",
      column: .texts(TextColumn(documents.flatMap { $0.mentions.map(\.reason) })))
  }

  private mutating func addCategories(entities: [UInt32]) {
    let types = entities.map {
      $0 == CodeColumn.missing ? $0 : symbol(resolution.entities[Int($0)].type.rawValue)
    }
    builder.add(
      "type", of: .mentions, type: .category, summary: "person, organization, place or group",
      column: .codes(CodeColumn(types, domain: .symbols)))
    var forms: [UInt32] = []
    for document in documents {
      for mention in document.mentions { forms.append(symbol(mention.form.rawValue)) }
    }
    builder.add(
      "form", of: .mentions, type: .category, summary: "name, nominal or pronoun",
      column: .codes(CodeColumn(forms, domain: .symbols)))
  }
}
