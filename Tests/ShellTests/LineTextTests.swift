import Testing

@testable import Shell

@Suite struct LineTextTests {

  @Test func `byte offsets and scalar offsets lead to each other`() {
    let text = LineText("a漢é")
    #expect((0...3).map(text.byteOffset) == [0, 1, 4, 6])
    #expect(text.scalarOffsets(ofBytes: [0, 1, 2, 4, 6, 9]) == [0, 1, 1, 2, 3, 3])
  }

  @Test func `a stretch is replaced and the cursor stands behind it`() {
    let text = LineText("by 漢 x").replacing(bytes: 3..<6, with: "“Macron”")
    #expect(text.string == "by “Macron” x")
    #expect(text.cursor == 11)
  }

  @Test(
    arguments: [
      ("one\ntwo", 5, 1, nil), ("one\ntwo", 1, nil, 5), ("longer\nab", 6, nil, 9),
      ("ab\n\nlonger", 3, 0, 4), ("", 0, nil, nil),
    ] as [(String, Int, Int?, Int?)])
  func `up and down keep the column where they can`(
    text: String, cursor: Int, above: Int?, below: Int?
  ) {
    let line = LineText(Array(text.unicodeScalars), cursor: cursor)
    #expect(line.cursorAbove == above)
    #expect(line.cursorBelow == below)
  }

  @Test func `undo goes back over words`() {
    var stack = UndoStack()
    var typed = ""
    for letter in "ab cd" {
      typed.append(letter)
      stack.record(LineText(typed))
    }
    #expect(stack.undo()?.string == "ab ")
    #expect(stack.undo()?.string == "ab")
    #expect(stack.undo()?.string == "")
    #expect(stack.undo() == nil)
  }
}
