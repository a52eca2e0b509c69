import CorpusStore
import Foundation
import QuerySemantics

extension ReferenceEvaluator {

  /// The rows in the order of their likeness to a text, those without any left out.
  func similar(_ rows: Result, to text: BoundSimilarity) -> [Item] {
    let weights = documentWeights()
    let own = vector(text.words.filter { hasLetter($0) }, weights)
    let ranked = rows.items.enumerated().compactMap { index, item -> (Double, Int, Item)? in
      let tokens = place(of: item, rows.kind)?.pieces.flatMap { $0 } ?? []
      let words = tokens.map { fold(of: $0) }.filter { hasLetter($0) }
      let likeness = cosine(own, vector(words, weights))
      return likeness > 0 ? ((likeness * 1e9).rounded(), index, item) : nil
    }
    return ranked.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.2)
  }

  /// ln(1 + N / n) of each folded word; of one that is in no document as of one that is in one.
  private func documentWeights() -> (String) -> Double {
    let count = corpus.rowCount(of: .documents)
    var holding: [String: Int] = [:]
    for document in 0..<count {
      for word in Set(tokens(ofDocument: document).map { fold(of: $0) }) {
        holding[word, default: 0] += 1
      }
    }
    return { log(1 + Double(count) / Double(max(1, holding[$0] ?? 0))) }
  }

  private func vector(_ words: [String], _ weight: (String) -> Double) -> [[String]: Double] {
    let pairs = zip(words, words.dropFirst()).map { [$0, $1] }
    var counts: [[String]: Int] = [:]
    for term in words.map({ [$0] }) + pairs { counts[term, default: 0] += 1 }
    return Dictionary(
      uniqueKeysWithValues: counts.map { term, count in
        (term, (1 + log(Double(count))) * term.map(weight).reduce(0, +))
      })
  }

  private func cosine(_ a: [[String]: Double], _ b: [[String]: Double]) -> Double {
    let product = a.reduce(0) { $0 + $1.value * (b[$1.key] ?? 0) }
    guard product > 0 else { return 0 }
    let squares = [a, b].map { $0.values.reduce(0) { $0 + $1 * $1 } }
    return product / (squares[0] * squares[1]).squareRoot()
  }

  private func fold(of token: Int) -> String {
    let folds = corpus.tokens.folds
    return corpus.pool[folds.dictionary.symbol(of: folds.values[token])]
  }

  private func hasLetter(_ word: String) -> Bool {
    word.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }
}
