/// A sketch of a text by which the share of words in a row that two texts have in common is told.
///
/// It is made of every five words in a row, by one-permutation hashing (Li, Owen and Zhang 2012, *One
/// Permutation Hashing*), of each bin eight bits (Li and König 2010, *b-Bit Minwise Hashing*). Words are
/// runs of letters and digits, without case; marks do not count, however they are typeset.
struct MinHashSignature: Hashable, Sendable {

  /// The number of bins, each with the least hash that fell into it.
  static let binCount = 512

  /// How many words in a row are hashed as one.
  private static let shingleLength = 5

  /// Eight bits of the least hash of each bin, zero for an empty one; none where the text is shorter
  /// than a shingle.
  let bins: [UInt8]

  /// How many words the text has.
  let wordCount: Int

  /// A hash of all words in their order.
  let wordsHash: UInt64

  /// Hashes of the words that begin with a digit, ascending, each once.
  let numbers: [UInt16]

  /// Sketches a text.
  init(_ text: [UInt8]) {
    var sketch = Sketch()
    let (span, folded) = (text.span, Self.folded.span)
    var index = 0
    while index < span.count {
      let start = index
      var (word, gap) = (UInt64(0), 1)
      while index < span.count {
        let byte = folded[Int(span[index])]
        gap = byte == 0 ? 1 : byte < 0xC2 ? 0 : Self.markLength(span, at: index)
        if gap > 0 { break }
        word = (word ^ UInt64(byte)) &* 0x0100_0000_01B3
        index += 1
      }
      if index > start { sketch.add(word, isNumber: folded[Int(span[start])] <= 0x39) }
      index += gap
    }
    numbers = sketch.numbers.sorted()
    wordCount = sketch.wordCount
    wordsHash = sketch.wordsHash
    bins = sketch.bins
  }

  /// Each byte of a word without its case; zero for what parts words.
  private static let folded: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case 0x41...0x5A: UInt8(byte) | 0x20
    case 0x30...0x39, 0x61...0x7A, 0x80...0xFF: UInt8(byte)
    default: 0
    }
  }

  /// The number of bytes of the mark that begins at a place, or 0 for a letter: those of Latin-1, of
  /// General Punctuation, with quotation marks and dashes, and of Chinese and Japanese.
  private static func markLength(_ text: Span<UInt8>, at place: Int) -> Int {
    guard place + 1 < text.count else { return 0 }
    let next = text[place + 1]
    switch text[place] {
    case 0xC2: return next == 0xAA || next == 0xB5 || next == 0xBA ? 0 : 2
    case 0xE2: return next == 0x80 || next == 0x81 ? 3 : 0
    case 0xE3: return next == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// The share of the words in a row of two texts that stand in both, as far as the sketches tell:
  /// off by 0.016 where it is 0.85 (one standard deviation), and by less in texts of fewer words than
  /// there are bins.
  func resemblance(to other: MinHashSignature) -> Double {
    guard !bins.isEmpty, bins.count == other.bins.count else {
      return wordsHash == other.wordsHash ? 1 : 0
    }
    var (same, met) = (0, 0)
    for index in bins.indices {
      let (a, b) = (bins[index], other.bins[index])
      met += a | b == 0 ? 0 : 1
      same += a == b && a != 0 ? 1 : 0
    }
    // One in 255 agrees by chance.
    let share = Double(same) / Double(max(1, met))
    return max(0, (share - 1 / 255) / (1 - 1 / 255))
  }

  /// The bins, an empty one with what the next full one has (Shrivastava and Li 2014, *Densifying One
  /// Permutation Hashing via Rotation*).
  var denseBins: [UInt16] {
    var dense = [UInt16](repeating: 0, count: bins.count)
    guard let first = bins.firstIndex(where: { $0 != 0 }) else { return dense }
    var (next, distance) = (bins[first], first)
    for index in bins.indices.reversed() {
      distance += 1
      if bins[index] != 0 { (next, distance) = (bins[index], 0) }
      // The distance goes in, so that bins that borrow do not agree more often than others.
      dense[index] = UInt16(next) | UInt16(truncatingIfNeeded: distance) << 8
    }
    return dense
  }

  /// Whether each of two texts has a number that the other has not.
  func hasOtherNumbers(than other: MinHashSignature) -> Bool {
    let common = Self.commonCount(numbers, other.numbers)
    return common < numbers.count && common < other.numbers.count
  }

  private static func commonCount(_ a: [UInt16], _ b: [UInt16]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count && j < b.count {
      count += a[i] == b[j] ? 1 : 0
      (i, j) = (a[i] <= b[j] ? i + 1 : i, b[j] <= a[i] ? j + 1 : j)
    }
    return count
  }

  /// What is gathered while the words pass.
  private struct Sketch {
    var wordCount = 0
    var wordsHash: UInt64 = 0
    var numbers: Set<UInt16> = []
    /// The words of the shingle that ends here, from the oldest on.
    private var last = (UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    /// Those words in one number: each multiplied by the factor once for each word behind it.
    private var shingle: UInt64 = 0
    private var least = [UInt64](repeating: .max, count: MinHashSignature.binCount)

    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// The factor to the fourth, by which the oldest word of a shingle is multiplied.
    private static let oldest = factor &* factor &* factor &* factor

    mutating func add(_ word: UInt64, isNumber: Bool) {
      if isNumber { numbers.insert(UInt16(truncatingIfNeeded: Self.mixed(word))) }
      // The oldest word goes, and the others move up (Karp and Rabin 1987).
      shingle = (shingle &- last.0 &* Self.oldest) &* Self.factor &+ word
      last = (last.1, last.2, last.3, last.4, word)
      wordCount += 1
      wordsHash = (wordsHash ^ word) &* Self.factor
      guard wordCount >= MinHashSignature.shingleLength else { return }
      let hash = Self.mixed(shingle)
      let bin = Int(hash >> 55)
      if hash < least[bin] { least[bin] = hash }
    }

    /// Eight bits of the least hash of each bin, from one on.
    var bins: [UInt8] {
      guard wordCount >= MinHashSignature.shingleLength else { return [] }
      return least.map { $0 == .max ? 0 : UInt8($0 % 255) + 1 }
    }

    /// The finisher of MurmurHash3 (Appleby), which spreads each bit over all.
    private static func mixed(_ value: UInt64) -> UInt64 {
      var hash = value
      hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
      hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
      return hash ^ (hash >> 33)
    }
  }
}
