import CorpusStore
public import QueryExecution
import Rendering

/// Returns a result drawn as a table, with columns that are numbers where all cells are.
func table(
  _ names: [String], _ rows: [[ResultTable.Cell]], unit: String = "groups", total: Int? = nil,
  layout: ResultTable.Layout = .table, isNumbered: Bool = false
) -> ResultTable {
  let columns = names.enumerated().map { index, name in
    let isNumeric = rows.allSatisfy { index < $0.count && $0[index].isNumber } && !rows.isEmpty
    return ResultTable.Column(name: name, isNumeric: isNumeric)
  }
  let origins = isNumbered ? rows.indices.map { RowOrigin.row(.quotes, RowID(UInt32($0))) } : []
  return ResultTable(
    layout: layout, unit: unit, columns: columns, rows: rows, total: total ?? rows.count,
    origins: origins)
}

/// Returns a result of quotes with the usual columns.
func quotes(_ rows: [ResultTable.Cell]...) -> ResultTable {
  table(
    ["text", "speaker", "cue", "kind", "document", "date", "outlet"], rows, unit: "quotes",
    layout: .quotes, isNumbered: true)
}

/// Returns a drawing for people without its last line end.
func drawing(_ table: ResultTable, width: Int? = nil, showsHeader: Bool = true) -> String {
  let text = Renderer.render(
    table, as: .table, options: .init(width: width, showsHeader: showsHeader))
  return text.hasSuffix("\n") ? String(text.dropLast()) : text
}

extension ResultTable.Cell: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
}

extension ResultTable.Cell: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self = .integer(value) }
}

extension ResultTable.Cell {
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .decimal: true
    default: false
    }
  }
}

/// A repeatable source of chance (Steele, Lea and Flood 2014, SplitMix64).
struct Chance: RandomNumberGenerator {

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Returns a string of up to a dozen pieces that formats and terminals stumble over.
  mutating func nastyString() -> String {
    (0..<Int.random(in: 0...12, using: &self))
      .map { _ in nastyPieces.randomElement(using: &self) ?? "" }.joined()
  }
}

/// Pieces of text that formats and terminals stumble over.
private let nastyPieces = [
  "a", "word ", " ", "  ", ",", ";", "\"", "\"\"", "'", "\n", "\r\n", "\r", "\t", "\\", "\\n", "|",
  "<b>", "&amp;", "`", "*", "=1+1", "\u{0}", "\u{7}", "\u{1B}[31m", "\u{1B}]0;x\u{7}", "\u{7F}",
  "\u{9B}2J", "\u{A0}", "\u{AD}", "é", "e\u{301}", "漢字", "か\u{3099}", "한", "👩‍👩‍👧", "🇫🇷", "☎️",
  "👍🏽", "שלום", "\u{202E}abc\u{202C}", "\u{2028}", "\u{200B}", "\u{FEFF}", "\u{FFFD}", "“x”", "—",
]
