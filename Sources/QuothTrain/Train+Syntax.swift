internal import Annotation

extension Part {

  /// Returns the sections `syntax.…`.
  static func trainSyntax(_ data: TrainingData, _ model: ModelFile) throws -> [ModelSection] {
    let documents = try data.syntaxTraining()
    let text = try data.plainText(documents)
    let words = Vocabulary.section(WordClasses(text, rounds: 8).words)
    let vocabulary = Vocabulary(ModelBytes(words)) ?? .empty
    var vectors = WordVectors(width: ParserShape().width)
    vectors.learn(text, vocabulary)
    var lemmas = LemmaTrainer()
    for document in documents { lemmas.add(document) }
    let tagging = documents.map { TaggerTrainer.Example($0, vocabulary) }
    var tagger = TaggerTrainer()
    tagger.train(tagging, rounds: 10)
    let web = try data.webTraining().count
    let sources = documents.indices.map { $0 < web ? ParserFeatures.Source.web : .genres }
    let parser = trainParser(
      documents, sources, TaggerTrainer.jackknifed(tagging), vocabulary, vectors)
    return [
      ModelSection("syntax.words", words),
      ModelSection("syntax.lemmas", lemmas.section()),
      ModelSection("syntax.tagger", tagger.section()),
      ModelSection("syntax.parser", parser.section()),
    ]
  }

  private static func trainParser(
    _ documents: [Treebank.Document], _ sources: [ParserFeatures.Source], _ tags: [[UInt8]],
    _ vocabulary: Vocabulary, _ vectors: WordVectors
  ) -> ParserTrainer {
    let examples = documents.indices.flatMap { index in
      ParserExample.all(documents[index], tags: tags[index], sources[index], vocabulary)
    }
    var parser = ParserTrainer(
      ParserShape(), examples, vectors: vectors.parserVectors(spread: 0.1))
    parser.train(examples.filter { $0.count <= 120 }, rounds: 20)
    return parser
  }
}

extension TrainingData {

  /// The genres of GUM that may not be used for all ends.
  private static let nonCommercial = ["whow", "fiction", "essay", "letter", "podcast"]

  /// The documents that syntax is learnt from, those of the web first.
  func syntaxTraining() throws -> [Treebank.Document] {
    let gum = try Treebank(lines(of: "treebanks/gum/en_gum-ud-train.conllu.xz")) { name in
      !Self.nonCommercial.contains { name.hasPrefix("GUM_\($0)_") }
    }
    return try webTraining() + gum.documents
  }

  /// The documents of the web among them, which are annotated as the scores want it.
  func webTraining() throws -> [Treebank.Document] {
    try Treebank(lines(of: "treebanks/ewt/en_ewt-ud-train.conllu.xz")).documents
  }

  /// The words of briefings and of documents, as they follow each other; zero parts lines.
  func plainText(_ documents: [Treebank.Document]) throws -> [UInt32] {
    var words = try Briefings(bytes(of: "news/briefings-2021-2023.tar.xz")).words
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
