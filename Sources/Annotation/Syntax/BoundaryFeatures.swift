/// The features by which the end of a sentence is told: the words around a place, what the rules say
/// of it, and what the sentence so far is like.
struct BoundaryFeatures {

  /// The rows of the last place that was read.
  private(set) var rows: [UInt32] = []
  private var rule: UInt64 = 0

  init() { rows.reserveCapacity(64) }

  /// Reads the place before `places[index]`, which has two neighbours on either side.
  mutating func read(
    _ places: [BoundaryPlace], _ index: Int, _ sentence: SentenceState, isRuled: Bool
  ) {
    rows.removeAll(keepingCapacity: true)
    rule = isRuled ? 1 : 0
    let (before, last) = (places[index - 2], places[index - 1])
    let (next, second) = (places[index], places[index + 1])
    readWords(before, last, next, second)
    readForms(before, last, next, second)
    readSentence(sentence, last, next, rest: places.count - 2 - index)
  }

  private mutating func readWords(
    _ before: BoundaryPlace, _ last: BoundaryPlace, _ next: BoundaryPlace, _ second: BoundaryPlace
  ) {
    add(0, UInt64(last.word.lower), rule)
    add(1, UInt64(next.word.lower), rule)
    add(2, UInt64(last.word.lower), UInt64(next.word.lower))
    add(3, UInt64(before.word.lower), UInt64(last.word.lower))
    add(4, UInt64(next.word.lower), UInt64(second.word.lower))
    add(5, UInt64(last.word.lower), form(next))
    add(6, UInt64(next.word.lower), form(last))
    add(7, UInt64(before.word.lower), form(last) << 16 | form(next))
    add(8, UInt64(second.word.lower), form(last) << 16 | form(next))
    add(9, UInt64(last.word.cluster), UInt64(next.word.cluster))
    add(10, UInt64(before.word.cluster), UInt64(last.word.cluster), UInt64(next.word.cluster))
    add(11, UInt64(next.word.cluster), UInt64(second.word.cluster), form(last))
    add(12, UInt64(last.word.suffix3), form(next))
    add(13, UInt64(next.word.cluster), form(last) << 16 | form(next))
    add(14, UInt64(last.word.cluster), form(last) << 16 | form(next))
    add(15, UInt64(next.word.suffix2), form(last) << 16 | form(next))
  }

  private mutating func readForms(
    _ before: BoundaryPlace, _ last: BoundaryPlace, _ next: BoundaryPlace, _ second: BoundaryPlace
  ) {
    add(16, form(last), rule)
    add(17, form(next), rule)
    add(18, form(last), form(next), rule)
    add(19, form(before), form(last), form(next))
    add(20, form(last), form(next), form(second))
    add(21, form(before) << 16 | form(last), form(next) << 16 | form(second), rule)
    add(22, kind(before) << 16 | kind(last), kind(next) << 16 | kind(second), rule)
    add(23, kind(last), kind(next), rule)
  }

  private mutating func readSentence(
    _ sentence: SentenceState, _ last: BoundaryPlace, _ next: BoundaryPlace, rest: Int
  ) {
    let length = Self.bucket(sentence.length)
    let rest = Self.bucket(rest)
    let marks: UInt64 =
      (sentence.isQuoted ? 1 : 0) | (sentence.isBracketed ? 2 : 0)
      | (sentence.hasTerminator ? 4 : 0)
    let around = form(last) << 16 | form(next)
    add(24, length, kind(last), rule)
    add(25, length, around)
    add(26, rest, around)
    add(27, marks, kind(last) << 16 | kind(next), rule)
    add(28, marks, around)
    add(29, UInt64(sentence.start.word.lower), kind(last), kind(next))
    add(30, form(sentence.start), around, rule)
    add(31, form(sentence.start), length, around)
    add(32, length, rest, kind(last))
    add(33, UInt64(sentence.start.word.cluster), around)
  }

  private func kind(_ place: BoundaryPlace) -> UInt64 {
    UInt64(place.kind.rawValue) << 1 | (place.isSpaced ? 1 : 0)
  }

  private func form(_ place: BoundaryPlace) -> UInt64 {
    kind(place) << 8 | UInt64(place.word.shape)
  }

  private static func bucket(_ length: Int) -> UInt64 {
    UInt64(
      length < 5 ? length : length < 8 ? 5 : length < 12 ? 6 : length < 20 ? 7 : length < 35 ? 8 : 9
    )
  }

  private mutating func add(_ template: Int, _ first: UInt64, _ second: UInt64) {
    rows.append(
      FeatureHash(template).with(first).with(second).row(bits: BoundaryReader.rowBits))
  }

  private mutating func add(_ template: Int, _ first: UInt64, _ second: UInt64, _ third: UInt64) {
    rows.append(
      FeatureHash(template).with(first).with(second).with(third).row(bits: BoundaryReader.rowBits))
  }
}
