import Annotation
import Testing

@testable import Ingestion

@Suite struct PublisherTests {

  @Test(arguments: [
    ("https://web.archive.org/web/20250101000000/https://www.post.example/a", "post.example"),
    ("https://www.post.example/2025/a", "post.example"), ("http://post.example", "post.example"),
    ("//m.post.example:443/a?b#c", "post.example"),
    ("https://ann@news.post.example/", "news.post.example"),
    ("HTTPS://POST.EXAMPLE/A", "post.example"), ("post.example/a", nil),
    ("https://localhost/a", nil),
    ("https://", nil), ("mailto:ann@post.example", nil), ("https://post./a", nil),
  ])
  func `the host of an address stands for the outlet`(address: String, host: String?) {
    #expect(DocumentMetadata.host(of: address) == host)
  }

  @Test func `a named outlet goes before it`() {
    let source = "---\nurl: https://www.post.example/a\noutlet: The Harbour Post\n---\nA text.\n"
    let documents = [source, source.replacing("outlet: The Harbour Post\n", with: "")].map {
      Ingestor.read(name: "a.md", bytes: Array($0.utf8)).documents
    }.joined()
    let annotated = Ingestor.annotate(Array(documents)) {
      AnnotatedDocument(text: $0, metadata: $1)
    }
    #expect(annotated.map(\.metadata.outlet) == ["The Harbour Post", "post.example"])
  }
}
