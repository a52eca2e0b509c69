import Foundation
import Quoth
import TestSupport
import Testing

@Suite struct FuzzRegressionTests {

  private static let corpus = OpenedCorpus.builtin()

  @Test(arguments: Repository.files(in: "Tests/Fuzz/Regressions", suffix: ".quoth"))
  func `an input that once broke the session is answered`(input: URL) throws {
    let text = String(decoding: try Data(contentsOf: input), as: UTF8.self)
    let session = Session(corpus: Self.corpus)
    _ = session.run(SourceText(text, name: input.lastPathComponent)) { event in
      _ = AnswerPrinter().print(event)
    }
    _ = session.suggestions(in: text, at: text.utf8.count)
  }
}
