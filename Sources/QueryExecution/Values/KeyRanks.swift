/// A rank for each key that is a place in a list; zero for keys that have got none.
struct KeyRanks {

  /// Of how many places one key at least must have a rank, for each place to have one.
  private static let density = 16

  /// The rank of each place, unless few have one.
  private(set) var dense: [UInt32] = []
  private var sparse: [Int64: UInt32] = [:]
  /// Whether the rank of a key stands in `dense`, at the place of the key.
  let isDense: Bool

  /// Creates ranks for some keys at most, of so many places.
  init(_ keys: Int, of places: Int, _ interruption: Interruption) throws(Interrupted) {
    isDense = keys >= places / Self.density
    if isDense { dense = try interruption.list(repeating: 0, count: places) }
  }

  /// The rank of a key.
  subscript(key: Int64) -> UInt32 {
    get { isDense ? dense[Int(key)] : sparse[key, default: 0] }
    set { if isDense { dense[Int(key)] = newValue } else { sparse[key] = newValue } }
  }
}
