import Annotation
import Testing

@testable import Ingestion

/// Files of several JSON values, one behind the other.
@Suite struct JSONSequenceTests {

  private func read(_ text: String, _ name: String = "a.json") -> Reading {
    Ingestor.read(name: name, bytes: Array(text.utf8))
  }

  @Test func `lines of JSON are read as such whatever their file is called`() {
    let text = "{\"text\": \"One.\"}\n\n{\"text\": \"Two.\"}\n{\"text\": \"Three.\"}\n"
    for name in ["a.json", "a.jsonl", "a"] {
      let reading = read(text, name)
      #expect(reading.documents.map(\.text.text) == ["One.", "Two.", "Three."])
      #expect(reading.documents.map(\.metadata.id) == [1, 3, 4].map { "\(name):\($0)" })
      #expect(reading.warnings.isEmpty && reading.reader == "jsonl")
    }
  }

  @Test(arguments: [
    "{\n \"text\": \"One.\"\n}\n{\n \"text\": \"Two.\"\n}\n",
    "{\"text\": \"One.\"}{\"text\": \"Two.\"}", "{\"text\": \"One.\"},\n{\"text\": \"Two.\"},\n",
    "[{\"text\": \"One.\"}]\n[{\"text\": \"Two.\"}]",
    "{\"articles\": [{\"text\": \"One.\"}]}\n{\n\"articles\": [{\"text\": \"Two.\"}]}",
  ])
  func `values one behind the other are all read`(text: String) {
    let reading = read(text)
    #expect(reading.documents.map(\.text.text) == ["One.", "Two."])
    #expect(reading.documents.map(\.metadata.id) == ["a.json#1", "a.json#2"])
    #expect(reading.warnings.isEmpty && reading.reader == "json")
  }

  @Test func `a damaged value costs one document`() {
    let reading = read(
      "{\n\"text\": \"One.\"\n}\n{\n\"text\": \"Tw\"o.\"\n}\n{\n\"text\": \"Three.\"\n}\n")
    #expect(reading.documents.map(\.text.text) == ["One.", "Three."])
    #expect(reading.warnings.map(\.line) == [5])
  }

  @Test func `what stands behind an object is told, and the object is read`() {
    let reading = read("{\"text\": \"One.\"}\nand more")
    #expect(reading.documents.map(\.text.text) == ["One."])
    #expect(
      reading.warnings.map(\.description)
        == ["a.json:2: this is not JSON: something stands behind the object at column 1"])
  }

  @Test func `one object on one line is a file of its own`() {
    let reading = read("{\"articles\": [{\"text\": \"One.\"}, {\"text\": \"Two.\"}]}\n", "stdin")
    #expect(reading.documents.map(\.text.text) == ["One.", "Two."])
  }

  @Test func `a list of nothing is told with a mend of its own`() {
    let reading = read("[]")
    #expect(reading.warnings.map(\.description) == ["a.json: there is no document in the file"])
    #expect(reading.warnings.allSatisfy { !$0.mend.contains("front matter") })
  }
}
