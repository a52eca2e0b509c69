/// What people are called on networks: “@adaode” is Ada Ode.
extension DocumentResolution {

  /// Adds a mention for each handle that is somebody’s name written as one, or stands in brackets
  /// behind a name.
  mutating func addHandles() {
    var people: [String: UInt32] = [:]
    for (index, entity) in register.entities.enumerated() where entity.type == .person {
      guard entity.name.utf8.contains(0x20) else { continue }
      people[Self.letters(entity.name)] = UInt32(index)
    }
    guard !people.isEmpty else { return }
    var next = 0
    var handles: [Mention] = []
    for token in text.tokens.indices {
      while next < mentions.count, Int(mentions[next].endToken) < token - 1 { next += 1 }
      let range = text.range(token)
      guard range.count > 3, text.bytes[range.lowerBound] == UInt8(ascii: "@") else { continue }
      let written = String(decoding: text.bytes[range], as: UTF8.self)
      let (entity, reason): (UInt32?, String) =
        if let named = people[Self.letters(written)] {
          (named, "“\(written)” is the name written as one")
        } else if let before = person(inFrontOf: token, from: next) {
          (before, "“\(written)” stands in brackets behind the name")
        } else {
          (nil, "")
        }
      guard let entity else { continue }
      people[Self.letters(written)] = entity
      handles.append(
        Mention(
          firstToken: UInt32(token), endToken: UInt32(token + 1), form: .name, entity: entity,
          reason: reason))
    }
    add(handles)
  }

  /// The person named right before a bracket and a handle.
  private func person(inFrontOf token: Int, from next: Int) -> UInt32? {
    guard text.isToken(token - 1, "(") else { return nil }
    let mention = mentions[next...].prefix(3).first { Int($0.endToken) == token - 1 }
    guard let entity = mention?.entity, register.entities[Int(entity)].type == .person else {
      return nil
    }
    return entity
  }

  /// The letters of a name, without case and accents.
  private static func letters(_ name: String) -> String {
    EntityName.folded(name.filter(\.isLetter))
  }
}
