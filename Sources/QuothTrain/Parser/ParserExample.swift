internal import Annotation

/// A sentence as the parser's trainer sees it.
struct ParserExample {

  /// The rows of each word's features, `ParserFeatures.count` a word.
  let rows: [Int32]
  /// The row of each word as if it were not known.
  let rareRows: [Int32]
  /// The tags that a tagger gave.
  let tags: [UInt8]
  /// The tags that people gave.
  let trueTags: [UInt8]
  /// The head of each word in the sentence; -1 for the root.
  let heads: [Int]
  /// The relation of each word.
  let relations: [Int]

  /// The number of words.
  var count: Int { tags.count }

  /// The sentences of a document that has predicted tags.
  static func all(
    _ truth: Treebank.Document, tags: [UInt8], _ source: ParserFeatures.Source,
    _ vocabulary: Vocabulary
  ) -> [ParserExample] {
    var reader = WordAttributeReader(vocabulary)
    return truth.sentences.map { range in
      var (rows, rare): ([Int32], [Int32]) = ([], [])
      for index in range {
        let word = reader.attributes(of: truth.words[index].range, in: truth.text)
        ParserFeatures.append(word, tag: tags[index], source: source, to: &rows)
        rare.append(ParserFeatures.rareRow(of: word))
      }
      return ParserExample(
        rows: rows, rareRows: rare, tags: Array(tags[range]),
        trueTags: truth.words[range].map(\.tag.rawValue),
        heads: range.map {
          truth.words[$0].head == $0 ? -1 : truth.words[$0].head - range.lowerBound
        },
        relations: range.map { Int(truth.words[$0].relation.rawValue) })
    }
  }
}
