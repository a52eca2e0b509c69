/// Gives those who are named the offices that a source tells of them.
package struct GivenRoles: Annotator {

  /// Who is named, and who speaks.
  package static let requires: Set<Layer> = [.entities, .quotes]
  /// More of the entities.
  package static let provides: Set<Layer> = [.entities]

  private let given: [DocumentEntity]

  /// Creates the step; of `given` the names and the roles are used.
  package init(_ given: [DocumentEntity]) { self.given = given.filter { !$0.roles.isEmpty } }

  /// Adds the roles to the entities of the same name.
  package func annotate(_ document: inout AnnotatedDocument) {
    var byName: [String: Int] = [:]
    for (index, entity) in document.entities.enumerated() {
      for name in [entity.name] + entity.aliases {
        let key = Self.key(name, entity.type)
        if byName[key] == nil { byName[key] = index }
      }
    }
    for entity in given {
      guard let index = byName[Self.key(entity.name, entity.type)] else { continue }
      for role in entity.roles where !document.entities[index].roles.contains(role) {
        document.entities[index].roles.append(role)
      }
    }
  }

  private static func key(_ name: String, _ type: EntityType) -> String {
    "\(type.rawValue)|\(EntityName.folded(name))"
  }
}
