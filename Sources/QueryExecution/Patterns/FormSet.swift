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

  init(_ forms: Bitmap, tags: Bitmap? = nil, _ table: FormTable) {
    self.forms = forms
    self.tags = tags
    var count = 0
    forms.forEach { count += Int(table.counts[$0]) }
    tokenCount = count
  }

  /// Creates the tokens of folded words.
  init(folds: [UInt32], _ table: FormTable) {
    var forms = Bitmap(count: table.count)
    for fold in folds where Int(fold) + 1 < table.foldOffsets.count {
      for form in table.forms(ofFold: fold) { forms.insert(Int(form)) }
    }
    self.init(forms, table)
  }

  /// Whether a form is in the set.
  @inline(__always)
  func contains(_ form: UInt32) -> Bool { forms.contains(Int(form)) }

  /// Returns the tokens, ascending.
  func tokens(
    _ store: TokenStore, _ interruption: Interruption
  ) throws(Interrupted) -> FrozenArray<RowID> {
    let lists = lists(store)
    if lists.count == 1, let list = lists.first, list.count == tokenCount { return list }
    var rows: [RowID] = []
    rows.reserveCapacity(tokenCount)
    for list in lists {
      try interruption.forEachStretch(of: list.indices) { stretch in
        let (list, keys) = (list.span, store.forms.span)
        for place in stretch where contains(keys[list[place].index]) { rows.append(list[place]) }
      }
    }
    if lists.count > 1 { rows.sort() }
    return FrozenArray(rows)
  }

  /// Returns the lists of the folded words of which some form is in the set.
  func lists(_ store: TokenStore) -> [FrozenArray<RowID>] {
    var folds: [UInt32] = []
    forms.forEach { form in
      let fold = store.formTable.folds[form]
      if folds.last != fold { folds.append(fold) }
    }
    return folds.map { store.folds.dictionary.postings.rows(of: Int($0)) }
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
    guard let forms = try forms(of: test) else { return nil }
    if case .codes(let attribute, let codes) = test, attribute.name == "pos" {
      var tags = Bitmap(count: store.partsOfSpeech.dictionary.count)
      for code in codes where Int(code) < tags.count { tags.insert(Int(code)) }
      return FormSet(forms, tags: tags, table)
    }
    return FormSet(forms, table)
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
    var forms = Bitmap(count: table.count)
    switch attribute.name {
    case _ where attribute.table != .tokens: return nil
    case "word":
      for code in codes { store.forEachForm(ofWord: code) { forms.insert(Int($0)) } }
    case "lemma":
      for code in codes { store.forEachForm(ofLemma: code) { forms.insert(Int($0)) } }
    case "pos":
      var wanted = Bitmap(count: store.partsOfSpeech.dictionary.count)
      for code in codes where Int(code) < wanted.count { wanted.insert(Int(code)) }
      return self.forms(having: wanted, of: attribute)
    default: return nil
    }
    return forms
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
    case "pos":
      let tags = table.tags.span
      for form in tags.indices where codes.contains(Int(tags[form])) { forms.insert(form) }
    default: return nil
    }
    return forms
  }
}
