internal import Annotation
internal import CorpusStore

/// Where things stand of which a source tells numbers, words, or both.
///
/// Numbers count Unicode scalars, unless the words beside them say that they count units of UTF-16, as
/// JavaScript does, or bytes. Where other words stand at the numbers than those that are told, these are
/// looked for, and the nearest are taken.
struct ToldPlaces {

  /// A thing as it is told.
  struct Item {
    fileprivate let numbers: [(start: Int, end: Int)]
    fileprivate let words: [UInt8]?

    /// Creates a thing of which the places of its pieces are told, or the words, or both.
    init(_ numbers: [(start: Int, end: Int)], words: String?) {
      self.numbers = numbers
      let own = words.map { TextNormalizer.normalize(Array($0.utf8)).bytes }
      self.words = own.flatMap { $0.hasText ? $0 : nil }
    }
  }

  /// Where a thing stands.
  struct Place {
    /// Its pieces.
    let ranges: [ByteRange]
    /// Whether its numbers point elsewhere.
    let isMoved: Bool
  }

  /// The text with the way to its places.
  let standoff: StandoffText
  /// Where the things stand, in their order; nil for one that stands nowhere.
  private(set) var places: [Place?] = []

  /// Finds the places of things in a text.
  init(_ items: [Item], in text: NormalizedText) {
    let weighed = items.filter { $0.words != nil && !$0.numbers.isEmpty }
    var best = StandoffText(text, unit: .scalars)
    var most = Self.agreement(of: weighed, best)
    if most < 2 * weighed.count, text.originalBytes.contains(where: { $0 >= 0x80 }) {
      for unit in [StandoffText.Unit.utf16, .bytes] {
        let other = StandoffText(text, unit: unit)
        let count = Self.agreement(of: weighed, other)
        if count > most { (best, most) = (other, count) }
      }
    }
    standoff = best
    var letters: Letters?
    places = items.map { place(of: $0, &letters) }
  }

  /// How well numbers and words agree: two for a thing whose words are the same to the byte, one for another
  /// that has the same letters.
  private static func agreement(of items: [Item], _ standoff: StandoffText) -> Int {
    items.reduce(0) { sum, item in
      let ranges = item.numbers.compactMap { standoff.range($0.start, $0.end) }
      guard let words = item.words, ranges.count == item.numbers.count else { return sum }
      if ranges.count == 1, standoff.bytes(of: ranges[0]).elementsEqual(words) { return sum + 2 }
      return standoff.agree(words, at: ranges) ? sum + 1 : sum
    }
  }

  /// Finds the place of a thing; the letters of the text are read for the first that needs them.
  private func place(of item: Item, _ letters: inout Letters?) -> Place? {
    let own = item.numbers.compactMap { standoff.range($0.start, $0.end) }
    guard let words = item.words else {
      return own.isEmpty ? nil : Place(ranges: own, isMoved: false)
    }
    if !own.isEmpty, standoff.agree(words, at: own) { return Place(ranges: own, isMoved: false) }
    let start = own.first?.start ?? item.numbers.first.map { UInt32(clamping: $0.start) }
    return standoff.place(of: words, near: Int(start ?? 0), &letters).map {
      Place(ranges: [$0], isMoved: start != nil)
    }
  }
}

extension StandoffText {

  /// The bytes of a range.
  fileprivate func bytes(of range: ByteRange) -> ArraySlice<UInt8> {
    text.bytes[Int(range.start)..<Int(range.end)]
  }

  /// Whether words are those of the text at some places, whatever blanks and marks stand among them.
  fileprivate func agree(_ words: [UInt8], at ranges: [ByteRange]) -> Bool {
    guard let first = ranges.first, let last = ranges.last else { return false }
    if ranges.count == 1, bytes(of: first).elementsEqual(words) { return true }
    let own = Letters(words)
    if own.bytes.isEmpty { return true }
    if Letters(ranges.flatMap { Array(bytes(of: $0)) }).bytes == own.bytes { return true }
    // The words between the pieces may be told, too.
    guard ranges.count > 1, first.start < last.end else { return false }
    return Letters(Array(bytes(of: ByteRange(first.start, last.end)))).bytes == own.bytes
  }

  /// Returns where words stand nearest to a place, whatever blanks and marks stand among them; nil where
  /// they do not, or only as parts of longer words.
  fileprivate func place(
    of words: [UInt8], near place: Int, _ letters: inout Letters?
  ) -> ByteRange? {
    let wanted = Letters(words)
    guard !wanted.bytes.isEmpty else {
      return Self.nearest(of: words, in: text.bytes, to: place) { $0..<($0 + words.count) }
    }
    let exact = Self.nearest(of: words, in: text.bytes, to: place) { start in
      let range = start..<(start + words.count)
      return isWhole(range) ? range : nil
    }
    if let exact { return exact }
    let own = letters ?? Letters(text.bytes)
    letters = own
    return Self.nearest(of: wanted.bytes, in: own.bytes, to: place) { start in
      let last = start + wanted.bytes.count - 1
      // A letter may be folded into several.
      guard start == 0 || own.starts[start - 1] != own.starts[start],
        last + 1 == own.starts.count || own.starts[last + 1] != own.starts[last]
      else { return nil }
      let range = Int(own.starts[start])..<Int(own.ends[last])
      return isWhole(range) ? range.lowerBound..<stop(behind: range.upperBound, words) : nil
    }
  }

  /// Of the places of some bytes that of the range that is nearest to a place.
  private static func nearest(
    of words: [UInt8], in bytes: [UInt8], to place: Int, _ range: (Int) -> Range<Int>?
  ) -> ByteRange? {
    var best: Range<Int>?
    visit(words, in: bytes) { start in
      guard let found = range(start) else { return true }
      if let known = best, abs(known.lowerBound - place) <= abs(found.lowerBound - place) {
        // They ascend, so that none behind it is nearer.
        return found.lowerBound < place
      }
      best = found
      return true
    }
    return best.map { ByteRange(UInt32($0.lowerBound), UInt32($0.upperBound)) }
  }

  /// The end of a run with the stop behind it with which the words end, too.
  private func stop(behind end: Int, _ words: [UInt8]) -> Int {
    let marks = ".,!?;:".utf8
    guard end < text.bytes.count, marks.contains(text.bytes[end]) else { return end }
    let tail = words.reversed().prefix { $0 < 0x80 && !Letters.isLetter(Unicode.Scalar($0)) }
    return tail.contains(text.bytes[end]) ? end + 1 : end
  }

  /// Whether no word goes on before or behind a run of bytes, in scripts that part words by blanks.
  private func isWhole(_ range: Range<Int>) -> Bool {
    func scalars(_ part: Range<Int>) -> String.UnicodeScalarView {
      String(decoding: text.bytes[part.clamped(to: text.bytes.indices)], as: UTF8.self)
        .unicodeScalars
    }
    func go(_ left: Unicode.Scalar?, _ right: Unicode.Scalar?) -> Bool {
      [left, right].allSatisfy { scalar in
        scalar.map { Letters.isLetter($0) && Letters.partsWords($0) } ?? false
      }
    }
    let (start, end) = (range.lowerBound, range.upperBound)
    return !go(scalars(max(0, start - 4)..<start).last, scalars(start..<(start + 4)).first)
      && !go(scalars(max(0, end - 4)..<end).last, scalars(end..<(end + 4)).first)
  }
}

/// The letters and figures of a text, folded, and where they stand in it.
private struct Letters {

  private(set) var bytes: [UInt8] = []
  /// Where the scalar begins, and ends, that each byte is of.
  private(set) var starts: [UInt32] = []
  private(set) var ends: [UInt32] = []

  init(_ text: [UInt8]) {
    bytes.reserveCapacity(text.count)
    var place: UInt32 = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let end = place + UInt32(UTF8.width(scalar))
      if Self.isLetter(scalar) {
        let folded = TextFolding.fold(
          bytes: Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter))
        bytes += folded
        starts += folded.map { _ in place }
        ends += folded.map { _ in end }
      }
      place = end
    }
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Whether a letter is of a script in which blanks part words: up to Devanagari and its kin, and the
  /// further letters of Latin and Greek.
  static func partsWords(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x0E00 || (0x1E00..<0x2000).contains(scalar.value)
  }
}
