internal import Annotation

/// The words of a text as the scorer of attributions counts them: runs of letters and digits.
///
/// Positions in the gold files count Unicode scalars; positions of the annotator count bytes.
struct ScoredWords {

  private var starts: [Int] = []
  private var ends: [Int] = []
  private var scalarStarts: [Int] = []
  private var scalarEnds: [Int] = []
  private var lower: [String] = []
  /// For each word, what stands between it and the word before.
  private var gaps: [String] = []

  /// The number of words.
  var count: Int { starts.count }

  init(_ text: [UInt8]) {
    var offset = 0
    var count = 0
    var word = ""
    var gap = ""
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if word.isEmpty {
          starts.append(offset)
          scalarStarts.append(count)
          gaps.append(gap)
          gap = ""
        }
        word.unicodeScalars.append(scalar)
      } else {
        end(&word, offset, count)
        gap.unicodeScalars.append(scalar)
      }
      offset += UTF8.width(scalar)
      count += 1
    }
    end(&word, offset, count)
  }

  private mutating func end(_ word: inout String, _ offset: Int, _ count: Int) {
    guard !word.isEmpty else { return }
    ends.append(offset)
    scalarEnds.append(count)
    lower.append(word.lowercased())
    word = ""
  }

  /// Returns the words that spans of bytes touch.
  func words(in spans: [ByteRange]) -> Set<Int> {
    words(in: spans.map { Int($0.start)..<Int($0.end) }, starts, ends)
  }

  /// Returns the words that spans of scalars touch, as a gold file gives them.
  func words(in spans: JSONValue) -> Set<Int> {
    let ranges = spans.elements.compactMap { span -> Range<Int>? in
      guard span.elements.count == 2 else { return nil }
      let (low, high) = (span.elements[0].integer, span.elements[1].integer)
      return low < high ? low..<high : nil
    }
    return words(in: ranges, scalarStarts, scalarEnds)
  }

  private func words(in spans: [Range<Int>], _ starts: [Int], _ ends: [Int]) -> Set<Int> {
    var result: Set<Int> = []
    for span in spans where !span.isEmpty {
      let low = Self.first(in: ends) { $0 > span.lowerBound }
      let high = Self.first(in: starts) { $0 >= span.upperBound }
      if low < high { result.formUnion(low..<high) }
    }
    return result
  }

  private static func first(in values: [Int], where isBehind: (Int) -> Bool) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(values[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  // MARK: Sources

  /// The head word of a source: the last before the first comma, bracket or word that modifies it.
  func head(of source: Set<Int>) -> Int? {
    var head: Int?
    for word in source.sorted() {
      if let former = head, word != former + 1 || endsPhrase(before: word) { break }
      head = word
    }
    return head
  }

  private func endsPhrase(before word: Int) -> Bool {
    let gap = gaps[word]
    return gap.unicodeScalars.contains { ",;:()[]–—".unicodeScalars.contains($0) }
      || (gap == "'" || gap == "’") && lower[word] == "s" || Self.modifiers.contains(lower[word])
  }

  /// The words of a source that can by themselves make two sources the same.
  func telling(_ source: Set<Int>) -> Set<Int> {
    let telling = source.filter { !Self.functionWords.contains(lower[$0]) }
    return telling.isEmpty ? source : telling
  }

  private static let functionWords = set(
    """
    a an the of in on at for from to by with and or but as his her its their our my your this that
    these those some many several other s t
    """)

  private static let modifiers = set(
    """
    of in on at for from to by with who whom whose which that as when where during after before
    under over about against among between near like including is was are were has have had
    """)

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
