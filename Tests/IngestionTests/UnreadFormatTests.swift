import Testing

@testable import Ingestion

/// Texts that are written for programs.
@Suite struct UnreadFormatTests {

  @Test(arguments: [
    "WARC/1.0\r\nWARC-Type: response\r\n", "WEBVTT\n\n00:01.000 --> 00:02.000\nIt rained.\n",
  ])
  func `formats that are not read are told, unless they are to be read as text`(text: String) throws
  {
    let file = SourceFile(name: "a.txt", origin: "a.txt", bytes: Array(text.utf8))
    #expect(throws: InputError.self) { try Ingestor.checked(file) }
    var options = ReadingOptions()
    options.reader = "text"
    let named = SourceFile(
      name: "a.txt", origin: "a.txt", bytes: Array(text.utf8), options: options)
    #expect(try Ingestor.checked(named).documents.count == 1)
  }
}
