internal import CorpusStore

/// Looks for the places of a sequence near a token, as the bits of one number.
///
/// A bit stands for a distance from the token; a bracket moves the bits on by its gap, and keeps
/// those where it takes the token.
struct SequenceWindow {

  let sequence: TokenSequence
  private let forms: FrozenArray<UInt32>
  /// How far each bracket stands behind the first, where that is always the same.
  private let offsets: [Int]?

  init(_ sequence: TokenSequence, _ store: TokenStore) {
    self.sequence = sequence
    forms = store.forms
    var offsets = [0]
    for gap in sequence.gaps { offsets.append((offsets.last ?? 0) + gap.upperBound + 1) }
    self.offsets = sequence.isFixed ? offsets : nil
  }

  /// Returns the token that the first bracket takes where one token alone can be that.
  func start(of bracket: Int, at token: Int) -> Int? {
    guard let offsets else { return nil }
    return token - offsets[bracket]
  }

  /// Returns the length of the longest match from a token that the first bracket takes, of which no
  /// token stands at `end` or behind; nil where there is none.
  func longestMatch(from start: Int, before end: Int) -> Int? {
    if let offsets { return fixedMatch(from: start, before: end, offsets) }
    var places: UInt64 = 1
    for bracket in 1..<max(1, sequence.sets.count) {
      places = moved(places, by: sequence.gaps[bracket - 1], limit: end - start)
      places = kept(places, sequence.sets[bracket]) { start + $0 }
      if places == 0 { return nil }
    }
    return 64 - places.leadingZeroBitCount
  }

  private func fixedMatch(from start: Int, before end: Int, _ offsets: [Int]) -> Int? {
    guard let last = offsets.last, start + last < end else { return nil }
    let forms = forms.span
    for bracket in offsets.indices
    where !sequence.sets[bracket].contains(forms[start + offsets[bracket]]) {
      return nil
    }
    return last + 1
  }

  /// Returns the distances back from a token, which a bracket takes, to those from which the
  /// brackets before it lead there, none before `first`.
  func starts(back token: Int, of bracket: Int, from first: Int) -> UInt64 {
    var places: UInt64 = 1
    for previous in stride(from: bracket - 1, through: 0, by: -1) {
      places = moved(places, by: sequence.gaps[previous], limit: token - first + 1)
      places = kept(places, sequence.sets[previous]) { token - $0 }
      if places == 0 { return 0 }
    }
    return places
  }

  /// Moves places on by one and by every length of a gap, as far as below a limit.
  @inline(__always)
  private func moved(_ places: UInt64, by gap: ClosedRange<Int>, limit: Int) -> UInt64 {
    var result: UInt64 = 0
    for length in gap { result |= places << UInt64(length + 1) }
    return limit >= 64 ? result : limit <= 0 ? 0 : result & (1 << UInt64(limit) - 1)
  }

  /// Keeps the places of tokens that a bracket takes.
  @inline(__always)
  private func kept(_ places: UInt64, _ set: FormSet, _ token: (Int) -> Int) -> UInt64 {
    let forms = forms.span
    var (rest, result) = (places, UInt64(0))
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest - 1
      if set.contains(forms[token(place)]) { result |= 1 << UInt64(place) }
    }
    return result
  }
}
