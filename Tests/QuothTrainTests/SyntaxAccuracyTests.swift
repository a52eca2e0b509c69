import Annotation
import Testing

@testable import QuothTrain

/// Words, tags, lemmas and trees from the raw text of the development part of the English Web
/// Treebank; the floors lie just below what was measured.
@Suite struct SyntaxAccuracyTests {

  @Test(.enabled(if: SharedFolder.has("treebanks/ewt/en_ewt-ud-dev.conllu.xz")))
  func `raw text is read about as well as measured`() throws {
    let steps: [any Annotator] = [
      Tokenizer(), SentenceSplitter(), PartOfSpeechTagger(), Lemmatizer(), DependencyParser(),
    ]
    var score = SyntaxScore()
    for truth in try SharedFolder.data.syntaxDevelopment() {
      var document = truth.plain()
      for step in steps { step.annotate(&document) }
      score.add(document, against: truth)
    }
    #expect(score.words > 99.4, "\(score)")
    #expect(score.sentences > 88.5, "\(score)")
    #expect(score.partsOfSpeech > 95.5, "\(score)")
    #expect(score.lemmaForms > 96.6, "\(score)")
    #expect(score.unlabelled > 86.2, "\(score)")
    #expect(score.labelledAttachment > 83.5, "\(score)")
  }
}
