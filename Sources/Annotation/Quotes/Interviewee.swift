/// Whom an interview is with: the one person whom its title names, or else its lead.
struct Interviewee {

  /// The person, as an index into the entities of the document.
  let entity: UInt32

  /// By what they are known, in words.
  let why: String

  /// Finds the person; nil where title and lead name none or several.
  ///
  /// - Parameters:
  ///   - document: The interview, with its entities.
  ///   - end: Where the first question begins, in bytes.
  init?(_ document: AnnotatedDocument, before end: UInt32) {
    if let entity = Self.named(in: document) {
      self.init(entity: entity, why: "whom the title of the interview names")
    } else if let entity = Self.introduced(in: document, before: end) {
      self.init(entity: entity, why: "whom the lead of the interview names")
    } else {
      return nil
    }
  }

  private init(entity: UInt32, why: String) {
    self.entity = entity
    self.why = why
  }

  private static func named(in document: AnnotatedDocument) -> UInt32? {
    let title = (document.metadata.title ?? "").split { !$0.isLetter && $0 != "-" }
    let people = document.entities.indices.filter { index in
      let entity = document.entities[index]
      guard entity.type == .person, let last = entity.name.split(separator: " ").last else {
        return false
      }
      return title.contains { EntityName.folded($0) == EntityName.folded(last) }
    }
    return people.count == 1 ? UInt32(people[0]) : nil
  }

  private static func introduced(in document: AnnotatedDocument, before end: UInt32) -> UInt32? {
    let people = Set(
      document.mentions.compactMap { mention -> UInt32? in
        let start = document.tokens[Int(mention.firstToken)].range.start
        guard mention.form == .name, start < end, let entity = mention.entity,
          document.entities[Int(entity)].type == .person
        else { return nil }
        return entity
      })
    return people.count == 1 ? people.first : nil
  }
}
