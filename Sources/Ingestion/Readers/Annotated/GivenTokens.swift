internal import Annotation

/// The words that an object of JSON gives of its text, as they are written.
///
/// `tokens` is a list of words, of objects with `text`, `lemma` and `pos` by all their usual names, or
/// of such lists, one a sentence; `sentences` hold such lists, too, or tell where sentences stand. The
/// lists `lemmas` and `pos` may stand beside the words.
struct GivenTokens {

  /// A word as it is written.
  struct Word {
    /// The word itself; nil where only its place is told.
    var text: [UInt8]?
    var lemma: String?
    var tag: PartOfSpeech?
    /// Where it begins and ends, in units that the source counts.
    var bounds: (start: Int, end: Int)?
  }

  /// The words in their order.
  private(set) var words: [Word] = []
  /// The number of the word behind the last of each sentence, as far as lists of words tell.
  private(set) var sentenceEnds: [Int] = []
  /// Where sentences stand, as far as numbers tell.
  private(set) var sentenceBounds: [(start: Int, end: Int)] = []
  /// The names of the fields that the words have.
  private(set) var fields = GivenLayers.WordFields(word: "tokens")

  /// Whether numbers tell where all the words stand.
  var hasBounds: Bool { words.allSatisfy { $0.bounds != nil } }

  /// Reads the fields `tokens` and `sentences` of an object, and lists that stand beside them.
  init(_ given: [String: JSONValue]) {
    for name in ["tokens", "words"] where words.isEmpty {
      add(given[name]?.items ?? [], isNested: false)
      if !words.isEmpty { fields.word = name }
    }
    for name in ["sentences", "sents"] {
      for sentence in given[name]?.items ?? [] { add(sentence: sentence, name) }
    }
    addColumns(given)
  }

  private mutating func add(_ items: [JSONValue], isNested: Bool) {
    for item in items {
      if case .array(let inner) = item, !isNested {
        add(inner, isNested: true)
        sentenceEnds.append(words.count)
      } else if let word = word(item) {
        words.append(word)
      }
    }
  }

  private mutating func word(_ item: JSONValue) -> Word? {
    if case .text(let bytes) = item { return Word(text: bytes) }
    var word = Word()
    if let (_, value) = item.first(Self.wordNames), case .text(let bytes) = value {
      word.text = bytes
    }
    if let (name, value) = item.first(Self.lemmaNames), let lemma = value.string {
      word.lemma = lemma
      fields.lemma = name
    }
    for name in Self.tagNames where word.tag == nil {
      guard case .text(let tag)? = item[name] else { continue }
      word.tag = TagNames.tag(tag, tag.indices)
      if word.tag != nil { fields.tag = name }
    }
    word.bounds = item.bounds
    return word.text == nil && word.bounds == nil ? nil : word
  }

  /// Reads a sentence: a list of words, an object with one, or an object that tells its place.
  private mutating func add(sentence: JSONValue, _ name: String) {
    let isTold = fields.word == "tokens" || fields.word == "words"
    if let list = sentence.first(["tokens", "words"])?.value.items ?? sentence.wordList {
      guard words.isEmpty || !isTold else { return }
      fields.word = name
      add(list, isNested: true)
      sentenceEnds.append(words.count)
    } else if let bounds = sentence.pair ?? sentence.bounds {
      sentenceBounds.append(bounds)
    }
  }

  /// Takes the lemmas and tags that stand in lists of their own.
  private mutating func addColumns(_ given: [String: JSONValue]) {
    if let (name, lemmas) = column(["lemmas", "lemma"], given) {
      for index in words.indices { words[index].lemma = lemmas[index].string }
      fields.lemma = name
    }
    if let (name, tags) = column(["upos", "pos", "pos_tags", "xpos"], given) {
      for index in words.indices {
        guard case .text(let tag) = tags[index] else { continue }
        words[index].tag = TagNames.tag(tag, tag.indices)
      }
      fields.tag = name
    }
  }

  /// A list with an item for each word.
  private func column(
    _ names: [String], _ given: [String: JSONValue]
  ) -> (name: String, items: [JSONValue])? {
    for name in names {
      let items = (given[name]?.items ?? []).flatMap { item -> [JSONValue] in
        if case .array(let inner) = item { inner } else { [item] }
      }
      if !items.isEmpty, items.count == words.count { return (name, items) }
    }
    return nil
  }

  /// The lists that only mean something beside words.
  static let columns: Set<String> = ["lemmas", "lemma", "upos", "pos", "pos_tags", "xpos"]

  private static let wordNames = ["text", "form", "word", "token", "originalText", "surface"]
  private static let lemmaNames = ["lemma", "lemma_", "base"]
  private static let tagNames = ["upos", "pos", "pos_", "upos_", "tag", "tag_", "xpos", "posTag"]
}

extension JSONValue {

  /// The first of some fields that is there, with its name.
  func first(_ names: [String]) -> (name: String, value: JSONValue)? {
    names.lazy.compactMap { name in self[name].map { (name, $0) } }.first
  }

  /// Two numbers in a list.
  var pair: (start: Int, end: Int)? {
    guard items.count == 2, let start = items[0].integer, let end = items[1].integer else {
      return nil
    }
    return (start, end)
  }

  /// Where something begins and ends, by all names that programs give to that.
  var bounds: (start: Int, end: Int)? {
    if let pair = self["range"]?.pair { return pair }
    guard let start = first(Self.starts)?.value.integer else { return nil }
    if let end = first(Self.ends)?.value.integer { return (start, end) }
    guard let length = first(["length", "len"])?.value.integer, length > 0, length < 1 << 32,
      start >= 0, start < 1 << 32
    else { return nil }
    return (start, start + length)
  }

  /// The items of a list of words; nil where it is none, as a pair of numbers is.
  fileprivate var wordList: [JSONValue]? {
    guard case .array(let items) = self, !items.isEmpty,
      items.allSatisfy({ item in
        if case .text = item { true } else { item.isObject }
      })
    else { return nil }
    return items
  }

  private static let starts = [
    "start", "begin", "start_char", "startChar", "start_offset", "startOffset", "beginOffset",
    "BeginOffset", "begin_offset", "characterOffsetBegin", "offset", "startPos", "start_pos",
  ]
  private static let ends = [
    "end", "end_char", "endChar", "end_offset", "endOffset", "EndOffset", "characterOffsetEnd",
    "endPos", "end_pos", "stop",
  ]
}
