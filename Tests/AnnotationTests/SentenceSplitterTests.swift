import Testing

@Suite struct SentenceSplitterTests {

  @Test(arguments: [
    ("He came. She left.", 2),
    ("Mr. Ode met Dr. Ito in the U.S. on Monday.", 1),
    ("They live in the U.S. The law is new.", 2),
    ("J. K. Ode spoke. Then Gen. Ito answered.", 2),
    ("Prices rose 1.5 percent. No. 10 said nothing.", 2),
    ("Is it over? Not yet! We wait…", 3),
    ("He paused... and went on.", 1),
  ])
  func `a period ends a sentence unless it belongs to a word`(text: String, count: Int) {
    #expect(AnnotatedText(text).sentences.count == count)
  }

  @Test(arguments: [
    ("“We are done.” He left.", ["“We are done.”", "He left."]),
    ("“Are we done?” he asked.", ["“Are we done?” he asked."]),
    ("“Are we done?” Ode asked. No one spoke.", ["“Are we done?” Ode asked.", "No one spoke."]),
    ("\"It ends here.\" \"It does not.\"", ["\"It ends here.\"", "\"It does not.\""]),
    ("“One thing,” she said. “Then another.”", ["“One thing,” she said.", "“Then another.”"]),
    ("It works (mostly.) Then it fails.", ["It works (mostly.)", "Then it fails."]),
  ])
  func `closing marks stay with the sentence they close`(text: String, sentences: [String]) {
    #expect(AnnotatedText(text).sentences == sentences)
  }

  @Test func `a lost quotation mark does not swallow sentences`() {
    let text = "Progress was made,” Ode said. “We go on. It takes time."
    #expect(AnnotatedText(text).sentences.count == 3)
  }

  @Test func `a paragraph never shares a sentence with another`() {
    #expect(AnnotatedText("It ends without a mark\nand this begins anew").sentences.count == 2)
  }
}
