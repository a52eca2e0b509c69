internal import CorpusStore

extension ReadBack {

  /// Returns what a step makes of the rows as a clause.
  func figures(_ step: BoundStep, of rows: String) -> String {
    switch step {
    case .count(let keys):
      return keys.isEmpty ? "counted" : "counted by " + Wording.list(keys.map(\.name))
    case .timeline(let part, let date, let key):
      return "counted by \(part.rawValue) of \(date.text)"
        + (key.map { " and \($0.name)" } ?? "") + ", empty \(part.rawValue)s too"
    case .distinct(let columns):
      return "of those with the same \(Wording.list(columns.map(\.name))) only the first"
    case .similar(let similarity):
      return "ordered by how much their wording is like \"\(similarity.text)\", the most alike "
        + "first; those that are not alike at all are left out"
    case .summarize(let figures, let keys):
      return (keys.isEmpty ? "of all: " : "for each \(Wording.list(keys.map(\.each))): ")
        + figures.map { figure($0, of: rows) }.joined(separator: "; ")
    case .rate(let rate): return rated(rate)
    case .collocates(let collocates): return words(near: collocates)
    case .keywords(let keywords): return words(setting: keywords)
    case .pairs(let key, let group):
      return "counted for every two values of \(key.name): the \(group.name) that have both"
    case .chart(let kind): return "drawn as \(kind.drawing)"
    case .combine(let operation, let query): return combined(operation, query)
    case .filter, .select, .order, .limit, .top, .sample, .to, .kwic, .save: return ""
    }
  }

  private func figure(_ figure: BoundAggregate, of rows: String) -> String {
    let values = figure.path.map(\.text) ?? ""
    let along = figure.date.map { " by \($0.text)" } ?? " as the rows come"
    let words =
      switch figure.function {
      case .count: "the number of \(rows)"
      case .share: "their share of the \(rows) of all groups"
      case .sum: "the sum of \(values)"
      case .mean: "the mean of \(values)"
      case .median: "the median of \(values)"
      case .deviation: "the standard deviation of \(values)"
      case .min: (figure.path?.type == .date ? "the earliest " : "the least ") + values
      case .max: (figure.path?.type == .date ? "the latest " : "the greatest ") + values
      case .first: "the first \(values)" + along
      case .last: "the last \(values)" + along
      case .distinct: "the number of different values of \(values)"
      }
    return figure.name == figure.function.rawValue ? words : "\(figure.name) = \(words)"
  }

  private func rated(_ rate: BoundRate) -> String {
    let name = rate.name == "share" ? "as a share" : rate.name
    return "\(name), of \(rate.meaning)"
  }

  private func words(near collocates: BoundCollocates) -> String {
    "the words, told apart by \(collocates.attribute.name), that stand up to "
      + Wording.count(collocates.window, "tokens") + " beside them more often than by chance, "
      + "ordered by \(collocates.measure.reading), the greatest first"
  }

  private func words(setting keywords: BoundKeywords) -> String {
    "the words, told apart by \(keywords.attribute.name), that are more frequent in them than in "
      + nested(keywords.reference) + ", ordered by \(keywords.measure.reading), the greatest first"
  }

  private func combined(_ operation: SetOperation, _ query: BoundQuery) -> String {
    switch operation {
    case .union: "together with the \(nested(query)) that are not among them, behind them"
    case .except: "without those that are among the \(nested(query))"
    case .intersect: "only those that are among the \(nested(query)) too"
    }
  }

  private func side(_ query: BoundQuery) -> String {
    let words = nested(query)
    return words.contains(" ") && !words.hasPrefix("(") ? "(\(words))" : words
  }

  /// Returns what a comparison gives as a noun.
  func compared(_ contrast: BoundContrast) -> String {
    let basis =
      switch contrast.basis {
      case .words(let attribute): "the words, told apart by \(attribute.name),"
      case .values: "the values of \(contrast.name)"
      }
    return "\(basis) that set \(side(contrast.first)) apart from \(side(contrast.second))"
  }
}

extension BoundColumn {

  /// What one of its values is called behind "each": `outlet`, `tag`, `number of words`.
  var each: String {
    if path.type == .integer, name.hasSuffix("s") { return "number of " + name }
    return path.isMany ? Wording.singular(name) : name
  }
}

extension ChartKind {

  /// What is drawn.
  fileprivate var drawing: String {
    switch self {
    case .bars: "bars"
    case .line: "a line"
    case .heat: "a heat map"
    case .dots: "dots"
    }
  }
}

extension AssociationMeasure {

  /// The name of the measure in a sentence.
  fileprivate var reading: String {
    switch self {
    case .logdice: "logDice"
    case .mi: "mutual information"
    case .ll: "log-likelihood"
    case .t: "t-score"
    case .logratio: "log ratio"
    }
  }
}
