/// The words in an identifier that is made of a name, as `AnnLee` and `Ann_Lee` are.
enum IdentifierWords {

  /// Returns the name that an identifier is made of; the identifier itself where it is of one word.
  ///
  /// `AnnLee.1964` loses the number that tells one Ann Lee from others, and `TomMcRoe` is of two words.
  static func name(_ identifier: some StringProtocol) -> String {
    let words = identifier.split { $0 == "_" }.joined(separator: " ")
    guard !words.contains(" ") else { return words }
    let bare = Substring(words.reversed().drop { $0.isNumber || $0 == "." || $0 == "-" }.reversed())
    let parts = parts(of: bare)
    let areNames =
      parts.count > 1 && parts.count < 7 && bare.allSatisfy { $0.isLetter || $0 == "-" }
    return areNames && parts[0].first?.isUppercase == true ? parts.joined(separator: " ") : words
  }

  /// A word in camel case, divided.
  private static func parts(of word: Substring) -> [String] {
    let letters = Array(word)
    var parts: [String] = [""]
    for (index, letter) in letters.enumerated() {
      let follows = index > 0 && letters[index - 1].isLowercase
      let begins =
        index > 0 && letters[index - 1].isUppercase && index + 1 < letters.count
        && letters[index + 1].isLowercase
      let last = parts[parts.count - 1]
      let isPrefix = last == "Mc" || last == "Mac" && parts.count > 1
      if letter.isUppercase, follows || begins, !isPrefix, last.last != "-" { parts.append("") }
      parts[parts.count - 1].append(letter)
    }
    return parts
  }
}
