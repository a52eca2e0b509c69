import Annotation
import Foundation
import Testing

@testable import Ingestion

/// Where quotes and names are that a source gives by numbers and by words.
@Suite struct ToldPlacesTests {

  private static let text =
    "😀😀😀😀😀😀😀 It snowed. “The bridge is old,” said Ida Lund to us, and Ben Ashe went home."

  /// What is found of a quote and a name that are given so, and the warnings.
  private func read(
    _ quote: String, mention: String? = nil, text: String = text
  ) throws -> (quotes: [String], names: [String], warnings: [String]) {
    let names = mention.map { #", "mentions": [\#($0)]"# } ?? ""
    let line = #"{"text": "\#(text)", "quotes": [\#(quote)]\#(names)}"#
    let reading = Ingestor.read(name: "a.jsonl", bytes: Array("\(line)\n".utf8))
    let document = try #require(reading.documents.first)
    let given = try #require(document.given)
    return (
      (given.quotes ?? []).map { $0.content.map(document.text.string).joined(separator: "|") },
      (given.mentions ?? []).map { document.text.string($0.range) },
      reading.warnings.map(\.message)
    )
  }

  /// Where words stand in units of a sort.
  private func place(_ words: String, _ count: (Substring) -> Int) throws -> String {
    let found = try #require(Self.text.range(of: words))
    let start = count(Self.text[..<found.lowerBound])
    return #""start": \#(start), "end": \#(start + count(Self.text[found]))"#
  }

  @Test func `the words tell whether numbers count scalars, UTF-16 or bytes`() throws {
    let units: [(Substring) -> Int] = [
      { $0.unicodeScalars.count }, { $0.utf16.count }, { $0.utf8.count },
    ]
    for count in units {
      let quote = try place("The bridge is old", count)
      let name = try place("Ida Lund", count)
      let both = try read(
        #"{\#(quote), "text": "The bridge is old"}"#, mention: #"{\#(name), "text": "Ida Lund"}"#)
      #expect(both == (["The bridge is old"], ["Ida Lund"], []))
      // What tells no words goes by the words of the others.
      let wordless = try read(#"{\#(quote)}"#, mention: #"{\#(name), "text": "Ida Lund"}"#)
      #expect(wordless == (["The bridge is old"], ["Ida Lund"], []))
      let marked = try read(#"{\#(quote), "text": "\"the bridge\nis old,\""}"#)
      #expect(marked == (["The bridge is old"], [], []))
    }
  }

  @Test func `where numbers point to other words, the nearest of those told are taken`() throws {
    let text = "Nothing. “No,” said Ida. It snowed on the hill. “No,” said Ben. All went home."
    let moved = "the words of an annotation do not stand where its numbers point"
    #expect(
      try read(#"{"start": 25, "end": 27, "text": "No", "speaker": "Ida"}"#, text: text)
        == (["No"], [], [moved]))
    for (start, words) in [(16, "“No,” said Ida"), (60, "“No,” said Ben")] {
      let place = #""start": \#(start), "end": \#(start + 4)"#
      let quotes = #"[{\#(place), "text": "No", "source": [[0, 7]]}]"#
      let line = #"{"text": "\#(text)", "quotes": \#(quotes)}"#
      let reading = Ingestor.read(name: "a.jsonl", bytes: Array("\(line)\n".utf8))
      let document = try #require(reading.documents.first)
      let quote = try #require(document.given?.quotes?.first)
      let found = try #require(text.range(of: words))
      let offset = text.utf8.distance(from: text.startIndex, to: found.lowerBound) + 3
      #expect(quote.content.map(\.start) == [UInt32(offset)])
      #expect(quote.source.isEmpty)
    }
  }

  @Test func `words that stand nowhere are left out and counted`() throws {
    let absent = #"{"start": 0, "end": 4, "text": "The tunnel is old"}"#
    let part = #"{"start": 0, "end": 4, "text": "ridge"}"#
    let whole = #"{"text": "The  bridge is old"}"#
    let found = try read([absent, part, whole].joined(separator: ", "))
    #expect(
      found == (["The bridge is old"], [], ["2 annotations point to no place in the text"]))
  }

  @Test func `the letters of a text are read once, however many words are looked for`() throws {
    let text = String(repeating: "The ferry sails at noon. ", count: 1000)
    let absent = (0..<500).map { place in
      #"{"start": \#(place), "end": \#(place + 4), "text": "tunnel \#(place)"}"#
    }
    let found = try read(absent.joined(separator: ", "), text: text)
    #expect(found == ([], [], ["500 annotations point to no place in the text"]))
  }
}
