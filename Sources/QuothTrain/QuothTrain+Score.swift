internal import Annotation

extension QuothTrain {

  /// Tells how well a model reads the development part of the treebank, from its raw text and with
  /// its words and sentences given, and how fast.
  static func scoreSyntax(_ data: TrainingData, _ file: ModelFile) throws {
    let model = SyntaxModel(file)
    let documents = try data.syntaxDevelopment()
    let clock = ContinuousClock()
    for isRaw in [true, false] {
      var score = SyntaxScore()
      var spent = [Duration](repeating: .zero, count: 5)
      var count = 0
      for truth in documents {
        var document = isRaw ? truth.plain() : truth.annotated()
        let steps: [any Annotator] = [
          Tokenizer(), SentenceSplitter(), PartOfSpeechTagger(model), Lemmatizer(model),
        ]
        for (index, step) in steps.enumerated() where isRaw || index > 1 {
          spent[index] += clock.measure { step.annotate(&document) }
        }
        score.add(document, against: truth)
        count += document.tokens.count
      }
      report("\(isRaw ? "raw text" : "words given"): \(score)")
      let times = zip(["tokens", "sentences", "tags", "lemmas", "heads"], spent).map { name, time in
        let nanoseconds =
          Double(time.components.attoseconds) / 1e9 + Double(time.components.seconds) * 1e9
        return "\(name) \(Int(nanoseconds / Double(count)))"
      }
      report("  ns a token: " + times.joined(separator: "  "))
    }
  }
}
