/// Makes the columns of tokens of what is known of each form, on the way to a store.
struct FormColumns {

  /// The distinct values of the forms, and the code of each form.
  typealias Codes = (entries: [UInt32], codes: FrozenArray<UInt32>)

  /// The form of each token.
  let forms: FrozenArray<UInt32>

  let words: Codes
  let lemmas: Codes

  /// The column of folded words, whose rows are listed.
  let foldColumn: CodeColumn

  private let folds: Codes
  private let foldRows: FrozenArray<RowID>
  private let tags: [UInt8]
  private let lengths: [UInt32]
  /// How many tokens there are of each form.
  private let counts: [UInt32]

  /// Takes the symbols, tags and lengths of forms, which are in the order of their folded words.
  init(
    forms: FrozenArray<UInt32>, words: [UInt32], folds: [UInt32], lemmas: [UInt32], tags: [UInt8],
    lengths: [UInt32]
  ) {
    self.forms = forms
    self.tags = tags
    self.lengths = lengths
    self.words = Self.encode(words)
    self.lemmas = Self.encode(lemmas)
    let foldCodes = Self.encode(folds)
    self.folds = foldCodes
    var counts = [UInt32](repeating: 0, count: words.count)
    for form in forms { counts[Int(form)] += 1 }
    self.counts = counts
    let (offsets, rows) = PostingIndex.grouped(
      codes: foldCodes.entries.count, count: forms.count,
      row: { UInt32(truncatingIfNeeded: $0) }, code: { foldCodes.codes[Int(forms[$0])] })
    foldRows = rows
    foldColumn = CodeColumn(
      values: .mapped(forms, table: foldCodes.codes),
      dictionary: ColumnDictionary(
        domain: .symbols, entries: FrozenArray(foldCodes.entries),
        postings: PostingIndex(offsets: offsets, layout: .lists(rows))))
  }

  private static func encode(_ symbols: [UInt32]) -> Codes {
    let (entries, codes) = ColumnDictionary.encode(symbols)
    return (entries, FrozenArray(codes))
  }

  /// Returns a column of which each form has one value.
  func column(of values: Codes) -> CodeColumn {
    var offsets = [UInt32](repeating: 0, count: values.entries.count + 1)
    for (form, code) in values.codes.enumerated() { offsets[Int(code) + 1] += counts[form] }
    for code in values.entries.indices { offsets[code + 1] += offsets[code] }
    let sources = sources(of: values)
    let postings = FilteredPostings(
      coarseOffsets: foldColumn.dictionary.postings.offsets, coarseRows: foldRows,
      sourceOffsets: sources.offsets, sources: sources.values, keys: forms, table: values.codes)
    return CodeColumn(
      values: .mapped(forms, table: values.codes),
      dictionary: ColumnDictionary(
        domain: .symbols, entries: FrozenArray(values.entries),
        postings: PostingIndex(offsets: FrozenArray(offsets), layout: .filtered(postings))))
  }

  /// Returns the folded words of each code, ascending.
  private func sources(
    of values: Codes
  ) -> (offsets: FrozenArray<UInt32>, values: FrozenArray<UInt32>) {
    var lists = [[UInt32]](repeating: [], count: values.entries.count)
    for form in values.codes.indices where lists[Int(values.codes[form])].last != folds.codes[form]
    {
      lists[Int(values.codes[form])].append(folds.codes[form])
    }
    var offsets: [UInt32] = [0]
    for list in lists { offsets.append((offsets.last ?? 0) + UInt32(list.count)) }
    return (FrozenArray(offsets), FrozenArray(lists.flatMap(\.self)))
  }

  /// Returns the column of tags, whose dictionary holds those that occur, and the code of each name.
  func tagColumn(tags: [UInt8], names: [Symbol]) -> (column: CodeColumn, codes: [UInt8]) {
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
    let dictionary = ColumnDictionary(
      domain: .symbols, entries: FrozenArray(present.map { names[$0].rawValue }),
      postings: PostingIndex(offsets: FrozenArray(offsets), layout: .scanned(values)))
    return (CodeColumn(values: .narrow(values), dictionary: dictionary), codes)
  }

  /// Returns what is known of each form.
  func table(tagCodes: [UInt8]) -> FormTable {
    var offsets = [UInt32](repeating: 0, count: folds.entries.count + 1)
    for fold in folds.codes { offsets[Int(fold) + 1] += 1 }
    for fold in folds.entries.indices { offsets[fold + 1] += offsets[fold] }
    return FormTable(
      foldOffsets: FrozenArray(offsets), folds: folds.codes, words: words.codes,
      lemmas: lemmas.codes, tags: FrozenArray(tags.map { tagCodes[Int($0)] }),
      lengths: FrozenArray(lengths), counts: FrozenArray(counts))
  }
}
