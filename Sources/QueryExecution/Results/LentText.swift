internal import CorpusStore

/// Text that is lent where it lies, so that whoever writes it makes no copy of it first.
extension ValueReader {

  /// Lends the text of a row, where a path leads to one text at most, which has no code.
  ///
  /// - Returns: nil where values are no such text; whether the row has one, for otherwise `body` has
  ///   not been called.
  func withText(of id: RowID, end: UInt32?, _ body: (Span<UInt8>) -> Void) -> Bool? {
    guard let singleHops else { return nil }
    switch source {
    case .texts, .rowText, .matched: break
    case .codes, .codeLists, .integers, .decimals, .dates, .groups, .nothing: return nil
    }
    if singleHops.isEmpty { return withOwnText(of: id, end: end, body) }
    guard let row = Self.end(of: singleHops, from: id) else { return false }
    return withOwnText(of: row, end: nil, body)
  }

  private func withOwnText(of id: RowID, end: UInt32?, _ body: (Span<UInt8>) -> Void) -> Bool {
    switch source {
    case .texts(let column):
      let text = column.span(of: id)
      if !text.isEmpty { body(text) }
      return !text.isEmpty
    case .rowText(let kind): return RowText(corpus).withText(of: id, end: end, kind: kind, body)
    case .codes, .codeLists, .integers, .decimals, .dates, .matched, .groups, .nothing:
      let text = ownText(of: id, end: end)
      if !text.isEmpty { body(text.span) }
      return !text.isEmpty
    }
  }
}

extension RowText {

  /// Lends the text of a row, as `bytes(of:end:kind:)` returns it.
  ///
  /// - Returns: Whether there is any; otherwise `body` has not been called.
  func withText(
    of id: RowID, end: UInt32?, kind: Rows.Kind, _ body: (Span<UInt8>) -> Void
  ) -> Bool {
    let text = lent(id, end: end, kind: kind)
    if !text.isEmpty { body(text.span) }
    return !text.isEmpty
  }

  private func lent(_ id: RowID, end: UInt32?, kind: Rows.Kind) -> FrozenArray<UInt8> {
    switch kind {
    case .groups: []
    case .table(.quotes): piece(of: id) ?? FrozenArray(quote(id))
    case .matches: text(ofTokens: id.index..<Int(end ?? id.rawValue + 1))
    case .table(let table):
      corpus.regions(of: table).map { text(ofTokens: $0.tokens(of: id)) } ?? name(of: id, in: table)
    }
  }

  /// Returns the text of a quote that stands in one piece; nil where it does not.
  private func piece(of id: RowID) -> FrozenArray<UInt8>? {
    let (offsets, regions) = (corpus.quotePieces.offsets, corpus.quotePieces.regions)
    guard offsets[id.index + 1] - offsets[id.index] == 1 else { return nil }
    return text(ofTokens: regions.tokens(of: RowID(offsets[id.index])))
  }
}

extension KeyReading {

  /// Lends the value of a key as text, where it is shown as text.
  ///
  /// - Returns: Whether it is; otherwise `body` has not been called.
  func withText(of key: Int64, _ body: (Span<UInt8>) -> Void) -> Bool {
    if case .codes(let names) = self {
      names.withText(of: UInt32(truncatingIfNeeded: key), body)
      return true
    }
    return cell(of: key).withText(body)
  }
}

extension CodeNames {

  /// Lends the name of a code as it is shown.
  func withText(of code: UInt32, _ body: (Span<UInt8>) -> Void) {
    if let symbol = symbol(of: code) {
      let name = corpus.pool.bytes(of: symbol)
      body(name.span)
    } else {
      let label = bytes(of: code)
      body(label.span)
    }
  }
}
