/// Gives each token its dictionary form: from the lexicon or, failing that, by rule.
public struct Lemmatizer: Annotator {

  /// The form of a word depends on its part of speech.
  public static let requires: Set<Layer> = [.tokens, .partsOfSpeech]
  /// The lemmas of tokens.
  public static let provides: Set<Layer> = [.lemmas]

  /// Creates a lemmatizer.
  public init() {}

  /// Gives each token of a document its lemma.
  public func annotate(_ document: inout AnnotatedDocument) {
    var lower: [UInt8] = []
    for index in document.tokens.indices {
      let token = document.tokens[index]
      let range = Int(token.range.start)..<Int(token.range.end)
      let form = WordForm(document.text.bytes, range, into: &lower)
      document.tokens[index].lemma =
        token.partOfSpeech == .propn
        ? String(decoding: document.text.bytes[range], as: UTF8.self)
        : Self.lemma(lower, form.hash, token.partOfSpeech)
    }
  }

  /// Returns the lemma of a word in lower case.
  static func lemma(_ word: [UInt8], _ hash: WordHash, _ tag: PartOfSpeech) -> String {
    let lexicon = Lexicon.english
    if let value = lexicon.value(of: word, word.indices, hash: hash),
      let listed = listed(value, tag, lexicon.bytes)
    {
      return String(decoding: lexicon.bytes[listed], as: UTF8.self)
    }
    return Stemming(word).lemma(tag)
  }

  /// The lemma that stands behind a tag in the lexicon.
  private static func listed(_ start: Int, _ tag: PartOfSpeech, _ bytes: [UInt8]) -> Range<Int>? {
    var index = start
    while index + 2 < bytes.count, bytes[index] >= 0x61 {
      let isTag = bytes[index] - 0x61 == tag.rawValue
      index += 2
      guard bytes[index] == 0x3D else {
        if isTag { return nil }
        continue
      }
      let first = index + 1
      while bytes[index] > 0x20 { index += 1 }
      if isTag { return first..<index }
      if bytes[index] == 0x20 { index += 1 }
    }
    return nil
  }
}

/// The rules of English inflection, read backwards.
///
/// `Tests/Tools/make-lexicon.py` holds the same rules, so that the lexicon lists only exceptions.
struct Stemming {

  private let word: [UInt8]

  init(_ word: [UInt8]) { self.word = word }

  /// Returns the base form of a word of the given part of speech.
  func lemma(_ tag: PartOfSpeech) -> String {
    switch tag {
    case .noun: text(withoutS())
    case .verb, .aux: text(verbBase())
    default: text(word)
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func ends(_ bytes: [UInt8], _ ending: StaticString) -> Bool {
    let ending = ending.description.utf8
    return bytes.count >= ending.count && bytes.suffix(ending.count).elementsEqual(ending)
  }

  private func verbBase() -> [UInt8] {
    if ends(word, "ing"), hasVowel(word.dropLast(3)) { return restored(Array(word.dropLast(3))) }
    if ends(word, "ied"), word.count > 4 { return word.dropLast(3) + [0x79] }
    if ends(word, "eed") { return word }
    if ends(word, "ed"), hasVowel(word.dropLast(2)) { return restored(Array(word.dropLast(2))) }
    return withoutS()
  }

  private func withoutS() -> [UInt8] {
    guard word.count >= 4, word.last == 0x73 else { return word }
    if ends(word, "ss") || ends(word, "us") || ends(word, "is") { return word }
    if ends(word, "ies"), word.count > 4 { return word.dropLast(3) + [0x79] }
    let isSibilant =
      ends(word, "sses") || ends(word, "shes") || ends(word, "ches") || ends(word, "xes")
      || ends(word, "zzes")
    return Array(word.dropLast(isSibilant ? 2 : 1))
  }

  private func isVowel(_ byte: UInt8, orY: Bool = false) -> Bool {
    switch byte {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: true
    case 0x79: orY
    default: false
    }
  }

  private func hasVowel(_ stem: ArraySlice<UInt8>) -> Bool {
    stem.count > 1 && stem.contains { isVowel($0, orY: true) }
  }
}
