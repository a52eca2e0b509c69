import Rendering
import Testing

@Suite struct DetailRendererTests {

  private static let sample: RowDetail = {
    var row = RowDetail(
      number: 3, unit: "quote", text: "We will answer\nweakness with strength",
      corpusName: "teaching", fingerprint: "00c0ffee")
    row.speaker = "Ada Lindqvist"
    row.cue = "tell"
    row.kind = "direct"
    row.facts = [.init("words", "5"), .init("topics", "defence, trade"), .init("addressee", nil)]
    row.document = .init(
      id: "visit.txt", title: "A visit", outlet: "The Harbour Post", authors: ["Bo Ek", "Cy Holm"],
      date: "2025-02-24", url: "https://harbour.example/visit")
    row.paragraphs = [
      .init("It rained."),
      .init("“We will answer weakness with strength,” she said.", marks: [3..<41]),
    ]
    row.reasons = ["marks: the words stand between quotation marks", "cue: “said” (say)"]
    row.confidence = 0.97
    row.offsets = [14..<51, 60..<64]
    return row
  }()

  @Test func `show gives the row in full with all its attributes`() {
    #expect(
      DetailRenderer().show(Self.sample) == """
        “We will answer weakness with strength”
        — Ada Lindqvist, tell · direct · The Harbour Post, 2025-02-24 · A visit

        words       5
        topics      defence, trade
        addressee   –
        confidence  0.97

        """)
  }

  @Test func `context gives the paragraphs with the words marked`() {
    #expect(
      DetailRenderer().context(Self.sample) == """
        The Harbour Post, 2025-02-24 · A visit

        It rained.

        “>>We will answer weakness with strength,<<” she said.

        """)
  }

  @Test func `context with colours marks the words by their role`() {
    let options = RenderingOptions { role, text in role == .match ? "<\(text)>" : text }
    let text = DetailRenderer(options: options).context(Self.sample)
    #expect(text.contains("“<We will answer weakness with strength,>” she said."))
  }

  @Test func `why gives the steps in order and how sure they are`() {
    #expect(
      DetailRenderer(options: .init(width: 30)).why(Self.sample) == """
        quote 3: “We will answer weak…
        1  marks: the words stand
           between quotation marks
        2  cue: “said” (say)
        confidence 0.97

        """)
  }

  @Test func `cite gives words, document, place and corpus`() {
    #expect(
      DetailRenderer().cite(Self.sample)
        == "Ada Lindqvist: “We will answer weakness with strength”. Bo Ek, Cy Holm, “A visit”,"
        + " The Harbour Post, 2025-02-24, https://harbour.example/visit,"
        + " characters 14–51, 60–64 of visit.txt. Corpus “teaching”, fingerprint 00c0ffee.\n")
  }

  @Test func `a match is shown in its paragraph`() {
    var row = RowDetail(
      number: 1, unit: "match", text: "red line", corpusName: "c", fingerprint: "f")
    row.document = .init(id: "visit.txt", title: "A visit", date: "2025-02-24")
    row.paragraphs = [
      .init("Before."), .init("It is a red line.", marks: [8..<16]), .init("Then."),
    ]
    #expect(
      DetailRenderer().show(row)
        == "red line\n\n2025-02-24 · A visit\nIt is a >>red line<<.\n")
  }

  @Test func `a row without a text says so`() {
    let row = RowDetail(
      number: 1, unit: "person", text: "Ada Lindqvist", corpusName: "c", fingerprint: "f")
    let renderer = DetailRenderer()
    #expect(renderer.show(row) == "Ada Lindqvist\n")
    var named = row
    named.document = .init(id: "visit.txt", title: "A visit")
    #expect(renderer.context(named) == renderer.context(row))
    #expect(renderer.context(row) == "person 1 does not stand in a text\n")
    #expect(renderer.why(row) == "person 1: Ada Lindqvist\nno reason is recorded for it\n")
    #expect(renderer.cite(row) == "Ada Lindqvist. Corpus “c”, fingerprint f.\n")
  }

  @Test func `a document without a title or date is cited by its name`() {
    var row = RowDetail(number: 1, unit: "quote", text: "Yes.", corpusName: "c", fingerprint: "f")
    row.kind = "direct"
    row.document = .init(id: "a.txt")
    let renderer = DetailRenderer()
    #expect(renderer.cite(row) == "“Yes.” undated, a.txt. Corpus “c”, fingerprint f.\n")
    #expect(renderer.show(row) == "“Yes.”\n— speaker unknown · direct · a.txt\n")
  }

  @Test func `longer values of a fact stand on lines of their own`() {
    var row = RowDetail(
      number: 1, unit: "family", text: "The port is safe", corpusName: "c", fingerprint: "f")
    row.facts = [
      .init("speaker", values: ["Ada Morel", "Bo Ek"]),
      .init("variants", values: ["The port is [+quite+] safe now", "The [port → quay] is safe"]),
      .init("outlet", values: []),
    ]
    #expect(
      DetailRenderer().show(row) == """
        The port is safe

        speaker   Ada Morel, Bo Ek
        variants  The port is [+quite+] safe now
                  The [port → quay] is safe
        outlet    –

        """)
  }

  @Test(arguments: [nil, 0, 1, 13, 40])
  func `marks and texts of any kind neither trap nor steer a terminal`(width: Int?) {
    var chance = Chance(seed: 5)
    let renderer = DetailRenderer(options: .init(width: width))
    for _ in 0..<60 {
      var row = RowDetail(
        number: 1, unit: chance.nastyString(), text: chance.nastyString(),
        corpusName: chance.nastyString(), fingerprint: "f")
      row.kind = chance.nastyString()
      row.document = .init(
        id: chance.nastyString(), title: chance.nastyString(), outlet: chance.nastyString(),
        authors: [chance.nastyString()], date: chance.nastyString(), url: chance.nastyString())
      row.facts = [.init(chance.nastyString(), chance.nastyString())]
      row.reasons = [chance.nastyString(), chance.nastyString()]
      row.paragraphs = [.init(chance.nastyString(), marks: [1..<3, 2..<4, 3..<5, 90..<900])]
      let texts = [
        renderer.show(row), renderer.context(row), renderer.why(row), renderer.cite(row),
      ]
      for text in texts {
        #expect(!text.unicodeScalars.contains { isControl($0) && $0 != "\n" })
        guard let width, width >= 2 else { continue }
        for line in text.split(separator: "\n") { #expect(CellWidth.of(String(line)) <= width) }
      }
    }
  }
}
