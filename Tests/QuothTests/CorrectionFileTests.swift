import Testing

@testable import Quoth

/// The file that corrections are kept in.
@Suite struct CorrectionFileTests {

  private static func correction(
    document: String = "bridge", beginning: String = "The bridge", new: String? = "Jon Morel"
  ) -> CorrectionEntry {
    .correction(
      Correction(
        id: "a1", time: "2025-02-24T08:30:00Z",
        quote: QuoteAddress(document: document, offsets: [1..<20, 31..<44], beginning: beginning),
        attribute: "speaker", old: "Ada Morel", new: new))
  }

  @Test(arguments: [
    correction(), correction(new: nil), correction(document: "a\tb\\t\n", beginning: "«é» \\ \r"),
    .undo(id: "b2", time: "2025-02-24T08:31:00Z", of: "a1"),
  ])
  func `an entry is one line, and is read back as it was`(entry: CorrectionEntry) {
    let line = entry.line
    #expect(line.split(separator: "\n").count == 1)
    #expect(CorrectionFile.contents(of: Array(line.utf8)).entries == [entry])
  }

  @Test func `a line has its fields in the order that the heading names`() {
    #expect(
      Self.correction().line
        == "a1\t2025-02-24T08:30:00Z\tcorrect\tbridge\t1-20,31-44\tThe bridge\tspeaker\tAda Morel\t"
        + "Jon Morel\n")
  }

  @Test(arguments: [
    "nonsense", "a\tb", "a\tb\tcorrect\tc", "a\tb\tforget\tc", "\tb\tundo\tc",
    "a\tb\tcorrect\td\t9-3\te\tspeaker\tf\tg", "a\tb\tcorrect\td\tx\te\tspeaker\tf\tg",
    "a\tb\tcorrect\td\t1-99999999999999999999\te\tspeaker\tf\tg",
  ])
  func `a line that is no entry is passed over, and those around it count`(line: String) {
    let entry = Self.correction()
    let contents = CorrectionFile.contents(
      of: Array((CorrectionEntry.heading + entry.line + line + "\n" + entry.line).utf8))
    #expect(contents.entries == [entry, entry])
    #expect(contents.unreadableLines == [6])
  }

  @Test func `bytes that are no text spoil only their line`() {
    let entry = Self.correction()
    let bytes = Array(entry.line.utf8) + [0xFF, 0xC3, 0x0A] + Array(entry.line.utf8)
    #expect(CorrectionFile.contents(of: bytes).entries == [entry, entry])
    #expect(CorrectionFile.contents(of: bytes).unreadableLines == [2])
  }

  @Test func `lines are added behind what is there, even behind a torn one`() throws {
    let shelf = try Shelf()
    let file = CorrectionFile(path: shelf.path("press.corrections"))
    try file.append(Self.correction())
    let first = try shelf.text("press.corrections")
    #expect(first == CorrectionEntry.heading + Self.correction().line)
    try shelf.write(first + "torn", to: "press.corrections")
    try file.append(.undo(id: "b2", time: "t", of: "a1"))
    #expect(
      try shelf.text("press.corrections") == first + "torn\n" + "b2\tt\tundo\ta1\n")
    #expect(try file.contents().entries.count == 2)
  }

  @Test func `many writers at the same time lose nothing`() async throws {
    let shelf = try Shelf()
    let file = CorrectionFile(path: shelf.path("press.corrections"))
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          for entry in 0..<25 {
            try? file.append(.undo(id: "\(writer)-\(entry)", time: "t", of: "a"))
          }
        }
      }
    }
    let contents = try file.contents()
    #expect(Set(contents.entries).count == 200)
    #expect(contents.unreadableLines.isEmpty)
    #expect(try shelf.text("press.corrections").hasPrefix(CorrectionEntry.heading))
  }

  @Test(arguments: [(0, "1970-01-01T00:00:00Z"), (1_740_393_005, "2025-02-24T10:30:05Z")])
  func `a moment is told in UTC`(second: Int, text: String) {
    #expect(CorrectionClock.time(ofSecond: second) == text)
  }

  @Test func `no two stamps are the same`() {
    let ids = (0..<1000).map { _ in CorrectionClock.stamp().id }
    #expect(Set(ids).count > 990)
  }
}
