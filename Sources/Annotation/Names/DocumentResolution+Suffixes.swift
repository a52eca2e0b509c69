extension DocumentResolution {

  /// The "Jr." and "Sr." of mentions, by their number, of people whom a document tells apart by that alone.
  ///
  /// Where it names one of them only, the suffix is none of the name.
  static func suffixes(
    of mentions: [Mention], _ named: [DocumentEntity], _ text: TokenText
  ) -> [Int: String] {
    var found: [Int: (name: String, suffix: String)] = [:]
    var known: [String: Set<String>] = [:]
    for (index, mention) in mentions.enumerated() {
      let end = Int(mention.endToken)
      guard mention.form == .name, end - Int(mention.firstToken) > 2,
        let suffix = PersonName.suffix(text.string(end - 1, end)),
        let entity = mention.entity.map({ named[Int($0)] }), entity.type == .person,
        entity.known == nil
      else { continue }
      let name = EntityName.folded(entity.name)
      found[index] = (name, suffix)
      known[name, default: []].insert(suffix)
    }
    return found.filter { known[$0.value.name]?.count ?? 0 > 1 }.mapValues(\.suffix)
  }
}
