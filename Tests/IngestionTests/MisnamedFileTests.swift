import Annotation
import Testing

@testable import Ingestion

/// Files whose names say less than their beginnings, or something else.
@Suite struct MisnamedFileTests {

  private static let treebank =
    "# newdoc id = a\n# text = It sails\n1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
    + "2\tsails\tsail\tVERB\tVBZ\t_\t0\troot\t_\t_\n"

  private static let formats: [(text: String, reader: String)] = [
    ("<!doctype html><html><body><p>The ferry sails.</p></body></html>", "html"),
    (
      "<?xml version=\"1.0\"?>\n<rss><channel><item><title>A</title></item></channel></rss>", "feed"
    ),
    ("{\"status\": \"ok\", \"articles\": [{\"text\": \"The ferry sails.\"}]}", "json"),
    ("[{\"text\": \"The ferry sails.\"}]", "json"),
    ("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n", "jsonl"),
    ("\u{FEFF}title,date,text\r\nA,2025-03-04,\"One, two\"\r\n", "csv"),
    ("id\ttext\n1\tThe ferry sails.\n", "csv"),
    (
      "From ida@harbour.example Tue Mar  4 10:00:00 2025\nFrom: Ida <ida@harbour.example>\n"
        + "Date: Tue, 4 Mar 2025 10:00:00 +0000\n\nThe ferry sails.\n", "mbox"
    ),
    ("<text id=\"a\">\n<s>\nIt\tPRP\tit\nsails\tVBZ\tsail\n</s>\n</text>\n", "vrt"),
    (
      "<!-- #vrt positional-attributes: word pos -->\n<text>\nIt\tPRP\nsails\tVBZ\n</text>\n", "vrt"
    ),
    (treebank, "conllu"),
    ("---\ntitle: The ferry\ndate: 2025-03-04\n---\nIt sails.\n", "markdown"),
    (
      "{\"sentences\": [{\"tokens\": [{\"word\": \"It\", \"characterOffsetBegin\": 0, "
        + "\"characterOffsetEnd\": 2}]}]}", "corenlp"
    ),
  ]

  @Test(arguments: formats)
  func `a format is known under a name of plain text, another and none`(
    text: String, reader: String
  ) {
    for name in ["a.txt", "a.text", "a.conll", "a.dat", "stdin"] {
      let file = SourceFile(name: name, origin: name, bytes: Array(text.utf8))
      #expect(type(of: Ingestor.reader(of: file)).name == reader, "\(name)")
    }
  }

  @Test(arguments: [
    "The ferry sails.\n\nIt was said that <b>no one</b> came.",
    "<The first line is torn>\n\nThe ferry sails.", "<quote>The ferry</quote> sails.\nIt sails.",
    "[The following is a transcript.]\n\nIDA: The ferry sails.",
    "[\"The ferry will sail,\" she said.]", "{A brace} begins the text.",
    "The story, text and body of it.\nIt went on.", "Text, he said, was all.\nNothing else.",
    "---\nNote: this is a letter\n---\nThe ferry sails.", "---\n\nThe ferry sails.\n\n---\n",
    "# newdoc is a comment\nThe ferry sails.", "1\tThe ferry sails at one\n2\tIt sails at two\n",
    "From here on the ferry sails.\nIt sails: at one.", "From: Ida\n\nThe ferry sails.",
    "Subject: the ferry\n\nIt sails.",
    "He read www.w3.org/ns/anno and the \"quotation\" by a \"speaker\".",
    "T1\tThe ferry sails at one.",
  ])
  func `prose stays prose`(text: String) {
    let file = SourceFile(name: "a.txt", origin: "a.txt", bytes: Array(text.utf8))
    #expect(type(of: Ingestor.reader(of: file)).name == "text")
  }

  private static let page = "<!DOCTYPE html><html><body><p>It sails, she said.</p></body></html>"
  private static let rows = "id,title,text\n1,A,\"It sails, she said.\"\n2,B,It stops.\n"
  private static let feed = "<rss><channel><item><title>A</title></item></channel></rss>"
  private static let object = "{\"title\": \"A\", \"text\": \"It sails.\"}"

  private static let contradictions: [(name: String, text: String, reader: String)] = [
    ("a.csv", page, "html"), ("a.tsv", page, "html"), ("a.json", page, "html"),
    ("a.jsonl", page, "html"), ("a.md", page, "html"), ("a.vrt", page, "html"),
    ("a.conllu", page, "html"), ("a.json", rows, "csv"), ("a.jsonl", rows, "csv"),
    ("a.html", rows, "csv"), ("a.xml", rows, "csv"), ("a.csv", object, "json"),
    ("a.html", "[" + object + "]", "json"), ("a.md", object, "json"),
    ("a.csv", object + "\n" + object + "\n", "jsonl"), ("a.html", feed, "feed"),
    ("a.html", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text/></TEI>", "tei"),
    ("a.json", "<?xml version=\"1.0\"?>" + feed, "feed"), ("a.csv", treebank, "csv"),
    ("a.jsonl", "[" + object + "]", "json"), ("a.jsonl", "[\n" + object + "\n]\n", "json"),
    ("a.ndjson", "{\n \"title\": \"A\",\n \"text\": \"It sails.\"\n}\n", "json"),
  ]

  @Test(arguments: contradictions)
  func `what a file holds goes before what its name says`(
    name: String, text: String, reader: String
  ) {
    for mark in ["", "\u{FEFF}", "\n"] {
      let file = SourceFile(name: name, origin: name, bytes: Array((mark + text).utf8))
      #expect(type(of: Ingestor.reader(of: file)).name == reader)
    }
  }

  @Test(arguments: [
    ("a.csv", "<p>It sails.</p>,2025-01-02\n<p>It stops.</p>,2025-01-03\n"),
    ("a.csv", "{\"a\": 1},It sails.\n{\"a\": 2},It stops.\n"), ("a.csv", "[1],It sails.\n"),
    ("a.md", "<p>It sails.</p>\n\n# More\n"), ("a.md", "[It sails]: http://a.example\n"),
    ("a.md", "{% include head %}\n"), ("a.html", "<p>It sails.</p>"),
    ("a.html", "---\ntitle: A\ndate: 2025-03-04\n---\n<p>It sails.</p>"),
    ("a.html", "It sails, <b>she</b> said."), ("a.vrt", "<text id=\"a\">\nIt\tPRON\n</text>\n"),
    ("a.json", "It sails."), ("a.json", "\"It sails.\""), ("a.jsonl", "{\"text\": \"It s"),
    ("a.jsonl", "{\"text\": \"It s\n{\"text\": \"It sails.\"}\n"),
    ("a.xml", "<doc>It sails.</doc>"), ("a.jsonld", "{\"@context\": \"x\"}"),
  ])
  func `what may be what its name says is read so`(name: String, text: String) {
    let file = SourceFile(name: name, origin: name, bytes: Array(text.utf8))
    let ending = SourceFile.pathExtension(name)
    #expect(type(of: Ingestor.reader(of: file)).extensions.contains(ending))
  }

  @Test func `prose that is called JSON is told once`() {
    let reading = Ingestor.read(name: "a.json", bytes: Array("It sails. “Yes,” she said.".utf8))
    #expect(
      reading.warnings.map(\.description)
        == ["a.json: this is no JSON: an object or a list is missing"])
  }

  @Test(arguments: [
    "", "\u{FEFF}", " ", "<", "{", "[", "-", "---", "---\n", "1", "#", "+++\n+++\n",
  ])
  func `a text that has hardly begun is one`(text: String) {
    let file = SourceFile(name: "a.txt", origin: "a.txt", bytes: Array(text.utf8))
    #expect(type(of: Ingestor.reader(of: file)).name == "text")
  }

  @Test func `a corpus image among the texts is told as one`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.txt", "QUOTHIMG and more")
    let errors = Ingestor.read([path]).report.errors
    #expect(errors.map(\.description) == ["\(path): this is a corpus image, and no text"])
    #expect(errors.map(\.mend) == ["a corpus image is opened by its path, as the one input"])
  }
}
