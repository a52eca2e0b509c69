import Foundation
import Quoth

/// A session, and the pages that it prints.
struct Asked {

  let session: Session

  /// What a run of statements printed, and how it ended.
  struct Page {
    let text: String
    let outcome: RunOutcome
    var lines: [String] { text.split(separator: "\n").map(String.init) }
  }

  /// A session on a few texts of our own.
  static func press(_ options: SessionOptions = SessionOptions()) throws -> Asked {
    Asked(session: Session(corpus: try press.get(), options: options))
  }

  /// A session on the built-in corpus.
  static func builtin(_ options: SessionOptions = SessionOptions()) -> Asked {
    Asked(session: Session(corpus: builtin, options: options))
  }

  func callAsFunction(_ text: String, name: String = "query") -> Page {
    let printer = AnswerPrinter()
    var page = ""
    let outcome = session.run(SourceText(text, name: name)) { event in
      let printed = printer.print(event)
      page += String(decoding: printed.output, as: UTF8.self) + printed.beside
    }
    return Page(text: page, outcome: outcome)
  }

  private static let builtin = OpenedCorpus.builtin()

  private static let press = Result {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "quoth-press-\(UUID().uuidString).jsonl")
    try Data(articles.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try OpenedCorpus.open([file.path])
  }

  static let articles = #"""
    {"id": "bridge", "title": "The bridge opens", "date": "2025-02-24", "outlet": "The Lamp", "author": "Ida Holm", "text": "“The bridge to China will stand for a century,” Ada Morel said. “China pays its share,” Ada Morel added.\n\nBjörn Åkesson, the finance minister, warned that the river would rise."}
    {"id": "harbour", "title": "The harbour closes", "date": "2025-03-10", "outlet": "The Daily Tide", "author": "Tom Reed", "text": "“We close at noon,” Jon Morel told reporters.\n\nAda Morel denied that the harbour was full."}
    {"id": "island", "title": "The island waits", "outlet": "The Lamp", "text": "“China is far away,” Björn Åkesson said. Ursula von der Leyen argued that the ferry cost too much."}

    """#
}
