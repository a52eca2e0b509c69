import Annotation
import CorpusStore
import Testing
import TestSupport

@testable import Ingestion
@testable import Quoth

/// Documents to export, and how they are.
enum ExportSamples {

  /// The built-in corpus, with the names of all of it.
  static let builtin: [AnnotatedDocument] = {
    guard let export = try? CorpusExport([]) else { return [] }
    return (try? export.documents()) ?? []
  }()

  /// Texts put together at random, with what is hard to write in some form.
  static let nasty: [AnnotatedDocument] = {
    var random = SeededGenerator(seed: 31)
    return (0..<24).map { number in
      let count = Int.random(in: 0...9, using: &random)
      let text = (0..<count).map { index in
        parts[Int.random(in: 0..<parts.count, using: &random)] + (index % 3 == 2 ? "\n\n" : " ")
      }
      var metadata = DocumentMetadata(id: ids[number % ids.count] + "\(number)", origin: "d")
      if number % 4 > 0 { metadata.title = titles[number % titles.count] }
      if number % 3 > 0 { metadata.authors = ["Ada Morel", "Bo Ding"] }
      if number % 3 > 1 {
        metadata.tags = number % 2 > 0 ? ["Lanna, port"] : ["a & b", "c, \"d\""]
      }
      if number % 5 > 0 { metadata.date = CalendarDay(year: 2025, month: 2, day: 1 + number) }
      if number % 7 > 0 { metadata.outlet = "The “Post” & <Sons>, \\Ltd" }
      if number % 2 > 0 {
        metadata.url = "https://example.org/a?b=1&c=\"2\""
        metadata.outlet = metadata.outlet ?? "example.org"
      }
      if number % 4 > 1 { (metadata.section, metadata.language) = ("Opinion; <x>", "en-GB") }
      if number % 3 < 2 { metadata.other = [("desk", "\"x\" & <y> = |z|"), ("№ of-print", "_ 7")] }
      let plain = TextNormalizer.normalize(Array((text.joined() + "Ada Morel spoke.").utf8))
      return AnnotationPipeline.standard(OpenedCorpus.layers).annotate(
        text: NormalizedText(
          bytes: plain.bytes, originalBytes: plain.bytes, edits: [], repairs: []),
        metadata: metadata)
    }
  }()

  private static let parts = [
    "“We go on,” Ada Morel said.", "Tom & Ada <met> \"Bo Ding\" in Paris.",
    "5 < 6 &amp;amp; 7 > 3.", "She said that “it, \"all\" of it; was = well”.",
    "\"It\u{1}s\u{7F} fine,\" said\tMayor Ode of Lübeck.", "He told Macron that 😀𝒳 all was well.",
    "_ | = #1", "= 1 + 1", "a\u{2028}b\u{85}c\u{B}d\u{C}e", "e\u{301}\u{200D}👩‍👩‍👧 she said.",
    "President Macron warned: “Never say ‘never,’ Ada.”", "Tab\there\\n.", "# quote 1 = {}",
    "]]> <!-- x -->", "“A,” Ode said, “and B.”", "{\"a\": 1}", "\u{FEFF}\u{FFFE}\u{FFFF}x",
    "The “Never Again” Party of Ada Morel said that “it, the Party,” was over.",
    "“Line\none,” said\nBo Ding.", "Xi’s aide told him that “he, the president, agrees”.",
  ]
  private static let ids = ["d ü/", "a;b,c\"", "#x&<y>'", "=1+", "née 😀 ", "C:\\n\\"]
  private static let titles = [
    "Tom & “Ada” <3>", "A \"quoted\", title; \\t", "Zeile 1 = 2 | 3", "# newdoc", "😀 ]]>",
  ]

  /// Returns documents as a file of a form.
  static func exported(
    _ format: ExportFormat, _ documents: [AnnotatedDocument], _ content: ExportContent = .documents
  ) -> [UInt8] {
    var others: [String] = []
    for field in documents.flatMap(\.metadata.other) where !others.contains(field.key) {
      others.append(field.key)
    }
    let writer = ExportWriter(format, content, others: others, name: "te<s>t & \"co\"")
    var out = writer.opening
    for (number, document) in documents.enumerated() {
      out += writer.bytes(of: document, number: number)
    }
    return out + writer.closing
  }

  /// Returns the documents of a file, annotated where something is missing.
  static func read(_ name: String, _ bytes: [UInt8]) -> (
    documents: [AnnotatedDocument], warnings: [String]
  ) {
    let reading = Ingestor.read(name: name, bytes: bytes)
    let pipeline = AnnotationPipeline.standard(OpenedCorpus.layers)
    return (
      Ingestor.annotate(reading.documents) { pipeline.annotate(text: $0, metadata: $1) },
      reading.warnings.map(\.description)
    )
  }
}
