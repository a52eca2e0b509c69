internal import CorpusStore

/// Finds where a sequence of frequent brackets begins, sixty-four tokens at a time.
///
/// Each bracket is a row of bits, one a token. From the last bracket to the first, those of the next
/// are moved back by every length of the gap, never over the end of a paragraph, and what the
/// bracket takes is kept (Baeza-Yates and Gonnet 1992, over tokens in place of characters).
struct BitParallelSearch {

  private let sequence: TokenSequence
  private let store: TokenStore
  /// The tokens behind which no match goes on.
  private let ends: Bitmap
  private let interruption: Interruption

  init(
    _ sequence: TokenSequence, _ store: TokenStore, ends: Bitmap, _ interruption: Interruption
  ) {
    self.sequence = sequence
    self.store = store
    self.ends = ends
    self.interruption = interruption
  }

  /// Returns the tokens from which there is a match.
  func starts() throws(Interrupted) -> Bitmap {
    var reached = try bits(of: sequence.sets[sequence.sets.count - 1])
    for bracket in sequence.gaps.indices.reversed() {
      let own = try bits(of: sequence.sets[bracket])
      reached = try self.reached(own, reached, over: sequence.gaps[bracket])
    }
    return reached
  }

  /// Returns the longest matches of two brackets and the gap between them, but for those inside
  /// others.
  func pairs() throws(Interrupted) -> Rows {
    let gap = sequence.gaps[0]
    let second = try bits(of: sequence.sets[1])
    let starts = try reached(try bits(of: sequence.sets[0]), second, over: gap)
    var rows = Rows(.matches, [])
    let count = starts.population
    rows.ids.reserveCapacity(count)
    rows.ends.reserveCapacity(count)
    var greatest = 0
    let lengths: UInt64 = gap.count < 64 ? 1 << UInt64(gap.count) - 1 : .max
    try interruption.forEachStretch(of: 0..<starts.wordCount) { stretch in
      starts.forEach(inWords: stretch) { start in
        let first = start + 1 + gap.lowerBound
        // The rest of the paragraph, counted from the first token that may be the second bracket.
        let rest = ends.bits(from: start).trailingZeroBitCount - gap.lowerBound
        let open: UInt64 = rest < 64 ? 1 << UInt64(max(0, rest)) - 1 : .max
        let found = second.bits(from: first) & lengths & open
        let end = first + 64 - found.leadingZeroBitCount
        guard found != 0, end > greatest else { return }
        greatest = end
        rows.ids.append(RowID(UInt32(truncatingIfNeeded: start)))
        rows.ends.append(UInt32(truncatingIfNeeded: end))
      }
    }
    return rows
  }

  /// Returns the tokens of one bracket from which those of the next are reached over a gap.
  private func reached(
    _ own: Bitmap, _ next: Bitmap, over gap: ClosedRange<Int>
  ) throws(Interrupted) -> Bitmap {
    var result = Bitmap(count: own.count)
    try interruption.forEachStretch(of: 0..<own.wordCount) { stretch in
      for word in stretch {
        let mask = own.word(word)
        guard mask != 0 else { continue }
        var (low, high) = (next.word(word), next.word(word + 1))
        let (open, openHigh) = (~ends.word(word), ~ends.word(word + 1))
        var found: UInt64 = 0
        for step in 1...gap.upperBound + 1 {
          // From each token to the one behind it, unless it is the last of its paragraph.
          low = (low >> 1 | high << 63) & open
          high = high >> 1 & openHigh
          if step > gap.lowerBound { found |= low }
        }
        result.setWord(word, mask & found)
      }
    }
    return result
  }

  private func bits(of set: FormSet) throws(Interrupted) -> Bitmap {
    if let tags = set.tags, case .narrow(let values) = store.partsOfSpeech.values {
      return try bits(ofTags: tags, values)
    }
    var bits = Bitmap(count: store.count)
    if set.tokenCount < store.count / 8 {
      let lists = set.lists(store)
      for list in lists {
        try interruption.forEachStretch(of: list.indices) { stretch in
          let (list, forms) = (list.span, store.forms.span)
          if lists.count == 1, list.count == set.tokenCount {
            for place in stretch { bits.insert(list[place].index) }
            return
          }
          for place in stretch where set.contains(forms[list[place].index]) {
            bits.insert(list[place].index)
          }
        }
      }
    } else {
      try interruption.forEachStretch(of: store.forms.indices) { stretch in
        let forms = store.forms.span
        for token in stretch where set.contains(forms[token]) { bits.insert(token) }
      }
    }
    return bits
  }

  /// Returns the tokens that have one of some tags, eight at a time.
  private func bits(
    ofTags tags: Bitmap, _ values: FrozenArray<UInt8>
  ) throws(Interrupted) -> Bitmap {
    var bits = Bitmap(count: store.count)
    let wanted = tags.rows.map { ByteEquality(UInt8(truncatingIfNeeded: $0.rawValue)) }
    try interruption.forEachStretch(of: 0..<bits.wordCount) { stretch in
      let values = unsafe values.span.bytes
      for word in stretch {
        var mask: UInt64 = 0
        for tag in wanted { mask |= tag.mask(of: values, from: word * 64) }
        bits.setWord(word, mask)
      }
    }
    return bits
  }
}

/// Compares eight bytes at a time with one value.
///
/// Source: H. S. Warren, "Hacker's Delight", second edition, section 6-1 (the zero bytes of a word).
struct ByteEquality {

  private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  /// Moves the first bit of each byte next to each other, into the last byte.
  private static let gather: UInt64 = 0x0102_0408_1020_4080

  private let value: UInt8
  private let pattern: UInt64

  init(_ value: UInt8) {
    self.value = value
    pattern = UInt64(value) * 0x0101_0101_0101_0101
  }

  /// Returns which of sixty-four bytes equal the value, a bit each; none behind the last byte.
  @inline(__always)
  func mask(of bytes: borrowing RawSpan, from first: Int) -> UInt64 {
    var mask: UInt64 = 0
    let count = min(64, bytes.byteCount - first)
    var place = 0
    while place + 8 <= count {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: first + place, as: UInt64.self)
      let difference = word.littleEndian ^ pattern
      let zeros = ~(((difference & Self.low) &+ Self.low) | difference | Self.low)
      // The sum and the product stay within their bytes, and what runs over is not wanted.
      mask |= (((zeros >> 7) &* Self.gather) >> 56) << UInt64(place)
      place += 8
    }
    while place < count {
      let byte = unsafe bytes.unsafeLoad(fromByteOffset: first + place, as: UInt8.self)
      if byte == value { mask |= 1 << UInt64(place) }
      place += 1
    }
    return mask
  }
}
