internal import CorpusStore
internal import QuerySemantics

/// The tokens that a bracket of a pattern, or a word of a phrase, takes: a set of forms.
struct FormSet {

  /// The forms.
  let forms: Bitmap

  /// The number of tokens.
  let tokenCount: Int

  /// The codes of the tags, where nothing but the tag counts.
  let tags: Bitmap?

  /// The folded words of which some form is in the set, where they are told beforehand.
  private let folds: [UInt32]?

  init(_ forms: Bitmap, _ table: FormTable) {
    self.forms = forms
    tags = nil
    folds = nil
    var count = 0
    let counts = table.counts.span
    forms.forEach { count += Int(counts[$0]) }
    tokenCount = count
  }

  /// Creates the tokens with one of some tags.
  init(tags: Bitmap, _ store: TokenStore) {
    var forms = Bitmap(count: store.formTable.count)
    let bytes = unsafe store.formTable.tags.span.bytes
    let wanted = tags.rows.map { ByteEquality(UInt8(truncatingIfNeeded: $0.rawValue)) }
    for word in 0..<forms.wordCount {
      forms.setWord(word, wanted.reduce(0) { $0 | $1.mask(of: bytes, from: word * 64) })
    }
    self.forms = forms
    self.tags = tags
    folds = nil
    let postings = store.partsOfSpeech.dictionary.postings
    tokenCount = tags.rows.reduce(0) { $0 + postings.count(of: $1.index) }
  }

  /// Creates the tokens of some forms, of which there can be several of one.
  init(listing list: [UInt32], _ table: FormTable) {
    var forms = Bitmap(count: table.count)
    var count = 0
    var folds: [UInt32] = []
    for form in list where !forms.contains(Int(form)) {
      forms.insert(Int(form))
      count += Int(table.counts[Int(form)])
      if folds.last != table.folds[Int(form)] { folds.append(table.folds[Int(form)]) }
    }
    self.forms = forms
    tags = nil
    tokenCount = count
    // Forms of one word need not have come one behind the other.
    self.folds = folds.count > 1 ? Array(Set(folds)).sorted() : folds
  }

  /// Creates the tokens of folded words.
  init(folds: [UInt32], _ table: FormTable) {
    let known = folds.filter { Int($0) + 1 < table.foldOffsets.count }
    self.init(listing: known.flatMap { Array(table.forms(ofFold: $0)) }, table)
  }

  /// Whether a form is in the set.
  @inline(__always)
  func contains(_ form: UInt32) -> Bool { forms.contains(Int(form)) }

  /// Whether its tokens are those of one folded word, which are listed.
  func isListed(_ store: TokenStore) -> Bool {
    guard let folds, folds.count == 1, let fold = folds.first else { return false }
    return store.folds.dictionary.postings.count(of: Int(fold)) == tokenCount
  }

  /// Returns the lists of the folded words of which some form is in the set.
  func lists(_ store: TokenStore) -> [FrozenArray<RowID>] {
    var all = folds ?? []
    if folds == nil {
      forms.forEach { form in
        let fold = store.formTable.folds[form]
        if all.last != fold { all.append(fold) }
      }
    }
    return all.map { store.folds.dictionary.postings.rows(of: Int($0)) }
  }
}

/// Makes sets of forms of the tests of token patterns.
struct FormSetCompiler {

  let corpus: Corpus
  let interruption: Interruption

  private var store: TokenStore { corpus.tokens }
  private var table: FormTable { store.formTable }

  init(_ corpus: Corpus, _ interruption: Interruption) {
    self.corpus = corpus
    self.interruption = interruption
  }

  /// Returns the set of a test; nil where something else than word, lemma and tag counts.
  func set(of test: BoundTokenTest) throws(Interrupted) -> FormSet? {
    guard case .codes(let attribute, let codes) = test, attribute.table == .tokens else {
      return try forms(of: test).map { FormSet($0, table) }
    }
    if attribute.name == "pos" { return FormSet(tags: tags(codes), store) }
    return list(having: codes, of: attribute).map { FormSet(listing: $0, table) }
  }

  private func forms(of test: BoundTokenTest) throws(Interrupted) -> Bitmap? {
    switch test {
    case .any: return Bitmap(count: table.count, isFull: true)
    case .and(let parts): return try combined(parts) { $0.formIntersection($1) }
    case .or(let parts): return try combined(parts) { $0.formUnion($1) }
    case .not(let part): return try forms(of: part)?.complement
    case .codes(let attribute, let codes): return forms(having: codes, of: attribute)
    case .matches(let attribute, let tree, let regard):
      guard let column = column(of: attribute) else { return nil }
      let matcher = RegexMatcher(.sequence([.start, tree, .end]), interruption: interruption)
      if attribute.name == "word", regard == .folded {
        return forms(
          ofFolds: try matcher.codes(
            in: CodeNames(store.folds.dictionary, corpus), regard, interruption))
      }
      let codes = try matcher.codes(
        in: CodeNames(column.dictionary, corpus), regard, interruption)
      return forms(having: codes, of: attribute)
    }
  }

  private func combined(
    _ parts: [BoundTokenTest], _ combine: (inout Bitmap, Bitmap) -> Void
  ) throws(Interrupted) -> Bitmap? {
    guard let first = parts.first, var result = try forms(of: first) else { return nil }
    for part in parts.dropFirst() {
      guard let next = try forms(of: part) else { return nil }
      combine(&result, next)
    }
    return result
  }

  /// Returns the column of an attribute that the form of a token tells.
  private func column(of attribute: Attribute) -> CodeColumn? {
    guard attribute.table == .tokens else { return nil }
    return switch attribute.name {
    case "word": store.words
    case "lemma": store.lemmas
    case "pos": store.partsOfSpeech
    default: nil
    }
  }

  private func forms(having codes: [UInt32], of attribute: Attribute) -> Bitmap? {
    guard attribute.table == .tokens else { return nil }
    if attribute.name == "pos" { return FormSet(tags: tags(codes), store).forms }
    return list(having: codes, of: attribute).map { list in
      var forms = Bitmap(count: table.count)
      for form in list { forms.insert(Int(form)) }
      return forms
    }
  }

  /// Returns the forms of some words or lemmas; nil for what is neither.
  private func list(having codes: [UInt32], of attribute: Attribute) -> [UInt32]? {
    var forms: [UInt32] = []
    switch attribute.name {
    case "word": for code in codes { store.forEachForm(ofWord: code) { forms.append($0) } }
    case "lemma": for code in codes { store.forEachForm(ofLemma: code) { forms.append($0) } }
    default: return nil
    }
    return forms
  }

  private func forms(ofFolds folds: Bitmap) -> Bitmap {
    var forms = Bitmap(count: table.count)
    folds.forEach { fold in
      for form in table.forms(ofFold: UInt32(truncatingIfNeeded: fold)) {
        forms.insert(Int(form))
      }
    }
    return forms
  }

  /// Returns some codes of tags as a set.
  private func tags(_ codes: [UInt32]) -> Bitmap {
    var tags = Bitmap(count: store.partsOfSpeech.dictionary.count)
    for code in codes where Int(code) < tags.count { tags.insert(Int(code)) }
    return tags
  }

  private func forms(having codes: Bitmap, of attribute: Attribute) -> Bitmap? {
    var forms = Bitmap(count: table.count)
    switch attribute.name {
    case "word":
      let words = table.words.span
      for form in words.indices where codes.contains(Int(words[form])) { forms.insert(form) }
    case "lemma":
      let lemmas = table.lemmas.span
      for form in lemmas.indices where codes.contains(Int(lemmas[form])) { forms.insert(form) }
    case "pos": return FormSet(tags: codes, store).forms
    default: return nil
    }
    return forms
  }
}
