internal import CorpusStore

/// Looks for the places of a sequence near a token, as the bits of one number.
///
/// A bit stands for a distance from the token; a bracket moves the bits on by its gap, and keeps
/// those where it takes the token. Which brackets take a form is one number a form, a bit a bracket.
struct SequenceWindow<Mask: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {

  private let gaps: [ClosedRange<Int>]
  private let masks: [Mask]
  private let forms: FrozenArray<UInt32>
  /// How far each bracket stands behind the first, where that is always the same.
  private let offsets: [Int]?
  /// The brackets of which it is not yet known that they fit wherever the first stands.
  private let unknown: [Int]

  /// Creates a window for a sequence of no more brackets than a mask has bits; some brackets are known
  /// to fit wherever matches of one length are looked for.
  init(_ sequence: TokenSequence, _ store: TokenStore, known: [Int]) {
    precondition(sequence.sets.count <= Mask.bitWidth, "a bit a bracket")
    gaps = sequence.gaps
    forms = store.forms
    var offsets = [0]
    for gap in gaps { offsets.append((offsets.last ?? 0) + gap.upperBound + 1) }
    self.offsets = sequence.isFixed ? offsets : nil
    unknown = sequence.sets.indices.filter { !known.contains($0) }
    var masks = [Mask](repeating: 0, count: store.formTable.count)
    for (bracket, set) in sequence.sets.enumerated() {
      set.forms.forEach { masks[$0] |= 1 << Mask(truncatingIfNeeded: bracket) }
    }
    self.masks = masks
  }

  /// Calls `body` with each start of a match and the token behind its longest match, in the order
  /// of `starts`, of which the first bracket takes all.
  ///
  /// - Parameters:
  ///   - starts: Tokens, ascending.
  ///   - stretch: Which of them are looked at.
  ///   - end: Returns the token that no match from a token reaches beyond.
  ///   - body: Is given the first token of a match, and the one behind its last.
  @inline(__always)
  func forEachMatch(
    from starts: Span<RowID>, in stretch: Range<Int>, before end: (Int) -> Int,
    _ body: (Int, Int) -> Void
  ) {
    let (forms, masks) = (forms.span, masks.span)
    for place in stretch {
      let start = starts[place].index
      if let length = longestMatch(from: start, before: end(start), forms, masks) {
        body(start, start + length)
      }
    }
  }

  /// Calls `body` with the starts from which all brackets fit, wherever paragraphs end, where all
  /// matches are of one length.
  ///
  /// Each start is written down and the next overwrites it where it does not fit: without a branch
  /// the loads of many starts go on at the same time.
  @inline(__always)
  func forEachFixedMatch(
    from starts: Span<RowID>, in stretch: Range<Int>, _ body: (Int) -> Void
  ) {
    guard !unknown.isEmpty, let all = offsets else {
      for place in stretch { body(starts[place].index) }
      return
    }
    var found = [Int](repeating: 0, count: stretch.count)
    var count = 0
    let (forms, masks, offsets, unknown) = (forms.span, masks.span, all.span, unknown.span)
    let last = forms.count - 1
    for place in stretch {
      let start = starts[place].index
      var fits: Mask = 1
      for place in unknown.indices {
        let bracket = unknown[place]
        let token = min(start + offsets[bracket], last)
        fits &= masks[Int(forms[token])] >> Mask(truncatingIfNeeded: bracket)
      }
      found[count] = start
      count += Int(truncatingIfNeeded: fits)
    }
    for place in 0..<count { body(found[place]) }
  }

  private func longestMatch(
    from start: Int, before end: Int, _ forms: Span<UInt32>, _ masks: Span<Mask>
  ) -> Int? {
    var places: UInt64 = 1
    for gap in gaps.indices where places != 0 {
      let moved = moved(places, by: gaps[gap], limit: end - start)
      places = kept(moved, by: gap + 1, masks) { forms[start + $0] }
    }
    if places == 0 { return nil }
    return 64 - places.leadingZeroBitCount
  }

  /// Calls `body` with each token, ascending, from which the brackets before one lead to a token
  /// that it takes.
  @inline(__always)
  func forEachStart(back token: Int, of bracket: Int, _ body: (Int) -> Void) {
    if let offsets {
      if token >= offsets[bracket] { body(token - offsets[bracket]) }
      return
    }
    var places: UInt64 = 1
    let (forms, masks) = (forms.span, masks.span)
    for previous in stride(from: bracket - 1, through: 0, by: -1) {
      let moved = moved(places, by: gaps[previous], limit: token + 1)
      places = kept(moved, by: previous, masks) { forms[token - $0] }
    }
    while places != 0 {
      let distance = 63 - places.leadingZeroBitCount
      places &= ~(1 << UInt64(distance))
      body(token - distance)
    }
  }

  /// Keeps the places of which a bracket takes the form.
  @inline(__always)
  private func kept(
    _ places: UInt64, by bracket: Int, _ masks: Span<Mask>, _ form: (Int) -> UInt32
  ) -> UInt64 {
    var (rest, result) = (places, UInt64(0))
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest - 1
      let fits = masks[Int(form(place))] >> Mask(truncatingIfNeeded: bracket) & 1
      result |= UInt64(truncatingIfNeeded: fits) << UInt64(place)
    }
    return result
  }

  /// Moves places on by one and by every length of a gap, as far as below a limit.
  @inline(__always)
  private func moved(_ places: UInt64, by gap: ClosedRange<Int>, limit: Int) -> UInt64 {
    var result: UInt64 = 0
    for length in gap { result |= places << UInt64(length + 1) }
    return limit >= 64 ? result : limit <= 0 ? 0 : result & (1 << UInt64(limit) - 1)
  }
}
