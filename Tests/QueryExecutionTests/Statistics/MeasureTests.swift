import Testing

@testable import QueryExecution

/// Values worked by hand, to six digits.
@Suite struct MeasureTests {

  // x stands 8 times and y 16 times among 64 places, 4 times together: E = 8 · 16 / 64 = 2.
  private let counts = JointCounts(joint: 4, first: 8, second: 16, total: 64)

  @Test func `what chance has is the product of the sums by all`() {
    #expect(counts.expected == 2)
    #expect(JointCounts(joint: 0, first: 0, second: 0, total: 0).expected == 0)
  }

  // 2 · 4 / (8 + 16) = 1/3; log₂ 1/3 = -1.584963; 14 - 1.584963 = 12.415037.
  @Test func `logDice is fourteen and the logarithm of the coefficient`() throws {
    #expect(try isNear(#require(LogDice.score(counts)), 12.415037))
  }

  @Test func `words that never occur apart have a logDice of fourteen`() {
    #expect(LogDice.score(JointCounts(joint: 5, first: 5, second: 5, total: 99)) == 14)
    // Two of a word beside one row are no more than always: min(2, 1) = 1, 2 · 1 / (1 + 1) = 1.
    #expect(LogDice.score(JointCounts(joint: 2, first: 1, second: 1, total: 99)) == 14)
    #expect(LogDice.score(JointCounts(joint: 0, first: 5, second: 5, total: 99)) == nil)
  }

  // log₂ (4 / 2) = 1.
  @Test func `mutual information is the logarithm of observed by expected`() {
    #expect(MutualInformation.score(counts) == 1)
    #expect(MutualInformation.score(JointCounts(joint: 2, first: 8, second: 16, total: 64)) == 0)
    #expect(MutualInformation.score(JointCounts(joint: 1, first: 8, second: 16, total: 64)) == -1)
    #expect(MutualInformation.score(JointCounts(joint: 0, first: 8, second: 16, total: 64)) == nil)
  }

  // (4 - 2) / √4 = 1; (1 - 2) / √1 = -1.
  @Test func `the t-score is the difference in standard deviations`() {
    #expect(TScore.score(counts) == 1)
    #expect(TScore.score(JointCounts(joint: 1, first: 8, second: 16, total: 64)) == -1)
    #expect(TScore.score(JointCounts(joint: 0, first: 8, second: 16, total: 64)) == nil)
  }

  // The table is 4, 4 | 12, 44 with expected 2, 6 | 14, 42:
  // 4 ln 2 + 4 ln (2/3) + 12 ln (6/7) + 44 ln (22/21)
  //   = 2.772589 - 1.621860 - 1.849808 + 2.046881 = 1.347801; twice that is 2.695602.
  @Test func `log-likelihood sums all four cells`() {
    #expect(isNear(LogLikelihood.score(counts), 2.695602))
  }

  // 10 of 100 against 5 of 200: the table is 10, 90 | 5, 195 with expected 5, 95 | 10, 190:
  // 10 ln 2 + 90 ln (18/19) + 5 ln (1/2) + 195 ln (39/38)
  //   = 6.931472 - 4.866050 - 3.465736 + 5.065220 = 3.664906; twice that is 7.329812.
  @Test func `log-likelihood compares two sets of words`() {
    #expect(isNear(LogLikelihood.score(10, of: 100, 5, of: 200), 7.329812))
  }

  @Test func `where there is just chance, or nothing, the log-likelihood is zero`() {
    #expect(LogLikelihood.score(JointCounts(joint: 2, first: 8, second: 16, total: 64)) == 0)
    #expect(LogLikelihood.score(JointCounts(joint: 0, first: 0, second: 0, total: 0)) == 0)
    #expect(LogLikelihood.score(3, of: 10, 0, of: 0) == 0)
    // A set that is the whole corpus leaves nothing to compare with.
    #expect(LogLikelihood.score(JointCounts(joint: 7, first: 64, second: 7, total: 64)) == 0)
  }

  // 8 of 100 against 2 of 200: 0.08 / 0.01 = 8 = 2³; the other way round -3.
  @Test func `the log ratio counts doublings`() throws {
    #expect(try isNear(#require(LogRatio.score(8, of: 100, 2, of: 200)), 3))
    #expect(try isNear(#require(LogRatio.score(2, of: 200, 8, of: 100)), -3))
  }

  // 4 of 100 against 0 of 100: 0.04 / 0.005 = 8 = 2³.
  @Test func `a count of zero is taken as one half`() throws {
    #expect(try isNear(#require(LogRatio.score(4, of: 100, 0, of: 100)), 3))
    #expect(LogRatio.score(4, of: 100, 0, of: 0) == nil)
    #expect(LogRatio.score(0, of: 0, 4, of: 100) == nil)
  }

  @Test(arguments: [
    (1.0, 0.0), (2.0, 0.693_147_180_559_945), (10.0, 2.302_585_092_994_046),
    (0.1, -2.302_585_092_994_046), (1e300, 690.775_527_898_213_7),
    (0.5, -0.693_147_180_559_945), (1.414_213_562_373_095, 0.346_573_590_279_972_6),
  ])
  func `natural logarithms have all their digits`(value: Double, logarithm: Double) {
    #expect(abs(Logarithm.natural(value) - logarithm) <= 4e-16 * max(1, abs(logarithm)))
  }

  @Test func `binary logarithms of powers of two are whole`() {
    for exponent in -60...60 {
      #expect(
        Logarithm.binary(Double(sign: .plus, exponent: exponent, significand: 1))
          == Double(exponent))
    }
    #expect(Logarithm.binary(0) == 0)
    #expect(Logarithm.natural(-.infinity) == 0)
  }

  private func isNear(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) < 0.000_001
  }
}
