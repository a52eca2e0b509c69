internal import Annotation

extension Part {

  /// Returns the sections `quotes.…`: the judge of readings, and the calibration of its scores.
  static func trainQuotes(_ data: TrainingData, _ model: ModelFile) throws -> [ModelSection] {
    let articles = try AttributedArticle.training(data)
    var readings: [JudgedReading] = []
    let pipeline = AnnotationPipeline.standard(QuoteAnnotator.requires, model: model)
    for (index, article) in articles.enumerated() {
      readings += JudgedReading.all(in: article, number: index, pipeline)
    }
    report("quotes: \(readings.count) readings, \(readings.count { $0.isRight }) right")
    return sections(of: readings)
  }

  /// Trains on readings.
  static func sections(of readings: [JudgedReading]) -> [ModelSection] {
    let right = judge(readings) { $0.isRight }
    let speech = judge(readings.filter(\.isRight)) { $0.isSpeech }
    return [
      ModelSection("quotes.calibration", calibration(readings)),
      ModelSection("quotes.right", right.quantised()),
      ModelSection("quotes.speech", speech.quantised()),
    ]
  }

  private static func judge(
    _ readings: [JudgedReading], _ isTrue: (JudgedReading) -> Bool
  ) -> LogisticRegression {
    var judge = LogisticRegression(rowBits: QuoteExample.rowBits)
    judge.train(readings.map { ($0.rows, isTrue($0)) }, epochs: 6, rate: 0.02)
    return judge
  }

  /// Scores every article by a judge that has not seen it, and turns the scores into shares.
  private static func calibration(_ readings: [JudgedReading]) -> [UInt8] {
    var answers: [[(score: Float, isRight: Bool)]] = [[], [], []]
    for fold in 0..<JudgedReading.folds {
      let judge = judge(readings.filter { $0.fold != fold }) { $0.isRight }
      for reading in readings where reading.fold == fold && reading.isOriginal {
        answers[reading.kind].append((judge.score(reading.rows), reading.isRight))
      }
    }
    return IsotonicRegression.section(answers.map(IsotonicRegression.steps))
  }
}

/// A reading of a quote with the answer of the data set.
struct JudgedReading {
  let rows: [UInt32]
  let isRight: Bool
  let isSpeech: Bool
  /// Direct, indirect or mixed, from zero.
  let kind: Int
  /// The part of the articles that it belongs to.
  let fold: Int
  /// Whether the article stands as it was written.
  let isOriginal: Bool

  static let folds = 5

  /// Returns the readings of an article, and of a copy of it with other marks.
  static func all(
    in article: AttributedArticle, number: Int, _ pipeline: AnnotationPipeline
  ) -> [JudgedReading] {
    let text = article.text
    var random = SplitMix64(seed: UInt64(number))
    let copy =
      switch number % 3 {
      case 0: MarkDamage.single(text)
      case 1: MarkDamage.lossy(text, &random)
      default: MarkDamage.unbalanced(text, &random)
      }
    let original = all(in: text, article, pipeline, fold: number % folds, isOriginal: true)
    guard copy != text else { return original }
    return original
      + all(in: copy, article, pipeline, fold: number % folds, isOriginal: false)
  }

  private static func all(
    in bytes: [UInt8], _ article: AttributedArticle, _ pipeline: AnnotationPipeline, fold: Int,
    isOriginal: Bool
  ) -> [JudgedReading] {
    let words = isOriginal ? article.words : ScoredWords(bytes)
    guard words.count == article.words.count else { return [] }
    let text = NormalizedText(clean: String(decoding: bytes, as: UTF8.self))
    let document = pipeline.annotate(
      text: text, metadata: DocumentMetadata(id: "", origin: ""))
    return QuoteExample.all(in: document).map { example in
      let answer = article.answer(
        content: words.words(in: example.content), source: words.words(in: example.source))
      return JudgedReading(
        rows: example.rows, isRight: answer.isRight, isSpeech: answer.isSpeech,
        kind: example.kind == .direct ? 0 : example.kind == .indirect ? 1 : 2, fold: fold,
        isOriginal: isOriginal)
    }
  }
}
