internal import Annotation
internal import CorpusStore

/// The places where something is named, while documents are added.
struct MentionRows {

  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private var entities: [UInt32] = []
  private var forms: [UInt32] = []
  private var documents: [UInt32] = []
  private var reasons = TextList()

  /// The number of bytes of reasons so far.
  var reasonByteCount: Int { reasons.byteCount }

  /// The number of mentions so far.
  var count: Int { starts.count }

  mutating func add(
    _ document: AnnotatedDocument, _ place: DocumentPlace, names: inout StringPoolBuilder
  ) {
    for mention in document.mentions {
      starts.append(place.tokenStart + mention.firstToken)
      ends.append(place.tokenStart + mention.endToken)
      entities.append(place.entity(mention.entity))
      forms.append(names.intern(mention.form.rawValue).rawValue)
      documents.append(place.row)
      reasons.append(mention.reason)
    }
  }

  func addColumns(entities resolved: [DocumentEntity], to columns: inout ColumnWriter) {
    let table = Table.mentions
    columns.builder.setRows(of: table, count: count, regions: Regions(starts: starts, ends: ends))
    columns.addReference("entity", of: table, to: .entities, "who or what is meant", entities)
    columns.addName(
      "type", of: table, "person, organization, place or group",
      texts: entities.map { $0 == CodeColumn.missing ? "" : resolved[Int($0)].type.rawValue },
      type: .category)
    columns.addName("form", of: table, "name, nominal or pronoun", forms, type: .category)
    columns.builder.addRegionText("text", of: table, summary: "the words")
    columns.addDocument(of: table, documents)
    columns.addTexts("reason", of: table, "why it is that entity", reasons)
  }
}
