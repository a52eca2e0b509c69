import Testing

@testable import QueryExecution

@Suite struct SharedWorkTests {

  @Test(arguments: [0, 1, 63, 64, 65, 1000, 4096], [1, 7, 64])
  func `parts cover a range in order, and begin at multiples of the width`(
    count: Int, width: Int
  ) throws {
    for start in [0, 64] {
      let range = start..<start + count
      let parts = try SharedWork.parts(of: range, width: width, least: 10) {
        (part) throws(Interrupted) in part
      }
      #expect(parts.map(\.count).reduce(0, +) == count)
      #expect(parts.first?.lowerBound == start)
      #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
      #expect(parts.allSatisfy { ($0.lowerBound - start) % width == 0 })
    }
  }

  @Test func `a short range is one part`() throws {
    let parts = try SharedWork.parts(of: 0..<99, width: 1, least: 100) {
      (part) throws(Interrupted) in part
    }
    #expect(parts == [0..<99])
  }

  @Test func `a part that is stopped stops the whole`() {
    #expect(throws: Interrupted.self) {
      try SharedWork.parts(of: 0..<1000, width: 1, least: 1) { (part) throws(Interrupted) -> Int in
        if part.contains(999) { throw Interrupted() }
        return part.count
      }
    }
  }
}
