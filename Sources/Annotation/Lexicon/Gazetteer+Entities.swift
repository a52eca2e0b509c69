extension Gazetteer {

  /// The entity that a name of the table stands for.
  ///
  /// - Parameters:
  ///   - match: The name as the table has it.
  ///   - surface: The name as the text has it.
  /// - Returns: The entity, and why it is that; nil where it is none.
  func entity(of match: Match, as surface: String) -> (DocumentEntity, reason: String)? {
    let name = String(decoding: bytes[match.name], as: UTF8.self)
    let head = field(1, ofLine: match.line)
    func entity(_ name: String, _ type: EntityType, _ key: String) -> DocumentEntity {
      DocumentEntity(name: name, type: type, aliases: [surface], known: key)
    }
    switch match.kind {
    case .country: return (entity(head, .place, head), "a country")
    case .demonym:
      let group = items(3, ofLine: match.line).first ?? name
      return (entity(group, .group, "\(head)/demonym/\(group)"), "the people of \(head)")
    case .capital:
      return (entity(name, .place, "\(head)/capital/\(name)"), "the capital of \(head)")
    case .seat:
      return (entity(name, .organization, "\(head)/seat/\(name)"), "the seat of power of \(head)")
    case .organization: return (entity(head, .organization, head), "a known body")
    case .place: return (entity(name, .place, name), "a known place")
    case .person: return (entity(head, .person, head), "a known name")
    case .firstName, .other: return nil
    }
  }
}
