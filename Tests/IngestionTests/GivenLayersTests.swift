import Annotation
import Foundation
import Ingestion
import TestSupport
import Testing

/// Files whose words, lemmas and tags are given.
@Suite struct GivenLayersTests {

  private static let treebank = """
    # newdoc id = ferry
    # date = 2025-02-24
    # title = The ferry
    # newpar
    # sent_id = 1
    # text = The ferry didn't sail.
    1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
    2\tferry\tferry\tNOUN\tNN\t_\t5\tnsubj\t_\t_
    3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
    3\tdid\tdo\tAUX\tVBD\t_\t5\taux\t_\t_
    4\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_
    5\tsail\tsail\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
    5.1\tsail\tsail\tVERB\t_\t_\t_\t_\t_\t_
    6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

    # sent_id = 2
    1-2\tdu\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
    1\tde\tde\tADP\t_\t_\t_\t_\t_\t_
    2\tle\tle\tDET\t_\t_\t_\t_\t_\t_
    3\t!\t_\t_\tSYM\t_\t_\t_\t_\t_

    # newpar
    1\tEnd\tend\t_\tNN\t_\t_\t_\t_\t_
    # newdoc id = second
    1\tAgain\tagain\tADV\tRB\t_\t_\t_\t_\t_

    """

  private static let vertical = """
    <?xml version="1.0"?>
    <corpus>
    <text id="ferry" date='2025-02-24' title="Tom &amp; Ada">
    <p><!-- not a line of its own -->
    <s>
    The\tDT\tthe
    ferry\tNN\tferry
    did\tVBD\tdo
    <g/>
    n't\tRB\tnot
    sail\tVB\tsail
    <g/>
    .\t.\t.
    </s>
    <s>
    &lt;\tSYM\t&lt;
    </s>
    </p>
    <p>
    <s n="2">
    End\tend\tNOUN
    </text>
    <doc id="second">
    alone
    </doc>
    """

  private func read(_ name: String, _ text: String) -> Reading {
    Ingestor.read(name: name, bytes: Array(text.utf8))
  }

  private func words(_ document: SourceDocument) -> [String] {
    (document.given?.tokens ?? []).map { token in
      "\(document.text.string(token.range))/\(token.lemma)/\(token.partOfSpeech.name)"
    }
  }

  @Test func `words, lemmas and tags of CoNLL-U are taken as they are given`() throws {
    let reading = read("ferry.conllu", Self.treebank)
    #expect(reading.warnings.isEmpty)
    #expect(reading.documents.map(\.metadata.id) == ["ferry", "second"])
    let document = try #require(reading.documents.first)
    #expect(document.metadata.title == "The ferry")
    #expect(document.metadata.date?.written == "2025-02-24")
    #expect(
      String(decoding: document.text.bytes, as: UTF8.self)
        == "The ferry didn't sail. du!\n\nEnd\n\n")
    #expect(
      words(document) == [
        "The/the/DET", "ferry//NOUN", "did/do/AUX", "n't/not/PART", "sail//VERB", ".//PUNCT",
        "du/de/ADP", "!//SYM", "End/end/NOUN",
      ])
    let given = try #require(document.given)
    #expect(given.sentences.map(\.endToken) == [6, 8, 9])
    #expect(given.sentences.map(\.block) == [0, 0, 1])
    #expect(
      given.blocks.map { document.text.string($0.range) } == ["The ferry didn't sail. du!", "End"])
  }

  @Test func `damage in a treebank is told with its line`() throws {
    let reading = read(
      "a.conllu",
      "1\tIt\tit\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\tsails\tsail\tVERB\n\nfoo bar\n\n1\tNo\tno\tIN")
    #expect(
      reading.warnings.map(\.description) == [
        "a.conllu:2: the word has 4 columns of 10",
        "a.conllu:4: the line is no word: no number begins it",
        "a.conllu:6: the word has 4 columns of 10",
      ])
    #expect(
      reading.documents.first.map { words($0) } == ["It/it/PRON", "sails/sail/VERB", "No/no/ADP"])
    let none = read("a.conllu", "Word\tLemma\n")
    #expect(none.documents.isEmpty && none.warnings.map(\.line) == [1])
  }

  @Test(arguments: [
    (
      "a.conllu",
      "# newdoc\n1\tIt\tit\tPRON\t_\t_\t_\t_\t_\t_\n\n1\tNo\tno\tINTJ\t_\t_\t_\t_\t_\tSpa", 4
    ),
    ("a.vrt", "<text id=\"a\">\n<s>\nIt\tPRP\tit\n</s>\n<s>\nsa", 1),
    ("a.vrt", "<text>\nIt\n</text>\n<text>\nIt\n", 4),
  ])
  func `a file that is cut off is told, and what is there is read`(
    name: String, text: String, line: Int
  ) {
    let reading = read(name, text)
    #expect(reading.warnings.map(\.line) == [line])
    #expect(reading.warnings.allSatisfy { $0.message.hasSuffix("the file may be cut off") })
    #expect(!reading.documents.isEmpty)
  }

  @Test func `texts that only begin are whole`() {
    #expect(read("a.vrt", "<doc>\nIt\n<doc>\nIt\n").warnings.isEmpty)
  }

  @Test func `files that end in conll are read where they are CoNLL-U, else told`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.conll", Self.treebank)
    try folder.write(
      "b.conll", "-DOCSTART- -X- O O\n\nJon NNP I-NP B-PER\nspoke VBD I-VP O\n. . O O\n")
    try folder.write(
      "c.conll",
      "#begin document (x); part 000\nx 0 0 Jon NNP (TOP(S(NP*)) - - - - * -\n#end document\n")
    try folder.write("d.conll", "just\tone\nmore\tline\n")
    let (documents, report) = Ingestor.read([folder.path])
    #expect(documents.count == read("a.conllu", Self.treebank).documents.count + 1)
    #expect(documents.last?.given?.mentions?.count == 1)
    #expect(
      report.warnings.map { $0.description.dropFirst(folder.path.count + 1) } == [
        "c.conll:2: this is no CoNLL-U: there are words in 12 columns, as of CoNLL-2012",
        "d.conll:1: this is no CoNLL-U: there are lines of 2 columns",
      ])
  }

  @Test func `what a treebank tells of a sentence is no field of the document`() throws {
    let word = "1\tNo\tno\tINTJ\t_\t_\t0\troot\t_\t_\n\n"
    let reading = read(
      "a.conllu",
      "# newdoc id = a\n# global.Entity = x\n# meta::title = The ferry\n# meta::author = Ada Morel\n"
        + "# meta::dateCreated = 2025-03-04\n# newpar\n# newpar_block = head (1 s)\n"
        + "# sent_id = 1\n# s_type = frag\n# speaker = Ida\n\(word)# newdoc id = b\n# speaker = Jon\n"
        + "# genre = news\n# text = No\n\(word)")
    let metadata = reading.documents.map(\.metadata)
    #expect(metadata.map(\.id) == ["a", "b"] && reading.warnings.isEmpty)
    #expect(metadata[0].title == "The ferry" && metadata[0].authors == ["Ada Morel"])
    #expect(metadata[0].date?.written == "2025-03-04" && metadata[0].other.isEmpty)
    #expect(metadata[1].other.map(\.key) == ["genre"])
  }

  @Test func `verticalized text tells the order of its columns`() throws {
    let reading = read(
      "a.vrt",
      "<!-- #vrt positional-attributes: id word lemma/ pos -->\n<text id=\"1\" datefrom=\"2025-03-04\">\n"
        + "1\tIt\tit\tPRP\n2\tsailed\tsail\tVBD\n</text>\n<text id=\"2\">\n1\tNo\tno\tUH\n</text>\n"
    )
    #expect(
      reading.documents.map { words($0) } == [["It/it/PRON", "sailed/sail/VERB"], ["No/no/INTJ"]])
    #expect(reading.documents[0].metadata.date?.written == "2025-03-04")
  }

  @Test func `words, lemmas and tags of verticalized text are taken as they are given`() throws {
    let reading = read("ferry.vrt", Self.vertical)
    #expect(reading.documents.map(\.metadata.id) == ["ferry", "second"])
    let document = try #require(reading.documents.first)
    #expect(document.metadata.title == "Tom & Ada")
    #expect(document.metadata.date?.written == "2025-02-24")
    #expect(
      String(decoding: document.text.bytes, as: UTF8.self)
        == "The ferry didn't sail. <\n\nEnd\n\n")
    #expect(
      words(document) == [
        "The/the/DET", "ferry//NOUN", "did/do/VERB", "n't/not/ADV", "sail//VERB", ".//PUNCT",
        "<//SYM", "End/end/NOUN",
      ])
    #expect(document.given?.sentences.map(\.endToken) == [6, 7, 8])
    #expect(words(reading.documents[1]) == ["alone//X"])
    #expect(reading.documents[1].given?.isTagged == false)
  }

  @Test func `names and quotes are found among words that are given`() throws {
    let sentence = "“ We are ready , ” said Ada Morel ."
    let tags = ["PUNCT", "PRON", "AUX", "ADJ", "PUNCT", "PUNCT", "VERB", "PROPN", "PROPN", "PUNCT"]
    let lemmas = ["“", "we", "be", "ready", ",", "”", "say", "Ada", "Morel", "."]
    let lines = zip(sentence.split(separator: " "), zip(tags, lemmas)).map { word, known in
      "\(word)\t\(known.0)\t\(known.1)\n"
    }
    let source = try #require(
      read("a.vrt", "<text>\n" + lines.joined() + "</text>\n").documents.first)
    let plain = try #require(source.given).document(source.text, source.metadata)
    #expect(plain.quotes.isEmpty && plain.entities.isEmpty)
    let document = Ingestor.annotated(source) { AnnotatedDocument(text: $0, metadata: $1) }
    #expect(document.entities.map(\.name) == ["Ada Morel"])
    #expect(document.quotes.map { document.text.string($0.content[0]) } == ["We are ready "])
    #expect(document.quotes.map(\.speaker) == [0])
    #expect(document.tokens.map(\.lemma) == lemmas)
  }

  @Test func `damage of any sort leaves out words and never traps`() {
    var random = SeededGenerator(seed: 4)
    for (name, text) in [("a.conllu", Self.treebank), ("a.vrt", Self.vertical)] {
      let whole = Array(text.utf8)
      for length in 0..<whole.count {
        _ = Ingestor.read(name: name, bytes: Array(whole[..<length]))
        var damaged = whole
        damaged[length] = UInt8.random(in: 0...255, using: &random)
        damaged.remove(at: Int.random(in: 0..<damaged.count, using: &random))
        for document in Ingestor.read(name: name, bytes: damaged).documents {
          let count = document.text.bytes.count
          #expect(document.given?.tokens.allSatisfy { Int($0.range.end) <= count } == true)
        }
      }
    }
  }

  @Test func `a file without words is told`() {
    #expect(read("a.vrt", "<text id=\"a\">\n</text>\n").warnings.count == 1)
    #expect(read("a.conllu", "# newdoc\n\n").warnings.count == 1)
    #expect(read("a.conllu", "").documents.isEmpty)
  }
}
