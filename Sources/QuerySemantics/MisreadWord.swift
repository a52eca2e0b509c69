internal import Diagnostics
internal import QuerySyntax

/// A word in a value of several words that was likely meant to end the value.
///
/// A value without quotation marks runs on to the next keyword, and so takes in one that is
/// misspelt: `by Macron abuot China`.
struct MisreadWord {

  /// The word as it stands in the value.
  let written: String

  /// What was likely meant.
  let meant: String

  /// Finds such a word between others; nil where there is none.
  init?(in value: Value) {
    guard case .bareword(let text) = value.kind else { return nil }
    let words = text.split(separator: " ").map(String.init)
    for word in words.dropFirst().dropLast() {
      guard let meant = Self.meant(by: word.lowercased()) else { continue }
      (written, self.meant) = (word, meant)
      return
    }
    return nil
  }

  /// Whether a value is what other languages call one that is not there.
  static func isAbsence(_ value: Value) -> Bool {
    guard case .bareword(let text) = value.kind else { return false }
    return ["null", "none", "nil", "missing"].contains(text.lowercased())
  }

  private static func meant(by word: String) -> String? {
    if let quoth = foreign[word] { return quoth }
    if Keyword(rawValue: word)?.regionOperator != nil { return "\(word) (…)" }
    guard Keyword(rawValue: word) == nil, let near = nearest(to: word) else { return nil }
    return near
  }

  /// The keyword that has the letters of a short word in another order, or nearly those of a long
  /// one.
  private static func nearest(to word: String) -> String? {
    let length = word.unicodeScalars.count
    guard length > 3 else {
      return endings.first { $0 != word && $0.sorted() == word.sorted() }
    }
    let limit = length > 5 ? 2 : 1
    return EditDistance.nearest(to: word, among: endings).first {
      $0.unicodeScalars.count > 3 && EditDistance.between(word, $0, limit: limit) != nil
    }
  }

  /// What ends a value.
  private static let endings =
    (Keyword.ladder + Keyword.regions + Keyword.steps + [.and, .or]).map(\.rawValue)

  /// Words of everyday speech, with the form of the language.
  private static let foreign = [
    "on": "about", "regarding": "about", "concerning": "about", "over": "about",
    "in": "where date in …", "during": "where date in …", "from": "since", "mentioning": "mentions",
    "containing": "where text contains …", "saying": "where text contains …",
  ]
}
