internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// `correct 3 speaker = Trump` and what is done with corrections.
extension Analyzer {

  /// The attributes of quotes that can be put right.
  static let correctable = ["speaker", "addressee", "cue", "kind"]

  mutating func bindCorrection(
    _ row: Value, _ name: Name, _ value: Value?, at range: SourceRange
  ) -> BoundStatement? {
    let number = bindCount(row, of: "correct", atLeast: 1)
    let known = Self.correctable.filter { corpus.schema.attribute($0, of: .quotes) != nil }
    guard known.contains(name.text.lowercased()),
      let attribute = corpus.schema.attribute(name.text, of: .quotes)
    else {
      let isAttribute = corpus.schema.attribute(name.text, of: .quotes) != nil
      report(.notCorrectable(name, known: known, isAttribute: isAttribute))
      return nil
    }
    guard let value else {
      return number.map { .correct(row: $0, attribute, .missing, at: range) }
    }
    guard let value = resolve(value), let right = correctValue(value, of: attribute), let number
    else { return nil }
    return .correct(row: number, attribute, right, at: range)
  }

  /// Returns the one value that is meant, or reports that there is none or several.
  private mutating func correctValue(
    _ value: Value, of attribute: Attribute
  ) -> CorrectedValue? {
    let path = BoundPath(target: .attribute(attribute), text: attribute.name)
    guard case .reference(.entities) = attribute.type else {
      return correctName(value, of: path).map { .code($0) }
    }
    let found = entities(named: value)
    guard let only = found.first else {
      report(.unknownEntity(value, nearest: nearestEntities(to: value)))
      return nil
    }
    let (unit, count) = counting(path)
    guard found.count == 1 else {
      report(.ambiguousCorrection(value, candidates(found, unit: unit, count: count)))
      return nil
    }
    tellResolved(value, found, unit: unit, count: count)
    return .entity(only)
  }

  private mutating func correctName(_ value: Value, of path: BoundPath) -> UInt32? {
    let text = Numeral.text(value)
    let codes = codes(folding: text, in: path)
    guard let code = codes.first else {
      let near = NearestNames(to: text).among(entries(of: path)).map(\.value)
      report(.noValueCalled(value, of: path.text, nearest: near))
      return nil
    }
    // Of values that differ in case only, the one that most rows have.
    guard let dictionary = dictionary(of: path) else { return code }
    return codes.max {
      dictionary.postings.count(of: Int($0)) < dictionary.postings.count(of: Int($1))
    }
  }

  mutating func bindCorrections(_ action: CorrectionsAction) -> BoundStatement? {
    switch action {
    case .list: return .listCorrections
    case .undo(nil): return .undoCorrection(nil)
    case .undo(let value?):
      return bindCount(value, of: "corrections undo", atLeast: 1).map { .undoCorrection($0) }
    case .save(let name): return file(name, for: "corrections save").map { .saveCorrections($0) }
    }
  }

  /// Returns the name of a file or corpus, or reports that it is empty.
  mutating func file(_ name: Name, for word: String) -> String? {
    guard name.text.contains(where: { !$0.isWhitespace }) else {
      report(.noFile(name, for: word))
      return nil
    }
    return name.text
  }
}
