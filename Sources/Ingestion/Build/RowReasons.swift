internal import Annotation

/// Why some rows of a table are as they are, as a run of bytes that is read in place.
///
/// All numbers have four bytes, the lowest first: how many rows have a reason, how many reasons there
/// are, the rows, ascending, the number of each one's reason, where each reason starts, and behind the
/// last where it ends; then the reasons.
package struct RowReasons: Sendable {

  /// The name under which a corpus carries why speakers of quotes are somebody of another document.
  package static let identity = "identity"

  /// The name under which a corpus carries what of the words of documents their sources give; only
  /// where a source does.
  package static let givenWords = "given words"

  private let count: Int
  private let byte: @Sendable (Int) -> UInt8

  /// Creates reasons from bytes of which one can be asked at a time.
  package init(count: Int, byte: @escaping @Sendable (Int) -> UInt8) {
    self.count = count
    self.byte = byte
  }

  /// Returns the reason of a row, or nil where it needs none.
  ///
  /// - Complexity: O(log *n*). What is damaged has no reason.
  package subscript(row: UInt32) -> String? {
    let (rows, reasons) = (number(0), number(1))
    guard rows <= count / 8, reasons <= count / 4 else { return nil }
    var (low, high) = (0, rows)
    while low < high {
      let middle = (low + high) / 2
      if number(2 + middle) < Int(row) { low = middle + 1 } else { high = middle }
    }
    guard low < rows, number(2 + low) == Int(row) else { return nil }
    let starts = 2 + 2 * rows + number(2 + rows + low)
    let first = (2 + 2 * rows + reasons + 1) * 4
    let (start, end) = (first + number(starts), first + number(starts + 1))
    guard start <= end, end <= count else { return nil }
    return String(decoding: (start..<end).map { byte($0) }, as: UTF8.self)
  }

  /// The number at a place, counted in numbers; zero outside.
  private func number(_ place: Int) -> Int {
    guard place * 4 + 4 <= count else { return 0 }
    return (0..<4).reduce(0) { $0 | Int(byte(place * 4 + $1)) << ($1 * 8) }
  }

  /// Gathers reasons while documents pass.
  struct Builder {

    /// How many rows have passed.
    private var row: UInt32 = 0
    private var rows: [UInt32] = []
    private var numbers: [UInt32] = []
    private var places: [String: UInt32] = [:]
    private var reasons: [String] = []

    /// Whether no row has a reason.
    var isEmpty: Bool { rows.isEmpty }

    /// Adds the quotes of a document, of whose entities some have a reason.
    mutating func add(_ quotes: [Quote], _ own: [String?]) {
      for quote in quotes {
        add(quote.speaker.flatMap { Int($0) < own.count ? own[Int($0)] : nil })
      }
    }

    /// Adds a row with its reason, if it has one.
    mutating func add(_ reason: String?) {
      if let reason {
        rows.append(row)
        numbers.append(place(of: reason))
      }
      row += 1
    }

    private mutating func place(of reason: String) -> UInt32 {
      if let place = places[reason] { return place }
      let place = UInt32(reasons.count)
      places[reason] = place
      reasons.append(reason)
      return place
    }

    /// The reasons as bytes.
    var bytes: [UInt8] {
      var writer = RecordWriter()
      for number in [UInt32(rows.count), UInt32(reasons.count)] + rows + numbers {
        writer.append(fixed: number)
      }
      var start: UInt32 = 0
      writer.append(fixed: start)
      for reason in reasons {
        start += UInt32(reason.utf8.count)
        writer.append(fixed: start)
      }
      return writer.bytes + reasons.flatMap(\.utf8)
    }
  }
}
