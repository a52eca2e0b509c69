internal import Annotation

extension Part {

  /// Returns the sections `syntax.…`.
  static func trainSyntax(_ data: TrainingData, _ model: ModelFile) throws -> [ModelSection] {
    let documents = try data.syntaxTraining()
    let text = try data.plainText(documents)
    let words = Vocabulary.section(WordClasses(text, rounds: 8).words)
    let vocabulary = Vocabulary(ModelBytes(words)) ?? .empty
    var vectors = WordVectors(width: ParserShape().width)
    vectors.learn(text)
    var (sentences, lemmas) = (SentenceTrainer(), LemmaTrainer())
    for document in documents {
      sentences.add(document, vocabulary)
      lemmas.add(document)
    }
    let tagging = documents.map { TaggerTrainer.Example($0, vocabulary) }
    var tagger = TaggerTrainer()
    tagger.train(tagging, rounds: 10)
    let parser = trainParser(documents, TaggerTrainer.jackknifed(tagging), vocabulary, vectors)
    return [
      ModelSection("syntax.words", words),
      ModelSection("syntax.sentences", sentences.section()),
      ModelSection("syntax.lemmas", lemmas.section()),
      ModelSection("syntax.tagger", tagger.section()),
      ModelSection("syntax.parser", parser.section()),
    ]
  }

  private static func trainParser(
    _ documents: [Treebank.Document], _ tags: [[UInt8]], _ vocabulary: Vocabulary,
    _ vectors: WordVectors
  ) -> ParserTrainer {
    let examples = zip(documents, tags).flatMap { document, tags in
      ParserExample.all(document, tags: tags, vocabulary)
    }
    var parser = ParserTrainer(
      ParserShape(), examples, vectors: vectors.parserVectors(spread: 0.1))
    parser.train(examples.filter { $0.count <= 120 }, rounds: 12)
    return parser
  }
}

extension TrainingData {

  /// The genres of GUM that may not be used for all ends.
  private static let nonCommercial = ["whow", "fiction", "essay", "letter", "podcast"]

  /// The documents that syntax is learnt from.
  func syntaxTraining() throws -> [Treebank.Document] {
    let web = try Treebank(lines(of: "treebanks/ewt/en_ewt-ud-train.conllu.xz"))
    let gum = try Treebank(lines(of: "treebanks/gum/en_gum-ud-train.conllu.xz")) { name in
      !Self.nonCommercial.contains { name.hasPrefix("GUM_\($0)_") }
    }
    return web.documents + gum.documents
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
