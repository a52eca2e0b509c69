/// What a token is of a name: where it stands in it, and of what type the name is.
///
/// Names of persons, bodies and places have a begin, inside, end or single tag (BIOES, Ratinov and
/// Roth 2009); groups, which seldom have two words, only begin and inside.
package enum NameTag {

  /// The number of tags.
  package static let count = 15
  /// A token outside of all names.
  package static let outside = 0

  /// The types in the order of their tags.
  package static let types: [EntityType] = [.person, .organization, .place, .group]

  /// Returns the tag of the token `index` of a name of `count` tokens.
  package static func tag(_ type: Int, _ index: Int, of count: Int) -> Int {
    let base = 1 + type * 4
    if type == 3 { return index == 0 ? base : base + 1 }
    if count == 1 { return base + 3 }
    return index == 0 ? base : index == count - 1 ? base + 2 : base + 1
  }

  /// The number of a tag's type; nil outside of names.
  package static func type(_ tag: Int) -> Int? { tag == outside ? nil : (tag - 1) / 4 }

  /// Whether a name starts at a token of this tag.
  package static func isStart(_ tag: Int) -> Bool {
    tag != outside && (part(tag) == 0 || part(tag) == 3)
  }

  /// Whether `next` may stand behind `tag`.
  package static func mayFollow(_ next: Int, _ tag: Int) -> Bool {
    let isOpen = tag != outside && type(tag) != 3 && part(tag) < 2
    if isOpen { return next != outside && type(next) == type(tag) && (1...2).contains(part(next)) }
    if next == outside || isStart(next) { return true }
    return type(tag) == 3 && type(next) == 3
  }

  /// Begin, inside, end or single, as 0...3.
  private static func part(_ tag: Int) -> Int { (tag - 1) % 4 }
}
