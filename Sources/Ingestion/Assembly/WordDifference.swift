internal import CorpusStore

/// Two wordings of one statement, told apart word by word.
///
/// The words that both have in their order are the fewest insertions and deletions apart (Myers
/// 1986, “An O(ND) difference algorithm and its variations”). Words are the same where they are so
/// without case, accents and punctuation; a dash that stands alone is no word of its own.
///
///     Europe is [not → still not] safe
///
/// A stretch that the second has instead of one of the first stands as `[old → new]`, one that only
/// the first has as `[-old-]`, and one that only the second has as `[+new+]`, as `wdiff` marks them.
package struct WordDifference: Sendable {

  /// A stretch of words: shared ones where both sides are the same words.
  package struct Change: Hashable, Sendable {
    /// The words of the first wording that are replaced; empty where words are added.
    package var removed: Range<Int>
    /// The words of the second wording that replace them; empty where words are removed.
    package var added: Range<Int>
  }

  /// The changes that lead from the first wording to the second, in order and apart.
  package let changes: [Change]

  private let first: Words
  private let second: Words

  /// Compares two wordings.
  package init(from first: Words, to second: Words) {
    self.first = first
    self.second = second
    changes = MyersScript.changes(from: first.keys, to: second.keys)
  }

  /// The second wording with its differences from the first marked.
  package var marked: String {
    var parts: [String] = []
    var position = 0
    for change in changes {
      parts += first.texts[position..<change.removed.lowerBound]
      let old = first.texts[change.removed].joined(separator: " ")
      let new = second.texts[change.added].joined(separator: " ")
      if change.added.isEmpty {
        parts.append("[-\(old)-]")
      } else {
        parts.append(change.removed.isEmpty ? "[+\(new)+]" : "[\(old) → \(new)]")
      }
      position = change.removed.upperBound
    }
    return (parts + first.texts[position...]).joined(separator: " ")
  }

  /// The words of a wording.
  package struct Words: Sendable {

    /// Each word as it stands, with the punctuation around it.
    package let texts: [String]

    /// Each word as it is compared.
    package let keys: [String]

    /// Takes a text apart at its blanks.
    package init(_ text: String) {
      var texts: [String] = []
      var keys: [String] = []
      for part in text.split(whereSeparator: \.isWhitespace) {
        let key = Self.key(of: part)
        if key.isEmpty, let last = texts.indices.last {
          texts[last] += " " + part
        } else {
          texts.append(String(part))
          keys.append(key)
        }
      }
      self.texts = texts
      self.keys = keys
    }

    /// Marks inside of a word (`don't`, `well-known`) belong to it.
    private static func key(of word: Substring) -> String {
      func isMark(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
          && !"%$€£".unicodeScalars.contains(scalar)
      }
      var scalars = word.unicodeScalars[...]
      while let last = scalars.last, isMark(last) { scalars.removeLast() }
      let inner = scalars.drop(while: isMark)
      return TextFolding.fold(String(String.UnicodeScalarView(inner)))
    }
  }
}
