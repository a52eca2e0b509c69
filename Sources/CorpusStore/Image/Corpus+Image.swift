extension Corpus {

  /// Writes all sections but the catalog.
  func write(to writer: ImageWriter) throws(ImageError) {
    writer.catalog.put(name)
    writer.catalog.put(fingerprint)
    for table in Table.allCases { writer.catalog.put(rowCount(of: table)) }
    try writer.section("strings") { () throws(ImageError) in try writer.put(pool) }
    try writer.section("text") { () throws(ImageError) in try writer.put(text) }
    try writer.section("words") { () throws(ImageError) in try writer.put(tokens) }
    writer.catalog.put(schema.attributes.count)
    for attribute in schema.attributes { writer.put(attribute) }
    writer.catalog.put(columns.count)
    for table in Table.allCases {
      try writer.section(table.name) { () throws(ImageError) in try write(table, to: writer) }
    }
    try writer.section("pairs") { () throws(ImageError) in try writer.put(pairIndexes) }
    try writer.section("attachments") { () throws(ImageError) in
      writer.catalog.put(attachments.entries.count)
      for (name, bytes) in attachments.entries {
        writer.catalog.put(name)
        try writer.put(bytes)
      }
    }
  }

  private func write(_ table: Table, to writer: ImageWriter) throws(ImageError) {
    let own = regions(of: table)
    writer.catalog.put(own == nil ? 0 : 1)
    if let own { try writer.put(own) }
    if table == .quotes {
      try writer.put(quotePieces.offsets)
      try writer.put(quotePieces.regions)
    }
    for attribute in schema.attributes(of: table) {
      if case .column(let index) = attribute.source { try writer.put(columns[index]) }
    }
  }

  /// Reads what `write` wrote.
  ///
  /// - Throws: `ImageError.damaged` where it does not hold together.
  convenience init(from decoder: inout CatalogDecoder) throws(ImageError) {
    let name = try decoder.string()
    let fingerprint = try decoder.string()
    var parts = CorpusBuilder.Parts()
    for table in Table.allCases { parts.rowCounts[Int(table.rawValue)] = try decoder.number() }
    let pool = try decoder.stringPool()
    parts.text = try decoder.textStore(documents: parts.rowCounts[Int(Table.documents.rawValue)])
    let tokens = try decoder.tokenStore()
    for _ in 0..<(try decoder.number()) { parts.attributes.append(try decoder.attribute()) }
    var columns = [Column?](repeating: nil, count: try decoder.number(below: 1 << 16))
    for table in Table.allCases { try Self.read(table, &parts, &columns, from: &decoder) }
    parts.columns = columns.compactMap(\.self)
    guard parts.columns.count == columns.count else { throw CatalogDecoder.damage }
    parts.pairIndexes = try decoder.pairIndexes(of: parts.columns)
    for _ in 0..<(try decoder.number()) {
      let name = try decoder.string()
      parts.attachments.set(name, try decoder.array())
    }
    guard
      tokens.count == parts.rowCounts[Int(Table.tokens.rawValue)]
    else { throw CatalogDecoder.damage }
    self.init(parts, tokens: tokens, name: name, pool: pool, fingerprint: fingerprint)
  }

  private static func read(
    _ table: Table, _ parts: inout CorpusBuilder.Parts, _ columns: inout [Column?],
    from decoder: inout CatalogDecoder
  ) throws(ImageError) {
    let count = parts.rowCounts[Int(table.rawValue)]
    if try decoder.number(below: 2) == 1 {
      let regions = try decoder.regions()
      guard regions.count == count else { throw CatalogDecoder.damage }
      parts.regions[Int(table.rawValue)] = regions
    }
    if table == .quotes {
      let offsets: FrozenArray<UInt32> = try decoder.array()
      guard offsets.isEmpty || offsets.count == count + 1 else { throw CatalogDecoder.damage }
      parts.quotePieces = RegionLists(offsets: offsets, regions: try decoder.regions())
    }
    for attribute in parts.attributes where attribute.table == table {
      guard case .column(let index) = attribute.source else { continue }
      guard columns.indices.contains(index) else { throw CatalogDecoder.damage }
      columns[index] = try decoder.column(rows: count)
    }
  }
}
