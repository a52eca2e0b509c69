/// The place, day and agency in front of the first sentence, like "PARIS, Feb 24 (Reuters) —".
struct Dateline {

  /// The offset behind the place, day and agency.
  let end: Int

  /// The offset of the first sentence.
  let textStart: Int

  /// Reads the dateline at the start of a paragraph, or returns nil where there is none.
  ///
  /// A place in capitals, or any place with an agency in brackets, has to stand before a dash, and
  /// a capital, figure or quotation mark behind it.
  init?(_ bytes: [UInt8], _ start: Int, _ limit: Int) {
    guard let dash = Self.dash(bytes, start, min(limit, start + 90)) else { return nil }
    var index = dash.upperBound
    while index < limit, bytes[index] == 0x20 { index += 1 }
    guard index < limit, Self.startsSentence(bytes[index]) else { return nil }
    guard Self.isPlace(bytes[start..<dash.lowerBound]) else { return nil }
    end = dash.upperBound
    textStart = index
  }

  /// Returns the first dash with a blank behind it.
  private static func dash(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Range<Int>? {
    var index = start
    while index < limit {
      var next = index
      while next < limit, bytes[next] == 0x2D || bytes[next] == 0x5F { next += 1 }
      if next == index, next + 2 < limit, bytes[next] == 0xE2, bytes[next + 1] == 0x80,
        bytes[next + 2] == 0x93 || bytes[next + 2] == 0x94
      {
        next += 3
      }
      let isApart = next - index > 1 || index > start && bytes[index - 1] == 0x20
      if next > index, isApart, next < limit, bytes[next] == 0x20 || next - index == 3 {
        return index..<next
      }
      index = max(next, index + 1)
    }
    return nil
  }

  private static func startsSentence(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x22 || byte == 0x27
      || byte >= 0xC3
  }

  private static func isPlace(_ run: ArraySlice<UInt8>) -> Bool {
    let words = run.split(whereSeparator: { $0 == 0x20 || $0 == 0x2C || $0 == 0x2F })
    guard let first = words.first, words.count <= 9 else { return false }
    let hasAgency = words.contains { $0.first == 0x28 && $0.last == 0x29 }
    let letters = first.filter { (0x61...0x7A).contains($0 | 0x20) }
    guard letters.count >= 3 || words.count > 1 && letters.count >= 2 else { return false }
    let isUpper = letters.allSatisfy { $0 < 0x61 }
    let isAcronym = words.count == 1 && acronyms.contains(String(decoding: first, as: UTF8.self))
    return (isUpper && !isAcronym || hasAgency) && words.allSatisfy(isDatelineWord)
  }

  private static func isDatelineWord(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return true }
    return (0x41...0x5A).contains(first) || (0x30...0x39).contains(first) || first == 0x28
      || first >= 0xC3
  }

  /// What stands in capitals before a dash without being a place.
  private static let acronyms: Set<String> = [
    "NATO", "UNESCO", "UNICEF", "OPEC", "ASEAN", "FBI", "CIA", "NSA", "IMF", "WTO", "WHO", "IAEA",
    "BRICS", "BREAKING", "UPDATE", "EXCLUSIVE", "ANALYSIS", "OPINION", "WATCH", "NOTE",
    "CORRECTION",
    "EDITORIAL", "EXPLAINER", "LIVE", "AUKUS", "QUAD", "GDP", "NEW", "UNHCR", "FIFA", "UEFA",
  ]
}
