public import CorpusStore

/// Where a row of a result stands in the corpus.
public enum RowOrigin: Hashable, Sendable {
  /// A row of a table.
  case row(Table, RowID)
  /// A run of tokens.
  case match(firstToken: UInt32, endToken: UInt32)
}

/// Where the rows of a result stand in the corpus; none for grouped results.
public struct RowOrigins: RandomAccessCollection, Sendable {

  private enum Source {
    case listed([RowOrigin])
    case rows(Table, [RowID])
    case matches([RowID], ends: [UInt32])
  }

  private let source: Source

  /// Takes origins that are known.
  public init(_ origins: [RowOrigin]) { source = .listed(origins) }

  /// Takes the origins of the rows of a query.
  init(of rows: Rows) {
    switch rows.kind {
    case .table(let table): source = .rows(table, rows.ids)
    case .matches: source = .matches(rows.ids, ends: rows.ends)
    case .groups: source = .listed([])
    }
  }

  /// Zero.
  public var startIndex: Int { 0 }

  /// The number of rows, or zero where they stand for many places.
  public var endIndex: Int {
    switch source {
    case .listed(let origins): origins.count
    case .rows(_, let ids), .matches(let ids, _): ids.count
    }
  }

  /// Returns where a row stands.
  ///
  /// - Precondition: `index` is one of the rows.
  public subscript(index: Int) -> RowOrigin {
    switch source {
    case .listed(let origins): origins[index]
    case .rows(let table, let ids): .row(table, ids[index])
    case .matches(let ids, let ends):
      .match(firstToken: ids[index].rawValue, endToken: ends[index])
    }
  }

  /// Returns the origins of the rows at some places, in the order given.
  func picking(_ places: [Int]) -> RowOrigins {
    isEmpty ? self : RowOrigins(places.map { self[$0] })
  }
}

extension RowOrigins: Equatable, ExpressibleByArrayLiteral {

  /// Whether two have the same places in the same order.
  public static func == (a: RowOrigins, b: RowOrigins) -> Bool { a.elementsEqual(b) }

  /// Creates the origins listed.
  public init(arrayLiteral origins: RowOrigin...) { self.init(origins) }
}
