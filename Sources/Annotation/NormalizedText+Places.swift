extension NormalizedText {

  /// Returns the run of normalised bytes that a run of original bytes stands for.
  ///
  /// A bound inside an edit is widened to the whole edit.
  ///
  /// - Complexity: O(log *n*) for *n* edits.
  public func normalized(_ range: ByteRange) -> ByteRange {
    let start = place(of: range.start, isEnd: false)
    return ByteRange(
      start, range.length > 0 ? max(start, place(of: range.end, isEnd: true)) : start)
  }

  private func place(of offset: UInt32, isEnd: Bool) -> UInt32 {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      let bound = edits[middle].original.end
      if isEnd ? bound < offset : bound <= offset { low = middle + 1 } else { high = middle }
    }
    if low < edits.count, edits[low].original.start < offset {
      return isEnd ? edits[low].normalized.end : edits[low].normalized.start
    }
    guard low > 0 else { return min(offset, UInt32(truncatingIfNeeded: bytes.count)) }
    let before = edits[low - 1]
    let distance = offset - min(offset, before.original.end)
    return min(before.normalized.end + distance, UInt32(truncatingIfNeeded: bytes.count))
  }
}
