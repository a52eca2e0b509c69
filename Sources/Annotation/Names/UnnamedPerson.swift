/// Someone who is not named, but whom a "he" or "she" behind may mean: "my mother", "a young man".
struct UnnamedPerson {

  /// The number that stands for someone unnamed of this gender.
  let entity: Int
  /// Whether the words are the subject of their clause.
  let isSubject: Bool

  /// Reads the noun at a token, or returns nil where a name goes with it or none of these stands.
  init?(_ token: Int, _ text: TokenText, _ sentence: Sentence) {
    guard let entity = Self.entity(text.hash(token)), !Self.isNamed(token + 1, text) else {
      return nil
    }
    let first = Int(sentence.firstToken)
    let start = (max(first, token - 3)..<max(first, token)).last {
      Self.determiners.contains(text.hash($0))
    }
    guard let start else { return nil }
    self.entity = entity
    isSubject = SubjectRule.isSubject(
      Mention(
        firstToken: UInt32(start), endToken: UInt32(token + 1), form: .nominal, entity: nil,
        reason: ""), text, sentence)
  }

  /// The gender that a number stands for.
  static func gender(_ entity: Int) -> String { entity == man ? "m" : entity == woman ? "f" : "" }

  private static let man = -2
  private static let woman = -3

  private static func entity(_ word: WordHash) -> Int? {
    if men.contains(word) { return man }
    if women.contains(word) { return woman }
    return either.contains(word) ? DocumentResolution.nobody : nil
  }

  /// "my grandfather Bo Ding", "a man named Ding", "my son, Bo".
  private static func isNamed(_ next: Int, _ text: TokenText) -> Bool {
    guard next < text.tokens.count else { return false }
    if text.isToken(next, ",") { return next + 1 < text.tokens.count && isName(next + 1, text) }
    return isName(next, text) || text.isToken(next, "named") || text.isToken(next, "called")
  }

  private static func isName(_ index: Int, _ text: TokenText) -> Bool {
    text.isCapitalized(index) && text.tokens[index].partOfSpeech == .propn
  }

  private static let determiners = WordSet("my his her our your their a an another one this that")
  private static let men = WordSet(
    "father dad grandfather grandpop grandpa husband son brother uncle nephew man guy boy gentleman"
  )
  private static let women = WordSet(
    "mother mom mum grandmother grandma wife daughter sister aunt niece woman girl lady")
  private static let either = WordSet(
    """
    friend colleague doctor teacher student neighbor neighbour professor coach boss kid worker nurse
    producer farmer owner officer firefighter soldier veteran mechanic lawyer judge patient survivor
    reporter mayor senator child parent customer
    """
  )
}
