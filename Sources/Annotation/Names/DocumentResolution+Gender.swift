extension DocumentResolution {

  /// The gender of a named person by gazetteer, first name or form of address.
  func gender(_ entity: DocumentEntity, _ mention: Mention) -> String {
    guard entity.type == .person else { return "" }
    if let known = entity.known, let match = Gazetteer.world.lookup(known), match.kind == .person {
      return Gazetteer.world.field(3, ofLine: match.line)
    }
    let address = EntityName.gender(ofRoles: entity.roles)
    guard address.isEmpty, mention.form == .name else { return address }
    let first = Int(mention.firstToken)
    guard let match = Gazetteer.world.firstName(at: first, in: text, limit: Int(mention.endToken))
    else {
      return ""
    }
    return Gazetteer.world.field(1, ofLine: match.line)
  }
}
