import Quoth
import Testing

@Suite struct ProgressLineTests {

  private func annotation(_ bytes: Int, kept: Int = 0) -> BuildProgress {
    var progress = BuildProgress(.annotation)
    progress.documents = 1204
    progress.bytes = bytes
    progress.byteTotal = 100_000_000
    progress.keptBytes = kept
    return progress
  }

  private var assembly: BuildProgress {
    var progress = BuildProgress(.assembly)
    progress.documents = 30
    progress.documentTotal = 120
    return progress
  }

  @Test func `a line tells documents, bytes, speed and the time that is left`() {
    #expect(
      ProgressLine.text(annotation(25_000_000), seconds: 50)
        == "annotating, 1,204 documents, 25.0 of 100.0 MB, 0.50 MB/s, 2 min 30 s left")
    #expect(
      ProgressLine.text(annotation(50_000_000, kept: 25_000_000), seconds: 5000)
        == "annotating, 1,204 documents, 50.0 of 100.0 MB, 0.01 MB/s, 2 h 46 min left")
    #expect(
      ProgressLine.text(annotation(25_000_000, kept: 25_000_000), seconds: 50)
        == "annotating, 1,204 documents, 25.0 of 100.0 MB")
    #expect(ProgressLine.text(assembly, seconds: 1) == "indexing, 30 of 120 documents")
    #expect(ProgressLine.text(BuildProgress(.writing), seconds: 1) == "writing")
  }

  @Test func `a line on a terminal has a bar and fits`() {
    #expect(
      ProgressLine.text(assembly, seconds: 1, columns: 80)
        == "indexing  █████░░░░░░░░░░░░░░░ 25 %  30 of 120 documents")
    for columns in 1...120 {
      let line = ProgressLine.text(annotation(25_000_000), seconds: 50, columns: columns)
      #expect(line.count < columns)
      #expect(columns < 45 || line.hasSuffix("2 min 30 s left"))
      #expect(columns < 101 || line.hasPrefix("annotating  █████░"))
    }
  }
}
