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
    try put(tokens.lengths)
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
  }

  /// Writes stretches of text.
  func put(_ regions: Regions) throws(ImageError) {
    catalog.put(Int(regions.longest))
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
    let lengths: FrozenArray<UInt32> = try array()
    let offsets = try tokenOffsets(count: forms.count)
    return TokenStore(
      words: try codeColumn(rows: forms.count), folds: try codeColumn(rows: forms.count),
      lemmas: try codeColumn(rows: forms.count), partsOfSpeech: try codeColumn(rows: forms.count),
      forms: forms, lengths: lengths, offsets: offsets)
  }

  private mutating func tokenOffsets(count: Int) throws(ImageError) -> TokenOffsets {
    guard try number(below: 2) == 0 else { return .wide(try array(count: count)) }
    let blocks = (count + 1 << TokenOffsets.blockBits - 1) >> TokenOffsets.blockBits
    return .blocks(anchors: try array(count: blocks), steps: try array(count: count))
  }

  /// Reads stretches of text.
  mutating func regions() throws(ImageError) -> Regions {
    guard let longest = UInt32(exactly: try number()) else { throw Self.damage }
    guard try number(below: 2) == 0 else {
      return Regions(.tokens(count: try number()), longest: longest)
    }
    let starts: FrozenArray<UInt32> = try array()
    return Regions(.runs(starts: starts, ends: try array(count: starts.count)), longest: longest)
  }
}
