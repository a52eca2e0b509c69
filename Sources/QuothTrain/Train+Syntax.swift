internal import Annotation

extension Part {

  /// Returns the sections `syntax.…`.
  static func trainSyntax(_ data: TrainingData, _ model: ModelFile) throws -> [ModelSection] {
    let documents = try data.syntaxTraining()
    let vocabulary = Vocabulary.empty
    var lemmas = LemmaTrainer()
    for document in documents { lemmas.add(document) }
    var tagger = TaggerTrainer()
    tagger.train(documents.map { TaggerTrainer.Example($0, vocabulary) }, rounds: 8)
    return [
      ModelSection("syntax.lemmas", lemmas.section()),
      ModelSection("syntax.tagger", tagger.section()),
    ]
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

  /// The documents that scores are taken on.
  func syntaxDevelopment() throws -> [Treebank.Document] {
    try Treebank(lines(of: "treebanks/ewt/en_ewt-ud-dev.conllu.xz")).documents
  }
}
