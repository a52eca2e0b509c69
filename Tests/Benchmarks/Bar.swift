/// What a line has to reach.
enum Bar {

  /// Returns the most that a line may take of the time of the best peer in the same run; nil where
  /// nothing was set for it, as where no peer can do it.
  static func ratio(of line: String, size: String) -> Double? {
    let bars = size.hasPrefix("q") ? quotations : text
    return bars[line] ?? bars.first { line.hasPrefix($0.key) }?.value
  }

  private static let text: [String: Double] = [
    "word_mid": 0.2, "word_top": 0.1, "word_rare": 0.2, "re_prefix": 0.4, "re_suffix": 0.3,
    "re_infix": 0.2, "phrase3": 0.15, "phrase3_mid": 0.15, "gap_mid": 0.55, "gap_top": 0.32,
    "word_year": 0.5, "word_speaker": 0.5, "group_year": 0.7, "group_year_top": 0.33,
    "group_ym_top": 0.33, "group_speaker": 0.7, "freq_all": 0.1, "colloc_next": 0.1,
    "kwic1000": 0.15, "startup": 0.7,
  ]

  private static let quotations: [String: Double] = [
    "sp_topic_text_": 0.5, "sp_topic_rank": 0.3, "date_topic": 0.2, "date_topic_sp10": 0.2,
    "top10_speakers": 0.05, "topic_top10": 0.2, "speaker_month": 0.1, "speaker_month_one": 0.03,
    "count_month": 0.5, "word_speaker": 0.02, "word_top10": 0.03,
  ]
}
