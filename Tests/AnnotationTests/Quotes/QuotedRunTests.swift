import Testing

@testable import Annotation

/// The geometry of quotation marks, before anything is known of words.
@Suite struct QuotedRunTests {

  @Test(arguments: [
    ("“One,” he said. “Two.”", ["One,", "Two."]),
    ("\"One,\" he said. \"Two.\"", ["One,", "Two."]),
    ("«One», he said.", ["One"]),
    ("``One,'' he said.", ["One,"]),
    ("‘The voters’ choice,’ he said.", ["The voters’ choice,"]),
    ("It’s the mayor’s dog, isn't it?", []),
    ("In the '90s they didn't know.", []),
    ("“She said ‘no’ to it,” he said.", ["She said ‘no’ to it,", "no"]),
    ("One,” he said. “Two.”", ["One,", "Two."]),
    ("“One, he said.", ["One, he said."]),
    ("“One. “Two.”", ["One.", "Two."]),
    ("He waited. One,” he said.", ["He waited. One,"]),
    ("“”", []),
  ])
  func `marks are matched, and lost ones made up for`(text: String, expected: [String]) {
    #expect(Self.runs(text).map { Self.content($0, text) } == expected)
  }

  @Test
  func `a quote over paragraphs is carried on by its opening mark`() {
    let runs = Self.runs("He said: “One.\n“Two.\n“Three.”\n“Four.”")
    #expect(runs.map(\.continued) == [nil, 0, 1, nil])
    #expect(runs.map(\.hasClosing) == [false, false, true, true])
  }

  @Test
  func `an inner run knows the one around it`() {
    let runs = Self.runs("“She said ‘no’ to it,” he said.")
    #expect(runs.map(\.parent) == [nil, 0])
  }

  private static func runs(_ text: String) -> [QuotedRun] {
    let bytes = Array(text.utf8)
    var blocks: [Block] = []
    var start = 0
    for line in text.utf8.split(separator: 0x0A) {
      blocks.append(Block(.paragraph, ByteRange(UInt32(start), UInt32(start + line.count))))
      start += line.count + 1
    }
    return QuotedRun.all(in: bytes, blocks: blocks, sentenceStarts: [])
  }

  private static func content(_ run: QuotedRun, _ text: String) -> String {
    String(decoding: Array(text.utf8)[run.content], as: UTF8.self)
  }
}
