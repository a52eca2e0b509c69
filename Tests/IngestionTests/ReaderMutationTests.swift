import Annotation
import Testing

@testable import Ingestion

/// Readers of fields on bytes that were damaged at random, by a seed.
@Suite struct ReaderMutationTests {

  private static let files = [
    (
      "a.csv",
      "id,date,text,desk\r\n1,2025-01-01,\"One, \"\"two\"\"\nthree.\",city\r\n2,,Four.,\r\n"
    ),
    ("a.tsv", "title\ttext\nA\t\"One.\"\nB\tTwo.\n"),
    (
      "a.json",
      "{\"n\": [1, 2.5e3], \"articles\": [{\"text\": \"O\\u00e9\"}, {\"text\": [\"a\", \"b\"]}]}"
    ),
    ("a.jsonl", "{\"text\": \"One.\", \"a\": {\"b\": null}}\n{\"text\": \"Two.\"}\n"),
    ("export", "text;title\n\"One.\";A\nTwo.;B\n"),
  ]

  private static let marks = Array("\"\"\\,;\t|{}[]:\n\r \0eé".utf8) + [0xFF, 0x80]

  @Test(arguments: files)
  func `damaged bytes neither trap nor are passed over in silence`(name: String, text: String) {
    var state: UInt64 = 7
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<400 {
      var bytes = Array(text.utf8)
      for _ in 0...random(4) {
        let place = random(bytes.count)
        switch random(3) {
        case 0: bytes[place] = Self.marks[random(Self.marks.count)]
        case 1: bytes.insert(Self.marks[random(Self.marks.count)], at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random(3)))
        }
        if bytes.isEmpty { bytes = [0x0A] }
      }
      let reading = Ingestor.read(name: name, bytes: bytes)
      #expect(!reading.documents.isEmpty || !reading.warnings.isEmpty, "\(bytes)")
      #expect(reading.documents.count < 8)
    }
  }
}
