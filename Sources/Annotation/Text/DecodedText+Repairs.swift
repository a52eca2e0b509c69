extension DecodedText {

  /// What had to be repaired to decode it, as in the summary of a reading.
  package var repairs: [String] { tally.summary }
}
