/// Tells the fields of life that a document is from, where the evidence is strong.
///
/// A field needs several of its words, and enough of them for the length of the text.
enum Subjects {

  /// So many different words of a field must be there.
  private static let leastWords = 5

  /// So many words of a thousand must be of the field.
  private static let leastShare = 18

  /// No more fields than these are told, the strongest first.
  private static let most = 3

  /// What was found of a field.
  private struct Evidence {
    var count = 0
    var words: Set<WordHash> = []
  }

  /// Returns the topics of a document, the strongest first.
  static func topics(of document: AnnotatedDocument) -> [Topic] {
    let lexicon = SubjectLexicon.english
    var evidence = [Evidence](repeating: Evidence(), count: lexicon.names.count)
    var length = 0
    for token in document.tokens where token.partOfSpeech != .punct {
      length += 1
      guard isTelling(token.partOfSpeech) else { continue }
      let word = WordHash(token.lemma)
      var fields = lexicon.fields(of: word)
      while fields != 0 {
        let field = fields.trailingZeroBitCount
        evidence[field].count += 1
        evidence[field].words.insert(word)
        fields &= fields - 1
      }
    }
    let strong = evidence.indices.filter {
      evidence[$0].words.count >= leastWords && evidence[$0].count * 1000 >= length * leastShare
    }
    return strong.sorted { (evidence[$1].count, $0) < (evidence[$0].count, $1) }.prefix(most).map {
      Topic(lexicon.names[$0], reason: "subject")
    }
  }

  private static func isTelling(_ tag: PartOfSpeech) -> Bool {
    tag == .noun || tag == .verb || tag == .adj || tag == .propn
  }
}
