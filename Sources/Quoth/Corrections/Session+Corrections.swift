internal import CorpusStore
internal import Diagnostics
internal import QueryExecution
internal import QuerySemantics
internal import Rendering

extension Session {

  /// Why a correction cannot be made, in one phrase with its mend.
  struct CorrectionError: Error {
    let message: String
  }

  /// Puts right an attribute of a quote of the latest result, and returns what is to be told.
  ///
  /// Rows count from one.
  func correct(
    row number: Int, _ attribute: String, to value: CorrectedValue
  ) throws(CorrectionError) -> String {
    let file = try correctionFile()
    let quote = try quote(ofRow: number)
    guard CorpusOverlay.attributes.contains(attribute),
      let column = corpus.codes(attribute, of: .quotes)
    else {
      let known = CorpusOverlay.attributes.joined(separator: ", ")
      throw CorrectionError(message: "'\(attribute)' cannot be corrected; it can be: \(known)")
    }
    let old = corpus.name(of: column.values[quote.index], in: column)
    let new = name(of: value, in: column)
    guard old != new else {
      return "row \(number) has that \(attribute) already; nothing is corrected"
    }
    guard let address = QuoteLocator(corpus).address(of: quote) else {
      throw CorrectionError(message: "the document of row \(number) has no id to keep it by")
    }
    let (time, id) = CorrectionClock.stamp()
    let correction = Correction(
      id: id, time: time, quote: address, attribute: attribute, old: old, new: new)
    try append(.correction(correction), to: file)
    let place = asked.ledger.entries.firstIndex { $0.correction.id == id }
    return "row \(number) corrected, \(correction.text) "
      + "(correction \((place ?? 0) + 1) in \(file.path); `corrections undo` takes it back)"
  }

  private func name(of value: CorrectedValue, in column: CodeColumn) -> String? {
    switch value {
    case .missing: nil
    case .code(let code): corpus.name(of: code, in: column)
    case .entity(let row): corpus.name(ofRow: row, in: .entities)
    }
  }

  /// Takes back a correction, by its number or the latest one, and returns what is to be told.
  func undoCorrection(_ number: Int?) throws(CorrectionError) -> String {
    let file = try correctionFile()
    reloadCorrections()
    let entries = asked.ledger.entries
    guard let index = number.map({ $0 - 1 }) ?? entries.lastIndex(where: { $0.state != .undone })
    else { throw CorrectionError(message: "there is no correction to take back") }
    guard entries.indices.contains(index) else {
      throw CorrectionError(
        message: "there is no correction \(index + 1); "
          + "`corrections` lists the \(Plural.counted(entries.count, "corrections")) there are")
    }
    guard entries[index].state != .undone else {
      throw CorrectionError(message: "correction \(index + 1) was taken back already")
    }
    let (time, id) = CorrectionClock.stamp()
    try append(.undo(id: id, time: time, of: entries[index].correction.id), to: file)
    return "taken back: correction \(index + 1), \(entries[index].correction.text)"
  }

  /// Returns the corrections as a table, those of other sessions among them.
  func listCorrections() throws(CorrectionError) -> (table: ResultTable, remarks: [String]) {
    _ = try correctionFile()
    reloadCorrections()
    return (asked.ledger.table, asked.warnings)
  }

  private func correctionFile() throws(CorrectionError) -> CorrectionFile {
    guard options.usesCorrections else {
      throw CorrectionError(message: "corrections are off; start without --no-corrections")
    }
    guard let file = asked.file else {
      throw CorrectionError(
        message: "there is no folder to keep corrections in; set XDG_DATA_HOME or HOME")
    }
    return file
  }

  private func quote(ofRow number: Int) throws(CorrectionError) -> RowID {
    let origin: RowOrigin
    do {
      origin = try self.origin(ofRow: number)
    } catch {
      throw CorrectionError(message: error.message)
    }
    guard case .row(.quotes, let quote) = origin else {
      throw CorrectionError(
        message: "row \(number) of the latest result is no quote, and only quotes are corrected; "
          + "ask for quotes first")
    }
    return quote
  }

  private func append(
    _ entry: CorrectionEntry, to file: CorrectionFile
  ) throws(CorrectionError) {
    do {
      try file.append(entry)
    } catch {
      throw CorrectionError(
        message: "it cannot be kept in \(file.path): \(error.message); "
          + "make that place writable, or open a copy of the corpus")
    }
    reloadCorrections()
  }
}

extension CorrectionLedger {

  /// The corrections as rows, numbered in the order in which they were made.
  var table: ResultTable {
    let rows = entries.enumerated().map { index, entry -> [ResultTable.Cell] in
      let correction = entry.correction
      return [
        .integer(index + 1), .text(correction.quote.beginning), .text(correction.quote.document),
        .text(correction.attribute), correction.old.map { .text($0) } ?? .missing,
        correction.new.map { .text($0) } ?? .missing, .text(correction.time),
        .text(entry.state.text),
      ]
    }
    let names = ["quote", "document", "attribute", "old", "new", "when", "state"]
    return ResultTable(
      layout: .table, unit: "corrections",
      columns: [.init(name: "number", isNumeric: true)] + names.map { .init(name: $0) },
      rows: rows, total: rows.count)
  }
}

extension CorrectionLedger.State {

  /// The state in words.
  var text: String {
    switch self {
    case .applied: "applied"
    case .replaced: "replaced by a later one"
    case .undone: "taken back"
    case .notApplied(let reason): "not applied: \(reason)"
    }
  }
}
