import Annotation
import Foundation
import Testing

@testable import Ingestion

/// Dates in figures, of which the day may be the first or the second.
@Suite struct DateOrderTests {

  private let april = CalendarDay(year: 2025, month: 4, day: 3)
  private let march = CalendarDay(year: 2025, month: 3, day: 4)

  @Test func `the language and the address of a document tell the order`() {
    let reading = read(
      """
      {"text": "a", "date": "03/04/2025", "language": "fr"}
      {"text": "b", "date": "03/04/2025", "language": "en-US"}
      {"text": "c", "date": "03/04/2025", "url": "https://www.post.co.uk/c"}
      {"text": "d", "date": "03/04/2025", "url": "https://post.com/2025/03/04/d"}
      {"text": "e", "date": "03/04/2025", "url": "https://post.com/e"}
      """)
    #expect(reading.documents.map(\.metadata.date) == [april, march, april, march, nil])
    #expect(
      reading.warnings.map(\.description) == [
        "a.jsonl:5: the date '03/04/2025' names no day for certain"
      ])
  }

  @Test func `other dates of the file tell the order where nothing else does, and that is told`() {
    let reading = read(
      """
      {"text": "a", "date": "03/04/2025"}
      {"text": "b", "date": "24/04/2025"}
      """)
    #expect(reading.documents.map(\.metadata.date?.written) == ["2025-04-03", "2025-04-24"])
    #expect(
      reading.warnings.map(\.description) == [
        "a.jsonl:1: the date '03/04/2025' was read as 2025-04-03, in the order of other dates there"
      ])
    #expect(reading.documents.allSatisfy { $0.metadata.writtenDate == nil })
  }

  @Test func `dates that contradict each other tell nothing`() {
    let reading = read(
      """
      {"text": "a", "date": "03/04/2025"}
      {"text": "b", "date": "24/04/2025"}
      {"text": "c", "date": "04/24/2025"}
      """)
    #expect(reading.documents.map(\.metadata.date?.day) == [nil, 24, 24])
    #expect(reading.warnings.map(\.line) == [1])
  }

  @Test func `files of the folder that stand before tell the order, those of others do not`() throws
  {
    let folder = try ScratchFile()
    func page(_ date: String) -> String { "---\ndate: \(date)\n---\nText of \(date).\n" }
    try folder.write(page("02/28/2025"), to: "a.md")
    try folder.write(page("03/04/2025"), to: "b.md")
    let other = try ScratchFile()
    try other.write(page("03/04/2025"), to: "c.md")
    let (documents, report) = Ingestor.read([folder.url.path, other.url.path])
    #expect(documents.map(\.metadata.date?.written) == ["2025-02-28", "2025-03-04", nil])
    #expect(report.warnings.map { String($0.file.suffix(4)) } == ["b.md", "c.md"])
  }

  @Test func `an age is no date, and is told`() {
    let reading = read(#"{"text": "a", "date": "Published 3 hours ago"}"#)
    #expect(reading.documents.map(\.metadata.date) == [nil])
    #expect(
      reading.warnings.map(\.message) == [
        "the date 'Published 3 hours ago' names no day for certain"
      ])
  }

  private func read(_ text: String) -> Reading {
    Ingestor.read(name: "a.jsonl", bytes: Array(text.utf8))
  }
}
