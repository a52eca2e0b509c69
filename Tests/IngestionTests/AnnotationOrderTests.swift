import Annotation
import Testing

@testable import Ingestion

@Suite struct AnnotationOrderTests {

  @Test func `documents are annotated in their order`() {
    let documents = (0..<200).flatMap { number in
      let text = "The harbour is built, she said in the year \(number), and nobody laughed at it."
      return Ingestor.read(name: "\(number).txt", bytes: Array((text + text).utf8)).documents
    }
    let annotated = Ingestor.annotate(documents) { text, metadata in
      var document = AnnotatedDocument(text: text, metadata: metadata)
      LayoutAnnotator().annotate(&document)
      return document
    }
    #expect(annotated.map(\.metadata.id) == documents.map(\.metadata.id))
    #expect(annotated.allSatisfy { $0.blocks.count == 1 })
  }
}
