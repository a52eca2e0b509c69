internal import Annotation

/// Learns the tagger's network by Adam over small groups of sentences.
struct TagNetworkTrainer {

  private var network: TagNetwork
  private var vectors: [Float]
  private var vectorSlopes: [Float]
  private var adam = Adam(count: TagShape.count)
  private var vectorAdam: Adam
  private var gradient = TagGradient()
  private var values = TagValues()
  private var random: SplitMix64
  private var counts = [Int](repeating: 0, count: TagVectors.rows)

  /// The words of a group.
  private static let groupSize = 320
  private static let highestRate: Float = 0.003
  private static let dropped: Float = 0.25

  /// Starts with vectors of words, which come first of all vectors; networks of different seeds err
  /// in different places.
  init(vectors words: [Float], seed: UInt64) {
    random = SplitMix64(seed: seed)
    var random = SplitMix64(seed: seed + 1)
    var parameters = [Float](repeating: 0, count: TagShape.count)
    func fill(_ start: Int, _ rows: Int, _ columns: Int) {
      let size = (6 / Float(rows + columns)).squareRoot()
      for index in 0..<rows * columns { parameters[start + index] = size * (2 * random.unit() - 1) }
    }
    for layer in 0..<TagShape.layers {
      fill(TagShape.matrix(layer), 3 * TagShape.width, TagShape.width)
    }
    fill(TagShape.output, TagShape.width, TagShape.classes)
    network = TagNetwork(parameters)
    let count = TagVectors.rows * TagShape.width
    vectors = words + repeatElement(0, count: count - words.count)
    vectorSlopes = [Float](repeating: 0, count: count)
    vectorAdam = Adam(count: count)
  }

  /// Goes through all sentences a number of times; the rate falls to nothing towards the end.
  mutating func train(_ examples: [TaggerTrainer.Example], rounds: Int) {
    var places = examples.indices.flatMap { document in
      examples[document].sentences.map { (document, $0) }
    }
    for (document, range) in places {
      for row in Self.rows(examples[document].words[range]) { counts[Int(row)] += 1 }
    }
    let total = rounds * places.count
    var seen = 0
    for round in 1...rounds {
      random.shuffle(&places)
      gradient = TagGradient()
      var (rows, tags, ends): ([Int32], [UInt8], [Int]) = ([], [], [])
      var count = 0
      for (place, (document, range)) in places.enumerated() {
        rows += Self.rows(examples[document].words[range])
        tags += examples[document].tags[range]
        ends.append(rows.count / TagVectors.count)
        seen += 1
        guard ends[ends.count - 1] >= Self.groupSize || place == places.count - 1 else { continue }
        let progress = Float(seen) / Float(total)
        learn(rows, tags, ends, rate: Self.highestRate * min(1, progress * 20) * (1 - progress))
        count += tags.count
        (rows, tags, ends) = ([], [], [])
      }
      report("tag network: round \(round), loss \(gradient.loss / Float(max(count, 1)))")
    }
  }

  private static func rows(_ words: ArraySlice<WordAttributes>) -> [Int32] {
    let capitals = TagFeatures.capitals(words)
    var rows: [Int32] = []
    for word in words { TagVectors.append(word, capitals: capitals, to: &rows) }
    return rows
  }

  private mutating func learn(
    _ rows: [Int32], _ tags: [UInt8], _ ends: [Int], rate: Float
  ) {
    let places = layOut(ends)
    let rows = keptRows(rows)
    let inputMask = mask(places)
    read(rows, places, inputMask)
    network.apply(&values)
    let mask = mask(places)
    for index in mask.indices { values.inputs[TagShape.layers][index] *= mask[index] }
    network.score(&values)
    gradient.add(network, values, tags, places, mask: mask)
    adam.advance()
    vectorAdam.advance()
    adam.update(&network.parameters, &gradient.parameters, 0..<TagShape.count, rate: rate)
    spread(rows, places, inputMask, rate)
  }

  /// Lays sentences out with a place of zeros around each, and returns the places of words.
  private mutating func layOut(_ ends: [Int]) -> [Int] {
    values.isWord = [false]
    var places: [Int] = []
    var start = 0
    for end in ends {
      for _ in start..<end {
        places.append(values.isWord.count)
        values.isWord.append(true)
      }
      values.isWord.append(false)
      start = end
    }
    return places
  }

  /// The rows of all words of a group; -1 stands for a word that is hidden, the rarer the oftener.
  private mutating func keptRows(_ rows: [Int32]) -> [Int32] {
    var rows = rows
    for index in stride(from: 0, to: rows.count, by: TagVectors.count) {
      let count = Float(counts[Int(rows[index])])
      if random.unit() < 0.5 / (0.5 + count) || random.unit() < 0.05 { rows[index] = -1 }
    }
    return rows
  }

  /// Zeros for what is dropped, and for what stays what makes up for it.
  private mutating func mask(_ places: [Int]) -> [Float] {
    (0..<values.isWord.count * TagShape.width).map { _ in
      random.unit() < Self.dropped ? 0 : 1 / (1 - Self.dropped)
    }
  }

  private mutating func read(_ rows: [Int32], _ places: [Int], _ mask: [Float]) {
    let width = TagShape.width
    var input = [Float](repeating: 0, count: values.isWord.count * width)
    unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe vectors.withUnsafeBufferPointer { vectors in
        guard let input = input.baseAddress, let vectors = vectors.baseAddress else { return }
        for (index, row) in rows.enumerated() where row >= 0 {
          let place = places[index / TagVectors.count]
          unsafe Matrix.addScaled(
            input + place * width, vectors + Int(row) * width, by: 1, count: width)
        }
      }
    }
    for index in input.indices { input[index] *= mask[index] }
    values.inputs[0] = input
  }

  /// Moves the vectors of the words that were read.
  private mutating func spread(_ rows: [Int32], _ places: [Int], _ mask: [Float], _ rate: Float) {
    let width = TagShape.width
    var slopes = gradient.input
    for index in slopes.indices { slopes[index] *= mask[index] }
    unsafe vectorSlopes.withUnsafeMutableBufferPointer { target in
      unsafe slopes.withUnsafeBufferPointer { slopes in
        guard let target = target.baseAddress, let slopes = slopes.baseAddress else { return }
        for (index, row) in rows.enumerated() where row >= 0 {
          let place = places[index / TagVectors.count]
          unsafe Matrix.addScaled(
            target + Int(row) * width, slopes + place * width, by: 1, count: width)
        }
      }
    }
    for row in Set(rows).sorted() where row >= 0 {
      let start = Int(row) * width
      vectorAdam.update(&vectors, &vectorSlopes, start..<start + width, rate: rate)
    }
  }

  /// The section of the network.
  func section() -> [UInt8] {
    TagModel.section(network, vectors: vectors)
  }
}
