import Annotation
import Testing

@testable import Ingestion

@Suite struct DocumentCollectionTests {

  @Test func `a document that is too long to be annotated is told and left out`() {
    var collection = DocumentCollection(report: IngestionReport())
    let lengths = [12, DocumentCollection.longestText + 1, 24]
    let documents = lengths.enumerated().map { number, length in
      let bytes = [UInt8](repeating: UInt8(0x61 + number), count: length)
      return SourceDocument(
        text: NormalizedText(bytes: bytes, originalBytes: [], edits: [], repairs: []),
        metadata: DocumentMetadata(id: "text-\(number)", origin: "texts/\(number).txt"))
    }
    let taken = collection.add(Reading(documents: documents, warnings: []))
    #expect(taken.map(\.metadata.id) == ["text-0", "text-2"])
    #expect(
      collection.report.warnings.map(\.message) == [
        "one document has 65 MB of text, and no more than 64 MB are read as one"
      ])
  }
}
