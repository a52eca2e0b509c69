import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// References of RIS and BibTeX, as databases of news export them.
@Suite struct ReferenceTests {

  private static let ris = """
    TY  - NEWS
    TI  - Council turns down a second bridge
    AU  - Lund, Ida
    AU  - Roe, Jon
    T2  - The Harbour Post
    DA  - 2025/03/07/Friday edition
    PY  - 2025
    AB  - Erik Sand said that the plan was “a road to nowhere”.

    “We wait,” said Ada Morel.
    UR  - https://post.example/bridge
    KW  - bridges
    KW  - town council
    LA  - English
    SP  - 4
    ER  -

    TY  - NEWS
    T1  - The ferry sails
    JO  - Courier
    Y1  - 2025
    DA  - March 8
    N2  - Short.
    AB  - The ferry sails again on Monday.
    ER  -

    """

  private static let bib = #"""
    @comment{made by hand}
    @string{post = "The Harbour Post"}
    @article{lund2025,
      title = {{Council} turns down a second bridge},
      author = {Lund, Ida and Ren\'e M{\"u}ller and {Varn Town Desk}},
      journal = post, year = 2025, month = mar, day = {7},
      abstract = "Erik Sand said that the plan was ``a road to nowhere''.

        {\'E}lan \& no---hurry.",
      url = {https://post.example/a\_b},
      keywords = {bridges, town council},
      langid = {english}
    }

    @misc(ferry, title = {The ferry sails}, date = {2025-03-08}, journaltitle = {Courier},
      abstract = {The ferry sails} # { again.})

    """#

  private func read(_ text: String, _ name: String) -> Reading {
    Ingestor.read(name: name, bytes: Array(text.utf8))
  }

  @Test func `references of RIS are documents`() throws {
    let reading = read(Self.ris, "a.ris")
    #expect(reading.warnings.isEmpty && reading.documents.count == 2)
    let first = try #require(reading.documents.first)
    #expect(
      first.text.text
        == "Erik Sand said that the plan was “a road to nowhere”.\n\n“We wait,” said Ada Morel.")
    let metadata = first.metadata
    #expect(metadata.title == "Council turns down a second bridge")
    #expect(metadata.authors == ["Ida Lund", "Jon Roe"] && metadata.outlet == "The Harbour Post")
    #expect(metadata.date?.written == "2025-03-07" && metadata.language == "en")
    #expect(metadata.url == "https://post.example/bridge")
    #expect(metadata.tags == ["bridges", "town council"])
    #expect(metadata.other.contains { $0.key == "page" && $0.value == "4" })
    let second = try #require(reading.documents.last)
    #expect(second.text.text == "The ferry sails again on Monday.")
    #expect(second.metadata.date?.written == "2025-03-08" && second.metadata.outlet == "Courier")
  }

  @Test func `references of BibTeX are documents`() throws {
    let reading = read(Self.bib, "a.bib")
    #expect(reading.warnings.isEmpty && reading.documents.count == 2, "\(reading.warnings)")
    let first = try #require(reading.documents.first)
    #expect(
      first.text.text
        == "Erik Sand said that the plan was “a road to nowhere”.\n\nÉlan & no—hurry.")
    let metadata = first.metadata
    #expect(metadata.id == "lund2025" && metadata.title == "Council turns down a second bridge")
    #expect(metadata.authors == ["Ida Lund", "René Müller", "Varn Town Desk"])
    #expect(metadata.outlet == "The Harbour Post" && metadata.date?.written == "2025-03-07")
    #expect(metadata.url == "https://post.example/a_b" && metadata.language == "en")
    #expect(metadata.tags == ["bridges", "town council"])
    let second = try #require(reading.documents.last)
    #expect(second.text.text == "The ferry sails again." && second.metadata.outlet == "Courier")
    #expect(second.metadata.date?.written == "2025-03-08")
  }

  @Test func `a year that is no day is kept`() throws {
    let list = "TY  - NEWS\nTI  - Ferry\nPY  - 2019\nAB  - The ferry sails.\nER  - \n"
    let document = try #require(
      Ingestor.read(name: "a.ris", bytes: Array(list.utf8)).documents.first)
    #expect(document.metadata.date == nil)
    #expect(document.metadata.other.contains { $0.key == "date" && $0.value == "2019" })
    let entry = "@misc{x, title = {Ferry}, year = 2019, abstract = {The ferry sails.}}"
    let own = try #require(Ingestor.read(name: "a.bib", bytes: Array(entry.utf8)).documents.first)
    #expect(own.metadata.other.contains { $0.key == "date" && $0.value == "2019" })
  }

  @Test(arguments: [(ris, "ris"), (bib, "bibtex")])
  func `their beginning tells what they are`(text: String, reader: String) {
    for name in ["a.txt", "export", "a.ris", "a.bib"] {
      let file = SourceFile(name: name, origin: name, bytes: Array(text.utf8))
      let own = name.hasSuffix(".ris") ? "ris" : name.hasSuffix(".bib") ? "bibtex" : reader
      #expect(type(of: Ingestor.reader(of: file)).name == own)
    }
    for prose in ["TY - but no reference", "@ada said {so}", "@media screen {\n a: b }"] {
      let file = SourceFile(name: "a.txt", origin: "a.txt", bytes: Array(prose.utf8))
      #expect(type(of: Ingestor.reader(of: file)).name == (prose.hasPrefix("TY") ? "ris" : "text"))
    }
  }

  @Test func `damaged references are told, and the rest is read`() {
    func messages(_ text: String, _ name: String) -> [String] {
      read(text, name).warnings.map(\.description)
    }
    #expect(
      messages(String(Self.ris.dropLast(8)), "a.ris")
        == ["a.ris:18: the last reference has no end: the file may be cut off"])
    #expect(
      messages("TY  - NEWS\nTI  - Bare\nER  -\n", "a.ris") == ["a.ris:1: the document has no text"])
    #expect(
      messages("A text.\n", "a.ris")
        == ["a.ris: this is no list of references in RIS: 'TY  -' is missing"])
    #expect(
      messages("A text.\n", "a.bib")
        == ["a.bib: this is no list of references in BibTeX: '@type{key,' is missing"])
    let cut = Self.bib.replacing(
      "nowhere''.", with: "nowhere''.\n@misc{x, abstract = {It sails.}}\n")
    let reading = read(cut, "a.bib")
    #expect(reading.warnings.map(\.line) == [3])
    #expect(reading.documents.map(\.metadata.id) == ["lund2025", "x", "ferry"])
    for text in [Self.ris, Self.bib] {
      let bytes = Array(text.utf8)
      for length in stride(from: 1, to: bytes.count, by: 7) {
        for name in ["a.ris", "a.bib"] {
          let reading = Ingestor.read(name: name, bytes: Array(bytes[..<length]))
          #expect(!reading.documents.isEmpty || !reading.warnings.isEmpty)
        }
      }
    }
  }

  @Test func `other encodings, and tags that are mapped, are read`() {
    let wide = Self.ris.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(Ingestor.read(name: "a.ris", bytes: [0xFF, 0xFE] + wide).documents.count == 2)
    let narrow = Array("TY  - NEWS\nAB  - Le caf".utf8) + [0xE9] + Array(" ouvre.\nER  -\n".utf8)
    #expect(
      Ingestor.read(name: "a.ris", bytes: narrow).documents.first?.text.text == "Le café ouvre.")
    var options = ReadingOptions()
    options.fields = ["N1": "text", "PB": "outlet"]
    let text = "TY  - NEWS\nAB  - Short.\nN1  - The whole text.\nPB  - Courier\nER  -\n"
    let mapped = Ingestor.read(name: "a.ris", bytes: Array(text.utf8), options: options)
    #expect(mapped.documents.first?.text.text == "The whole text.")
    #expect(mapped.documents.first?.metadata.outlet == "Courier" && mapped.warnings.isEmpty)
  }

  @Test(arguments: [
    (#"Gar{\c c}on \v{s} \H{o} \o re {\ss} \aa"#, "Garçon š ő øre ß å"),
    (#"50\% of \$5 \& a\_b \{x\}"#, "50% of $5 & a_b {x}"),
    (#"\emph{So} it is~--- or ``not''\ldots{} ok"#, "So it is — or “not”… ok"),
    (#"na\"{\i}ve caf\'e"#, "naïve café"), ("It's a `test'", "It's a `test'"), (#"end\"#, "end"),
  ])
  func `commands of TeX are letters and marks`(tex: String, plain: String) {
    #expect(String(decoding: TeXText.plain(Array(tex.utf8)), as: UTF8.self) == plain)
  }

  @Test func `large files are read in pieces`() throws {
    let folder = try TemporaryFolder()
    let many = (0..<2_000).map { number in
      "TY  - NEWS\nTI  - Title \(number)\nAB  - \(String(repeating: "word\(number) ", count: 40))\nER  -\n"
    }
    let path = try folder.write("a.ris", many.joined(separator: "\n"))
    var options = ReadingOptions()
    options.duplicates = .keep
    options.pieceLength = 100_000
    #expect(many.joined().utf8.count > options.pieceLength * 4)
    let (documents, report) = Ingestor.read([path], options: options)
    #expect(documents.count == 2_000 && report.warnings.isEmpty && report.fileCount == 1)
  }

  @Test(arguments: [
    "year=2025, month=mar", "year={2025}, month={3}", "month = {March}, year = 2025",
  ])
  func `a year and a month are kept together`(fields: String) throws {
    let entry = "@article{k, title={T}, \(fields), abstract={It rained.}}"
    let reading = read(entry, "a.bib")
    let metadata = try #require(reading.documents.first).metadata
    #expect(metadata.other.contains { $0.key == "date" && $0.value == "2025-03" })
  }

  @Test func `writers have their “Jr.”, and may be a paper`() throws {
    let list =
      "TY  - NEWS\nTI  - T\nAU  - Roe, Jon, Jr.\nAU  - Lund,Ida\nAB  - It rained.\nER  - \n"
    let reference = try #require(read(list, "a.ris").documents.first)
    #expect(reference.metadata.authors == ["Jon Roe Jr.", "Ida Lund"])
    let entry =
      "@article{k, title={T}, author={Jan van der Berg and {The Post} and Roe, Jr., Jon}, "
      + "abstract={It rained.}}"
    let own = try #require(read(entry, "a.bib").documents.first)
    #expect(own.metadata.authors == ["Jan van der Berg", "The Post", "Jon Roe Jr."])
  }
}
