internal import Annotation

extension GivenLayers {

  /// The fields in which a source has its words, and the reader that knows them.
  public struct WordFields: Hashable, Sendable {

    /// The name of the reader.
    public var reader = ""
    /// The field of the word itself.
    public var word = "word"
    /// That of its dictionary form.
    public var lemma = "lemma"
    /// That of its part of speech.
    public var tag = "pos"

    /// Creates the fields of words, with the names that most sources give them.
    public init(
      reader: String = "", word: String = "word", lemma: String = "lemma", tag: String = "pos"
    ) {
      self.reader = reader
      self.word = word
      self.lemma = lemma
      self.tag = tag
    }
  }

  /// What of the words is given, and by which fields, in one line; nil where no words are.
  var givenWords: String? {
    guard !tokens.isEmpty else { return nil }
    var layers = ["words"]
    var fields = [wordFields.word]
    if isLemmatized {
      layers.append("lemmas")
      fields.append(wordFields.lemma)
    }
    if isTagged {
      layers.append("tags")
      fields.append(wordFields.tag)
    }
    let reader = wordFields.reader.isEmpty ? "" : " of \(wordFields.reader)"
    return "\(Self.list(layers)): given by the source, "
      + "\(Self.list(fields.map { "“\($0)”" }))\(reader)"
  }

  private static func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}
