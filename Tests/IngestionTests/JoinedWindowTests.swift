import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// Quotations of one article with surroundings that overlap.
@Suite struct JoinedWindowTests {

  private func joined(
    _ windows: [(String, String, String)]
  ) -> (text: String, quotes: [String]) {
    var joined = JoinedWindows()
    for window in windows {
      joined.add(Array(window.0.utf8), Array(window.1.utf8), Array(window.2.utf8))
    }
    let (bytes, ranges) = joined.text(marks: ("“", "”"))
    let quotes = ranges.map {
      String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
    }
    return (String(decoding: bytes, as: UTF8.self), quotes)
  }

  @Test func `what the end of one and the beginning of the next share stands once`() {
    let (text, quotes) = joined([
      ("Jon Roe said :", "The crane is old .", "He left the port . A new one costs"),
      ("He left the port .", "A new one costs a million", ", said Ada Morel ."),
    ])
    #expect(
      text == "Jon Roe said : “The crane is old .” He left the port . "
        + "“A new one costs a million” , said Ada Morel .")
    #expect(quotes == ["The crane is old .", "A new one costs a million"])
  }

  @Test func `blanks are not compared`() {
    let (text, quotes) = joined([
      ("He said :", "It is old.", "He left it ."), ("old . He left it .", "We pay", ""),
    ])
    #expect(text == "He said : “It is old.” He left it . “We pay”")
    #expect(quotes == ["It is old.", "We pay"])
  }

  @Test(
    arguments: [
      ("He went to the", "the port"), ("It was old .", ". The port"),
      ("They saw cranes", "es port"),
      ("of the crane", "the cranes went"),
    ])
  func `what may be chance is not joined`(end: String, start: String) {
    let (text, quotes) = joined([("", "One", end), (start, "Two", "")])
    #expect(text == "“One” \(end)\n\n\(start) “Two”")
    #expect(quotes == ["One", "Two"])
  }

  @Test func `a quotation met twice is marked once`() {
    let window = ("Jon Roe said :", "The crane is old .", "He left .")
    let (text, quotes) = joined([window, window])
    #expect(text == "Jon Roe said : “The crane is old .” He left .")
    #expect(quotes == ["The crane is old .", "The crane is old ."])
  }

  @Test func `windows of a text of words that differ give the text again`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let words = (0..<Int.random(in: 20...60, using: &random)).map { "w\($0)" }
      var windows: [(String, String, String)] = []
      var start = 0
      while start + 8 < words.count {
        let length = Int.random(in: 1...5, using: &random)
        func part(_ range: Range<Int>) -> String {
          words[range.clamped(to: words.indices)].joined(separator: " ")
        }
        windows.append(
          (
            part(start - 5..<start), part(start..<start + length),
            part(start + length..<start + length + 5)
          ))
        start += length + Int.random(in: 0...6, using: &random)
      }
      let (text, quotes) = joined(windows)
      #expect(quotes == windows.map(\.1))
      let plain = text.filter { $0 != "“" && $0 != "”" }.split(separator: " ").map(String.init)
      #expect(plain == Array(words[..<plain.count]) && !text.contains("\n"))
    }
  }

  @Test func `an article of Quotebank tells a sentence once`() throws {
    let line = """
      {"articleID": "a1", "title": "The crane", "quotations": [\
      {"quoteID": "a1-2", "quotation": "We cannot pay", "quotationOffset": 14, \
      "leftContext": "he said . He left the port .", "rightContext": ", said Ada Morel .", \
      "globalTopSpeaker": "Ada Morel"}, \
      {"quoteID": "a1-1", "quotation": "It is old", "quotationOffset": 2, "leftContext": "", \
      "rightContext": ", he said . He left the port .", "globalTopSpeaker": "Jon Roe"}]}
      """
    let reading = Ingestor.read(name: "a.jsonl", bytes: Array(line.utf8))
    let document = try #require(reading.documents.first, "\(reading.warnings)")
    let text = String(decoding: document.text.bytes, as: UTF8.self)
    #expect(
      text == "“It is old” , he said . He left the port . “We cannot pay” , said Ada Morel .")
    let quotes = try #require(document.given?.quotes)
    #expect(quotes.map(\.speaker) == ["Jon Roe", "Ada Morel"])
    #expect(quotes.map { document.text.string($0.content[0]) } == ["It is old", "We cannot pay"])
  }
}
