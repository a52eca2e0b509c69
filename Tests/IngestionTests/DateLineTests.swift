import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// Lines of plain texts that name their day not for certain.
@Suite struct DateLineTests {

  private func text(_ line: String) -> String {
    "Harbour closes after storm\n\(line)\n\nThe harbour of Varn closes on Friday, the council said.\n"
  }

  private func read(
    _ files: [(name: String, line: String)]
  ) throws -> (dates: [String?], messages: [String]) {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file.name, text(file.line)) }
    var options = ReadingOptions()
    options.duplicates = .keep
    let (documents, report) = Ingestor.read([folder.path], options: options)
    return (documents.map { $0.metadata.date?.written }, report.warnings.map(\.message))
  }

  @Test func `a day without a year is told, unless the path tells the year`() throws {
    let (dates, messages) = try read([
      ("a.txt", "Wed 12 Mar"), ("b.txt", "12 March 2025"), ("news-2025/c.txt", "Wed 12 Mar"),
    ])
    #expect(dates == [nil, nil, "2025-03-12"])
    #expect(messages == ["the date 'Wed 12 Mar' names no day for certain"])
  }

  @Test func `the order of figures is told by other texts of the folder, or not at all`() throws {
    let (dates, messages) = try read([
      ("a/a.txt", "Published 25/04/2025"), ("a/b.txt", "03/04/2025"), ("b/a.txt", "03/04/2025"),
    ])
    #expect(dates == ["2025-04-25", "2025-04-03", nil])
    #expect(
      messages == [
        "the date '03/04/2025' was read as 2025-04-03, in the order of other dates there",
        "the date '03/04/2025' names no day for certain",
      ])
  }
}
