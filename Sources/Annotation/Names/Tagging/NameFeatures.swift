/// The features of a token for the recognition of names, the same for training and use.
package struct NameFeatures {

  let clues: NameClues
  private let evidence: NameEvidence
  /// The number of the run of each token, or -1.
  private var runOf: [Int32]
  private var runs: [NameRun] = []
  private let sentences: [Sentence]

  /// The stretches that may hold names, in order: what lies between is outside of all names.
  package private(set) var stretches: [Range<Int>] = []
  /// The sentence of each stretch.
  private var sentenceOf: [Range<Int>] = []

  package init(_ document: AnnotatedDocument) {
    self.init(TokenText(document), document.sentences)
  }

  init(_ text: TokenText, _ sentences: [Sentence]) {
    self.sentences = sentences
    clues = NameClues(text, sentences)
    runOf = [Int32](repeating: -1, count: text.tokens.count)
    for sentence in sentences {
      let range = Int(sentence.firstToken)..<Int(sentence.endToken)
      for run in NameRun.runs(of: range, clues.clues, text) {
        for index in run.tokens { runOf[index] = Int32(runs.count) }
        runs.append(run)
      }
    }
    evidence = NameEvidence(clues.clues, runs)
    for sentence in sentences {
      findStretches(Int(sentence.firstToken)..<Int(sentence.endToken))
    }
  }

  /// A token may be in a name if it starts with a capital or a digit, or stands between such.
  private mutating func findStretches(_ sentence: Range<Int>) {
    var start: Int?
    for index in sentence {
      let isOpen = mayBeNamed(index, sentence)
      if isOpen, start == nil { start = index }
      if let first = start, !isOpen || index + 1 == sentence.upperBound {
        stretches.append(first..<(isOpen ? index + 1 : index))
        sentenceOf.append(sentence)
        start = nil
      }
    }
  }

  private func mayBeNamed(_ index: Int, _ sentence: Range<Int>) -> Bool {
    if clues[index].isCapital { return true }
    let behind = isCapital(index - 1, sentence) || isCapital(index - 2, sentence)
    let before = isCapital(index + 1, sentence)
    if clues[index].writing.contains(.digit) { return behind || before }
    if behind, before || isCapital(index + 2, sentence) { return true }
    return isHyphen(index) && isCapital(index - 1, sentence)
      || isHyphen(index - 1) && isCapital(index - 2, sentence)
      || isHyphen(index + 1) && isCapital(index + 2, sentence)
  }

  private func isCapital(_ index: Int, _ sentence: Range<Int>) -> Bool {
    sentence.contains(index) && clues[index].isCapital
  }

  /// A hyphen without blanks: "Jong-un", "al-Sadr".
  private func isHyphen(_ index: Int) -> Bool {
    clues.text.isToken(index, "-") && clues[index].writing.contains(.tight)
      && clues.text.touches(index - 1)
  }

  /// Fills `keys` with the features of a token of a stretch.
  package func extract(_ index: Int, stretch: Int, into keys: inout [UInt64]) {
    keys.removeAll(keepingCapacity: true)
    var writer = FeatureWriter(keys: keys)
    keys = []
    write(index, sentenceOf[stretch], &writer)
    keys = writer.keys
  }

  private func clue(_ index: Int, _ sentence: Range<Int>) -> NameClue {
    sentence.contains(index) ? clues[index] : NameClue.boundary
  }

  private func write(_ index: Int, _ sentence: Range<Int>, _ out: inout FeatureWriter) {
    let around = Neighbours(
      clue(index - 2, sentence), clue(index - 1, sentence), clues[index],
      clue(index + 1, sentence), clue(index + 2, sentence))
    out.add(0)
    writeWords(around, &out)
    writeShapes(around, &out)
    writeLists(around, &out)
    writeSpelling(index, &out)
    writeEvidence(index, around, &out)
    writeRun(index, sentence, around, &out)
  }

  private func writeWords(_ at: Neighbours, _ out: inout FeatureWriter) {
    out.add(1, at.here.word)
    out.add(2, at.before.word)
    out.add(3, at.behind.word)
    out.add(4, at.before2.word)
    out.add(5, at.behind2.word)
    out.add(6, at.before.word, at.here.word)
    out.add(7, at.here.word, at.behind.word)
    out.add(8, at.before.word, at.behind.word)
    out.add(9, at.here.form)
    out.add(10, at.before.word, at.here.shape)
    out.add(11, at.behind.word, at.here.shape)
    out.add(12, at.before2.word, at.before.word)
    out.add(13, at.behind.word, at.behind2.word)
  }

  private func writeShapes(_ at: Neighbours, _ out: inout FeatureWriter) {
    let writing = UInt64(at.here.writing.rawValue)
    out.add(14, at.here.shape, writing)
    out.add(15, at.before.shape, at.here.shape)
    out.add(16, at.here.shape, at.behind.shape)
    out.add(17, at.before.shape, at.here.shape, at.behind.shape)
    out.add(18, at.before2.shape, at.before.shape, at.here.shape)
    out.add(19, at.here.shape, at.behind.shape, at.behind2.shape)
  }

  private func writeLists(_ at: Neighbours, _ out: inout FeatureWriter) {
    let (before, here, behind) = (at.before.sort, at.here.sort, at.behind.sort)
    out.add(24, here)
    out.add(25, before, here)
    out.add(26, here, behind)
    out.add(27, before, here, behind)
    out.add(28, at.before2.sort, before)
    out.add(29, behind, at.behind2.sort)
    out.add(30, UInt64(at.here.known), at.here.shape)
    out.add(31, UInt64(at.before.known), UInt64(at.here.known), UInt64(at.behind.known))
    out.add(32, at.before.people, at.here.people, at.behind.people)
    out.add(33, UInt64(at.here.known), at.behind.word)
    out.add(34, UInt64(at.here.known), at.before.word)
  }

  /// Beginnings and endings of a word.
  private func writeSpelling(_ index: Int, _ out: inout FeatureWriter) {
    let range = clues.text.range(index)
    let bytes = clues.text.bytes
    var prefix: UInt64 = 1
    var suffix: UInt64 = 1
    for offset in 0..<min(range.count, 5) {
      prefix = prefix << 8 | UInt64(bytes[range.lowerBound + offset])
      suffix = suffix << 8 | UInt64(bytes[range.upperBound - 1 - offset])
      if offset > 0 {
        out.add(35, prefix)
        out.add(36, suffix)
      }
    }
    out.add(37, UInt64(min(range.count, 12)), clues[index].shape)
  }

  private func writeEvidence(_ index: Int, _ at: Neighbours, _ out: inout FeatureWriter) {
    let entry = evidence.entry(at.here.word)
    let isCapital: UInt64 = at.here.isCapital ? 1 : 0
    var bit = UInt32(1)
    while bit <= entry.flags.rawValue {
      if entry.flags.rawValue & bit != 0 { out.add(38, UInt64(bit), isCapital) }
      bit <<= 1
    }
    let often = UInt64(min(entry.count, 4))
    let written = entry.flags.intersection([.lowercase, .midSentence]).rawValue
    out.add(39, UInt64(written), often, UInt64(at.here.writing.rawValue))
    out.add(40, UInt64(entry.flags.rawValue))
    let next = evidence.entry(at.behind.word).flags.rawValue
    if at.behind.isCapital { out.add(41, UInt64(next) & 0xfff) }
    let last = evidence.entry(at.before.word).flags.rawValue
    if at.before.isCapital { out.add(42, UInt64(last) & 0xfff) }
    writeReference(Int(entry.reference), index, &out)
  }

  /// The words beside another place where the word stands.
  private func writeReference(_ place: Int, _ index: Int, _ out: inout FeatureWriter) {
    guard place >= 0, place != index, clues[index].isCapital, runOf[place] >= 0 else { return }
    let run = runs[Int(runOf[place])]
    let position: UInt64 =
      place == run.tokens.lowerBound ? 0 : place == run.tokens.upperBound - 1 ? 1 : 2
    let length = UInt64(min(run.tokens.count, 4))
    let before = place > 0 ? clues[place - 1] : .boundary
    let behind = place + 1 < clues.clues.count ? clues[place + 1] : .boundary
    out.add(43, position, length, run.hasBody ? 1 : 0)
    out.add(44, before.word)
    out.add(45, behind.word)
    out.add(46, position, before.sort)
    out.add(47, position, behind.sort)
    out.add(48, clues[run.tokens.upperBound - 1].word, position)
    out.add(49, UInt64(clues[run.tokens.lowerBound].firstName), position, length)
  }

  /// The run of capitalised words that a token stands in.
  private func writeRun(
    _ index: Int, _ sentence: Range<Int>, _ at: Neighbours, _ out: inout FeatureWriter
  ) {
    guard runOf[index] >= 0 else { return }
    let run = runs[Int(runOf[index])]
    let last = run.tokens.upperBound - 1
    let length = UInt64(min(run.tokens.count, 5))
    let position = UInt64(min(index - run.tokens.lowerBound, 4))
    let before = clue(run.tokens.lowerBound - 1, sentence)
    let behind = clue(run.tokens.upperBound, sentence)
    out.add(50, position, length)
    out.add(51, position, length, at.here.sort)
    out.add(52, clues[last].word, UInt64(min(last - index, 3)))
    out.add(53, clues[last].sort, UInt64(min(last - index, 3)), at.here.sort)
    out.add(54, before.word, position)
    out.add(55, behind.word, UInt64(min(last - index, 3)))
    out.add(56, before.sort, behind.sort)
    out.add(57, clues[run.tokens.lowerBound].sort, clues[last].sort, length)
    out.add(58, before.word, behind.word)
    let wideLast = run.wide.upperBound - 1
    if run.wide != run.tokens {
      out.add(59, clues[wideLast].word)
      out.add(60, clues[run.wide.lowerBound].word)
      out.add(61, clues[wideLast].sort, clues[run.wide.lowerBound].sort)
    }
    out.add(62, run.hasBody ? 1 : 0, position, length)
    let end = clue(run.tokens.upperBound + 1, sentence)
    out.add(63, behind.word, end.word)
  }
}

/// A token with two on each side.
private struct Neighbours {
  let before2, before, here, behind, behind2: NameClue

  init(
    _ before2: NameClue, _ before: NameClue, _ here: NameClue, _ behind: NameClue,
    _ behind2: NameClue
  ) {
    self.before2 = before2
    self.before = before
    self.here = here
    self.behind = behind
    self.behind2 = behind2
  }
}

/// Features as they are gathered.
private struct FeatureWriter {

  var keys: [UInt64]

  mutating func add(_ template: Int) { append(FeatureHash(template)) }

  mutating func add(_ template: Int, _ a: UInt64) { append(FeatureHash(template).with(a)) }

  mutating func add(_ template: Int, _ a: UInt64, _ b: UInt64) {
    append(FeatureHash(template).with(a).with(b))
  }

  mutating func add(_ template: Int, _ a: UInt64, _ b: UInt64, _ c: UInt64) {
    append(FeatureHash(template).with(a).with(b).with(c))
  }

  private mutating func append(_ feature: FeatureHash) { keys.append(feature.key) }
}

extension FeatureHash {

  /// The feature as one number, each bit of which depends on all that went in.
  var key: UInt64 {
    var mixed = bits
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension NameClue {

  /// What stands beside the ends of a sentence.
  static let boundary = NameClue(word: 0x5EED, form: 0x5EED, shape: 0x5EED)

  /// The lists of a word, what the gazetteer knows of it, and whether it is capitalised.
  var sort: UInt64 {
    UInt64(classes.rawValue) << 24 | UInt64(known) << 16 | UInt64(firstName) << 8
      | UInt64(writing.intersection([.capital, .digit, .mark, .allCapitals]).rawValue)
  }

  /// What makes it part of the name of a person.
  var people: UInt64 {
    UInt64(classes.intersection([.honorific, .role, .leadingSurname, .particle]).rawValue) << 8
      | UInt64(firstName) << 1 | (isCapital ? 1 : 0)
  }
}
