/// Changes to who said what, laid over a corpus that stays as it is.
///
///     var overlay = CorpusOverlay(of: corpus)
///     overlay.set("speaker", of: quote, to: code)
///     let corrected = overlay.apply()
///
/// What follows from the changed columns is counted anew: how many quotes an entity is the speaker
/// of, and how many speakers a family has. Topics, mentions, words, dates and the confidence of an
/// attribution do not hang on them and stay.
public struct CorpusOverlay {

  /// The attributes of quotes that can be changed.
  public static let attributes = ["speaker", "addressee", "cue", "kind"]

  private let base: Corpus
  private var changes: [String: [RowID: UInt32]] = [:]

  /// Creates an overlay without changes.
  public init(of corpus: Corpus) { base = corpus }

  /// Whether nothing is changed.
  public var isEmpty: Bool { changes.isEmpty }

  /// Gives an attribute of a quote another value; the last one set counts.
  ///
  /// - Parameters:
  ///   - attribute: One of `attributes`.
  ///   - quote: The row of the quote.
  ///   - code: A code of the attribute's dictionary in the corpus, or `CodeColumn.missing`.
  public mutating func set(_ attribute: String, of quote: RowID, to code: UInt32) {
    guard Self.attributes.contains(attribute) else { return }
    changes[attribute, default: [:]][quote] = code
  }

  /// Returns the corpus with the changes; all that is not changed is shared with the one below.
  ///
  /// - Complexity: O(*n*) in the number of quotes.
  public func apply() -> Corpus {
    var columns = base.columns
    var changed: Set<Int> = []
    for (name, rows) in changes {
      guard let index = base.columnIndex(name, of: .quotes),
        case .codes(let column) = columns[index]
      else { continue }
      columns[index] = .codes(column.replacing(rows))
      changed.insert(index)
    }
    if changes["speaker"] != nil { recount(in: &columns) }
    return Corpus(base, columns: columns, changed: changed)
  }

  private func recount(in columns: inout [Column]) {
    guard let index = base.columnIndex("speaker", of: .quotes),
      case .codes(let speakers) = columns[index]
    else { return }
    recountQuotes(of: speakers, in: &columns)
    recountSpeakers(speakers, in: &columns)
  }

  /// Counts the quotes of each entity.
  private func recountQuotes(of speakers: CodeColumn, in columns: inout [Column]) {
    guard let index = base.columnIndex("quotes", of: .entities) else { return }
    var counts = [Int32](repeating: 0, count: base.rowCount(of: .entities))
    for code in 0..<speakers.dictionary.count {
      let entity = speakers.dictionary.row(of: UInt32(code)).index
      counts[entity] = Int32(clamping: speakers.dictionary.postings.count(of: code))
    }
    columns[index] = .integers(IntegerColumn(counts))
  }

  /// Counts the different speakers of each family of quotes.
  private func recountSpeakers(_ speakers: CodeColumn, in columns: inout [Column]) {
    guard let index = base.columnIndex("speakers", of: .families),
      case .codes(let families)? = base.column("family", of: .quotes)
    else { return }
    var counts = [Int32](repeating: 0, count: base.rowCount(of: .families))
    for code in 0..<families.dictionary.count {
      var seen: Set<UInt32> = []
      for quote in families.dictionary.postings.rows(of: code) {
        let speaker = speakers.values[quote.index]
        if speaker != CodeColumn.missing { seen.insert(speaker) }
      }
      counts[families.dictionary.row(of: UInt32(code)).index] = Int32(clamping: seen.count)
    }
    columns[index] = .integers(IntegerColumn(counts))
  }
}

extension Corpus {

  /// Returns the corpus with a code for every entity where quotes refer to one: any can then be made
  /// the speaker of a quote, also one that is none yet.
  ///
  /// Every code means what it meant, and the new ones are the same however often this is asked.
  ///
  /// - Complexity: O(*n*) in the number of entities.
  public func reachingEveryEntity() -> Corpus {
    var columns = columns
    for name in CorpusOverlay.attributes {
      guard let index = columnIndex(name, of: .quotes), case .codes(let column) = columns[index],
        column.dictionary.domain == .rows(.entities)
      else { continue }
      columns[index] = .codes(column.reaching(rows: rowCount(of: .entities)))
    }
    return Corpus(self, columns: columns)
  }

  /// The place of an attribute's column among `columns`.
  fileprivate func columnIndex(_ name: String, of table: Table) -> Int? {
    guard case .column(let index)? = schema.attribute(name, of: table)?.source else { return nil }
    return index
  }
}
