/// A token on its way into a corpus.
public struct NewToken {

  let word: Symbol
  let lemma: Symbol
  let tag: UInt8
  let start: UInt32

  /// Describes a token.
  ///
  /// - Parameters:
  ///   - word: Exactly the bytes of the text from `start` on.
  ///   - lemma: Its dictionary form.
  ///   - tag: The place of its tag in those that the builder was created with.
  ///   - start: Where it starts in the corpus's text, in bytes.
  public init(word: Symbol, lemma: Symbol, tag: UInt8, start: UInt32) {
    (self.word, self.lemma, self.tag, self.start) = (word, lemma, tag, start)
  }
}

/// Collects the tokens of a corpus that is being built.
public struct TokenStoreBuilder: ~Copyable {

  private var forms: [UInt32] = []
  private var starts: [UInt32] = []
  /// The tag of each token, as its place among `tagNames`.
  private var tags: [UInt8] = []

  private var words: [UInt32] = []
  private var lemmas: [UInt32] = []
  private var formTags: [UInt8] = []
  /// The first form of each word, by its symbol, and behind each form the next of the same word.
  private var firstForms: [UInt32] = []
  private var nextForms: [UInt32] = []

  private let tagNames: [Symbol]

  private static let none = UInt32.max

  /// Creates a builder without tokens.
  ///
  /// - Parameter tags: The part-of-speech tags, each once; at most 254.
  public init(tags: [Symbol]) {
    precondition(tags.count < Int(UInt8.max), "a tag takes one byte")
    tagNames = tags
  }

  /// Makes room for a number of tokens.
  public mutating func reserve(_ count: Int) {
    forms.reserveCapacity(count)
    tags.reserveCapacity(count)
    starts.reserveCapacity(count)
  }

  /// The number of tokens so far.
  public var count: Int { forms.count }

  /// Adds tokens behind the others.
  public mutating func append(contentsOf tokens: [NewToken]) {
    for token in tokens {
      precondition(Int(token.tag) < tagNames.count, "a tag is one of those announced")
      forms.append(form(token.word, token.lemma.rawValue, token.tag))
    }
    tags.append(contentsOf: tokens.lazy.map(\.tag))
    starts.append(contentsOf: tokens.lazy.map(\.start))
  }

  @inline(__always)
  private mutating func form(_ word: Symbol, _ lemma: UInt32, _ tag: UInt8) -> UInt32 {
    if word.index >= firstForms.count {
      let missing = max(word.index + 1, firstForms.count * 2) - firstForms.count
      firstForms.append(contentsOf: repeatElement(Self.none, count: missing))
    }
    var form = firstForms[word.index]
    while form != Self.none {
      if lemmas[Int(form)] == lemma, formTags[Int(form)] == tag { return form }
      form = nextForms[Int(form)]
    }
    let added = UInt32(words.count)
    words.append(word.rawValue)
    lemmas.append(lemma)
    formTags.append(tag)
    nextForms.append(firstForms[word.index])
    firstForms[word.index] = added
    return added
  }

  /// Ends the building.
  consuming func finish(_ pool: borrowing StringPoolBuilder) -> TokenStore {
    let folds = words.map { pool.fold(of: Symbol($0)).rawValue }
    let order = words.indices.sorted { (folds[$0], $0) < (folds[$1], $1) }
    var numbers = [UInt32](repeating: 0, count: order.count)
    for (number, form) in order.enumerated() { numbers[form] = UInt32(number) }
    var renumbered = forms.mutableSpan
    let places = numbers.span
    for token in renumbered.indices { renumbered[token] = places[Int(renumbered[token])] }
    let columns = FormColumns(
      forms: FrozenArray(forms), words: order.map { words[$0] }, folds: order.map { folds[$0] },
      lemmas: order.map { lemmas[$0] }, tags: order.map { formTags[$0] },
      lengths: order.map { pool.length(of: Symbol(words[$0])) })
    let tagColumn = columns.tagColumn(tags: tags, names: tagNames)
    let wordColumn = columns.column(of: columns.words)
    let lemmaColumn = columns.column(of: columns.lemmas)
    return TokenStore(
      words: wordColumn, folds: columns.foldColumn, lemmas: lemmaColumn,
      partsOfSpeech: tagColumn.column,
      lexicon: Lexicon(columns.foldColumn.dictionary.entries, pool), forms: columns.forms,
      formTable: columns.table(tagCodes: tagColumn.codes), offsets: TokenOffsets(starts))
  }
}
