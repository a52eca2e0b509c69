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
          Tokenizer(), SentenceSplitter(), PartOfSpeechTagger(model), Lemmatizer(model),
          DependencyParser(model),
        ]
        for (index, step) in steps.enumerated() where isRaw || index > 1 {
          spent[index] -= processorTime()
          step.annotate(&document)
          spent[index] += processorTime()
        }
        score.add(document, against: truth)
        if unsafe getenv("DUMP") != nil, isRaw { dump(document, truth) }
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

  static func dump(_ document: AnnotatedDocument, _ truth: Treebank.Document) {
    let gold = Set(truth.words.map(\.range)), found = Set(document.tokens.map(\.range))
    func str(_ r: ByteRange) -> String { String(decoding: truth.text[Int(r.start)..<Int(r.end)], as: UTF8.self) }
    for w in truth.words where !found.contains(w.range) {
      let over = document.tokens.filter { $0.range.start < w.range.end && $0.range.end > w.range.start }.map { str($0.range) }
      report("TOK\t\(str(w.range))\t\(over.joined(separator: "|"))")
    }
    _ = gold
    let places = Dictionary(truth.words.enumerated().map { ($0.element.range, $0.offset) }, uniquingKeysWith: { a, _ in a })
    for t in document.tokens { if let p = places[t.range] { let w = truth.words[p]
      if w.tag != t.partOfSpeech { report("TAG\t\(str(w.range))\t\(w.tag.name)\t\(t.partOfSpeech.name)") }
      else if !w.lemma.elementsEqual(t.lemma.utf8) { report("LEM\t\(str(w.range))\t\(w.tag.name)\t\(String(decoding: w.lemma, as: UTF8.self))\t\(t.lemma)") } } }
    let goldEnds = Set(truth.sentences.map { truth.words[$0.upperBound-1].range.end })
    let foundEnds = Set(document.sentences.map { document.tokens[Int($0.endToken)-1].range.end })
    func around(_ e: UInt32) -> String { let a = max(0, Int(e)-40), b = min(truth.text.count, Int(e)+30)
      return (String(decoding: truth.text[a..<Int(e)], as: UTF8.self) + "¦" + String(decoding: truth.text[Int(e)..<b], as: UTF8.self)).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎") }
    for e in goldEnds.subtracting(foundEnds).sorted() { report("MISS\t\(around(e))") }
    for e in foundEnds.subtracting(goldEnds).sorted() { report("EXTRA\t\(around(e))") }
  }
}
