internal import Annotation

/// A conditional random field over the tags of names, trained by stochastic gradients.
///
/// Lafferty, McCallum and Pereira 2001; the steps are those of AdaGrad (Duchi, Hazan and Singer
/// 2011). Lane 15 of each row is unused.
struct RandomField {

  /// A stretch of tokens: the rows of each, and the true tags.
  struct Stretch {
    var rows: [[UInt32]]
    var tags: [Int]
  }

  private(set) var weights: [SIMD16<Float>]
  private var squares: [SIMD16<Float>]
  /// The score of a tag behind another.
  private(set) var transitions: [SIMD16<Float>]
  private var transitionSquares: [SIMD16<Float>]
  private let allowed: [SIMD16<Float>]

  var rate: Float = 0.15
  var decay: Float = 0
  var dropout: Float = 0.15

  init(rows: Int) {
    weights = [SIMD16<Float>](repeating: SIMD16(), count: rows)
    squares = [SIMD16<Float>](repeating: SIMD16(repeating: 1e-4), count: rows)
    transitions = [SIMD16<Float>](repeating: SIMD16(), count: 16)
    transitionSquares = [SIMD16<Float>](repeating: SIMD16(repeating: 1e-2), count: 16)
    allowed = (0..<16).map { before in
      var row = SIMD16<Float>()
      for next in 0..<NameTag.count where before < NameTag.count {
        if NameTag.mayFollow(next, before) { row[next] = 1 }
      }
      return row
    }
  }

  /// Goes over all stretches once, in an order of its own; returns the mean loss of a token.
  mutating func pass(_ stretches: [Stretch], _ random: inout SplitMix64) -> Double {
    var order = Array(stretches.indices)
    random.shuffle(&order)
    var loss = 0.0
    var count = 0
    for index in order {
      loss += Double(learn(stretches[index], &random))
      count += stretches[index].tags.count
    }
    return loss / Double(max(count, 1))
  }

  private mutating func learn(_ stretch: Stretch, _ random: inout SplitMix64) -> Float {
    var kept = stretch.rows
    if dropout > 0 {
      for index in kept.indices { kept[index].removeAll { _ in random.unit() < dropout } }
    }
    let lift = dropout > 0 ? 1 / (1 - dropout) : 1
    let emissions = kept.map { rows in
      var sum = SIMD16<Float>()
      for row in rows { sum += weights[Int(row)] }
      return sum * lift
    }
    let chain = Chain(emissions, transitions, allowed)
    for index in kept.indices {
      var gradient = -chain.marginal(index)
      gradient[stretch.tags[index]] += 1
      update(kept[index], gradient)
    }
    updateTransitions(stretch.tags, chain)
    return chain.loss(stretch.tags, emissions, transitions)
  }

  private mutating func update(_ rows: [UInt32], _ gradient: SIMD16<Float>) {
    let square = gradient * gradient
    for row in rows {
      let row = Int(row)
      squares[row] += square
      weights[row] += rate * (gradient - decay * weights[row]) / squares[row].squareRoot()
    }
  }

  private mutating func updateTransitions(_ tags: [Int], _ chain: Chain) {
    var gradients = chain.expectedTransitions(transitions, allowed).map { -$0 }
    var before = NameTag.outside
    for tag in tags + [NameTag.outside] {
      gradients[before][tag] += 1
      before = tag
    }
    for row in 0..<NameTag.count {
      let gradient = gradients[row] * allowed[row]
      transitionSquares[row] += gradient * gradient
      transitions[row] += rate * gradient / transitionSquares[row].squareRoot()
    }
  }

  /// The most probable tags of a stretch.
  func best(_ rows: [[UInt32]]) -> [Int] {
    var scores = SIMD16<Float>(repeating: -1e9)
    scores[NameTag.outside] = 0
    var back: [SIMD16<Int32>] = []
    let barred = allowed.map { ($0 - 1) * 1e6 }
    for token in rows {
      var best = SIMD16<Float>(repeating: -2e9)
      var from = SIMD16<Int32>()
      for before in 0..<NameTag.count {
        let row = transitions[before] + barred[before] + scores[before]
        let isBetter = row .> best
        best.replace(with: row, where: isBetter)
        from.replace(with: Int32(before), where: isBetter)
      }
      for row in token { best += weights[Int(row)] }
      scores = best
      back.append(from)
    }
    var tag = 0
    for last in 0..<NameTag.count where allowed[last][0] > 0 {
      let more = scores[last] + transitions[last][0]
      if more > scores[tag] + transitions[tag][0] || allowed[tag][0] == 0 { tag = last }
    }
    var path: [Int] = []
    for from in back.reversed() {
      path.append(tag)
      tag = Int(from[tag])
    }
    return path.reversed()
  }

  /// Sets rows to nought for good.
  mutating func reset() {
    for row in squares.indices { squares[row] = SIMD16(repeating: 1e-4) }
  }
}

/// Forward and backward sums over a stretch, each place scaled to sum to one.
private struct Chain {

  private var forward: [SIMD16<Float>] = []
  private var backward: [SIMD16<Float>]
  private var scales: [Float] = []
  private let factors: [SIMD16<Float>]
  private let moves: [SIMD16<Float>]
  private var logTotal: Float = 0

  init(
    _ emissions: [SIMD16<Float>], _ transitions: [SIMD16<Float>], _ allowed: [SIMD16<Float>]
  ) {
    moves = (0..<16).map { Exponential.of(transitions[$0]) * allowed[$0] }
    let ends = moves.map { $0[NameTag.outside] }
    var total: Float = 0
    factors = emissions.map { scores in
      var lanes = scores
      lanes[15] = -1e30
      let most = lanes.max()
      total += most
      return Exponential.of(lanes - most)
    }
    var state = SIMD16<Float>()
    state[NameTag.outside] = 1
    for factor in factors {
      var next = SIMD16<Float>()
      for tag in 0..<NameTag.count { next += state[tag] * moves[tag] }
      next *= factor
      let scale = max(next.sum(), 1e-30)
      total += Logarithm.of(scale)
      state = next / scale
      scales.append(scale)
      forward.append(state)
    }
    var final: Float = 0
    for tag in 0..<NameTag.count { final += state[tag] * ends[tag] }
    final = max(final, 1e-30)
    logTotal = total + Logarithm.of(final)
    backward = [SIMD16<Float>](repeating: SIMD16(), count: factors.count)
    for tag in 0..<NameTag.count { backward[factors.count - 1][tag] = ends[tag] / final }
    for index in stride(from: factors.count - 2, through: 0, by: -1) {
      let ahead = backward[index + 1] * factors[index + 1] / scales[index + 1]
      for tag in 0..<NameTag.count { backward[index][tag] = (moves[tag] * ahead).sum() }
    }
  }

  func marginal(_ index: Int) -> SIMD16<Float> { forward[index] * backward[index] }

  func expectedTransitions(
    _ transitions: [SIMD16<Float>], _ allowed: [SIMD16<Float>]
  ) -> [SIMD16<Float>] {
    var expected = [SIMD16<Float>](repeating: SIMD16(), count: 16)
    var state = SIMD16<Float>()
    state[NameTag.outside] = 1
    for index in factors.indices {
      let ahead = backward[index] * factors[index] / scales[index]
      for tag in 0..<NameTag.count where state[tag] > 0 {
        expected[tag] += state[tag] * moves[tag] * ahead
      }
      state = forward[index]
    }
    let last = marginal(factors.count - 1)
    for tag in 0..<NameTag.count { expected[tag][NameTag.outside] += last[tag] }
    return expected
  }

  func loss(
    _ tags: [Int], _ emissions: [SIMD16<Float>], _ transitions: [SIMD16<Float>]
  ) -> Float {
    var score: Float = 0
    var before = NameTag.outside
    for (index, tag) in tags.enumerated() {
      score += emissions[index][tag] + transitions[before][tag]
      before = tag
    }
    return logTotal - score - transitions[before][NameTag.outside]
  }
}

/// e to the power of a number, the same on every machine.
enum Exponential {

  static func of(_ x: SIMD16<Float>) -> SIMD16<Float> {
    let bounded = x.clamped(lowerBound: SIMD16(repeating: -80), upperBound: SIMD16(repeating: 80))
    let scaled = bounded * 1.4426950408889634
    let whole = scaled.rounded(.toNearestOrEven)
    let rest = (scaled - whole) * 0.6931471805599453
    var power = SIMD16<Float>(repeating: 1.0 / 720)
    for term: Float in [1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5, 1, 1] { power = power * rest + term }
    let bits = (SIMD16<Int32>(whole) &+ 127) &<< 23
    let scale = unsafe unsafeBitCast(bits, to: SIMD16<Float>.self)
    return power * scale
  }
}

/// The natural logarithm, the same on every machine.
enum Logarithm {

  static func of(_ x: Float) -> Float {
    let exponent = Float(x.exponent)
    let t = (x.significand - 1) / (x.significand + 1)
    let square = t * t
    let series = 1 + square * (1.0 / 3 + square * (0.2 + square * (1.0 / 7 + square / 9)))
    return exponent * 0.6931471805599453 + 2 * t * series
  }
}
