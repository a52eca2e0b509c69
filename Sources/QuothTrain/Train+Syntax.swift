internal import Annotation

extension Part {

  /// Returns the sections `syntax.…`.
  static func trainSyntax(_ data: TrainingData, _ model: ModelFile) throws -> [ModelSection] {
    let (web, others) = try (data.webTraining(), data.mixedTraining())
    let documents = web + others
    let briefings = try Briefings(data.bytes(of: "news/briefings-2021-2023.tar.xz"))
    let text = data.plainText(briefings, documents)
    let classes = WordClasses(text, rounds: 8).words
    let words = vocabulary(classes, briefings.cases)
    let vocabulary = Vocabulary(ModelBytes(words)) ?? .empty
    var vectors = WordVectors(width: ParserShape().width)
    vectors.learn(text, vocabulary)
    var (sentences, lemmas) = (SentenceTrainer(), LemmaTrainer())
    for document in documents {
      sentences.add(document, vocabulary)
      lemmas.add(document)
    }
    let (tagger, networks, tags) = trainTaggers(
      documents.map { TaggerTrainer.Example($0, vocabulary) }, web: web.indices,
      vectors: tagVectors(text, vocabulary))
    let sources = documents.indices.map { $0 < web.count ? ParserFeatures.Source.web : .genres }
    let parsers = trainParsers(documents, sources, tags, vocabulary, vectors)
    return [
      ModelSection("syntax.words", words),
      ModelSection("syntax.sentences", sentences.section()),
      ModelSection("syntax.lemmas", lemmas.section()),
      ModelSection("syntax.tagger", tagger),
    ]
      + zip(SyntaxModel.tagNetworkNames + SyntaxModel.parserNames, networks + parsers).map {
        ModelSection($0, $1)
      }
  }

  /// The words with classes, and behind them those that are known for their capital alone.
  private static func vocabulary(
    _ classes: [(hash: UInt32, cluster: UInt8)], _ cases: LetterCases
  ) -> [UInt8] {
    let known = Set(classes.map(\.hash))
    let names = cases.names.filter { !known.contains($0) }.prefix(32_000 - classes.count)
    return Vocabulary.section(
      classes.map { ($0.hash, $0.cluster, cases.casing(of: $0.hash)) }
        + names.map { ($0, 0, cases.casing(of: $0)) })
  }

  /// The vectors of words that the tagger's network starts with, in the order of their numbers.
  private static func tagVectors(_ text: [UInt32], _ vocabulary: Vocabulary) -> [Float] {
    var learnt = WordVectors(width: TagShape.width)
    learnt.learn(text, vocabulary)
    // The row of a word is its number, and the first number is one.
    let rows = learnt.parserVectors(spread: 0.3).dropFirst(TagShape.width)
    return Array(rows.prefix(TagVectors.knownWords * TagShape.width))
  }

  /// Returns the sections of the linear tagger and of the networks beside it, and the tags that the
  /// parser learns from.
  ///
  /// The linear tagger is the mean of one of the web alone and one of all genres, and the networks
  /// read the web twice, for treebanks differ in some habits. That did best on documents of the web
  /// held out of training, and the other genres have verbs that the web hardly has.
  private static func trainTaggers(
    _ examples: [TaggerTrainer.Example], web: Range<Int>, vectors: [Float]
  ) -> (linear: [UInt8], networks: [[UInt8]], tags: [[UInt8]]) {
    var (webTagger, tagger) = (TaggerTrainer(), TaggerTrainer())
    webTagger.train(Array(examples[web]), rounds: 10)
    tagger.train(examples, rounds: 10)
    let networks = SyntaxModel.tagNetworkNames.indices.map { number in
      var network = TagNetworkTrainer(vectors: vectors, seed: 50 + 10 * UInt64(number))
      network.train(examples + examples[web], rounds: 16)
      return network.section()
    }
    let tags = TaggerTrainer.jackknifed(examples, web: web, vectors: vectors)
    return (webTagger.section(with: tagger), networks, tags)
  }

  /// Returns the sections of the parser's networks.
  private static func trainParsers(
    _ documents: [Treebank.Document], _ sources: [ParserFeatures.Source], _ tags: [[UInt8]],
    _ vocabulary: Vocabulary, _ vectors: WordVectors
  ) -> [[UInt8]] {
    let examples = documents.indices.flatMap { index in
      ParserExample.all(documents[index], tags: tags[index], sources[index], vocabulary)
    }
    let start = vectors.parserVectors(spread: 0.1)
    return SyntaxModel.parserNames.indices.map { number in
      var parser = ParserTrainer(
        ParserShape(), examples, vectors: start, seed: 40 + 1000 * UInt64(number))
      parser.train(examples.filter { $0.count <= 120 }, rounds: 20)
      return parser.section()
    }
  }
}

extension TrainingData {

  /// The genres of GUM that may not be used for all ends.
  private static let nonCommercial = ["whow", "fiction", "essay", "letter", "podcast"]

  /// The documents of the web that syntax is learnt from.
  func webTraining() throws -> [Treebank.Document] {
    try Treebank(lines(of: "treebanks/ewt/en_ewt-ud-train.conllu.xz")).documents
  }

  /// The documents of other genres that syntax is learnt from.
  func mixedTraining() throws -> [Treebank.Document] {
    try Treebank(lines(of: "treebanks/gum/en_gum-ud-train.conllu.xz")) { name in
      !Self.nonCommercial.contains { name.hasPrefix("GUM_\($0)_") }
    }.documents
  }

  /// The words of briefings and of documents, as they follow each other; zero parts lines.
  func plainText(_ briefings: Briefings, _ documents: [Treebank.Document]) -> [UInt32] {
    var words = briefings.words
    var reader = WordAttributeReader(.empty)
    for document in documents {
      for sentence in document.sentences {
        words += document.words[sentence].map {
          reader.attributes(of: $0.range, in: document.text).lower
        }
        words.append(0)
      }
    }
    report("text: \(words.count) words")
    return words
  }

  /// The documents that scores are taken on.
  func syntaxDevelopment() throws -> [Treebank.Document] {
    try Treebank(lines(of: "treebanks/ewt/en_ewt-ud-dev.conllu.xz")).documents
  }
}
