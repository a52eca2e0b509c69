internal import Annotation

/// Tells the code page of a text in Latin letters that is not Western: of Czech, Polish, Hungarian,
/// Croatian, Romanian, Turkish, Lithuanian and Latvian; and Mac Roman where its words alone do not tell.
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
      let mac = best(of: mac, for: counts)
    else { return nil }
    if other.likelihood - max(western.likelihood, mac.likelihood) >= margin,
      other.reading.isOwn(counts), western.reading.foreign(in: counts) >= 3
    {
      return other.reading.page
    }
    let isMac = mac.likelihood - max(western.likelihood, other.likelihood) >= marginOfMac
    return isMac && mac.reading.isOwn(counts) && !MacRoman.looksLike(sample)
      ? mac.reading.page : nil
  }

  private static func best(
    of readings: [LatinReading], for counts: [ByteCount]
  ) -> (reading: LatinReading, likelihood: Double)? {
    readings.map { ($0, $0.likelihood(of: counts)) }.max { $0.1 < $1.1 }
  }

  private static let others = LatinLetters.others.flatMap { language in
    language.pages.compactMap { LatinReading(language, label: $0, foreign: 0.0008) }
  }
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
