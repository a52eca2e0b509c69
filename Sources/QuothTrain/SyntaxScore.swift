internal import Annotation

/// How well words, tags, lemmas and dependencies agree with a treebank.
///
/// The rules are those of the CoNLL 2018 shared task (Zeman et al. 2018): words are aligned by their
/// characters, and each measure is an F1 over all words. Subtypes of relations do not count.
struct SyntaxScore: CustomStringConvertible {

  private var gold = 0
  private var found = 0
  private var aligned = 0
  private var tags = 0
  private var lemmas = 0
  private var heads = 0
  private var labelled = 0
  private var goldSentences = 0
  private var foundSentences = 0
  private var alignedSentences = 0

  /// Words, sentences, tags, lemmas, heads, and heads with relations, in percent.
  var words: Double { f1(aligned) }
  var partsOfSpeech: Double { f1(tags) }
  var lemmaForms: Double { f1(lemmas) }
  var unlabelled: Double { f1(heads) }
  var labelledAttachment: Double { f1(labelled) }
  var sentences: Double {
    200 * Double(alignedSentences) / Double(max(goldSentences + foundSentences, 1))
  }

  private func f1(_ count: Int) -> Double { 200 * Double(count) / Double(max(gold + found, 1)) }

  /// Counts what an annotator found in a document.
  mutating func add(_ document: AnnotatedDocument, against truth: Treebank.Document) {
    gold += truth.words.count
    found += document.tokens.count
    var places: [ByteRange: Int] = [:]
    for (index, word) in truth.words.enumerated() { places[word.range] = index }
    let alignment = document.tokens.map { places[$0.range] }
    for (index, token) in document.tokens.enumerated() {
      guard let place = alignment[index] else { continue }
      let word = truth.words[place]
      aligned += 1
      if word.tag == token.partOfSpeech { tags += 1 }
      if word.lemma.elementsEqual(token.lemma.utf8) { lemmas += 1 }
      guard Int(token.head) < alignment.count, alignment[Int(token.head)] == word.head else {
        continue
      }
      heads += 1
      if word.relation.universal == token.relation.universal { labelled += 1 }
    }
    addSentences(document, truth)
  }

  private mutating func addSentences(_ document: AnnotatedDocument, _ truth: Treebank.Document) {
    let gold = Set(
      truth.sentences.map {
        ByteRange(truth.words[$0.lowerBound].range.start, truth.words[$0.upperBound - 1].range.end)
      })
    let found = document.sentences.map {
      ByteRange(
        document.tokens[Int($0.firstToken)].range.start,
        document.tokens[Int($0.endToken) - 1].range.end)
    }
    goldSentences += gold.count
    foundSentences += found.count
    alignedSentences += found.count { gold.contains($0) }
  }

  var description: String {
    let measures = [
      ("words", words), ("sentences", sentences), ("UPOS", partsOfSpeech), ("lemma", lemmaForms),
      ("UAS", unlabelled), ("LAS", labelledAttachment),
    ]
    return measures.map { "\($0.0) \(Double(Int($0.1 * 100 + 0.5)) / 100)" }.joined(separator: "  ")
  }
}
