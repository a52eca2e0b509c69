internal import CorpusStore

/// True of rows that refer, one stretch behind the other, to rows of which a test is true.
///
/// A row that is referred to is tested when the first row of its stretch is met; what was found is
/// kept.
final class StretchTest: RowTest {

  private let stretches: CodeStretches
  private let entries: FrozenArray<UInt32>
  private let test: any RowTest
  /// The codes that have been tested, and those of which the test is true.
  private var known: Bitmap
  private var found: Bitmap

  /// Creates the test of rows that refer by a column; nil where the column is laid out otherwise.
  init?(_ column: CodeColumn, _ test: any RowTest) {
    guard case .stretches(let stretches) = column.values else { return nil }
    self.stretches = stretches
    self.test = test
    entries = column.dictionary.entries
    known = Bitmap(count: entries.count)
    found = Bitmap(count: entries.count)
  }

  func narrow(_ places: inout [Int], of block: RowBlock) throws(Interrupted) {
    let (codes, unknown) = codes(of: places, block)
    let referred = RowBlock(unknown.map { RowID(entries[$0]) })
    for place in try referred.places(keptBy: [test]) { found.insert(unknown[place]) }
    for code in unknown { known.insert(code) }
    let found = found
    var index = 0
    places.keep { _ in
      index += 1
      return found.contains(Int(codes[index - 1]))
    }
  }

  /// Returns the code of the row at each of some places, and the codes that have not been tested.
  private func codes(of places: [Int], _ block: RowBlock) -> (all: [UInt32], unknown: [Int]) {
    let (ids, places) = (block.ids.span, places.span)
    let codes = stretches.codes(of: places.count) { ids[places[$0]].index }
    // Each code is written down, and the next overwrites it where it is known.
    var unknown = [Int](repeating: 0, count: codes.count)
    var (count, last) = (0, UInt32.max)
    let known = known
    for code in codes {
      unknown[count] = Int(code)
      count += code != last && !known.contains(Int(code)) ? 1 : 0
      last = code
    }
    unknown.removeLast(unknown.count - count)
    return (codes, unknown)
  }
}
