import Testing

@testable import Annotation

@Suite struct ModelFileTests {

  private static let bytes = ModelFile.bytes(of: [
    ("one.first", [1, 2, 3]), ("two.second", Array(repeating: 9, count: 100)),
  ])

  @Test func `sections are found by name and start at multiples of 64`() throws {
    let file = try ModelFile(ModelBytes(Self.bytes))
    #expect(file.sections.map(\.name) == ["one.first", "two.second"])
    let first = try #require(file.section("one.first"))
    #expect((0..<first.count).map { first[$0] } == [1, 2, 3])
    #expect(file.section("two.second")?.count == 100)
    #expect(file.section("three") == nil)
    #expect(Self.bytes.count.isMultiple(of: 64))
  }

  @Test func `a damaged container is refused`() {
    #expect(throws: ModelError.notAModel) { try ModelFile(.empty) }
    #expect(throws: ModelError.notAModel) { try ModelFile(ModelBytes(Array(Self.bytes.prefix(7)))) }
    var newer = Self.bytes
    newer[8] = 9
    #expect(throws: ModelError.version(9)) { try ModelFile(ModelBytes(newer)) }
    #expect(throws: ModelError.damagedSection(1)) {
      try ModelFile(ModelBytes(Array(Self.bytes.prefix(200))))
    }
    var wild = Self.bytes
    for index in 40..<56 { wild[index] = 0xFF }
    #expect(throws: ModelError.damagedSection(0)) { try ModelFile(ModelBytes(wild)) }
  }

  @Test(arguments: [0, 1, 17, 63])
  func `what lies outside reads as zero`(count: Int) {
    let bytes = ModelBytes([UInt8](repeating: 5, count: count))
    #expect(bytes[count] == 0)
    #expect(bytes[-1] == 0)
    #expect(bytes.uint32(count - 3) == 0)
    #expect(bytes.part(1, count) == nil)
  }

  @Test func `real numbers keep eight bits of precision in sixteen`() {
    var bytes: [UInt8] = [7]
    let numbers: [Float] = [0, 1, -2.5, 0.1, -1e-20, 3.14159, 1e20, 0.998]
    bytes.append(shortFloats: numbers)
    let read = ModelBytes(bytes).shortFloats(1, count: numbers.count)
    for (number, short) in zip(numbers, read) {
      #expect(abs(number - short) <= abs(number) / 256)
    }
    #expect(Array(read[..<3]) == [0, 1, -2.5])
    #expect(ModelBytes(bytes).shortFloats(13, count: 4).suffix(2) == [0, 0])
  }

  @Test func `a table of weights adds rows`() throws {
    var section: [UInt8] = []
    for number: UInt32 in [1, 2, 8] { section.append(littleEndian: number) }
    section.append(littleEndian: Float(0.5))
    section += repeatElement(0, count: 48)
    section += [1, 0xFF, 0, 0, 0, 0, 0, 0, 3, 4, 0, 0, 0, 0, 0, 0]
    let table = try #require(WeightTable(ModelBytes(section)))
    var scores = table.makeScores()
    table.sum([0, 1, 1], into: &scores)
    #expect(Array(scores[..<2]) == [7, 7])
    table.add(0, into: &scores)
    #expect(Array(scores[..<2]) == [8, 6])
    #expect(WeightTable(ModelBytes(Array(section.dropLast()))) == nil)
    #expect(WeightTable(.empty) == nil)
  }
}
