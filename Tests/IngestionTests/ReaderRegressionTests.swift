import Annotation
import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// Files that fuzzing begins with, and those that once broke a reader.
@Suite struct ReaderRegressionTests {

  static let files = ["Seeds", "Regressions"].flatMap {
    Repository.files(in: "Tests/Fuzz/Reader/\($0)", suffix: "")
  }.filter { !$0.hasDirectoryPath && $0.pathExtension != "md" }

  @Test(arguments: files)
  func `a file is read without harm`(file: URL) throws {
    let bytes = Array(try Data(contentsOf: file))
    let reading = Ingestor.read(name: file.lastPathComponent, bytes: bytes)
    #expect(reading.documents.allSatisfy { $0.text.bytes.hasText })
    for document in reading.documents {
      #expect(!document.text.bytes.contains { $0 == 0 || $0 == 0x0D })
      let blocks = document.given?.blocks ?? []
      #expect(zip(blocks, blocks.dropFirst()).allSatisfy { $0.range.end <= $1.range.start })
    }
    #expect(reading.warnings.allSatisfy { !$0.mend.isEmpty && !$0.message.contains("\n") })
  }
}
