internal import Annotation

/// Tells the encoding of a text that is not UTF-8 and does not say what it is.
///
/// Scripts that are not Latin are told so: those of East Asia, Cyrillic, Greek, Hebrew, Arabic and Thai.
/// Their bytes from 0x80 on stand together, where those of Latin texts stand between letters of ASCII. A guess
/// is made only where a reading by one encoding makes sense all through, is mostly of the commonest
/// characters of a language, and no other comes near. Of Latin texts `LatinPageGuess` tells the page.
enum CodePageGuess {

  /// An encoding, and the characters that are commonest in texts of it.
  private struct Candidate {
    let page: CodePage
    let common: Set<UInt32>
    /// The share of these among the characters of a text, about.
    let usual: Double

    init?(_ label: String, _ common: String, _ usual: Double) {
      guard let page = CodePage(label: label) else { return nil }
      self.page = page
      self.usual = usual
      self.common = Set(common.unicodeScalars.map(\.value))
    }
  }

  /// What a reading by an encoding gives.
  private struct Reading {
    /// The characters beyond ASCII; those of them that mean nothing, and that are common.
    var count = 0
    var faults = 0
    var common = 0

    /// The share of common characters, of what is usual.
    var share = 0.0
  }

  /// The fewest characters by which an encoding is told, the share of the usual that they must have, by
  /// how much that must go beyond the next best, and how many are at least in one that means nothing.
  ///
  /// A text of two bytes a character may have some of its writer's own; a sample may end within one.
  private typealias Bar = (count: Int, share: Double, margin: Double, perFault: Int)
  private static let double: Bar = (10, 0.6, 1.25, 50)
  private static let single: Bar = (20, 0.8, 1.12, 200)

  /// Returns the encoding of a text that begins so; nil where it is Western, or nothing tells.
  static func page(of sample: [UInt8]) -> CodePage? {
    let isLong = hasLongRuns(sample)
    if isDense(sample) {
      let found =
        best(of: doubles, in: sample, double)
        ?? (isLong ? best(of: singles, in: sample, single) : nil)
      if let found { return macCyrillic(in: sample, insteadOf: found) ?? found }
    }
    return isLong || unicodeCount(sample) * 5 > sample.count(where: { $0 >= 0x80 })
      ? nil : LatinPageGuess.page(of: sample)
  }

  /// Returns the page in which a text may be as well as in Windows-1252, in which it is read; nil where nothing
  /// speaks for one.
  static func rival(of sample: [UInt8]) -> CodePage? {
    let count = sample.count { $0 >= 0x80 }
    return unicodeCount(sample) * 5 > count ? nil : LatinPageGuess.rival(of: sample)
  }

  /// The Mac's page of Cyrillic, where the words of a text make sense in it and not in Windows-1251.
  ///
  /// Most small letters are the same in both; the others, and the capitals, are signs there or stand
  /// behind small letters.
  private static func macCyrillic(in sample: [UInt8], insteadOf page: CodePage) -> CodePage? {
    guard page.name == "Windows-1251", let mac = CodePage(label: "x-mac-cyrillic") else {
      return nil
    }
    let odd = oddities(of: sample, page)
    return odd >= 2 && odd > oddities(of: sample, mac) * 2 ? mac : nil
  }

  /// How often a capital stands behind a small letter, or a sign beside a letter.
  private static func oddities(of sample: [UInt8], _ page: CodePage) -> Int {
    var count = 0
    var before: Unicode.GeneralCategory = .spaceSeparator
    page.forEachScalar(of: sample) { scalar in
      // What is ASCII stands so in every page.
      let category =
        scalar < 0x80
        ? .spaceSeparator : Unicode.Scalar(scalar)?.properties.generalCategory ?? .unassigned
      let isOdd =
        before == .lowercaseLetter && (category == .uppercaseLetter || isSign(category))
        || isSign(before) && category == .lowercaseLetter
      if isOdd { count += 1 }
      before = category
    }
    return count
  }

  private static func isSign(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .mathSymbol, .currencySymbol, .otherSymbol, .modifierSymbol, .unassigned: true
    default: false
    }
  }

  /// The names of the encodings of two bytes a character by which a text that begins so makes sense,
  /// whatever it says; none where it may be Latin.
  static func possibleNames(of sample: [UInt8]) -> [String] {
    guard isDense(sample), hasLongRuns(sample), !isLatin(sample) else { return [] }
    return doubles.filter { candidate in
      let reading = read(sample, candidate)
      return reading.count > 0 && reading.faults * 50 <= reading.count
    }.map(\.page.name)
  }

  private static func best(
    of candidates: [Candidate], in sample: [UInt8], _ bar: Bar
  ) -> CodePage? {
    let readings = candidates.map { (page: $0.page, reading: read(sample, $0)) }
      .filter {
        $0.reading.faults <= (bar.perFault < 100 ? 1 : 0) + $0.reading.count / bar.perFault
      }
      .sorted { $0.reading.share > $1.reading.share }
    guard let first = readings.first, first.reading.count >= bar.count,
      first.reading.share >= bar.share
    else { return nil }
    let next = readings.dropFirst().first?.reading.share ?? 0
    return first.reading.share >= next * bar.margin ? first.page : nil
  }

  private static func read(_ sample: [UInt8], _ candidate: Candidate) -> Reading {
    var reading = Reading()
    candidate.page.forEachScalar(of: sample) { scalar in
      guard scalar >= 0x80 else { return }
      reading.count += 1
      if scalar == 0xFFFD {
        reading.faults += 1
      } else if candidate.common.contains(scalar) {
        reading.common += 1
      }
    }
    reading.share = Double(reading.common) / Double(max(1, reading.count)) / candidate.usual
    return reading
  }

  // MARK: How bytes stand together

  /// Whether most bytes from 0x80 on stand beside others, and they are not nearly all UTF-8.
  private static func isDense(_ sample: [UInt8]) -> Bool {
    var (count, beside) = (0, 0)
    for index in sample.indices where sample[index] >= 0x80 {
      count += 1
      let isBehind = index > 0 && sample[index - 1] >= 0x80
      let isBefore = index + 1 < sample.count && sample[index + 1] >= 0x80
      if isBehind || isBefore { beside += 1 }
    }
    return count > 0 && beside * 2 >= count && unicodeCount(sample) * 5 < count * 4
  }

  /// How many bytes from 0x80 on are of characters of UTF-8.
  private static func unicodeCount(_ sample: [UInt8]) -> Int {
    var (count, place) = (0, 0)
    while place < sample.count {
      let length =
        switch sample[place] {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
      let rest = sample[place...].dropFirst().prefix(length - 1)
      let isWhole = rest.count == length - 1 && rest.allSatisfy { (0x80...0xBF).contains($0) }
      if length > 1, isWhole { count += length }
      place += isWhole ? length : 1
    }
    return count
  }

  /// Whether most bytes from 0x80 on stand in words of three and more of them.
  private static func hasLongRuns(_ sample: [UInt8]) -> Bool {
    var (count, long, run) = (0, 0, 0)
    for byte in sample {
      if byte >= 0x80 {
        (count, run) = (count + 1, run + 1)
        long += run == 3 ? 3 : run > 3 ? 1 : 0
      } else {
        run = 0
      }
    }
    return long * 10 >= count * 6
  }

  /// Whether most bytes from 0x80 on stand as in words of Windows-1252: up to three letters together,
  /// or more of the same letter, as in `Jäääär`.
  private static func isLatin(_ sample: [UInt8]) -> Bool {
    var (count, latin) = (0, 0)
    for run in sample.split(whereSeparator: { $0 < 0x80 }) {
      count += run.count
      let isLetters = run.allSatisfy { $0 >= 0xC0 && $0 != 0xD7 && $0 != 0xF7 }
      let isMarks = run.allSatisfy { (0x91...0x97).contains($0) || $0 == 0x85 }
      let isShort = run.count <= 3 || Set(run.dropFirst()).count == 1
      if isMarks || isLetters && isShort { latin += run.count }
    }
    return latin * 2 > count
  }

  // MARK: What is common

  private static let cyrillic = "оеаинтсрвлкмдпуі"
  private static let greek = "αοιετσνηυρπκμλςίόάέήώδγω"
  private static let hebrew = "יוהלאתרבשמנםחדעכ"
  private static let arabic = "اليمروتةندفسبعكحقجصأهى"
  private static let thai = "านรกอเงมยลวดทสตะปบคหแจพชขใไโั่้ีิุูืำ์็"

  private static let doubles = [
    Candidate("shift_jis", CommonCharacters.kana, 0.5),
    Candidate("euc-jp", CommonCharacters.kana, 0.5),
    Candidate("gb18030", CommonCharacters.simplified, 0.45),
    Candidate("big5", CommonCharacters.traditional, 0.45),
    Candidate("euc-kr", CommonCharacters.hangul, 0.5),
  ].compactMap(\.self)

  private static let singles = [
    Candidate("windows-1251", cyrillic, 0.78), Candidate("koi8-u", cyrillic, 0.78),
    Candidate("iso-8859-5", cyrillic, 0.78), Candidate("cp866", cyrillic, 0.78),
    Candidate("windows-1253", greek, 0.9), Candidate("windows-1255", hebrew, 0.9),
    Candidate("windows-1256", arabic, 0.88), Candidate("iso-8859-6", arabic, 0.88),
    Candidate("windows-874", thai, 0.93),
  ].compactMap(\.self)
}
