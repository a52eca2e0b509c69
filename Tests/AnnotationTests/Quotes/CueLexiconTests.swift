import Testing

@testable import Annotation

@Suite struct CueLexiconTests {

  @Test(arguments: [
    ("said", "say", CueForm.past), ("Says", "say", .third), ("denied", "deny", .past),
    ("announces", "announce", .third), ("arguing", "argue", .gerund),
    ("written", "write", .participle),
    ("admitted", "admit", .past), ("stresses", "stress", .third), ("implies", "imply", .third),
  ])
  func `every form leads to its cue`(word: String, lemma: String, form: CueForm) {
    let bytes = Array(word.utf8)
    let entry = CueLexicon.words.entry(of: 0..<bytes.count, in: bytes)
    #expect(entry.form == form)
    #expect(CueLexicon.cues[Int(entry.cue)].lemma == lemma)
  }

  @Test(arguments: ["harbour", "", "saidest", "macron"])
  func `other words lead to none`(word: String) {
    let bytes = Array(word.utf8)
    #expect(CueLexicon.words.entry(of: 0..<bytes.count, in: bytes).form == .none)
  }

  @Test
  func `a typographic apostrophe counts as a plain one`() {
    for word in ["'s", "’s"] {
      let bytes = Array(word.utf8)
      #expect(CueLexicon.words.entry(of: 0..<bytes.count, in: bytes).key == .clitic)
    }
  }
}
