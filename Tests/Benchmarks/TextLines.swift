extension BenchmarkLine {

  /// The lines over text.
  static let text: [BenchmarkLine] = [
    BenchmarkLine("word_mid", "\"economy\" | count"),
    BenchmarkLine("word_top", "\"the\" | count"),
    BenchmarkLine("word_rare", "\"nevertheless\" | count"),
    BenchmarkLine("word_case", "[word = \"ECONOMY\"] | count"),
    BenchmarkLine("re_prefix", "\"econom*\" | count"),
    BenchmarkLine("re_suffix", "\"*ization\" | count"),
    BenchmarkLine("re_infix", "[word = \".*[aeiou]{3}.*\"] | count"),
    BenchmarkLine("phrase3", "\"the united states\" | count"),
    BenchmarkLine("phrase3_mid", "\"the white house\" | count"),
    BenchmarkLine(
      "gap_mid", "[word = \"president\"] []{0,5} [word = \"said\"] within sentences | count"),
    BenchmarkLine("gap_top", "[word = \"the\"] []{0,5} [word = \"of\"] within sentences | count"),
    BenchmarkLine("pos_lemma", "[pos = \"ADJ\"] [lemma = \"economy\"] | count"),
    BenchmarkLine("pos_pos", "[pos = \"ADJ\"] [pos = \"NOUN\"] | count"),
    BenchmarkLine("word_year", "\"economy\" | where date in 2023 | count", of: "word_mid"),
    BenchmarkLine(
      "word_speaker",
      "\"economy\" within (quotes where speaker = exactly \"THE PRESIDENT\") | count",
      of: "word_mid"),
    BenchmarkLine("group_year", "\"economy\" | count by year", .rows, unit: "groups"),
    BenchmarkLine("group_year_top", "\"the\" | count by year", .rows, unit: "groups"),
    BenchmarkLine("group_ym_top", "\"the\" | count by month", .rows, unit: "groups"),
    BenchmarkLine(
      "group_speaker", "\"economy\" | to quotes | count by speaker", .rows, unit: "groups"),
    BenchmarkLine("freq_all", "tokens | count by word | limit 1000", .rows, unit: "rows"),
    BenchmarkLine(
      "colloc_next", "\"economy\" | collocates window 1", .rows, unit: "groups"),
    BenchmarkLine("kwic1000", "\"president\" | kwic 10 | limit 1000", .written, unit: "rows"),
  ]
}
