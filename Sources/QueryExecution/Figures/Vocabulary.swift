internal import CorpusStore
internal import QuerySemantics

/// The words of a corpus by one attribute of tokens, case and accents not counting.
///
/// Punctuation marks and symbols are no words, as they are none in the attribute `words`; nor are
/// tokens without a value.
struct Vocabulary {

  /// The number of different words.
  let count: Int

  /// For each word, the code of its commonest spelling, by which it is shown.
  let spellings: [UInt32]

  /// What codes are called.
  let names: CodeNames

  private let column: CodeColumn
  /// The word of each code.
  private let words: [UInt32]
  /// Whether tokens with a part-of-speech tag are words.
  private let isWordTag: [Bool]
  private let tags: CodeColumn

  /// The code of each form, where the forms of tokens tell the attribute.
  private let formCodes: FrozenArray<UInt32>?
  private let formTags: FrozenArray<UInt8>

  /// How often each word occurs in all texts, where forms tell it: no token is looked at then.
  private(set) var countsByForm: WordCounts?

  /// Creates the words that an attribute tells apart; nil where its values are not coded.
  init?(_ attribute: Attribute, _ corpus: Corpus) {
    guard let column = Self.column(attribute, corpus) else { return nil }
    self.column = column
    names = CodeNames(column.dictionary, corpus)
    let words = Self.folded(column.dictionary, corpus)
    self.words = words
    let count = words.reduce(0) { max($0, Int($1) + 1) }
    self.count = count
    spellings = Self.spellings(of: words, count: count, column.dictionary)
    tags = corpus.tokens.partsOfSpeech
    let marks = ["PUNCT", "SYM"].compactMap { corpus.pool.symbol(of: $0)?.rawValue }
    isWordTag = tags.dictionary.entries.map { !marks.contains($0) } + [true]
    let table = corpus.tokens.formTable
    formTags = table.tags
    formCodes =
      switch attribute.name {
      case "word" where attribute.table == .tokens: table.words
      case "lemma" where attribute.table == .tokens: table.lemmas
      default: nil
      }
    countsByForm = counts(ofForms: table.counts.span)
  }

  /// Returns a number by which figures are ranked: those that differ by no more than rounding are
  /// the same, and one that is missing is behind all others.
  static func rank(_ figure: Double?) -> Double {
    guard let figure else { return -.infinity }
    let scale = 1_000_000_000.0
    return (figure * scale).rounded() / scale
  }

  /// Returns the places of some words in the order of some numbers, the greatest first, the first
  /// list counting most; then by name.
  func order(
    of words: [Int], by ranks: [[Double]], _ interruption: Interruption
  ) throws(Interrupted) -> [RowID] {
    var folds: [[UInt8]] = []
    for (place, word) in words.enumerated() {
      if place & 0x3FFF == 0 { try interruption.check() }
      folds.append(names.foldedBytes(of: spellings[word]))
    }
    let order = try MergeSort.sorted(count: words.count, interruption: interruption) { a, b in
      for rank in ranks where rank[a] != rank[b] { return rank[a] > rank[b] }
      if folds[a] != folds[b] { return folds[a].lexicographicallyPrecedes(folds[b]) }
      return words[a] < words[b]
    }
    return order.map { RowID(UInt32(truncatingIfNeeded: $0)) }
  }

  /// Calls `body` with the number of the word at each token of a run that is one.
  @inline(__always)
  func forEachWord(in run: Range<Int>, _ body: (Int) -> Void) {
    let (values, tags) = (column.values, tags.values)
    for token in run {
      let code = values[token]
      guard code != CodeColumn.missing, isWordTag[min(isWordTag.count - 1, Int(tags[token]))]
      else { continue }
      body(Int(words[Int(code)]))
    }
  }

  /// Returns how often each word occurs in tokens of which so many are of each form; nil where forms
  /// do not tell the words.
  func counts(ofForms forms: Span<UInt32>) -> WordCounts? {
    guard let formCodes else { return nil }
    var counts = [Int](repeating: 0, count: count)
    let (tags, codes) = (formTags.span, formCodes.span)
    for form in codes.indices where forms[form] > 0 {
      guard isWordTag[min(isWordTag.count - 1, Int(tags[form]))] else { continue }
      counts[Int(words[Int(codes[form])])] += Int(forms[form])
    }
    return WordCounts(counts)
  }

  private static func column(_ attribute: Attribute, _ corpus: Corpus) -> CodeColumn? {
    if case .codes(let column)? = corpus.column(of: attribute) { return column }
    return nil
  }

  /// Returns the number of the word that each code belongs to.
  private static func folded(_ dictionary: ColumnDictionary, _ corpus: Corpus) -> [UInt32] {
    guard dictionary.domain == .symbols else {
      return (0..<UInt32(clamping: dictionary.count)).map { $0 }
    }
    var numbers = [UInt32](repeating: CodeColumn.missing, count: corpus.pool.count)
    var count: UInt32 = 0
    return dictionary.entries.map { entry in
      let fold = corpus.pool.fold(of: Symbol(entry)).index
      if numbers[fold] == CodeColumn.missing {
        numbers[fold] = count
        count += 1
      }
      return numbers[fold]
    }
  }

  private static func spellings(
    of words: [UInt32], count: Int, _ dictionary: ColumnDictionary
  ) -> [UInt32] {
    var spellings = [UInt32](repeating: CodeColumn.missing, count: count)
    for (code, word) in words.enumerated() {
      let known = spellings[Int(word)]
      if known == CodeColumn.missing
        || dictionary.postings.count(of: code) > dictionary.postings.count(of: Int(known))
      {
        spellings[Int(word)] = UInt32(code)
      }
    }
    return spellings
  }
}

extension GroupValues {
  /// Creates a column of words.
  init(_ column: GroupColumn, _ words: [Int], _ vocabulary: Vocabulary) {
    self.init(
      column: column, keys: words.map { Int64(vocabulary.spellings[$0]) },
      reading: .codes(vocabulary.names))
  }
}
