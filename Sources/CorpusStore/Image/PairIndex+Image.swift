extension ImageWriter {

  /// Writes the indexes of pairs, by the places of their columns.
  func put(_ pairs: [ColumnPairIndex]) throws(ImageError) {
    catalog.put(pairs.count)
    for pair in pairs.sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) {
      catalog.put(pair.first)
      catalog.put(pair.second)
      try put(pair.index.offsets)
      try put(pair.index.partners)
      try put(pair.index.starts)
      try put(pair.index.rows)
    }
  }
}

extension CatalogDecoder {

  /// Reads the indexes of pairs of some columns.
  mutating func pairIndexes(of columns: [Column]) throws(ImageError) -> [ColumnPairIndex] {
    var pairs: [ColumnPairIndex] = []
    for _ in 0..<(try number()) {
      let first = try number(below: columns.count)
      let second = try number(below: columns.count)
      guard case .codeLists(let lists) = columns[first] else { throw Self.damage }
      let offsets: FrozenArray<UInt32> = try array(count: lists.dictionary.count + 1)
      let partners: FrozenArray<UInt32> = try array(count: Int(offsets.last ?? 0))
      let starts: FrozenArray<UInt32> = try array(count: partners.count + 1)
      pairs.append(
        ColumnPairIndex(
          first: first, second: second,
          index: PairIndex(
            offsets: offsets, partners: partners, starts: starts,
            rows: try array(count: Int(starts.last ?? 0)))))
    }
    return pairs
  }
}
