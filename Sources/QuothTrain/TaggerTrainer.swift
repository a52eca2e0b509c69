internal import Annotation

/// Learns parts of speech on sentences whose words are known, with its own tags before each word.
struct TaggerTrainer {

  /// A document as the tagger sees it.
  struct Example {
    let words: [WordAttributes]
    let tags: [UInt8]
    let sentences: [Range<Int>]

    init(_ document: Treebank.Document, _ vocabulary: Vocabulary) {
      var reader = WordAttributeReader(vocabulary)
      words = document.words.map { reader.attributes(of: $0.range, in: document.text) }
      tags = document.words.map(\.tag.rawValue)
      sentences = document.sentences
    }
  }

  private var model = AveragedPerceptron(
    rowBits: TagFeatures.rowBits, classes: PartOfSpeech.allCases.count)
  private var features = TagFeatures(rowBits: TagFeatures.rowBits)
  private var scores = [Float](repeating: 0, count: PartOfSpeech.allCases.count)

  /// Goes through all sentences a number of times, in an order of its own each time.
  mutating func train(_ examples: [Example], rounds: Int) {
    var places = examples.indices.flatMap { document in
      examples[document].sentences.map { (document, $0) }
    }
    var random = SplitMix64(seed: 20)
    for round in 1...rounds {
      random.shuffle(&places)
      var wrong = 0
      for (document, range) in places { wrong += learn(examples[document], range) }
      report("tagger: round \(round), \(wrong) mistakes")
    }
  }

  private mutating func learn(_ example: Example, _ range: Range<Int>) -> Int {
    var (last, before) = (TagFeatures.start, TagFeatures.start)
    var wrong = 0
    features.open(example.words[range])
    for index in range {
      features.read(example.words, range, index, last: last, before: before)
      let guess = model.best(features.rows, scores: &scores)
      let truth = Int(example.tags[index])
      model.count()
      if guess != truth {
        model.update(features.rows, truth: truth, guess: guess)
        wrong += 1
      }
      (last, before) = (UInt8(guess), last)
    }
    return wrong
  }

  /// The section of the weights.
  func section() -> [UInt8] { model.quantised() }

  /// The section of the mean weights of two taggers.
  func section(with other: TaggerTrainer) -> [UInt8] { model.quantised(with: other.model) }

  /// Tags each document by a tagger that has not seen it, as the parser will read tags later.
  ///
  /// The documents of `web` come first, and `vectors` are those that the network starts with. Less
  /// is trained here than for the model: one network, and a linear tagger of the web alone.
  static func jackknifed(
    _ examples: [Example], web: Range<Int>, vectors: [Float], folds: Int = 5, rounds: Int = 8
  ) -> [[UInt8]] {
    var tags = [[UInt8]](repeating: [], count: examples.count)
    for fold in 0..<folds {
      let isHeld = { (index: Int) in index % folds == fold }
      let others = examples.indices.filter { !isHeld($0) }
      let webOthers = others.filter(web.contains).map { examples[$0] }
      var tagger = TaggerTrainer()
      tagger.train(webOthers, rounds: rounds)
      var network = TagNetworkTrainer(vectors: vectors, seed: 50)
      network.train(others.map { examples[$0] } + webOthers, rounds: rounds)
      guard let table = WeightTable(ModelBytes(tagger.section())),
        let model = TagModel(ModelBytes(network.section()))
      else { continue }
      for index in examples.indices.filter(isHeld) {
        tags[index] = PartOfSpeechTagger.tags(
          of: examples[index].words, examples[index].sentences, table, [model])
      }
    }
    return tags
  }
}
