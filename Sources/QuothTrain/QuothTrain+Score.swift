internal import Annotation

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension QuothTrain {

  /// Tells how well a model reads the development part of the treebank, from its raw text and with
  /// its words and sentences given, and how fast.
  static func scoreSyntax(_ data: TrainingData, _ file: ModelFile) throws {
    let model = SyntaxModel(file)
    let documents = try data.syntaxDevelopment()
    for isRaw in [true, false] {
      var score = SyntaxScore()
      var spent = [Int](repeating: 0, count: 5)
      var count = 0
      for truth in documents {
        var document = isRaw ? truth.plain() : truth.annotated()
        let steps: [any Annotator] = [
          Tokenizer(), SentenceSplitter(model), PartOfSpeechTagger(model), Lemmatizer(model),
          DependencyParser(model),
        ]
        for (index, step) in steps.enumerated() where isRaw || index > 1 {
          spent[index] -= processorTime()
          step.annotate(&document)
          spent[index] += processorTime()
        }
        score.add(document, against: truth)
        count += document.tokens.count
      }
      report("\(isRaw ? "raw text" : "words given"): \(score)")
      let times = zip(["tokens", "sentences", "tags", "lemmas", "heads"], spent).map { name, time in
        "\(name) \(time / max(count, 1))"
      }
      report("  ns a token: " + times.joined(separator: "  "))
    }
  }

  /// The nanoseconds that this thread has been at work.
  private static func processorTime() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
