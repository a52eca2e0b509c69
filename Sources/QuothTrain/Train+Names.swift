internal import Annotation

extension Part {

  /// Returns the sections `names.…`.
  static func trainNames(_ data: TrainingData, _ model: ModelFile) throws -> [ModelSection] {
    let texts = TaggedNews.read(try data.lines(of: "ner/worldwide/train.bioes.tsv.xz"))
    let syntax = SyntaxModel(model)
    let trainer = NameTrainer(texts, syntax)
    report("names: \(texts.count) texts, \(trainer.stretches.count) stretches")
    let section = trainer.train(
      development: TaggedNews.read(try data.lines(of: "ner/worldwide/dev.bioes.tsv.xz")))
    return [ModelSection("names.tags", section)]
  }
}

/// Trains the tags of names.
struct NameTrainer {

  private(set) var stretches: [RandomField.Stretch] = []
  private var features: FeatureDictionary
  private let syntax: SyntaxModel

  init(_ texts: [TaggedNews.Text], _ syntax: SyntaxModel) {
    self.syntax = syntax
    var lost = 0
    var total = 0
    var raw: [(keys: [[UInt64]], tags: [Int])] = []
    for text in texts + texts.indices.filter({ $0 % 16 == 5 }).map({ texts[$0].shouting }) {
      let document = text.annotated(syntax)
      let tags = text.tags(of: document)
      let features = NameFeatures(document)
      total += text.names.count
      lost += text.names.count - tags.count { NameTag.isStart($0) }
      var keys: [UInt64] = []
      var covered = 0
      for (number, stretch) in features.stretches.enumerated() {
        var stretchKeys: [[UInt64]] = []
        for index in stretch {
          features.extract(index, stretch: number, into: &keys)
          stretchKeys.append(keys)
        }
        raw.append((stretchKeys, NameTrainer.sound(Array(tags[stretch]))))
        covered += tags[stretch].count { NameTag.isStart($0) }
      }
      lost += tags.count { NameTag.isStart($0) } - covered
    }
    report("names: \(total) names, \(lost) not reachable")
    features = FeatureDictionary()
    for stretch in raw { for token in stretch.keys { features.count(token) } }
    features.finish(atLeast: 3)
    report("names: \(features.count) features")
    stretches = raw.map { stretch in
      RandomField.Stretch(rows: stretch.keys.map { features.rows(of: $0) }, tags: stretch.tags)
    }
  }

  /// Tags that a sequence may have: names cut by the end of a stretch are none.
  static func sound(_ tags: [Int]) -> [Int] {
    var tags = tags
    var before = NameTag.outside
    for index in tags.indices {
      if !NameTag.mayFollow(tags[index], before) { tags[index] = NameTag.outside }
      before = tags[index]
    }
    var end = tags.count
    while end > 0, !NameTag.mayFollow(NameTag.outside, tags[end - 1]) {
      tags[end - 1] = NameTag.outside
      end -= 1
    }
    for index in tags.indices.dropLast() where !NameTag.mayFollow(tags[index + 1], tags[index]) {
      return [Int](repeating: NameTag.outside, count: tags.count)
    }
    return tags
  }

  /// Returns the section of the model; scores are told, and nothing depends on them.
  func train(development: [TaggedNews.Text]) -> [UInt8] {
    var random = SplitMix64(seed: 4)
    var field = RandomField(rows: features.count)
    field.rate = 0.03
    field.dropout = 0.3
    for round in 1...7 {
      report("names: round \(round), loss \(field.pass(stretches, &random))")
    }
    let section = NameTable.section(field, features)
    if let model = NameModel(ModelBytes(section)) {
      report("names: development: \(NameScore.of(NameTagger(model), development, syntax))")
      let score = NameScore.of(NameRecognizer(model), development, syntax)
      report("names: with the gazetteer: \(score)")
    }
    return section
  }
}

/// Numbers for features, in the order in which they first come.
struct FeatureDictionary {

  private var numbers: [UInt64: UInt32] = [:]
  private var counts: [UInt32] = []
  private(set) var keys: [UInt64] = []

  var count: Int { keys.count }

  mutating func count(_ keys: [UInt64]) {
    for key in keys {
      if let number = numbers[key] {
        counts[Int(number)] += 1
      } else {
        numbers[key] = UInt32(counts.count)
        counts.append(1)
        self.keys.append(key)
      }
    }
  }

  /// Keeps what has come so often.
  mutating func finish(atLeast least: UInt32) {
    let kept = keys.indices.filter { counts[$0] >= least }
    keys = kept.map { keys[$0] }
    counts = kept.map { counts[$0] }
    numbers = [:]
    for (number, key) in keys.enumerated() { numbers[key] = UInt32(number) }
  }

  /// The numbers of features, those first that move the scores of most tokens most.
  func byImportance(_ weights: [SIMD16<Float>]) -> [Int] {
    let sizes = keys.indices.map { row in
      max(weights[row].max(), -weights[row].min()) * Float(counts[row]).squareRoot()
    }
    return keys.indices.sorted { (sizes[$0], keys[$0]) > (sizes[$1], keys[$1]) }
  }

  func rows(of keys: [UInt64]) -> [UInt32] { keys.compactMap { numbers[$0] } }
}

/// How many names were found, strictly by ends and type.
struct NameScore: CustomStringConvertible {

  private var right = [0, 0, 0, 0]
  private var found = [0, 0, 0, 0]
  private var expected = [0, 0, 0, 0]

  /// The score of a tagger on texts.
  static func of(
    _ tagger: NameTagger, _ texts: [TaggedNews.Text], _ syntax: SyntaxModel
  ) -> NameScore {
    var score = NameScore()
    for text in texts {
      let document = text.annotated(syntax)
      score.add(tagger.spans(document), text, document)
    }
    return score
  }

  /// The score of a recognizer on texts.
  static func of(
    _ recognizer: NameRecognizer, _ texts: [TaggedNews.Text], _ syntax: SyntaxModel
  ) -> NameScore {
    var score = NameScore()
    for text in texts {
      var document = text.annotated(syntax)
      recognizer.annotate(&document)
      let spans = document.mentions.filter { $0.form == .name }.compactMap { mention in
        mention.entity.map {
          NameTagger.Span(
            tokens: Int(mention.firstToken)..<Int(mention.endToken),
            type: document.entities[Int($0)].type)
        }
      }
      score.add(spans, text, document)
    }
    return score
  }

  mutating func add(
    _ spans: [NameTagger.Span], _ text: TaggedNews.Text, _ document: AnnotatedDocument
  ) {
    var names: Set<[Int]> = []
    for name in text.names {
      expected[name.type] += 1
      names.insert([name.type, Int(name.range.start), Int(name.range.end)])
    }
    for span in spans {
      guard let type = NameTag.types.firstIndex(of: span.type) else { continue }
      found[type] += 1
      let start = Int(document.tokens[span.tokens.lowerBound].range.start)
      let end = Int(document.tokens[span.tokens.upperBound - 1].range.end)
      if names.contains([type, start, end]) { right[type] += 1 }
    }
  }

  var description: String {
    NameTag.types.indices.map { type in
      let f1 = 200 * Double(right[type]) / Double(max(found[type] + expected[type], 1))
      let precision = 100 * Double(right[type]) / Double(max(found[type], 1))
      let recall = 100 * Double(right[type]) / Double(max(expected[type], 1))
      func short(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
      return "\(NameTag.types[type]) \(short(f1)) (\(short(precision))/\(short(recall)))"
    }.joined(separator: ", ")
  }
}
