/// The values of the network for some sentences, layer by layer.
///
/// Before each sentence and behind the last lies a place of zeros.
package struct TagValues: Sendable {

  /// What each layer reads, and at last what the scores are made of: places × width.
  package var inputs = [[Float]](repeating: [], count: TagShape.layers + 1)
  /// What each layer has found, before it is added to what it reads.
  package var found = [[Float]](repeating: [], count: TagShape.layers)
  /// The scores of tags: places × classes.
  package var scores: [Float] = []
  /// Whether a word stands at a place.
  package var isWord: [Bool] = []

  /// Creates room for values.
  package init() {}

  /// Adds the scores of a word of the only sentence to `sums`, which are at most as many as classes.
  func addScores(ofWord word: Int, to sums: inout [Float]) {
    let start = (word + 1) * TagShape.classes
    for tag in sums.indices { sums[tag] += scores[start + tag] }
  }
}

/// The tagger's network, as its parameters and how they are applied; see `TagShape`.
package struct TagNetwork: Sendable {

  /// The parameters, in the order of the shape.
  package var parameters: [Float]

  /// Creates a network; the parameters must be as many as the shape says.
  package init(_ parameters: [Float]) { self.parameters = parameters }

  /// Applies all layers to `inputs[0]`, where the places without a word hold zeros.
  package func apply(_ values: inout TagValues) {
    for layer in 0..<TagShape.layers { apply(layer, &values) }
  }

  private func apply(_ layer: Int, _ values: inout TagValues) {
    let (width, count) = (TagShape.width, values.isWord.count)
    let bias = parameters[TagShape.bias(layer)..<TagShape.bias(layer) + width]
    values.found[layer].removeAll(keepingCapacity: true)
    for _ in 0..<count { values.found[layer].append(contentsOf: bias) }
    values.inputs[layer + 1] = values.inputs[layer]
    guard count > 2 else { return }
    Matrix.addProduct(
      of: values.inputs[layer], rowStep: width, n: count - 2, k: 3 * width,
      matrix: TagShape.matrix(layer), of: parameters, m: width, to: &values.found[layer],
      from: width)
    for (place, isWord) in values.isWord.enumerated() {
      rectify(&values.found[layer], &values.inputs[layer + 1], place * width, isWord)
    }
  }

  /// Cuts off what a word has found below zero, and adds it to the word; a place without one finds
  /// nothing.
  private func rectify(_ found: inout [Float], _ sum: inout [Float], _ start: Int, _ isWord: Bool) {
    let place = start..<start + TagShape.width
    guard isWord else {
      return found.replaceSubrange(place, with: repeatElement(0, count: TagShape.width))
    }
    Matrix.rectify(&found, addingTo: &sum, place)
  }

  /// Maps the last layer to scores of tags.
  package func score(_ values: inout TagValues) {
    let bias = parameters[TagShape.outputBias..<TagShape.count]
    values.scores.removeAll(keepingCapacity: true)
    for _ in values.isWord { values.scores.append(contentsOf: bias) }
    Matrix.addProduct(
      of: values.inputs[TagShape.layers], rowStep: TagShape.width, n: values.isWord.count,
      k: TagShape.width, matrix: TagShape.output, of: parameters, m: TagShape.classes,
      to: &values.scores)
  }
}
