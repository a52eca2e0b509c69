/// The features by which a tag is chosen: the word, its neighbours, and the tags before it.
package struct TagFeatures: Sendable {

  /// The logarithm of the number of rows of a table that is trained.
  package static let rowBits = 16

  /// The tag that stands for what is before a sentence.
  package static let start: UInt8 = 31

  /// The rows of the last word that was read.
  package private(set) var rows: [UInt32] = []

  private var capitals: UInt8 = 0

  private let bits: Int

  /// Creates room for the features of a word, for a table of 2^`bits` rows.
  package init(rowBits bits: Int) {
    self.bits = bits
    rows.reserveCapacity(64)
  }

  /// Tells how words of a sentence are written: 0 without capitals, 1 some with, 2 most with a capital
  /// at the start, 3 most all in capitals.
  package static func capitals(_ words: ArraySlice<WordAttributes>) -> UInt8 {
    var (letters, capitals, whole) = (0, 0, 0)
    for word in words where word.shape & 7 != 0 {
      letters += 1
      if word.shape & 6 != 0 { capitals += 1 }
      if word.shape & 7 == 4 { whole += 1 }
    }
    if capitals == 0 { return 0 }
    if whole * 2 > letters { return 3 }
    return capitals * 2 > letters ? 2 : 1
  }

  /// Opens a sentence.
  package mutating func open(_ words: ArraySlice<WordAttributes>) {
    capitals = Self.capitals(words)
  }

  /// Reads the features of word `index` of a sentence; `last` and `before` are the tags of the two
  /// words before it.
  package mutating func read(
    _ words: [WordAttributes], _ range: Range<Int>, _ index: Int, last: UInt8, before: UInt8
  ) {
    rows.removeAll(keepingCapacity: true)
    let word = words[index]
    let previous = index > range.lowerBound ? words[index - 1] : .boundary
    let next = index + 1 < range.upperBound ? words[index + 1] : .boundary
    let second = index + 2 < range.upperBound ? words[index + 2] : .boundary
    let earlier = index > range.lowerBound + 1 ? words[index - 2] : .boundary
    readWord(word, isFirst: index == range.lowerBound)
    readCase(word, previous, next, UInt64(last), UInt64(capitals))
    readTags(word, previous, next, UInt64(last), UInt64(before))
    readNeighbours(word, previous, next, earlier, second)
  }

  private mutating func readWord(_ word: WordAttributes, isFirst: Bool) {
    let shape = UInt64(word.shape) << 1 | (isFirst ? 1 : 0)
    add(0, UInt64(word.lower))
    add(1, UInt64(word.lower), shape)
    add(2, UInt64(word.suffix1))
    add(3, UInt64(word.suffix2))
    add(4, UInt64(word.suffix3))
    add(5, UInt64(word.suffix4))
    add(6, UInt64(word.prefix2))
    add(7, UInt64(word.prefix3))
    add(8, shape)
    add(9, UInt64(word.suffix2), shape)
    add(10, UInt64(word.cluster), shape)
    add(11, UInt64(word.cluster), UInt64(word.suffix2))
  }

  private mutating func readCase(
    _ word: WordAttributes, _ previous: WordAttributes, _ next: WordAttributes, _ last: UInt64,
    _ capitals: UInt64
  ) {
    let own = UInt64(word.casing) << 8 | UInt64(word.shape)
    add(40, own)
    add(41, own, capitals)
    add(42, own, last)
    add(43, own, UInt64(next.casing) << 8 | UInt64(next.shape))
    add(44, own, UInt64(previous.casing) << 8 | UInt64(previous.shape))
    add(45, own, UInt64(word.suffix3))
  }

  private mutating func readTags(
    _ word: WordAttributes, _ previous: WordAttributes, _ next: WordAttributes, _ last: UInt64,
    _ before: UInt64
  ) {
    let both = last << 8 | before
    add(12, last)
    add(13, both)
    add(14, last, UInt64(word.lower))
    add(15, both, UInt64(word.lower))
    add(16, last, UInt64(next.lower))
    add(17, last, UInt64(word.suffix3))
    add(18, last, UInt64(word.cluster))
    add(19, last, UInt64(next.cluster), UInt64(word.cluster))
    add(20, last, UInt64(word.shape))
    add(21, both, UInt64(previous.lower))
  }

  private mutating func readNeighbours(
    _ word: WordAttributes, _ previous: WordAttributes, _ next: WordAttributes,
    _ earlier: WordAttributes, _ second: WordAttributes
  ) {
    add(22, UInt64(previous.lower))
    add(23, UInt64(next.lower))
    add(24, UInt64(previous.lower), UInt64(word.lower))
    add(25, UInt64(word.lower), UInt64(next.lower))
    add(26, UInt64(next.suffix3))
    add(27, UInt64(previous.cluster), UInt64(word.cluster))
    add(28, UInt64(word.cluster), UInt64(next.cluster))
    add(29, UInt64(next.cluster), UInt64(second.cluster))
    add(30, UInt64(word.lower), UInt64(next.cluster))
    add(31, UInt64(word.lower), UInt64(previous.cluster))
    add(32, UInt64(earlier.cluster), UInt64(previous.cluster))
    add(33, UInt64(word.lower), UInt64(next.cluster), UInt64(second.cluster))
    add(34, UInt64(next.shape), UInt64(word.shape))
    add(35, UInt64(previous.shape), UInt64(word.shape))
    add(36, UInt64(word.suffix3), UInt64(next.cluster))
    add(37, UInt64(second.lower))
    add(38, UInt64(earlier.lower))
    add(39, UInt64(next.suffix2), UInt64(word.suffix2))
  }

  private mutating func add(_ template: Int, _ first: UInt64) {
    rows.append(FeatureHash(template).with(first).row(bits: bits))
  }

  private mutating func add(_ template: Int, _ first: UInt64, _ second: UInt64) {
    rows.append(FeatureHash(template).with(first).with(second).row(bits: bits))
  }

  private mutating func add(_ template: Int, _ first: UInt64, _ second: UInt64, _ third: UInt64) {
    rows.append(FeatureHash(template).with(first).with(second).with(third).row(bits: bits))
  }
}
