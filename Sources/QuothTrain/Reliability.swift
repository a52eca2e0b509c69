internal import Annotation

/// Whether confidences mean what they say: how many of the quotes of each band are right.
///
/// The expected calibration error is the mean, over quotes, of the distance between what their band
/// says and what is right in it (Naeini, Cooper and Hauskrecht 2015), ten bands of equal width.
struct Reliability: CustomStringConvertible {

  /// The quotes of one band.
  private struct Band {
    var count = 0
    var confidence = 0.0
    var right = 0
  }

  private var bands = [Band](repeating: Band(), count: 10)

  /// Takes in a quote.
  mutating func add(confidence: Double, isRight: Bool) {
    let band = min(max(Int(confidence * 10), 0), 9)
    bands[band].count += 1
    bands[band].confidence += confidence
    bands[band].right += isRight ? 1 : 0
  }

  /// The expected calibration error, 0 to 1.
  var error: Double {
    let all = bands.reduce(0) { $0 + $1.count }
    let sum = bands.reduce(0.0) { $0 + abs($1.confidence - Double($1.right)) }
    return all > 0 ? sum / Double(all) : 0
  }

  /// A row for each band that is not empty: from where, how many, what they say, how many are right.
  var description: String {
    let rows = bands.enumerated().filter { $1.count > 0 }.map { index, band in
      let said = Self.rounded(band.confidence / Double(band.count))
      let right = Self.rounded(Double(band.right) / Double(band.count))
      return "  from 0.\(index): \(band.count) quotes, say \(said), right \(right)"
    }
    return (rows + ["expected calibration error \(Self.rounded(error))"]).joined(separator: "\n")
  }

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  /// The reliability of all quotes that the annotators find in articles.
  static func of(_ articles: [AttributedArticle], _ pipeline: AnnotationPipeline) -> Reliability {
    var result = Reliability()
    for article in articles {
      let text = NormalizedText(clean: String(decoding: article.text, as: UTF8.self))
      let document = pipeline.annotate(text: text, metadata: DocumentMetadata(id: "", origin: ""))
      for quote in document.quotes {
        let answer = article.answer(
          content: article.words.words(in: quote.content),
          source: article.words.words(in: quote.source))
        result.add(confidence: quote.confidence, isRight: answer.isRight)
      }
    }
    return result
  }
}
