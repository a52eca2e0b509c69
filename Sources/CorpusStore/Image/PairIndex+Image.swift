extension ImageWriter {

  /// Writes the indexes of pairs, by the places of their columns.
  func put(_ pairs: [ColumnPair: PairIndex]) throws(ImageError) {
    catalog.put(pairs.count)
    for (columns, index) in pairs.sorted(by: {
      ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second)
    }) {
      catalog.put(columns.first)
      catalog.put(columns.second)
      try put(index.offsets)
      try put(index.partners)
      try put(index.starts)
      try put(index.rows)
    }
  }
}

extension CatalogDecoder {

  /// Reads the indexes of pairs of some columns.
  mutating func pairIndexes(of columns: [Column]) throws(ImageError) -> [ColumnPair: PairIndex] {
    var pairs: [ColumnPair: PairIndex] = [:]
    for _ in 0..<(try number()) {
      let first = try number(below: columns.count)
      let second = try number(below: columns.count)
      guard case .codeLists(let lists) = columns[first] else { throw Self.damage }
      let offsets: FrozenArray<UInt32> = try array(count: lists.dictionary.count + 1)
      let partners: FrozenArray<UInt32> = try array(count: Int(offsets.last ?? 0))
      let starts: FrozenArray<UInt32> = try array(count: partners.count + 1)
      pairs[ColumnPair(first: first, second: second)] = PairIndex(
        offsets: offsets, partners: partners, starts: starts,
        rows: try array(count: Int(starts.last ?? 0)))
    }
    return pairs
  }
}
