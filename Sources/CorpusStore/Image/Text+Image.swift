extension ImageWriter {

  /// Writes the strings of a corpus.
  func put(_ pool: StringPool) throws(ImageError) {
    try put(pool.bytes)
    try put(pool.offsets)
    try put(pool.folds)
    try put(pool.slots)
    try put(pool.folded)
  }

  /// Writes the texts of a corpus.
  func put(_ text: TextStore) throws(ImageError) {
    try put(text.bytes)
    try put(text.documents)
    try put(text.shiftOffsets)
    try put(text.shifts)
  }

  /// Writes the tokens of a corpus.
  func put(_ tokens: TokenStore) throws(ImageError) {
    try put(tokens.forms)
    try put(tokens.formTable)
    switch tokens.offsets {
    case .blocks(let anchors, let steps):
      catalog.put(0)
      try put(anchors)
      try put(steps)
    case .wide(let starts):
      catalog.put(1)
      try put(starts)
    }
    for column in [tokens.words, tokens.folds, tokens.lemmas, tokens.partsOfSpeech] {
      try put(column)
    }
    try put(tokens.lexicon.forward)
    try put(tokens.lexicon.reversed)
  }

  private func put(_ table: FormTable) throws(ImageError) {
    try put(table.foldOffsets)
    for codes in [table.folds, table.words, table.lemmas, table.lengths, table.counts] {
      try put(codes)
    }
    try put(table.tags)
  }

  /// Writes stretches of text.
  func put(_ regions: Regions) throws(ImageError) {
    catalog.put(Int(regions.longest))
    catalog.put(regions.tokenCount)
    switch regions.layout {
    case .runs(let starts, let ends):
      catalog.put(0)
      try put(starts)
      try put(ends)
    case .tokens(let count):
      catalog.put(1)
      catalog.put(count)
    }
  }
}

extension CatalogDecoder {

  /// Reads the strings of a corpus.
  mutating func stringPool() throws(ImageError) -> StringPool {
    let bytes: FrozenArray<UInt8> = try array()
    let offsets: FrozenArray<UInt32> = try array()
    let folds: FrozenArray<Symbol> = try array(count: offsets.count - 1)
    let slots: FrozenArray<UInt32> = try array()
    guard slots.count & (slots.count - 1) == 0, Int(offsets.last ?? 0) == bytes.count else {
      throw Self.damage
    }
    return StringPool(
      bytes: bytes, offsets: offsets, folds: folds, slots: slots,
      folded: try postingIndex(codes: folds.count))
  }

  /// Reads the texts of a corpus of so many documents.
  mutating func textStore(documents: Int) throws(ImageError) -> TextStore {
    TextStore(
      bytes: try array(), documents: try array(count: documents + 1),
      shiftOffsets: try array(count: documents + 1), shifts: try array())
  }

  /// Reads the tokens of a corpus.
  mutating func tokenStore() throws(ImageError) -> TokenStore {
    let forms: FrozenArray<UInt32> = try array()
    let formTable = try formTable()
    let offsets = try tokenOffsets(count: forms.count)
    let words = try codeColumn(rows: forms.count)
    let folds = try codeColumn(rows: forms.count)
    let lemmas = try codeColumn(rows: forms.count)
    let partsOfSpeech = try codeColumn(rows: forms.count)
    let lexicon = Lexicon(
      forward: try array(count: folds.dictionary.count),
      reversed: try array(count: folds.dictionary.count))
    return TokenStore(
      words: words, folds: folds, lemmas: lemmas, partsOfSpeech: partsOfSpeech, lexicon: lexicon,
      forms: forms, formTable: formTable, offsets: offsets)
  }

  private mutating func formTable() throws(ImageError) -> FormTable {
    let foldOffsets: FrozenArray<UInt32> = try array()
    let folds: FrozenArray<UInt32> = try array(count: Int(foldOffsets.last ?? 0))
    let (words, lemmas): (FrozenArray<UInt32>, FrozenArray<UInt32>) = (
      try array(count: folds.count), try array(count: folds.count)
    )
    let (lengths, counts): (FrozenArray<UInt32>, FrozenArray<UInt32>) = (
      try array(count: folds.count), try array(count: folds.count)
    )
    return FormTable(
      foldOffsets: foldOffsets, folds: folds, words: words, lemmas: lemmas,
      tags: try array(count: folds.count), lengths: lengths, counts: counts)
  }

  private mutating func tokenOffsets(count: Int) throws(ImageError) -> TokenOffsets {
    guard try number(below: 2) == 0 else { return .wide(try array(count: count)) }
    let blocks = (count + 1 << TokenOffsets.blockBits - 1) >> TokenOffsets.blockBits
    return .blocks(anchors: try array(count: blocks), steps: try array(count: count))
  }

  /// Reads stretches of text.
  mutating func regions() throws(ImageError) -> Regions {
    guard let longest = UInt32(exactly: try number()) else { throw Self.damage }
    let tokenCount = try number()
    guard try number(below: 2) == 0 else {
      return Regions(.tokens(count: try number()), longest: longest, tokenCount: tokenCount)
    }
    let starts: FrozenArray<UInt32> = try array()
    return Regions(
      .runs(starts: starts, ends: try array(count: starts.count)), longest: longest,
      tokenCount: tokenCount)
  }
}
