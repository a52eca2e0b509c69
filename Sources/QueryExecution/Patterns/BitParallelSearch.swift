internal import CorpusStore

/// Finds where a sequence of frequent brackets begins, sixty-four tokens at a time.
///
/// Each bracket is a row of bits, one a token. From the last bracket to the first, those of the next
/// are moved back by every length of the gap, never over the end of a paragraph, and what the
/// bracket takes is kept (Baeza-Yates and Gonnet 1992, over tokens in place of characters).
struct BitParallelSearch {

  private let sequence: TokenSequence
  private let store: TokenStore
  private let paragraphs: Regions
  private let interruption: Interruption

  init(
    _ sequence: TokenSequence, _ store: TokenStore, _ paragraphs: Regions,
    _ interruption: Interruption
  ) {
    self.sequence = sequence
    self.store = store
    self.paragraphs = paragraphs
    self.interruption = interruption
  }

  /// Returns the tokens from which there is a match, ascending.
  func starts() throws(Interrupted) -> FrozenArray<RowID> {
    let ends = try paragraphEnds()
    var reached = try bits(of: sequence.sets[sequence.sets.count - 1])
    for bracket in sequence.gaps.indices.reversed() {
      let own = try bits(of: sequence.sets[bracket])
      reached = try self.reached(own, reached, over: sequence.gaps[bracket], ends)
    }
    return FrozenArray(try reached.rows(interruption))
  }

  /// Returns the tokens of one bracket from which those of the next are reached over a gap.
  private func reached(
    _ own: Bitmap, _ next: Bitmap, over gap: ClosedRange<Int>, _ ends: Bitmap
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

  /// Returns the last tokens of the paragraphs, and those in none.
  private func paragraphEnds() throws(Interrupted) -> Bitmap {
    var ends = Bitmap(count: store.count)
    let bounds = paragraphs.bounds
    try interruption.forEachStretch(of: bounds.starts.indices) { stretch in
      let (starts, behind) = (bounds.starts.span, bounds.ends.span)
      for paragraph in stretch {
        if behind[paragraph] > 0 { ends.insert(Int(behind[paragraph]) - 1) }
        if starts[paragraph] > 0 { ends.insert(Int(starts[paragraph]) - 1) }
      }
    }
    return ends
  }

  private func bits(of set: FormSet) throws(Interrupted) -> Bitmap {
    if let tags = set.tags, case .narrow(let values) = store.partsOfSpeech.values {
      return try bits(ofTags: tags, values)
    }
    var bits = Bitmap(count: store.count)
    if set.tokenCount < store.count / 8 {
      for list in set.lists(store) {
        try interruption.forEachStretch(of: list.indices) { stretch in
          let (list, forms) = (list.span, store.forms.span)
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
