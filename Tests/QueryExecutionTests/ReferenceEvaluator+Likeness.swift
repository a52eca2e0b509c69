import CorpusStore
import Foundation
import QuerySemantics

extension ReferenceEvaluator {

  /// The rows in the order of their likeness to a text, those without a word of it left out.
  ///
  /// Likeness is told to nine places; rows that are as like stay in their order.
  func similar(_ rows: Result, to text: BoundSimilarity) -> [Item] {
    let wanted = weights(of: text.words)
    let likeness = rows.items.map { item -> Double in
      let words =
        place(of: item, rows.kind)?.pieces.flatMap { $0 }.map { self.foldedWord($0) } ?? []
      return cosine(weights(of: words), wanted)
    }
    return rows.items.indices.filter { likeness[$0] > 0 }.sorted { a, b in
      let (x, y) = ((likeness[a] * 1e9).rounded(), (likeness[b] * 1e9).rounded())
      return x != y ? x > y : a < b
    }.map { rows.items[$0] }
  }

  /// The cosine of the angle between two vectors (Salton and McGill 1983).
  private func cosine(_ a: [[String]: Double], _ b: [[String]: Double]) -> Double {
    let product = a.reduce(0) { $0 + $1.value * (b[$1.key] ?? 0) }
    let squares = [a, b].map { $0.values.reduce(0) { $0 + $1 * $1 } }
    return product == 0 ? 0 : product / (squares[0] * squares[1]).squareRoot()
  }

  /// What each word and each two neighbouring words of a text weigh, marks left out:
  /// (1 + ln f) · ln (1 + N / n); two words weigh as much as both together.
  private func weights(of words: [String]) -> [[String]: Double] {
    let words = words.filter { word in
      word.unicodeScalars.contains {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
    }
    let terms = words.map { [$0] } + zip(words, words.dropFirst()).map { [$0, $1] }
    let counts = terms.reduce(into: [:]) { $0[$1, default: 0] += 1.0 }
    return Dictionary(
      uniqueKeysWithValues: counts.map { term, count in
        let rarity = term.reduce(0) { $0 + self.rarity(of: $1) }
        return (term, (1 + log(count)) * rarity)
      })
  }

  /// The inverse document frequency of a word; one that stands nowhere is as rare as can be.
  private func rarity(of word: String) -> Double {
    if let known = read.rarity[word] { return known }
    let documents = 0..<corpus.rowCount(of: .documents)
    let having = documents.count { tokens(ofDocument: $0).contains { foldedWord($0) == word } }
    read.rarity[word] = log(1 + Double(documents.count) / Double(max(1, having)))
    return read.rarity[word] ?? 0
  }
}
