import Annotation
import Testing

@testable import QuothTrain

@Suite struct SentenceTrainerTests {

  @Test func `a face is learnt to end a sentence`() throws {
    var trainer = SentenceTrainer()
    for _ in 0..<40 { trainer.add(document(["thanks a lot :)", "see you at Ito"]), .empty) }
    let file = try ModelFile(of: [ModelSection("syntax.sentences", trainer.section())])
    var text = document(["thanks a lot :) see you at Ito"]).plain()
    Tokenizer().annotate(&text)
    SentenceSplitter(SyntaxModel(file)).annotate(&text)
    #expect(text.sentences.map(\.endToken) == [4, 8])
    SentenceSplitter(SyntaxModel(try ModelFile(of: []))).annotate(&text)
    #expect(text.sentences.map(\.endToken) == [8])
  }

  /// A document of one paragraph.
  private func document(_ sentences: [String]) -> Treebank.Document {
    var document = Treebank.Document()
    for sentence in sentences {
      let first = document.words.count
      if first > 0 { document.text.append(0x20) }
      let start = document.text.count
      document.text += sentence.utf8
      for word in document.text[start...].split(separator: 0x20) {
        let range = ByteRange(UInt32(word.startIndex), UInt32(word.endIndex))
        document.words.append(
          Treebank.Word(range: range, lemma: [], tag: .x, head: 0, relation: .dep))
      }
      document.sentences.append(first..<document.words.count)
    }
    document.paragraphs = [ByteRange(0, UInt32(document.text.count))]
    return document
  }
}
