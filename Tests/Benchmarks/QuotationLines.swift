import Foundation

extension BenchmarkLine {

  /// The lines over quotations, about the speakers and topics that the generator chose.
  static func quotations(_ asked: AskedNames) -> [BenchmarkLine] {
    asked.pairs.flatMap(pair) + single(asked)
  }

  private static func pair(_ pair: AskedNames.Pair) -> [BenchmarkLine] {
    let both = "quotes where speaker = \"\(pair.speaker)\" and topic = \"\(pair.topic)\""
    return [
      BenchmarkLine("sp_topic_\(pair.name)", both + " | count", unit: "rows"),
      BenchmarkLine(
        "sp_topic_text_\(pair.name)",
        both + " | order by date desc | limit 100 | select date, text",
        .rows, unit: "rows"),
    ]
  }

  private static func single(_ asked: AskedNames) -> [BenchmarkLine] {
    let topic = "quotes where topic = \"\(asked.topic)\""
    let speaker = "quotes where speaker = \"\(asked.speaker)\""
    return [
      BenchmarkLine("date_topic", topic + " and date in 2016-11 | count", unit: "rows"),
      BenchmarkLine(
        "date_topic_sp10", topic + " and date in 2016 | count by speaker | limit 10", .rows,
        unit: "groups"),
      BenchmarkLine(
        "top10_speakers", "quotes | count by speaker | limit 10", .rows, unit: "groups"),
      BenchmarkLine("topic_top10", topic + " | count by speaker | limit 10", .rows, unit: "groups"),
      BenchmarkLine("speaker_month", "quotes | count by speaker, month | count", unit: "groups"),
      BenchmarkLine("speaker_month_one", speaker + " | count by month", .rows, unit: "groups"),
      BenchmarkLine("count_month", "quotes | count by month", .rows, unit: "groups"),
      BenchmarkLine("word_speaker", speaker + " and \"economy\" | count", unit: "rows"),
      BenchmarkLine(
        "word_top10", "quotes where \"economy\" | count by speaker | limit 10", .rows,
        unit: "groups"),
      BenchmarkLine("word_count", "quotes where \"economy\" | count", unit: "rows"),
    ]
  }
}

/// The speakers and topics that are asked for, as the generator of quotations chose them.
struct AskedNames {

  /// A speaker and a topic of theirs.
  struct Pair {
    let name: String
    let speaker: String
    let topic: String
  }

  private struct Choice: Decodable {
    struct Pick: Decodable {
      let speaker: String
      let topic: String
    }
    let picks: [String: Pick]
  }

  /// All pairs, by their names.
  let pairs: [Pair]

  /// Reads the choice of the generator.
  init(contentsOf file: URL) throws {
    let choice = try JSONDecoder().decode(Choice.self, from: Data(contentsOf: file))
    pairs = choice.picks.map {
      Pair(name: $0.key, speaker: $0.value.speaker, topic: $0.value.topic)
    }
    .sorted { ($0.name.count, $0.name) < ($1.name.count, $1.name) }
  }

  /// The speaker of whom single questions are.
  var speaker: String { pairs.first { $0.name == "rank10" }?.speaker ?? "" }

  /// The topic of which single questions are.
  var topic: String { pairs.first { $0.name == "rank0" }?.topic ?? "" }
}
