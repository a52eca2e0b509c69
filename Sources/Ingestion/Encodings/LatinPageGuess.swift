internal import Annotation

/// Tells the code page of a text in Latin letters that is not Western: of Czech, Polish, Hungarian,
/// Croatian, Romanian, Turkish, Lithuanian and Latvian; Mac Roman where its words alone do not tell; and those of
/// DOS.
///
/// Each byte from 0x80 on is a letter or a sign in each of the pages. How likely all of them are by the
/// letters of a language is compared with how likely they are in the Western languages, after the naive
/// classifier of Cavnar and Trenkle's successors ("N-Gram-Based Text Categorization", 1994); a sign within a
/// word and a capital behind a small letter speak against a reading.
enum LatinPageGuess {

  /// By how much the logarithm of its likelihood must go beyond that of what the text is read as else.
  ///
  /// Of texts of Western languages none came nearer than 8, and none of Mac Roman in Windows-1252 nearer
  /// than 13.5; three letters that no Western language has are worth as much.
  private static let margin = 10.0
  private static let marginOfMac = 15.0

  /// Returns the page of a text that begins so; nil where it is Western, or too little tells.
  static func page(of sample: [UInt8]) -> CodePage? {
    let counts = counts(of: sample)
    guard !counts.isEmpty else { return nil }
    guard let other = best(of: others, for: counts), let western = best(of: western, for: counts),
      let mac = best(of: mac, for: counts), let dos = best(of: dos, for: counts)
    else { return nil }
    let next = max(western.likelihood, other.likelihood, mac.likelihood)
    if dos.likelihood - next >= marginOfMac, dos.reading.isOwn(counts), oddCount(counts) >= 3 {
      return dos.reading.page
    }
    if other.likelihood - max(western.likelihood, mac.likelihood) >= margin,
      other.reading.isOwn(counts), western.reading.foreign(in: counts) >= 3
    {
      return other.reading.page
    }
    // A dash between two words is a letter of the Mac.
    let sure = counts.filter { !joints.contains($0.byte) }
    let isMac =
      mac.likelihood - max(western.likelihood, other.likelihood) >= marginOfMac
      && mac.likelihood > dos.likelihood
      && mac.reading.likelihood(of: sure) - western.reading.likelihood(of: sure) >= margin / 2
    return isMac && mac.reading.isOwn(counts) && !MacRoman.looksLike(sample)
      ? mac.reading.page : nil
  }

  private static func best(
    of readings: [LatinReading], for counts: [ByteCount]
  ) -> (reading: LatinReading, likelihood: Double)? {
    readings.map { ($0, $0.likelihood(of: counts)) }.max { $0.1 < $1.1 }
  }

  /// What may join two words in Windows-1252: dots, the apostrophe and dashes.
  private static let joints: Set<Int> = [0x05, 0x12, 0x16, 0x17]
  /// Letters of Windows-1252 among its signs, and what stands within words there beside the joints: blanks, soft
  /// hyphens, and the dot of Catalan.
  private static let inWords: Set<Int> = [
    0x0A, 0x0C, 0x0E, 0x1A, 0x1C, 0x1E, 0x1F, 0x20, 0x2D, 0x37,
  ]
  /// Signs of Windows-1252 that stand behind no word, and the bytes that it leaves open.
  private static let neverBehind: Set<Int> = [
    0x01, 0x02, 0x03, 0x04, 0x06, 0x07, 0x08, 0x09, 0x0B, 0x0D, 0x0F, 0x10, 0x18, 0x1D, 0x21, 0x22,
    0x23, 0x24, 0x25, 0x26, 0x27, 0x28, 0x2C, 0x2F, 0x34, 0x36, 0x38, 0x3C, 0x3D, 0x3E, 0x3F,
  ]

  /// How often a byte that is a sign in Windows-1252 stands where none does: between letters, or right behind a
  /// small one.
  private static func oddCount(_ counts: [ByteCount]) -> Int {
    counts.reduce(0) { sum, count in
      guard count.byte < 0x40, !joints.contains(count.byte), !inWords.contains(count.byte) else {
        return sum
      }
      let isInside = [count.before, count.after].allSatisfy { $0 == .small || $0 == .letter }
      let isBehind = count.before == .small && neverBehind.contains(count.byte)
      return sum + (isInside || isBehind ? count.count : 0)
    }
  }

  /// Returns the page that a text is likeliest in that Windows-1252 and Mac Roman are not; nil where it is none.
  static func likeliest(of sample: [UInt8]) -> CodePage? {
    let counts = counts(of: sample)
    let found = best(of: dos + others, for: counts)
    return found.flatMap { $0.reading.isOwn(counts) ? $0.reading.page : nil }
  }

  /// By how much a page must be likelier than Windows-1252, in which a text is read, to be told beside it; and
  /// what a word of its language, or of a Western one, is worth, up to so many of them.
  private static let rivalMargin = 3.0
  private static let worthOfWord = 2.5
  private static let mostWords = 3

  /// Returns the page in which a text may be as well as in Windows-1252, where its letters and the words between
  /// them speak for that, and too few of them to be sure; nil for a Western one.
  static func rival(of sample: [UInt8]) -> CodePage? {
    let counts = counts(of: sample)
    guard !counts.isEmpty, let western = best(of: western, for: counts),
      let mac = best(of: mac, for: counts)
    else { return nil }
    let words = Self.words(of: sample)
    func worth(_ known: Set<String>) -> Double {
      Double(min(mostWords, words.count(where: known.contains))) * worthOfWord
    }
    // Marks of Windows-1252 are letters of DOS.
    let readings = othersWithWords + (oddCount(counts) == 0 ? [] : dosWithWords)
    let all = readings.map { ($0, $0.likelihood(of: counts) + worth($1)) }
    guard let other = all.max(by: { $0.1 < $1.1 }), other.0.isOwn(counts),
      other.1 - max(western.likelihood, mac.likelihood) - worth(LatinLetters.westernWords)
        >= rivalMargin,
      other.0.page.decode(sample) != western.reading.page.decode(sample)
    else { return nil }
    return other.0.page
  }

  /// The words of ASCII alone, each once.
  private static func words(of sample: [UInt8]) -> Set<String> {
    let words = sample.split { byte in
      !(byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20))
    }
    return Set(
      words.lazy.filter { $0.count < 12 && $0.allSatisfy { $0 < 0x80 } }.map {
        // A capital alone is an initial.
        String(decoding: $0.count > 1 ? $0.map { $0 | 0x20 } : Array($0), as: UTF8.self)
      })
  }

  private static let othersWithWords = LatinLetters.others.flatMap { language in
    language.pages.compactMap { label in
      LatinReading(language, label: label, foreign: 0.0008).map { ($0, language.words) }
    }
  }
  private static let others = othersWithWords.map(\.0)
  /// Of pages in which a text reads the same, the first counts.
  private static let dosWithWords = [
    ("cp850", LatinLetters.western), ("cp437", LatinLetters.western),
    ("cp852", LatinLetters.others.filter { $0.pages.contains("iso-8859-2") }),
  ].flatMap { label, languages in
    languages.compactMap { language in
      LatinReading(language, label: label, foreign: 0.0008).map { ($0, language.words) }
    }
  }
  private static let dos = dosWithWords.map(\.0)
  private static let western = LatinLetters.western.compactMap {
    LatinReading($0, label: "windows-1252", foreign: 0.003)
  }
  private static let mac = LatinLetters.western.compactMap {
    LatinReading($0, label: "macintosh", foreign: 0.003)
  }
}

// MARK: What is counted

/// How often a byte from 0x80 on stands beside bytes of some kinds.
struct ByteCount {

  /// What a byte beside it is.
  enum Kind: Int {
    case none, small, letter, digit
  }

  let byte: Int
  let before: Kind
  let after: Kind
  let count: Int
}

extension LatinPageGuess {

  /// Counts the bytes from 0x80 on by their neighbours.
  private static func counts(of sample: [UInt8]) -> [ByteCount] {
    var counts = [Int](repeating: 0, count: 128 * 16)
    for (index, byte) in sample.enumerated() where byte >= 0x80 {
      let before = index > 0 ? kind(sample[index - 1]) : .none
      let after = index + 1 < sample.count ? kind(sample[index + 1]) : .none
      counts[Int(byte - 0x80) * 16 + before.rawValue * 4 + after.rawValue] += 1
    }
    return counts.indices.compactMap { place in
      guard counts[place] > 0, let before = ByteCount.Kind(rawValue: place / 4 % 4),
        let after = ByteCount.Kind(rawValue: place % 4)
      else { return nil }
      return ByteCount(byte: place / 16, before: before, after: after, count: counts[place])
    }
  }

  private static func kind(_ byte: UInt8) -> ByteCount.Kind {
    switch byte {
    case 0x61...0x7A: .small
    case 0x41...0x5A: .letter
    case 0x30...0x39: .digit
    case 0x8A, 0x8C...0x8F, 0x9A, 0x9C...0x9F, 0xA1, 0xA3, 0xA5, 0xA6, 0xA9, 0xAA, 0xAC, 0xAE, 0xAF,
      0xB1, 0xB3, 0xB6, 0xB9, 0xBA, 0xBC, 0xBE, 0xBF, 0xC0...0xD6, 0xD8...0xF6, 0xF8...:
      // Letters of one of the pages at least.
      .letter
    default: .none
    }
  }
}
