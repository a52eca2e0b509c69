/// How words refer that a source marks without telling so: by a name, a description or a pronoun.
///
/// Programs that look for names mark names alone; annotators who were asked for all that means a person
/// mark “she” and “the mayor”, too, and neither is a name of anybody.
package enum ReferringWords {

  /// Returns how words refer to something of a sort.
  ///
  /// - Parameters:
  ///   - words: The words in their order.
  ///   - type: What sort of thing they mean; nil where it is not known.
  /// - Returns: The form, a name where nothing speaks against it.
  package static func form(of words: [String], _ type: EntityType?) -> Mention.Form {
    guard let first = words.first else { return .name }
    if words.count == 1 { return isPronoun(first) ? .pronoun : .name }
    guard determiners.contains(WordHash(first)) else { return .name }
    let rest = words.dropFirst()
    let areLow = rest.allSatisfy { isLow($0) || !$0.contains(where: \.isLetter) }
    if areLow, rest.contains(where: isLow) {
      // Texts in small letters have “the united states”.
      let name = rest.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
      return Gazetteer.world.lookup(name) == nil ? .nominal : .name
    }
    // “The mayor of Otterburg” and “the German chancellor”, but “the Bank of Otterburg”.
    guard type == .person, let next = rest.first, let last = rest.last else { return .name }
    return isLow(next) && !InvertedName.isParticle(next) || isLow(last) ? .nominal : .name
  }

  /// Whether a word is a pronoun, in the letters in which texts have one: “US” and “WHO” are names.
  package static func isPronoun(_ word: String) -> Bool {
    guard pronouns.contains(WordHash(word)) else { return false }
    let isShouted = word.utf8.count > 1 && word == word.uppercased()
    return !isShouted || !names.contains(WordHash(word))
  }

  private static func isLow(_ word: String) -> Bool { word.first?.isLowercase ?? false }

  private static let pronouns = WordSet(
    """
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
    she her hers herself it its itself they them their theirs themselves themself who whom whose which
    that this these those one oneself someone somebody anyone anybody everyone everybody nobody
    """)

  private static let names = WordSet("us it who me one mine which that this")

  private static let determiners = WordSet(
    "the a an this that these those my your his her its our their some")
}
