/// The trained judge: how likely a reading is right, and which readings stand together.
///
/// A logistic regression over hashed features gives a score, which a table of steps turns into the
/// share of readings of that score that were right on articles not trained on. Readings are then
/// taken from the likeliest down; one that contradicts another already taken is left out.
package struct QuoteJudge: Sendable {

  /// The weights for "right in content and source".
  private let right: HashedWeights
  /// The weights for "speech or writing" of a reading that is right.
  private let speech: HashedWeights?
  private let calibration: ScoreCalibration

  /// The judge of the embedded model; nil where it holds none.
  package static let english = QuoteJudge { ModelFile.english.section($0) }

  /// The probability below which a reading is left out.
  package static let threshold: Float = 0.4

  /// The least probability of what the news that teaches the judge hardly has.
  ///
  /// That is a signed paragraph, and words that have lost their opening mark before a verb of speech;
  /// where the quote goes on between marks behind the verb, those vouch for what stands before it.
  /// Words between marks beside a verb of speech and its source are hardly certain at times, where the
  /// text is short and all its names are strange, but not to be left out.
  private static func least(_ quote: FoundQuote, _ reading: QuoteReading) -> Float {
    guard quote.rule != .signed else { return 0.9 }
    guard quote.variant == .rule, quote.rule == .marks, let clause = quote.clause,
      clause.entry.kind == .speech, clause.source != nil, let first = quote.runs.first
    else { return 0 }
    guard !reading.runs[first].hasOpening else { return 0.45 }
    return quote.runs.dropFirst().contains { reading.runs[$0].hasOpening } ? 0.97 : 0.5
  }

  /// Creates the judge of a model, or nil where the model has none.
  package init?(sections: (String) -> ModelBytes?) {
    guard let bytes = sections("quotes.right"), let right = HashedWeights(bytes) else { return nil }
    self.right = right
    speech = sections("quotes.speech").flatMap(HashedWeights.init)
    calibration =
      sections("quotes.calibration").map(ScoreCalibration.init) ?? ScoreCalibration(.empty)
  }

  /// Writes the probability of each reading into it.
  func judge(_ quotes: inout [FoundQuote], features: inout QuoteFeatures) {
    for index in quotes.indices {
      features.fill(quotes[index])
      let score = right.score(features.rows)
      quotes[index].score = score
      quotes[index].probability = calibration.probability(score, kind: quotes[index].kind)
      let least = Self.least(quotes[index], features.reading)
      quotes[index].probability = max(quotes[index].probability, least)
      quotes[index].speechScore = speech?.score(features.rows)
    }
  }
}

extension QuoteJudge {

  /// Writes what the parts of a reading weigh into it.
  func explain(_ quotes: inout [FoundQuote], features: inout QuoteFeatures) {
    for index in quotes.indices {
      features.fill(quotes[index])
      let cue = right.sum(features.rows[features.cueRows])
      let source = right.sum(features.rows[features.sourceRows])
      quotes[index].weights = ReadingWeights(
        content: quotes[index].score - cue - source, cue: cue, source: source)
    }
  }
}

/// One weight of eight bits for each row of hashed features, and a bias.
///
/// In a section: the logarithm of the number of rows (4 bytes), scale (4, a float), bias (4, a
/// float), zeros up to 64, the weights.
struct HashedWeights: Sendable {

  private let scale: Float
  private let bias: Float
  private let mask: UInt32
  private let rows: ModelBytes

  static let headerLength = 64

  init?(_ bytes: ModelBytes) {
    let bits = Int(bytes.uint32(0))
    guard (1...24).contains(bits), let rows = bytes.part(Self.headerLength, 1 << bits) else {
      return nil
    }
    scale = bytes.float(4)
    bias = bytes.float(8)
    mask = UInt32(1) << UInt32(bits) &- 1
    self.rows = rows
  }

  /// The sum of the weights of rows, and the bias.
  func score(_ features: [UInt32]) -> Float { sum(features[...]) + bias }

  /// The sum of the weights of rows.
  func sum(_ features: ArraySlice<UInt32>) -> Float {
    var sum: Int32 = 0
    for row in features { sum &+= Int32(Int8(bitPattern: rows[Int(row & mask)])) }
    return Float(sum) * scale
  }
}

/// Steps from scores to probabilities, one row of steps for each kind of quote.
///
/// In a section, for direct, indirect and mixed quotes in turn: the number of steps (4 bytes), then
/// for each the least score (4, a float) and its probability (4, a float), rising.
struct ScoreCalibration: Sendable {

  private var steps: [[(score: Float, probability: Float)]] = []

  init(_ bytes: ModelBytes) {
    var offset = 0
    for _ in 0..<3 {
      let count = min(Int(bytes.uint32(offset)), 1024)
      steps.append(
        (0..<count).map {
          (bytes.float(offset + 4 + 8 * $0), bytes.float(offset + 8 + 8 * $0))
        })
      offset += 4 + 8 * count
    }
  }

  /// The share of right readings among those of a score, between the steps by straight lines.
  func probability(_ score: Float, kind: Quote.Kind) -> Float {
    let steps = steps[kind == .direct ? 0 : kind == .indirect ? 1 : 2]
    guard let first = steps.first, let last = steps.last else {
      return Self.logistic(score)
    }
    guard score > first.score else { return first.probability }
    guard score < last.score, let next = steps.firstIndex(where: { $0.score > score }) else {
      return last.probability
    }
    let (low, high) = (steps[next - 1], steps[next])
    let part = (score - low.score) / max(high.score - low.score, 1e-6)
    return low.probability + part * (high.probability - low.probability)
  }

  /// A score of even odds is zero; an approximation without the mathematical library.
  private static func logistic(_ score: Float) -> Float {
    0.5 + 0.5 * (score / 2) / (1 + (score < 0 ? -score : score) / 2)
  }
}
