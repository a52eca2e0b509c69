internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

extension Analyzer {

  /// Returns the pattern of a phrase: its words as the corpus splits and folds them.
  mutating func bindPhrase(_ name: Name) -> PhrasePattern {
    let words = Wildcard.protecting(name.text, environment.tokenize)
    if words.isEmpty { report(.emptyPhrase(name)) }
    return PhrasePattern(text: name.text, places: words.map { place(of: $0, in: name) })
  }

  private mutating func place(of word: String, in phrase: Name) -> [UInt32] {
    let dictionary = corpus.tokens.folds.dictionary
    let folded = TextFolding.fold(word)
    if QuotationMarks.isDouble(word) {
      return QuotationMarks.double.compactMap { mark in
        corpus.pool.symbol(of: String(mark)).flatMap { dictionary.code(of: $0.rawValue) }
      }.sorted()
    }
    if Wildcard.isIn(folded) {
      let codes = Wildcard(folded).codes(in: corpus)
      if codes.isEmpty {
        tellUnknownWord(at: phrase.range) { _ in .unknownWord(word, in: phrase, []) }
      }
      return codes
    }
    if let symbol = corpus.pool.symbol(of: folded), let code = dictionary.code(of: symbol.rawValue)
    {
      return [code]
    }
    tellUnknownWord(at: phrase.range) {
      .unknownWord(word, in: phrase, $0.nearestWords(to: folded))
    }
    return []
  }

  /// Tells of a word that stands nowhere, unless so many have been told that they are only counted.
  ///
  /// What is like a word is looked for among all that the corpus has, which is done for a few.
  mutating func tellUnknownWord(at range: SourceRange, _ notice: (Analyzer) -> Notice) {
    guard tellsNames else { return }
    let told = notices.count { $0.kind == .unknownWord }
    if told < Self.mostUnknownWords { tell(notice(self)) }
    if told == Self.mostUnknownWords { tell(.moreUnknownWords(at: range)) }
  }

  /// The words that stand nowhere which one statement names.
  private static let mostUnknownWords = 8

  /// The words of the corpus that are like one that it has not.
  ///
  /// Only words of about the same length are looked at, so that a great vocabulary costs little.
  private func nearestWords(to word: String) -> [Notice.Candidate] {
    nearest(to: word, in: corpus.tokens.folds.dictionary)
  }

  /// The values of tokens that are like one that none has.
  func nearestValues(to word: String, of path: BoundPath) -> [Notice.Candidate] {
    dictionary(of: path).map { nearest(to: word, in: $0) } ?? []
  }

  private func nearest(to word: String, in dictionary: ColumnDictionary) -> [Notice.Candidate] {
    guard tellsNames else { return [] }
    let length = word.utf8.count
    let entries = (0..<dictionary.count).lazy.filter {
      let own = corpus.pool.bytes(of: dictionary.symbol(of: UInt32($0))).count
      return abs(own - length) <= max(1, (length + 1) / 3)
    }.map { code in
      let text = corpus.pool[dictionary.symbol(of: UInt32(code))]
      return NearestNames.Entry(
        name: text, value: text, count: dictionary.postings.count(of: code))
    }
    return NearestNames(to: word).among(entries).map {
      Notice.Candidate(name: $0.value, count: $0.count, unit: "tokens")
    }
  }
}
