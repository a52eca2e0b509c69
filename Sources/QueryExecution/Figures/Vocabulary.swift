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
    countsByForm =
      switch attribute.name {
      case "word" where attribute.table == .tokens: counts(of: table, table.words)
      case "lemma" where attribute.table == .tokens: counts(of: table, table.lemmas)
      default: nil
      }
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

  private func counts(of table: FormTable, _ codes: FrozenArray<UInt32>) -> WordCounts {
    var counts = [Int](repeating: 0, count: count)
    let (tags, codes, tokens) = (table.tags.span, codes.span, table.counts.span)
    for form in codes.indices where isWordTag[min(isWordTag.count - 1, Int(tags[form]))] {
      counts[Int(words[Int(codes[form])])] += Int(tokens[form])
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

/// How often each word of a vocabulary occurs in some part of a corpus.
struct WordCounts {

  /// The count of each word.
  private(set) var counts: [Int]

  /// The sum of the counts.
  private(set) var total = 0

  /// Creates counts that are known.
  init(_ counts: [Int]) {
    self.counts = counts
    total = counts.reduce(0, +)
  }

  /// Creates counts of zero.
  init(_ vocabulary: Vocabulary) { counts = Array(repeating: 0, count: vocabulary.count) }

  /// Returns the share of a word; zero where there are no words.
  func frequency(of word: Int) -> Double {
    total > 0 ? Double(counts[word]) / Double(total) : 0
  }

  /// Counts the words of a run.
  mutating func add(
    _ run: Range<Int>, of vocabulary: Vocabulary, _ interruption: Interruption
  ) throws(Interrupted) {
    var rest = run
    while rest.count > 1 << 16 {
      try interruption.check()
      add(rest.prefix(1 << 16), of: vocabulary)
      rest = rest.dropFirst(1 << 16)
    }
    add(rest, of: vocabulary)
  }

  @inline(__always)
  private mutating func add(_ run: Range<Int>, of vocabulary: Vocabulary) {
    vocabulary.forEachWord(in: run) { word in
      counts[word] += 1
      total += 1
    }
  }
}
