extension ParserNetwork {

  /// Fills `scores[word * (count + 1) + head]` for a sentence; the root is head `count`.
  package func scoreHeads(
    _ values: ParserValues, _ sentence: Range<Int>, tags: [UInt8], into scores: inout [Float]
  ) {
    let count = sentence.count
    let step = count + 1
    scores.removeAll(keepingCapacity: true)
    scores.append(contentsOf: repeatElement(0, count: count * step))
    let columns = shape.projections
    unsafe values.projections.withUnsafeBufferPointer { projections in
      unsafe parameters.withUnsafeBufferPointer { parameters in
        guard let projections = projections.baseAddress, let base = parameters.baseAddress else {
          return
        }
        let pairs = unsafe base + shape.pairs
        for word in 0..<count {
          let dependent = unsafe projections + (sentence.lowerBound + word) * columns
          let tag = tags[sentence.lowerBound + word]
          let near = unsafe dependent + shape.distanceColumn
          for head in 0..<count where head != word {
            let other = unsafe projections + (sentence.lowerBound + head) * columns + shape.arc
            let far = unsafe other - shape.arc + shape.distanceColumn + ParserShape.distances
            let bucket = ParserShape.bucket(head - word)
            let pair = ParserShape.pair(
              tag: tag, headTag: tags[sentence.lowerBound + head], bucket: bucket)
            unsafe scores[word * step + head] =
              Matrix.dot(dependent, other, count: shape.arc) + pairs[pair] + near[bucket]
              + far[bucket]
          }
          let bucket = ParserShape.bucket(0)
          let pair = ParserShape.pair(tag: tag, headTag: 17, bucket: bucket)
          unsafe scores[word * step + count] =
            Matrix.dot(dependent, base + shape.root, count: shape.arc) + pairs[pair]
            + near[bucket]
        }
      }
    }
  }

  /// Fills the scores of relations of a word to its head, and the hidden values they come from; both
  /// count from the start of the values, and a root has `head` -1.
  package func scoreRelations(
    _ values: ParserValues, word: Int, head: Int, hidden: inout [Float], scores: inout [Float]
  ) {
    let start = word * shape.projections + shape.relationColumn
    let other = head * shape.projections + shape.relationColumn + shape.relation
    let span = shape.spans + ParserShape.bucket(head < 0 ? 0 : head - word) * shape.relation
    hidden.removeAll(keepingCapacity: true)
    for index in 0..<shape.relation {
      let side =
        head < 0 ? parameters[shape.root + shape.arc + index] : values.projections[other + index]
      hidden.append(
        max(0, values.projections[start + index] + side + parameters[span + index]))
    }
    scores.removeAll(keepingCapacity: true)
    scores.append(
      contentsOf: parameters[shape.outputBias..<shape.outputBias + ParserShape.relations])
    unsafe scores.withUnsafeMutableBufferPointer { scores in
      unsafe hidden.withUnsafeBufferPointer { hidden in
        unsafe parameters.withUnsafeBufferPointer { parameters in
          guard let scores = scores.baseAddress, let hidden = hidden.baseAddress,
            let base = parameters.baseAddress
          else { return }
          unsafe Matrix.addProduct(
            scores, hidden, rowStep: 0, columnStep: 1, base + shape.output, n: 1,
            k: shape.relation, m: ParserShape.relations)
        }
      }
    }
  }

  /// Fills the scores of a word's parts of speech, from what the second layer reads.
  package func scoreTags(_ values: ParserValues, word: Int, into scores: inout [Float]) {
    scores.removeAll(keepingCapacity: true)
    scores.append(
      contentsOf: parameters[shape.taggingBias..<shape.taggingBias + ParserShape.foretold])
    unsafe scores.withUnsafeMutableBufferPointer { scores in
      unsafe values.inputs[1].withUnsafeBufferPointer { input in
        unsafe parameters.withUnsafeBufferPointer { parameters in
          guard let scores = scores.baseAddress, let input = input.baseAddress,
            let base = parameters.baseAddress
          else { return }
          unsafe Matrix.addProduct(
            scores, input + word * shape.width, rowStep: 0, columnStep: 1, base + shape.tagging,
            n: 1, k: shape.width, m: ParserShape.foretold)
        }
      }
    }
  }
}
