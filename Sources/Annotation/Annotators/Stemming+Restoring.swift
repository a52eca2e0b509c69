extension Stemming {

  /// Returns the base form of a stem that has lost "ed" or "ing": hop, not hopp; hope, not hop.
  func restored(_ stem: [UInt8]) -> [UInt8] {
    let (last, before) = (stem[stem.count - 1], stem[stem.count - 2])
    if last == before { return isOf(last, "lszfeo") ? stem : stem.dropLast() }
    if isOf(last, "cuvzs") || endsSilently(stem, among: Self.softened) { return stem + [0x65] }
    if last == 0x6C, !isOf(before, "aeioulwr") { return stem + [0x65] }
    if !isOf(before, "aeiou") || isOf(last, "aeiouwxy") { return stem }
    if stem.count > 2, isOf(stem[stem.count - 3], "aeiou") { return stem }
    let isShort = vowelGroups(stem) == 1
    return isShort || endsSilently(stem, among: Self.silent) ? stem + [0x65] : stem
  }

  private func vowelGroups(_ stem: [UInt8]) -> Int {
    stem.indices.count {
      isOf(stem[$0], "aeiou") && ($0 == 0 || !isOf(stem[$0 - 1], "aeiou"))
    }
  }

  private func endsSilently(_ stem: [UInt8], among endings: [[UInt8]]) -> Bool {
    endings.contains { stem.count >= $0.count && stem.suffix($0.count).elementsEqual($0) }
  }

  private func isOf(_ byte: UInt8, _ letters: StaticString) -> Bool {
    letters.description.utf8.contains(byte)
  }

  /// Endings behind which an "e" makes the consonant soft: judge, urge, change.
  private static let softened = ["dg", "rg", "lg", "ang"].map { Array($0.utf8) }

  /// Endings of longer stems that mostly stand before a silent "e": create, require, decide.
  private static let silent =
    ["at", "ir", "ur", "in", "id", "ut", "ak", "ok"].map { Array($0.utf8) }
}
