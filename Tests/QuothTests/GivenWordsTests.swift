import Annotation
import CorpusStore
import TestSupport
import Testing

@testable import Ingestion
@testable import Quoth

/// What `.why` says of words that a source gives.
@Suite struct GivenWordsTests {

  private static let treebank = """
    # newdoc id = given
    1\tAda\tAda\tPROPN\t_\t_\t2\tnsubj\t_\t_
    2\tleft\tleave\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
    3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

    """
  private static let reason =
    "words, lemmas and tags: given by the source, “FORM”, “LEMMA” and “UPOS” of conllu"

  private func documents() -> [AnnotatedDocument] {
    let files = [("a.conllu", Self.treebank), ("b.txt", "Bo left. “We stay,” said Bo Ding.")]
    let read = files.flatMap { name, text in
      Ingestor.read(name: name, bytes: Array(text.utf8)).documents
    }
    return OpenedCorpus.annotated(read, layers: OpenedCorpus.layers)
  }

  private func reasons(_ corpus: Corpus, _ query: String, row: Int = 1) throws -> [String] {
    let session = Session(corpus: OpenedCorpus(corpus))
    _ = Asked(session: session)(query)
    return try session.detail(ofRow: row).reasons
  }

  @Test(arguments: [
    "tokens where lemma = \"leave\"", "[lemma=\"leave\"]", "sentences", "\"left\" kwic",
  ])
  func `every row that stands in such a text tells it`(query: String) throws {
    let corpus = try CorpusAssembly([MemoryDocuments(documents())]).corpus(
      name: "a", with: .reasons)
    #expect(try reasons(corpus, query) == [Self.reason])
  }

  @Test func `rows of other texts do not`() throws {
    let corpus = try CorpusAssembly([MemoryDocuments(documents())]).corpus(
      name: "a", with: .reasons)
    let own = try reasons(corpus, "quotes")
    #expect(!own.isEmpty && !own.contains { $0.contains("given by the source") })
  }

  @Test func `an image that grows still tells it`() throws {
    let first = try CorpusAssembly([MemoryDocuments(documents())]).corpus(
      name: "a", with: .documents)
    let kept = try #require(ImageDocuments(first))
    #expect(try kept.document(0).givenWords == Self.reason)
    #expect(try kept.document(1).givenWords == nil)
    let corpus = try CorpusAssembly([MemoryDocuments([documents()[1]]), kept]).corpus(
      name: "b", with: .documents)
    #expect(
      try reasons(
        corpus, "tokens where lemma = \"leave\" and word = \"left\" and document = \"given\"") == [
          Self.reason
        ])
  }

  @Test func `a corpus without such words carries nothing of it`() throws {
    let corpus = try CorpusAssembly([MemoryDocuments([documents()[1]])]).corpus(
      name: "a", with: .documents)
    #expect(corpus.attachment(RowReasons.givenWords) == nil)
  }

  @Test func `words that were given are written and given again`() throws {
    let document = documents()[0]
    let line = LayerLines(document, isWhole: true).line
    let back = Ingestor.read(name: "a.jsonl", bytes: line)
    #expect(back.warnings.isEmpty)
    let again = OpenedCorpus.annotated(back.documents, layers: OpenedCorpus.layers)[0]
    #expect(again.tokens.map(\.lemma) == document.tokens.map(\.lemma))
    #expect(again.tokens.map(\.range) == document.tokens.map(\.range))
    #expect(again.sentences == document.sentences && again.blocks == document.blocks)
    #expect(
      again.givenWords
        == "words, lemmas and tags: given by the source, “tokens”, “lemma” and “pos” of jsonl")
  }
}
