/// Collects the tokens of a corpus that is being built.
public struct TokenStoreBuilder: ~Copyable {

  private var forms: [UInt32] = []
  private var starts: [UInt32] = []
  /// The tag of each token, as its place among `tagNames`.
  private var tags: [UInt8] = []

  private var words: [UInt32] = []
  private var lemmas: [UInt32] = []
  private var formTags: [UInt8] = []
  /// The first form of each word, by its symbol, and behind each form the next of the same word.
  private var firstForms: [UInt32] = []
  private var nextForms: [UInt32] = []

  private let tagNames: [Symbol]

  private static let none = UInt32.max

  /// Creates a builder without tokens.
  ///
  /// - Parameter tags: The part-of-speech tags, each once; at most 254.
  public init(tags: [Symbol]) {
    precondition(tags.count < Int(UInt8.max), "a tag takes one byte")
    tagNames = tags
  }

  /// The number of tokens so far.
  public var count: Int { forms.count }

  /// Adds a token behind the others.
  ///
  /// - Parameters:
  ///   - word: Exactly the bytes of the text from `start` on.
  ///   - lemma: Its dictionary form.
  ///   - tag: The place of its tag in those that the builder was created with.
  ///   - start: Where it starts in the corpus's text, in bytes.
  public mutating func append(word: Symbol, lemma: Symbol, tag: UInt8, start: UInt32) {
    precondition(Int(tag) < tagNames.count, "a tag is one of those announced")
    forms.append(form(word, lemma.rawValue, tag))
    tags.append(tag)
    starts.append(start)
  }

  private mutating func form(_ word: Symbol, _ lemma: UInt32, _ tag: UInt8) -> UInt32 {
    if word.index >= firstForms.count {
      let missing = max(word.index + 1, firstForms.count * 2) - firstForms.count
      firstForms.append(contentsOf: repeatElement(Self.none, count: missing))
    }
    var form = firstForms[word.index]
    while form != Self.none {
      if lemmas[Int(form)] == lemma, formTags[Int(form)] == tag { return form }
      form = nextForms[Int(form)]
    }
    let added = UInt32(words.count)
    words.append(word.rawValue)
    lemmas.append(lemma)
    formTags.append(tag)
    nextForms.append(firstForms[word.index])
    firstForms[word.index] = added
    return added
  }

  /// Ends the building.
  consuming func finish(_ pool: borrowing StringPoolBuilder) -> TokenStore {
    var lengths: [UInt32] = []
    var folds: [UInt32] = []
    for word in words {
      lengths.append(pool.length(of: Symbol(word)))
      folds.append(pool.fold(of: Symbol(word)).rawValue)
    }
    let keys = FrozenArray(forms)
    let columns = FormColumns(forms: keys, folds: folds)
    let (words, lemmas) = (columns.column(of: words), columns.column(of: lemmas))
    let (tags, tagNames) = (tags, tagNames)
    return TokenStore(
      words: words, folds: columns.folds, lemmas: lemmas,
      partsOfSpeech: Self.column(tags: tags, names: tagNames), forms: keys,
      lengths: FrozenArray(lengths), offsets: TokenOffsets(starts))
  }

  /// Returns the column of tags, whose dictionary holds those that occur.
  private static func column(tags: [UInt8], names: [Symbol]) -> CodeColumn {
    var counts = [UInt32](repeating: 0, count: names.count)
    for tag in tags { counts[Int(tag)] += 1 }
    let present = names.indices.filter { counts[$0] > 0 }.sorted { names[$0] < names[$1] }
    var codes = [UInt8](repeating: UInt8.max, count: names.count)
    var offsets: [UInt32] = [0]
    for (code, tag) in present.enumerated() {
      codes[tag] = UInt8(truncatingIfNeeded: code)
      offsets.append((offsets.last ?? 0) + counts[tag])
    }
    let values = FrozenArray(tags.map { codes[Int($0)] })
    return CodeColumn(
      values: .narrow(values),
      dictionary: ColumnDictionary(
        domain: .symbols, entries: FrozenArray(present.map { names[$0].rawValue }),
        postings: PostingIndex(offsets: FrozenArray(offsets), layout: .scanned(values))))
  }
}

/// Makes columns of tokens from what is known of each form.
private struct FormColumns {

  let forms: FrozenArray<UInt32>

  /// The folded words, whose rows are listed.
  let folds: CodeColumn

  /// How many tokens there are of each form.
  private let counts: [UInt32]
  private let foldOfForm: FrozenArray<UInt32>
  private let foldRows: FrozenArray<RowID>

  init(forms: FrozenArray<UInt32>, folds symbols: [UInt32]) {
    self.forms = forms
    var counts = [UInt32](repeating: 0, count: symbols.count)
    for form in forms { counts[Int(form)] += 1 }
    self.counts = counts
    let (entries, codes) = ColumnDictionary.encode(symbols)
    let foldOfForm = FrozenArray(codes)
    let (offsets, rows) = PostingIndex.grouped(
      codes: entries.count, count: forms.count, row: { UInt32(truncatingIfNeeded: $0) },
      code: { foldOfForm[Int(forms[$0])] })
    self.foldOfForm = foldOfForm
    foldRows = rows
    folds = CodeColumn(
      values: .mapped(forms, table: foldOfForm),
      dictionary: ColumnDictionary(
        domain: .symbols, entries: FrozenArray(entries),
        postings: PostingIndex(offsets: offsets, layout: .lists(rows))))
  }

  /// Returns a column of which each form has one symbol.
  func column(of symbols: [UInt32]) -> CodeColumn {
    let (entries, codes) = ColumnDictionary.encode(symbols)
    var offsets = [UInt32](repeating: 0, count: entries.count + 1)
    for (form, code) in codes.enumerated() { offsets[Int(code) + 1] += counts[form] }
    for code in entries.indices { offsets[code + 1] += offsets[code] }
    let sources = sources(codes, count: entries.count)
    let table = FrozenArray(codes)
    let postings = FilteredPostings(
      coarseOffsets: folds.dictionary.postings.offsets, coarseRows: foldRows,
      sourceOffsets: sources.offsets, sources: sources.values, keys: forms, table: table)
    return CodeColumn(
      values: .mapped(forms, table: table),
      dictionary: ColumnDictionary(
        domain: .symbols, entries: FrozenArray(entries),
        postings: PostingIndex(offsets: FrozenArray(offsets), layout: .filtered(postings))))
  }

  /// Returns the folded words of each code, ascending.
  private func sources(
    _ codes: [UInt32], count: Int
  ) -> (offsets: FrozenArray<UInt32>, values: FrozenArray<UInt32>) {
    let byFold = foldOfForm.indices.sorted { foldOfForm[$0] < foldOfForm[$1] }
    var lists = [[UInt32]](repeating: [], count: count)
    for form in byFold where lists[Int(codes[form])].last != foldOfForm[form] {
      lists[Int(codes[form])].append(foldOfForm[form])
    }
    var offsets: [UInt32] = [0]
    for list in lists { offsets.append((offsets.last ?? 0) + UInt32(list.count)) }
    return (FrozenArray(offsets), FrozenArray(lists.flatMap(\.self)))
  }
}
