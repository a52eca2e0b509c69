/// The numbers that stand for layouts in the catalog.
private enum PostingTag {
  static let lists = 0
  static let stretches = 1
  static let filtered = 2
  static let scanned = 3
  static let count = 4
}

extension ImageWriter {

  /// Writes an index.
  func put(_ index: PostingIndex) throws(ImageError) {
    try put(index.offsets)
    switch index.layout {
    case .lists(let rows):
      catalog.put(PostingTag.lists)
      try put(rows)
    case .stretches: catalog.put(PostingTag.stretches)
    case .scanned(let codes):
      catalog.put(PostingTag.scanned)
      try put(codes)
    case .filtered(let postings):
      catalog.put(PostingTag.filtered)
      try put(postings.coarseOffsets)
      try put(postings.coarseRows)
      try put(postings.sourceOffsets)
      try put(postings.sources)
      try put(postings.keys)
      try put(postings.table)
    }
  }
}

extension CatalogDecoder {

  /// Reads an index of so many codes.
  mutating func postingIndex(codes: Int) throws(ImageError) -> PostingIndex {
    let offsets: FrozenArray<UInt32> = try array(count: codes + 1)
    let layout: PostingIndex.Layout =
      switch try number(below: PostingTag.count) {
      case PostingTag.lists: .lists(try array(count: Int(offsets.last ?? 0)))
      case PostingTag.stretches: .stretches
      case PostingTag.scanned: .scanned(try array())
      default: .filtered(try filteredPostings(codes: codes))
      }
    return PostingIndex(offsets: offsets, layout: layout)
  }

  private mutating func filteredPostings(codes: Int) throws(ImageError) -> FilteredPostings {
    let coarseOffsets: FrozenArray<UInt32> = try array()
    return FilteredPostings(
      coarseOffsets: coarseOffsets, coarseRows: try array(count: Int(coarseOffsets.last ?? 0)),
      sourceOffsets: try array(count: codes + 1), sources: try array(), keys: try array(),
      table: try array())
  }
}
