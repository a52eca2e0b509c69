import Foundation
import Quoth
import TestSupport
import Testing

@Suite struct ExampleTests {

  @Test(arguments: Repository.files(in: "examples", suffix: ".quoth"))
  func `a script prints what its page shows`(script: URL) throws {
    let text = try String(contentsOf: script, encoding: .utf8)
    let (output, outcome) = ScriptOutput.run(text, name: script.path)
    #expect(outcome == .finished)
    let golden = Golden(script.deletingPathExtension().appendingPathExtension("out"))
    #expect(try golden.compare(output) == .matches)
  }

  @Test(arguments: Repository.files(in: "examples", suffix: ".quoth"))
  func `a script opens with its question and is laid out the one way`(script: URL) throws {
    let text = try String(contentsOf: script, encoding: .utf8)
    let source = SourceText(text, name: script.lastPathComponent)
    #expect(text.split(separator: "\n").prefix(2).contains { $0.hasPrefix("-- ") })
    #expect(ScriptFormatter.format(source).text == text)
  }

  @Test func `every output belongs to a script`() {
    let scripts = Set(Repository.files(in: "examples", suffix: ".quoth").map(\.lastPathComponent))
    for output in Repository.files(in: "examples", suffix: ".out") {
      let script = output.deletingPathExtension().appendingPathExtension("quoth")
      #expect(scripts.contains(script.lastPathComponent))
    }
  }
}
