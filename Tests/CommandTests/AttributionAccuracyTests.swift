import Foundation
import TestSupport
import Testing

/// The quotes of the development articles of PolNeAR, scored by the scorer beside the project.
///
/// The floors lie just below what was measured; see the card of the model.
@Suite struct AttributionAccuracyTests {

  private static let shared =
    Repository.root.deletingLastPathComponent().appending(path: "shared")
  private static let data = shared.appending(path: "data/quotes/polnear")
  private static let scorer = shared.appending(path: "tools/quotes-score")
  private static let environment = URL(filePath: "/usr/bin/env")

  private static var isScorable: Bool {
    guard FileManager.default.fileExists(atPath: data.appending(path: "dev.docs.jsonl").path),
      FileManager.default.fileExists(atPath: scorer.appending(path: "score.py").path)
    else { return false }
    return (try? run(["python3", "--version"])) != nil
  }

  @Test(.enabled(if: isScorable))
  func `attributions are found about as well as measured`() throws {
    let folder = try Scratch()
    try folder.write(Self.predictions(), to: "all.jsonl")
    let docs = Self.data.appending(path: "dev.docs.jsonl").path
    let all = folder.path + "/all.jsonl"
    try folder.write(
      Self.run(Self.script("mark_speech.py") + ["--docs", docs, all]), to: "speech.jsonl")
    let speech = try Self.scores(gold: "dev.speech.jsonl", folder.path + "/speech.jsonl", docs)
    let whole = try Self.scores(gold: "dev.gold.jsonl", all, docs)
    let measured = [
      ("speech", speech["all"], 74.0), ("direct", speech["direct"], 86.5),
      ("indirect", speech["indirect"], 67.5), ("mixed", speech["mixed"], 73),
      ("all attributions", whole["all"], 62.5),
    ]
    for (name, score, floor) in measured {
      let joint = try #require(score).joint.f1 * 100
      #expect(joint > floor, "\(name)")
    }
  }

  // MARK: What the program finds

  private struct Article: Decodable {
    let doc: String
    let text: String
  }

  /// What `quoth annotate` says of the articles, under their own names.
  private static func predictions() throws -> Data {
    let lines = try String(contentsOf: data.appending(path: "dev.docs.jsonl"), encoding: .utf8)
      .split(separator: "\n")
    let articles = try lines.map { try JSONDecoder().decode(Article.self, from: Data($0.utf8)) }
    let folder = try Scratch()
    for (index, article) in articles.enumerated() {
      try folder.write(article.text, to: "texts/\(1000 + index).txt")
    }
    let run = try Quoth.run(["annotate", "texts"], in: folder)
    try #require(run.status == 0 && run.lines.count == articles.count, "\(run.errors)")
    var out = Data()
    for (line, article) in zip(run.lines, articles) {
      var object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      object["doc"] = article.doc
      out += try JSONSerialization.data(withJSONObject: object) + Data("\n".utf8)
    }
    return out
  }

  // MARK: The scorer

  private struct Score: Decodable {
    struct Measure: Decodable { let f1: Double }
    let joint: Measure
  }

  private static func scores(
    gold: String, _ predictions: String, _ docs: String
  ) throws -> [String: Score] {
    let gold = data.appending(path: gold).path
    let arguments = ["--docs", docs, "--gold", gold, "--pred", predictions, "--json"]
    let report = try #require(
      try JSONSerialization.jsonObject(with: run(script("score.py") + arguments))
        as? [String: Any])
    return try report.filter { ["all", "direct", "indirect", "mixed"].contains($0.key) }.mapValues {
      try JSONDecoder().decode(Score.self, from: JSONSerialization.data(withJSONObject: $0))
    }
  }

  private static func script(_ name: String) -> [String] {
    ["python3", scorer.appending(path: name).path]
  }

  /// Returns what a program writes.
  private static func run(_ arguments: [String]) throws -> Data {
    let process = Process()
    let output = Pipe()
    process.executableURL = environment
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return data
  }
}
