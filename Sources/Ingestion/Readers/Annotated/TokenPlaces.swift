internal import Annotation

/// Finds where the words that a source gives stand in its text.
///
/// Numbers are believed where the words stand there; they count whichever units agree with most words.
/// Without numbers, each word is looked for behind the one before. Words that leave much of the text
/// out, as those of an index do, or that are not in it, are none of the text.
struct TokenPlaces {

  private let text: NormalizedText
  private let tokens: GivenTokens

  /// The place of each word; nil where it stands nowhere.
  private(set) var places: [ByteRange?] = []

  /// How many words stand nowhere in the text.
  var missingCount: Int { places.count { $0 == nil } }

  /// Whether so many words stand in the text, and cover so much of it, that they are its words.
  var areThose: Bool {
    guard missingCount * 20 <= places.count else { return false }
    return coveredCount * 4 >= Self.inkCount(text.bytes[...]) * 3
  }

  /// The share of the words that may be hidden between two that follow one another, in bytes.
  private static let longestGap = 8192

  /// Finds the places of words in a text.
  init(_ tokens: GivenTokens, in text: NormalizedText) {
    self.tokens = tokens
    self.text = text
    if tokens.hasBounds {
      for unit in [StandoffText.Unit.scalars, .utf16, .bytes] {
        let found = numbered(StandoffText(text, unit: unit))
        if places.isEmpty || found.count(where: { $0 != nil }) > places.count - missingCount {
          places = found
        }
        if missingCount == 0 { return }
      }
    }
    if missingCount * 20 > places.count || places.isEmpty {
      let found = sought
      if places.isEmpty || found.count(where: { $0 == nil }) < missingCount { places = found }
    }
  }

  /// The places that numbers tell, as far as the words stand there.
  private func numbered(_ standoff: StandoffText) -> [ByteRange?] {
    var end: UInt32 = 0
    return tokens.words.map { word in
      guard let bounds = word.bounds, let range = standoff.range(bounds.start, bounds.end),
        range.start >= end
      else { return nil }
      let own = text.bytes[Int(range.start)..<Int(range.end)]
      if let words = word.text, !Self.forms(of: words).contains(where: { $0.elementsEqual(own) }) {
        return nil
      }
      end = range.end
      return range
    }
  }

  /// The places at which the words follow one another.
  private var sought: [ByteRange?] {
    var position = 0
    return tokens.words.map { word in
      guard let words = word.text, !words.isEmpty else { return nil }
      let forms = Self.forms(of: words)
      var start = position
      let limit = min(text.bytes.count, position + Self.longestGap)
      while start < limit {
        if let form = forms.first(where: { text.bytes.holds($0, at: start) }),
          start == position || isApart(start..<start + form.count)
        {
          position = start + form.count
          return ByteRange(UInt32(start), UInt32(position))
        }
        // Right behind blanks is as near as can be.
        if start == position, text.bytes[start] <= 0x20 { position += 1 }
        start += 1
      }
      return nil
    }
  }

  /// Whether no letter or figure stands right before or behind a run of bytes that begins, or ends, with
  /// one.
  private func isApart(_ range: Range<Int>) -> Bool {
    !(isLetter(endingAt: range.lowerBound) && isLetter(at: range.lowerBound))
      && !(isLetter(at: range.upperBound) && isLetter(endingAt: range.upperBound))
  }

  private func isLetter(endingAt end: Int) -> Bool {
    var place = end - 1
    while place > 0, text.bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return place >= 0 && isLetter(at: place)
  }

  /// Whether a letter or figure begins at a place; marks of all sorts stand from U+0080 to U+00BF and
  /// from U+2000 to U+206F.
  private func isLetter(at place: Int) -> Bool {
    guard place < text.bytes.count else { return false }
    switch text.bytes[place] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    case 0xC2: return false
    case 0xE2:
      return place + 1 < text.bytes.count && text.bytes[place + 1] > 0x81
    case 0x80...: return true
    default: return false
    }
  }

  /// How a word may stand in the text: as it is, or as what the Penn Treebank writes for it.
  private static func forms(of word: [UInt8]) -> [[UInt8]] {
    let own = TextNormalizer.normalize(word).bytes
    let others = penn[String(decoding: own, as: UTF8.self)] ?? []
    return own.isEmpty ? others : [own] + others
  }

  private static let penn: [String: [[UInt8]]] = [
    "``": ["\"", "“", "„", "«", "''"], "''": ["\"", "”", "“", "»"], "`": ["'", "‘"], "'": ["’"],
    "-LRB-": ["("], "-RRB-": [")"], "-LSB-": ["["], "-RSB-": ["]"], "-LCB-": ["{"], "-RCB-": ["}"],
    "--": ["–", "—"], "...": ["…"],
  ].mapValues { $0.map { Array($0.utf8) } }

  private var coveredCount: Int {
    places.reduce(0) { sum, place in
      place.map { sum + Self.inkCount(text.bytes[Int($0.start)..<Int($0.end)]) } ?? sum
    }
  }

  private static func inkCount(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 > 0x20 } }
}

extension GivenLayers {

  /// Takes the words of a text with their places, and the sentences that are told.
  ///
  /// - Parameters:
  ///   - given: The words.
  ///   - places: Their places in the text.
  ///   - standoff: The text.
  mutating func take(_ given: GivenTokens, at places: [ByteRange?], in standoff: StandoffText) {
    wordFields = given.fields
    var ends: [Int] = []
    var next = given.sentenceEnds[...]
    for (index, (word, place)) in zip(given.words, places).enumerated() {
      while let end = next.first, end <= index {
        ends.append(tokens.count)
        next.removeFirst()
      }
      guard let place, place.start >= tokens.last?.range.end ?? 0 else { continue }
      var token = Token(place)
      if let lemma = word.lemma, !lemma.isEmpty {
        isLemmatized = true
        token.lemma = lemma
      }
      if let tag = word.tag {
        isTagged = true
        token.partOfSpeech = tag
      }
      tokens.append(token)
    }
    ends += next.isEmpty ? [] : [tokens.count]
    if ends.isEmpty { ends = self.ends(of: given.sentenceBounds, in: standoff) }
    if ends.isEmpty { return }
    if ends.last != tokens.count { ends.append(tokens.count) }
    var start = 0
    for end in ends where end > start {
      sentences.append(Sentence(firstToken: UInt32(start), endToken: UInt32(end), block: 0))
      start = end
    }
  }

  /// The numbers of the words behind sentences that numbers tell.
  private func ends(
    of bounds: [(start: Int, end: Int)], in standoff: StandoffText
  ) -> [Int] {
    var ends: [Int] = []
    var token = 0
    for bounds in bounds {
      guard let range = standoff.range(bounds.start, bounds.end) else { continue }
      while token < tokens.count, tokens[token].range.start < range.end { token += 1 }
      ends.append(token)
    }
    return ends
  }
}
