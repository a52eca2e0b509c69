/// Where ↑ and ↓ have come to in the history, and what was changed on the way.
struct HistoryWalk {

  private let entries: [String]
  private var index: Int
  private var edits: [Int: LineText] = [:]

  init(_ entries: [String]) {
    self.entries = entries
    index = entries.count
  }

  /// The line `distance` statements on, with `current` kept as it is; nil beyond the ends.
  mutating func move(by distance: Int, from current: LineText) -> LineText? {
    let target = index + distance
    guard 0...entries.count ~= target else { return nil }
    edits[index] = current
    index = target
    if let edited = edits[target] { return edited }
    return target < entries.count ? LineText(entries[target]) : LineText()
  }
}
