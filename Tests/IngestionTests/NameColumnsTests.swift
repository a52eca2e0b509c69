import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// Words with their parts of speech and names in columns, as of CoNLL-2003.
@Suite struct NameColumnsTests {

  private static let words = """
    -DOCSTART- -X- -X- O

    Ada NNP B-NP B-PER
    Lund NNP I-NP I-PER
    met VBD B-VP O
    Varn NNP B-NP B-ORG
    Ferries NNP I-NP I-ORG
    . . O O

    Jon NNP B-NP B-PER
    Roe NNP I-NP B-PER
    sails VBZ B-VP O

    """

  private func read(_ text: String, _ name: String = "a.conll") -> Reading {
    Ingestor.read(name: name, bytes: Array(text.utf8))
  }

  private func names(_ reading: Reading) -> [String] {
    reading.documents.flatMap { document in
      (document.given?.mentions ?? []).map {
        "\($0.type.map { "\($0)" } ?? "-") \(document.text.string($0.range))"
      }
    }
  }

  private static let expected = [
    "person Ada Lund", "organization Varn Ferries", "person Jon", "person Roe",
  ]

  /// The same words with numbers before them.
  private static var numbered: String {
    var number = 0
    return words.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      number = line.isEmpty || line.hasPrefix("-DOC") ? 0 : number + 1
      return number == 0 ? String(line) : "\(number) \(line)"
    }.joined(separator: "\n")
  }

  @Test(arguments: [words, numbered], [" ", "\t"])
  func `names, words and parts of speech are taken`(text: String, separator: String) throws {
    let reading = read(text.split(separator: " ").joined(separator: separator))
    #expect(reading.warnings.isEmpty && reading.documents.count == 1)
    #expect(names(reading) == Self.expected)
    let given = try #require(reading.documents.first?.given)
    #expect(given.isTagged && !given.isLemmatized)
    #expect(given.tokens.prefix(3).map(\.partOfSpeech) == [.propn, .propn, .verb])
    #expect(given.sentences.map(\.endToken) == [6, 9])
    #expect(
      reading.documents.first?.text.text.hasPrefix("Ada Lund met Varn Ferries .") == true)
  }

  @Test(arguments: [
    ("IOB1", "Ada I-PER\nLund I-PER\nBo B-PER\nmet O\nVarn I-ORG\nParis I-LOC\n"),
    ("IOB2", "Ada B-PER\nLund I-PER\nBo B-PER\nmet O\nVarn B-ORG\nParis B-LOC\n"),
    ("BIOES", "Ada B-PER\nLund E-PER\nBo S-PER\nmet O\nVarn S-ORG\nParis S-LOC\n"),
    ("BILOU", "Ada B-PER\nLund L-PER\nBo U-PER\nmet O\nVarn U-ORG\nParis U-LOC\n"),
  ])
  func `the schemes of labels give the same names`(scheme: String, text: String) {
    #expect(
      names(read(text)) == [
        "person Ada Lund", "person Bo", "organization Varn", "place Paris",
      ])
  }

  @Test func `a name ends with its sentence, and those of other kinds are left out`() {
    #expect(
      names(read("Ada I-PER\n\nLund I-PER\nis O\nDanish B-MISC\nJon I-PER\n"))
        == ["person Ada", "person Lund", "person Jon"])
  }

  @Test func `lemmas, comments and inner names have their columns`() throws {
    let german = read("Die der ART I-NC O\nHäfen Hafen NN I-NC O\nOslos Oslo NN I-NC I-LOC\n")
    #expect(names(german) == ["place Oslos"])
    #expect(german.documents.first?.given?.tokens[1].lemma == "Hafen")
    let nested = read("#\tn-tv.example [2009]\n1\tAda\tB-PER\tO\n2\tLund\tI-PER\tB-PERpart\n\n")
    #expect(names(nested) == ["person Ada Lund"])
  }

  @Test func `documents begin where they are told to, also in a file called plain text`() {
    let reading = read(Self.words + "\n" + Self.words, "train.txt")
    #expect(reading.documents.count == 2 && names(reading) == Self.expected + Self.expected)
    #expect(read("We are here\nand so is O\nnobody but B-\n", "a.txt").documents.count == 1)
  }

  @Test func `columns behind the labels, and documents in comments, are minded`() {
    let text = """
      # newdoc id = first
      # text = Ada met O
      1\tAda\tB-PER\t-\tx
      2\tmet\tO\t-\tx

      # newdoc id = second
      1\tOslo\tB-LOC\t-\tx
      2\t#\tO\t-\tx

      """
    for name in ["a.iob2", "a.tsv", "a.conll"] {
      let reading = read(text, name)
      #expect(reading.documents.map(\.metadata.id) == ["first", "second"], "\(name)")
      #expect(names(reading) == ["person Ada", "place Oslo"] && reading.warnings.isEmpty)
    }
    #expect(read("text\tlabel\nAda sails.\tB-PER\n", "a.tsv").documents.count == 1)
  }

  @Test func `a text without a name has none`() {
    let reading = read("It PRP O\nrains VBZ O\n")
    #expect(reading.documents.first?.given?.mentions?.isEmpty == true)
  }

  @Test func `damaged lines are told, and their words are read`() {
    var lines = Self.words.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let filler = Array(repeating: "it PRP B-NP O", count: 60)
    lines[3] = "Lund NNP"
    let reading = read((lines + filler).joined(separator: "\n"))
    #expect(
      reading.warnings.map(\.description) == ["a.conll:4: the word has 2 columns of 4"])
    #expect(names(reading).first == "person Ada" && reading.documents.count == 1)
    #expect(!read("", "a.conll").warnings.isEmpty || read("", "a.conll").documents.isEmpty)
    #expect(read("Ada\u{0}B-PER\n\u{FF}\u{FE} O\n").documents.count <= 1)
    let wide = Array(Self.words.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(names(Ingestor.read(name: "a.conll", bytes: [0xFF, 0xFE] + wide)) == Self.expected)
  }
}
