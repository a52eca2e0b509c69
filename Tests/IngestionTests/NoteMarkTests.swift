import Testing

@testable import Ingestion

/// Marks of footnotes, and other raised numbers, in pages.
@Suite struct NoteMarkTests {

  private func text(_ paragraph: String) -> String? {
    let page =
      "<html><head><title>Notes</title></head><body><article><h1>Notes</h1><p>\(paragraph)</p></article></body></html>"
    return Ingestor.read(name: "a.html", bytes: Array(page.utf8)).documents.first?.text.text
  }

  @Test(arguments: [
    "Luis Ortega<sup>1</sup> said no.", "Luis Ortega<sup><a href='#fn2'>[2]</a></sup> said no.",
    "Luis Ortega<a class='footnote-anchor' href='#f'>3</a> said no.",
    "Luis Ortega<a href='#fn4' id='r4' role='doc-noteref'>4</a> said no.",
    "Luis Ortega<span class='footnote'>5</span> said no.",
    "Luis Ortega<a href='#_ftn6' name='_ftnref6'>[6]</a> said no.",
    "Luis Ortega<sup class='reference'><a href='#cite_note-7'>[a]</a></sup> said no.",
    "Luis Ortega<sup>1,2</sup> said no.", "Luis Ortega<sup>*</sup> said no.",
    "Luis Ortega<sup>[<i><a href='/wiki/c'>citation needed</a></i>]</sup> said no.",
    "Luis Ortega<sup><a href='#fn-b'>b</a></sup> said no.",
    "Luis Ortega<a href='#n8'><sup>8</sup></a> said no.",
    "Luis Ortega said no.<sup>12</sup>",
    "Luis Ortega said no. <a href='#fnref1' role='doc-backlink'>↩︎</a>",
  ])
  func `marks of notes are left out`(paragraph: String) {
    #expect(text(paragraph) == "# Notes\n\nLuis Ortega said no.")
  }

  @Test(arguments: [
    ("“We won in 2024<sup>1</sup>,” she said.", "“We won in 2024,” she said."),
    ("“No,”<sup>1</sup> said Ada Moe.", "“No,” said Ada Moe."),
    ("It has 10<sup>6</sup> m<sup>2</sup> or 3 km<sup>2</sup>.", "It has 10⁶ m² or 3 km²."),
    ("It goes 10<sup>-3</sup> m s<sup>−1</sup> now.", "It goes 10⁻³ m s⁻¹ now."),
    ("On the 1<sup>st</sup> of May, M<sup>me</sup> Roe left.", "On the 1st of May, Mme Roe left."),
    ("We drank H<sub>2</sub>O and E=mc<sup>2</sup> was said.", "We drank H2O and E=mc² was said."),
    ("They read page <a href='#p2'>2</a> and left.", "They read page 2 and left."),
    ("See <a href='#comments'>12</a> letters, she said.", "See 12 letters, she said."),
  ])
  func `other raised words stay`(paragraph: String, expected: String) {
    #expect(text(paragraph) == "# Notes\n\n\(expected)")
  }
}
