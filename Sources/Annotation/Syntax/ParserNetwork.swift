internal import CMatrix

/// The values of a network for some words, layer by layer, kept for those who learn from them.
package struct ParserValues: Sendable {

  /// The number of words.
  package var count = 0
  /// What each layer reads, and at last what the projections read: words × width.
  package var inputs: [[Float]]
  /// What each layer's matrix reads: the words with shares of their neighbours.
  package var mixed: [[Float]]
  /// The gates of each layer: words × (candidates, forgetting, output), each of the full width.
  package var gates: [[Float]]
  /// The pooled state of each layer: words × width.
  package var states: [[Float]]
  /// The projections: words × (dependent, head, for arcs; dependent, head, for relations).
  package var projections: [Float] = []

  /// Creates room for the values of a shape.
  package init(_ shape: ParserShape) {
    inputs = Array(repeating: [], count: shape.layers + 1)
    gates = Array(repeating: [], count: shape.layers)
    (mixed, states) = (gates, gates)
  }
}

/// The parser's network, as its parameters and how they are applied; see `ParserShape`.
package struct ParserNetwork: Sendable {

  /// The sizes.
  package let shape: ParserShape
  /// The parameters, in the order of the shape.
  package var parameters: [Float]

  /// Creates a network; the parameters must be as many as the shape says.
  package init(_ shape: ParserShape, _ parameters: [Float]) {
    self.shape = shape
    self.parameters = parameters
  }

  /// Gives each word shares of its neighbours, for a layer to read.
  package func mix(layer: Int, _ values: inout ParserValues, _ sentences: [Range<Int>]) {
    values.mixed[layer] = values.inputs[layer]
    let (width, before) = (shape.width, shape.shares(layer))
    unsafe values.inputs[layer].withUnsafeBufferPointer { input in
      unsafe values.mixed[layer].withUnsafeMutableBufferPointer { mixed in
        unsafe parameters.withUnsafeBufferPointer { parameters in
          guard let input = input.baseAddress, let mixed = mixed.baseAddress,
            let shares = parameters.baseAddress
          else { return }
          for sentence in sentences {
            for word in sentence.dropFirst() {
              let place = word * width
              unsafe Matrix.addProducts(
                mixed + place, input + place - width, shares + before, count: width)
              unsafe Matrix.addProducts(
                mixed + place - width, input + place, shares + before + width, count: width)
            }
          }
        }
      }
    }
  }

  /// Applies a layer to sentences, which are runs of words, after their words were mixed.
  package func apply(layer: Int, _ values: inout ParserValues, _ sentences: [Range<Int>]) {
    multiply(
      values.mixed[layer], into: &values.gates[layer], count: values.count,
      matrix: shape.matrix(layer), bias: shape.bias(layer), columns: shape.gates)
    bend(&values.gates[layer], count: values.count)
    Self.resize(&values.states[layer], values.count * shape.width)
    values.inputs[layer + 1] = values.inputs[layer]
    for sentence in sentences { pool(layer, &values, sentence) }
  }

  /// Applies the projections; those of heads, and of relations, are cut off below zero only where
  /// they are used.
  package func project(_ values: inout ParserValues) {
    multiply(
      values.inputs[shape.layers], into: &values.projections, count: values.count,
      matrix: shape.projection, bias: shape.projectionBias, columns: shape.projections)
    for word in 0..<values.count {
      let start = word * shape.projections
      for index in start + shape.arc..<start + 2 * shape.arc {
        values.projections[index] = max(0, values.projections[index])
      }
    }
  }

  /// Grows or shrinks to a size, with whatever values.
  private static func resize(_ array: inout [Float], _ count: Int) {
    if array.count > count {
      array.removeLast(array.count - count)
    } else {
      array.append(contentsOf: repeatElement(0, count: count - array.count))
    }
  }

  private func multiply(
    _ input: [Float], into output: inout [Float], count: Int, matrix: Int, bias: Int, columns: Int
  ) {
    output.removeAll(keepingCapacity: true)
    let row = parameters[bias..<bias + columns]
    for _ in 0..<count { output.append(contentsOf: row) }
    Matrix.addProduct(
      of: input, rowStep: shape.width, n: count, k: shape.width, matrix: matrix, of: parameters,
      m: columns, to: &output)
  }

  /// Applies the curves: candidates lie in -1...1, gates in 0...1.
  private func bend(_ gates: inout [Float], count: Int) {
    unsafe gates.withUnsafeMutableBufferPointer { gates in
      guard let base = gates.baseAddress, gates.count >= count * shape.gates else { return }
      for word in 0..<count {
        unsafe matrix_bend(base + word * shape.gates, shape.width, shape.gates)
      }
    }
  }

  /// Pools a sentence in both directions, and adds what comes out to what went in.
  private func pool(_ layer: Int, _ values: inout ParserValues, _ sentence: Range<Int>) {
    let half = shape.width / 2
    for isForward in [true, false] {
      for column in stride(from: isForward ? 0 : half, to: isForward ? half : 2 * half, by: 8) {
        unsafe pool(layer, &values, sentence, column: column, isForward: isForward)
      }
    }
  }

  @unsafe
  private func pool(
    _ layer: Int, _ values: inout ParserValues, _ sentence: Range<Int>, column: Int,
    isForward: Bool
  ) {
    let (width, columns) = (shape.width, shape.gates)
    let (first, direction) = isForward ? (sentence.lowerBound, 1) : (sentence.upperBound - 1, -1)
    unsafe values.gates[layer].withUnsafeBufferPointer { gates in
      unsafe values.states[layer].withUnsafeMutableBufferPointer { states in
        unsafe values.inputs[layer + 1].withUnsafeMutableBufferPointer { output in
          guard let gates = gates.baseAddress, let states = states.baseAddress,
            let output = output.baseAddress, !sentence.isEmpty
          else { return }
          let cell = first * width + column
          unsafe matrix_pool(
            gates + first * columns + column, direction * columns, width, states + cell,
            output + cell, direction * width, sentence.count)
        }
      }
    }
  }
}
