import Annotation
import Testing

@Suite struct TaggingTests {

  @Test(arguments: [
    ("The minister said the reports were false.", "DET NOUN VERB DET NOUN AUX ADJ PUNCT"),
    ("She reports that he will leave.", "PRON VERB SCONJ PRON AUX VERB PUNCT"),
    ("Macron stated his claim.", "PROPN VERB PRON NOUN PUNCT"),
    ("He wants to vote.", "PRON VERB PART VERB PUNCT"),
  ])
  func `tags follow from the word and its neighbours`(text: String, tags: String) {
    let found = AnnotatedText(text).document.tokens.map(\.partOfSpeech.name)
    #expect(found.joined(separator: " ") == tags)
  }

  @Test(arguments: [
    ("He said she went and thought.", "he say she go and think ."),
    ("They denied making promises.", "they deny make promise ."),
    ("The parties stopped using taxes.", "the party stop use tax ."),
    ("Children were running.", "child be run ."),
    ("They sent ships and letters.", "they send ship and letter ."),
    ("The series brought news of politics.", "the series bring news of politics ."),
    ("Ode argues it isn't so.", "Ode argue it be not so ."),
  ])
  func `a lemma undoes inflection`(text: String, lemmas: String) {
    let found = AnnotatedText(text).document.tokens.map(\.lemma)
    #expect(found.joined(separator: " ") == lemmas)
  }

  @Test(arguments: [
    "reiterated", "insisted", "alleges", "warning", "quipped", "pledged", "vowing",
  ])
  func `verbs of speech are known as verbs`(verb: String) {
    let auxiliary = verb.hasSuffix("ing") ? "was " : ""
    let document = AnnotatedText("The mayor \(auxiliary)\(verb) that it was late.").document
    #expect(document.tokens[auxiliary.isEmpty ? 2 : 3].partOfSpeech == .verb)
  }
}
