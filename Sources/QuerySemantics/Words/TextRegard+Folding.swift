internal import CorpusStore

extension TextRegard {

  /// Returns `text` with what does not count made alike: two texts are equal to this regard where
  /// the results are.
  ///
  /// Without case and accents it is the folded form; with both it is the text itself.
  public func applied(to text: String) -> String {
    switch (letterCase, accents) {
    case (true, true): text
    case (false, false): TextFolding.fold(text)
    case (false, true): text.unicodeScalars.map(\.properties.lowercaseMapping).joined()
    case (true, false): Self.withoutAccents(text)
    }
  }

  /// Folds each letter and makes those large again that were.
  private static func withoutAccents(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let plain = TextFolding.fold(String(scalar))
      result += scalar.properties.isUppercase ? plain.uppercased() : plain
    }
    return result
  }
}
