/// The blank between a match and its context, which the parts of a concordance do not hold.
///
/// A straight quotation mark opens where nothing stands before it or a blank does, and closes where
/// nothing, a blank or a mark stands behind it.
enum ConcordanceJoint {

  /// Returns what stands before a match, and a blank unless it ends with an opening mark.
  static func before(_ text: String) -> String {
    guard let last = text.last, last != " " else { return text }
    if "“‘(«[".contains(last) { return text }
    if "\"'".contains(last), text.dropLast().last.map(isGap) ?? true { return text }
    return text + " "
  }

  /// Returns what stands behind a match, after a blank unless it begins with a closing mark or with
  /// the rest of a contraction.
  static func after(_ text: String) -> String {
    guard let first = text.first, first != " " else { return text }
    if "”’)»].,;:!?".contains(first) || isContraction(text) { return text }
    if "\"'".contains(first), !(text.dropFirst().first?.isLetter ?? false) { return text }
    return " " + text
  }

  /// Whether a quotation mark behind it opens.
  private static func isGap(_ character: Character) -> Bool { " “‘(«[—–".contains(character) }

  /// Whether a text begins with `'s`, `'ll` or the like.
  private static func isContraction(_ text: String) -> Bool {
    let word = text.prefix { $0.isLetter || $0 == "'" || $0 == "’" }
    return contractions.contains(String(word).lowercased())
  }

  private static let contractions: Set<String> = [
    "'s", "'ll", "'re", "'ve", "'d", "'m", "n't", "n’t",
  ]
}
