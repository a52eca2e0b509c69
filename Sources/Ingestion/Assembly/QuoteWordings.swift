internal import Annotation

/// The distinct words of each quote of a corpus, gathered while documents pass.
struct QuoteWordings {

  /// The words of each quote, as raw symbols of their folded forms.
  private(set) var sets = NumberSets()

  /// Adds a quote: the words of the runs of tokens that are its content.
  mutating func add(
    _ runs: [Range<Int>], of document: AnnotatedDocument, folds: [UInt32]
  ) {
    var words: [UInt32] = []
    for token in runs.joined() where document.tokens[token].partOfSpeech != .punct {
      words.append(folds[token])
    }
    sets.append(words)
  }

  /// Returns the sets with each word as its rank from rare to frequent, ascending.
  func rareFirst(poolCount: Int) -> NumberSets {
    var frequency = [UInt32](repeating: 0, count: poolCount)
    for word in sets.numbers { frequency[Int(word)] += 1 }
    let order = (0..<poolCount).filter { frequency[$0] > 0 }
      .sorted { (frequency[$0], $0) < (frequency[$1], $1) }
    var ranks = frequency
    for (rank, word) in order.enumerated() { ranks[word] = UInt32(rank) }
    return sets.mapping { ranks[Int($0)] }
  }
}

/// Sets of numbers, one behind the other, each ascending.
package struct NumberSets: Sendable {

  package private(set) var numbers: [UInt32] = []
  private var offsets: [Int] = [0]

  /// Creates no sets.
  package init() {}

  /// Creates sets of these numbers.
  package init(_ sets: [[UInt32]]) {
    for set in sets { append(set) }
  }

  /// The number of sets.
  package var count: Int { offsets.count - 1 }

  /// The numbers of a set, ascending.
  package subscript(index: Int) -> ArraySlice<UInt32> {
    numbers[offsets[index]..<offsets[index + 1]]
  }

  /// The number of elements of a set.
  func count(of index: Int) -> Int { offsets[index + 1] - offsets[index] }

  /// Adds a set; what is given twice is in it once.
  mutating func append(_ elements: [UInt32]) {
    var last: UInt32?
    for element in elements.sorted() where element != last {
      numbers.append(element)
      last = element
    }
    offsets.append(numbers.count)
  }

  /// Returns the sets with other numbers for theirs, different ones for different ones.
  func mapping(_ transform: (UInt32) -> UInt32) -> NumberSets {
    var result = NumberSets()
    result.numbers.reserveCapacity(numbers.count)
    for set in 0..<count { result.append(self[set].map(transform)) }
    return result
  }
}
