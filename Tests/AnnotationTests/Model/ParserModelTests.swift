import Annotation
import Testing

@Suite struct ParserModelTests {

  private static let shape: ParserShape = {
    var shape = ParserShape()
    (shape.width, shape.layers, shape.arc, shape.relation) = (16, 1, 8, 8)
    return shape
  }()

  private static let section: [UInt8] = {
    let parameters = (0..<shape.count).map { Float($0 % 7) / 8 }
    let vectors = (0..<ParserFeatures.rows * shape.width).map { Float($0 % 8) }
    return ParserModel.section(ParserNetwork(shape, parameters), vectors: vectors)
  }()

  @Test func `a section is read as it was written`() throws {
    let model = try #require(ParserModel(ModelBytes(Self.section)))
    #expect(model.network.shape == Self.shape)
    let parameters: [Float] = (0..<Self.shape.count).map { Float($0 % 7) / 8 }
    #expect(model.network.parameters == parameters)
    var input: [Float] = []
    model.appendSum(of: [0, 1], to: &input)
    let sums: [Float] = (0..<16).map { column in Float(column % 8 + (column + 16) % 8) }
    #expect(input == sums)
  }

  @Test(arguments: [0, 4, 8, 12, 16, 20])
  func `a section of another shape is refused`(place: Int) {
    for value: UInt8 in [0, 1, 24, 255] where value != Self.section[place] {
      var bytes = Self.section
      bytes[place] = value
      #expect(ParserModel(ModelBytes(bytes)) == nil)
    }
  }

  @Test(arguments: [0, 3, 63, 64, 1000])
  func `a section cut short is refused`(length: Int) {
    #expect(ParserModel(ModelBytes(Array(Self.section[..<length]))) == nil)
  }

  @Test func `a word known by sight has its own row and another shares one`() {
    var word = WordAttributes()
    word.known = 5
    #expect(ParserFeatures.row(of: word) == 5)
    word.known = 0
    #expect(ParserFeatures.row(of: word) == ParserFeatures.rareRow(of: word))
    #expect(Int(ParserFeatures.row(of: word)) < ParserFeatures.wordRows)
  }

  @Test func `every feature's row is one of the vectors'`() {
    var word = WordAttributes()
    (word.known, word.cluster, word.shape, word.suffix4) = (.max, .max, .max, .max)
    var rows: [Int32] = []
    ParserFeatures.append(word, tag: 17, source: .genres, to: &rows)
    #expect(rows.count == ParserFeatures.count)
    #expect(rows.allSatisfy { (0..<ParserFeatures.rows).contains(Int($0)) })
  }
}
