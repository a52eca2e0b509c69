#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A code page read as a text of one language: how likely its bytes are there.
struct LatinReading {

  /// What a byte stands for.
  private enum Sign {
    case letter(share: Double, isCapital: Bool, isOwn: Bool)
    /// Quotation marks, dashes and what else stands in any text.
    case mark(isApostrophe: Bool)
    case symbol
    /// Accents that stand for themselves, and the like.
    case rare
    case none
  }

  /// The page.
  let page: CodePage
  private let signs: [Sign]

  /// Creates the reading of a language in a page.
  ///
  /// - Parameters:
  ///   - language: Its letters.
  ///   - label: The label of the page.
  ///   - foreign: The share of a letter of another language, as of a name.
  init?(_ language: LatinLetters, label: String, foreign: Double) {
    guard let page = CodePage(label: label) else { return nil }
    self.page = page
    signs = (0..<128).map { Self.sign(page.scalar($0), language, foreign) }
  }

  private static func sign(_ value: UInt32, _ language: LatinLetters, _ foreign: Double) -> Sign {
    guard value >= 0xA0, value != 0xFFFD, let scalar = Unicode.Scalar(value) else { return .none }
    if marks.contains(scalar) { return .mark(isApostrophe: scalar == "’") }
    if "¦¬¤¨¯´¸˛ˇ˙˝".unicodeScalars.contains(scalar) { return .rare }
    let properties = scalar.properties
    guard properties.isAlphabetic, !"ªºµ".unicodeScalars.contains(scalar) else { return .symbol }
    let small = properties.lowercaseMapping.unicodeScalars.first?.value ?? value
    let share = language.shares[value] ?? language.shares[small]
    return .letter(
      share: max(share ?? 0, foreign), isCapital: properties.isUppercase, isOwn: share != nil)
  }

  private static let marks = Set("’‘“”„‚–—…«»‹›\u{A0}·•§°".unicodeScalars)

  /// The logarithm of how likely some bytes are.
  func likelihood(of counts: [ByteCount]) -> Double {
    counts.reduce(0) { $0 + Double($1.count) * log(probability(of: $1)) }
  }

  private func probability(of count: ByteCount) -> Double {
    let isFirst = count.before == .none || count.before == .digit
    let isInside = !isFirst && (count.after == .small || count.after == .letter)
    switch signs[count.byte] {
    case .letter(var share, let isCapital, _):
      if isCapital, count.before == .small { share *= 0.01 }
      if count.before == .digit || count.after == .digit { share *= 0.1 }
      if count.before == .none, count.after == .none { share *= 0.2 }
      return share
    case .mark(let isApostrophe): return isInside && !isApostrophe ? 0.005 : 0.05
    case .symbol: return isInside ? 0.0005 : 0.02
    case .rare: return isInside ? 0.0005 : 0.001
    case .none: return 0.0001
    }
  }

  /// Whether nine of ten letters are of the language, and few of the bytes are other signs.
  func isOwn(_ counts: [ByteCount]) -> Bool {
    var (letters, own, others) = (0, 0, 0)
    for count in counts {
      switch signs[count.byte] {
      case .letter(_, _, let isOwn):
        letters += count.count
        if isOwn { own += count.count }
      case .mark: continue
      case .symbol, .rare, .none: others += count.count
      }
    }
    return letters > 0 && own * 10 >= letters * 9 && own * 5 >= (letters + others) * 4
  }

  /// How many of the bytes are no letters of the language, and no signs where signs stand.
  func foreign(in counts: [ByteCount]) -> Int {
    counts.reduce(0) { sum, count in
      if case .letter(_, let isCapital, let isOwn) = signs[count.byte], isOwn {
        return sum + (isCapital && count.before == .small ? count.count : 0)
      }
      if case .letter = signs[count.byte] { return sum + count.count }
      return sum + (probability(of: count) < 0.002 ? count.count : 0)
    }
  }
}
