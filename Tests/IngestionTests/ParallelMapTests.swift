import Annotation
import Testing

@testable import Ingestion

@Suite struct ParallelMapTests {

  @Test(arguments: [0, 1, 2, 3, 1_000], [0, 1, 2, 8])
  func `results come in the order of the inputs`(count: Int, threadCount: Int) {
    let results = ParallelMap.run(Array(0..<count), threadCount: threadCount) { "\($0)" }
    #expect(results == (0..<count).map { "\($0)" })
  }

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
