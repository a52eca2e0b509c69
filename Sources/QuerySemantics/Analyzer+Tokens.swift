internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// What must hold of one token of a pattern.
extension Analyzer {

  /// The attributes of tokens that patterns ask for.
  static let tokenAttributes = ["word", "lemma", "pos", "entity"]

  /// Binds what stands between brackets; a faulty part is true of every token.
  mutating func bind(_ condition: TokenCondition) -> BoundTokenTest {
    switch condition.kind {
    case .and(let parts): return .every(parts.map { bind($0) })
    case .or(let parts): return .some(parts.map { bind($0) })
    case .not(let part): return .complement(bind(part))
    case .comparison(let name, let isEqual, let text):
      guard let attribute = tokenAttribute(name) else { return .any }
      let test = bind(text, of: attribute)
      return isEqual ? test : .complement(test)
    }
  }

  /// Binds a string that stands alone, which is the word itself.
  mutating func bindWord(_ text: PatternText) -> BoundTokenTest {
    tokenAttribute(Name("word", at: text.text.range)).map { bind(text, of: $0) } ?? .any
  }

  /// Returns an attribute of tokens, or reports that patterns know none of the name.
  mutating func tokenAttribute(_ name: Name) -> Attribute? {
    let known = Self.tokenAttributes.filter { corpus.schema.attribute($0, of: .tokens) != nil }
    if known.contains(name.text.lowercased()) {
      return corpus.schema.attribute(name.text, of: .tokens)
    }
    report(.unknownTokenAttribute(name, known: known))
    return nil
  }

  /// Binds an expression that the whole of an attribute must match.
  mutating func bind(_ text: PatternText, of attribute: Attribute) -> BoundTokenTest {
    guard !text.text.text.isEmpty else {
      report(.emptyPhrase(text.text))
      return .any
    }
    let path = BoundPath(target: .attribute(attribute), text: attribute.name)
    switch RegexParser.parse(text.text.text, regard: text.regard) {
    case .failure(let mistake) where !text.isLiteral:
      report(.invalidRegex(mistake, in: text.text))
      return .any
    case .failure: return bindLiteral(text, of: path)
    case .success(let tree):
      if attribute.type == .category { return bindTag(text, tree, of: path) }
      let isLiteral = text.isLiteral || tree.literal != nil || QuotationMarks.isDouble(text.plain)
      return isLiteral ? bindLiteral(text, of: path) : .matches(attribute, tree, text.regard)
    }
  }

  private mutating func bindLiteral(_ text: PatternText, of path: BoundPath) -> BoundTokenTest {
    guard case .attribute(let attribute) = path.target else { return .any }
    switch attribute.type {
    case .category: return bindTag(text, .empty, of: path)
    case .reference: return bindNamed(text, of: path)
    case .name, .text, .integer, .decimal, .date, .flag:
      let codes = codes(of: text, in: path)
      if codes.isEmpty { tellUnknownWord(text, of: path) }
      return .codes(attribute, codes)
    }
  }

  /// The codes of the values that equal a text, by what of it counts.
  private func codes(of text: PatternText, in path: BoundPath) -> [UInt32] {
    if text.regard == .folded, QuotationMarks.isDouble(text.plain) {
      return QuotationMarks.double.flatMap { codes(folding: String($0), in: path) }.sorted()
    }
    guard let dictionary = dictionary(of: path) else { return [] }
    let wanted = text.regard.applied(to: text.plain)
    return codes(folding: text.plain, in: path).filter { code in
      text.regard.applied(to: corpus.pool[dictionary.symbol(of: code)]) == wanted
    }
  }

  /// `[entity = "Macron"]`: names resolve as they do everywhere.
  private mutating func bindNamed(_ text: PatternText, of path: BoundPath) -> BoundTokenTest {
    guard case .attribute(let attribute) = path.target else { return .any }
    let plain = text.plain
    let value = Value(text.isExact ? .exact(plain) : .string(plain), at: text.text.range)
    let found = entities(named: value)
    if found.isEmpty {
      tellUnknown(
        value, of: path, entries: { $0.entityEntries(countedBy: $0.mentionCount) }, unit: "mentions")
    } else {
      tellResolved(value, found, unit: "mentions", count: mentionCount)
    }
    return .codes(attribute, entityCodes(found, in: path))
  }

  /// Parts of speech are few: those that the expression matches are looked up here.
  private mutating func bindTag(
    _ text: PatternText, _ tree: RegexTree, of path: BoundPath
  ) -> BoundTokenTest {
    guard case .attribute(let attribute) = path.target else { return .any }
    let known = Category.values(of: path, in: corpus)
    let wanted = text.regard.applied(to: text.plain)
    let named = known.filter { tag in
      let tag = text.regard.applied(to: tag)
      return text.isLiteral ? tag == wanted : tree.matches(whole: tag)
    }
    if named.isEmpty {
      report(.unknownTag(attribute.name, text.text, known: known))
      return .any
    }
    let codes = Set(named.flatMap { self.codes(folding: $0, in: path) }).sorted()
    if codes.isEmpty {
      let value = Value(.string(text.text.text), at: text.text.range)
      tellUnknown(value, of: path, entries: { $0.entries(of: path) })
    }
    return .codes(attribute, codes)
  }

  private mutating func tellUnknownWord(_ text: PatternText, of path: BoundPath) {
    let plain = text.plain
    let parts = environment.tokenize(plain)
    tellUnknownWord(at: text.text.range) { analyzer in
      if parts.count > 1 { return .splitWord(plain, parts, at: text.text.range) }
      let near = analyzer.nearestValues(to: TextFolding.fold(plain), of: path)
      return .unknownWord(plain, as: path.text, in: text.text, near)
    }
  }
}

extension PatternText {

  /// What of the text counts.
  var regard: TextRegard {
    isExact
      ? TextRegard(letterCase: !flags.contains("c"), accents: !flags.contains("d")) : .folded
  }

  /// Whether it is no expression but the text itself.
  var isLiteral: Bool { flags.contains("l") }

  /// The text that stands for itself, without the backslashes before marks.
  var plain: String {
    guard !isLiteral, case .success(let tree) = RegexParser.parse(text.text, regard: .exact)
    else { return text.text }
    return tree.literal ?? text.text
  }
}

extension BoundTokenTest {

  /// The test that all of `parts` hold, in its simplest form.
  static func every(_ parts: [BoundTokenTest]) -> BoundTokenTest {
    let parts = parts.filter { $0 != .any }
    return parts.isEmpty ? .any : parts.count == 1 ? parts[0] : .and(parts)
  }

  /// The test that some of `parts` holds; several sets of codes of one attribute are one set.
  static func some(_ parts: [BoundTokenTest]) -> BoundTokenTest {
    guard case .codes(let attribute, _)? = parts.first else { return .or(parts) }
    var all: Set<UInt32> = []
    for part in parts {
      guard case .codes(attribute, let codes) = part else { return .or(parts) }
      all.formUnion(codes)
    }
    return .codes(attribute, all.sorted())
  }

  /// The exact complement of `part`; two in a row are none.
  static func complement(_ part: BoundTokenTest) -> BoundTokenTest {
    if case .not(let inner) = part { return inner }
    return .not(part)
  }
}
