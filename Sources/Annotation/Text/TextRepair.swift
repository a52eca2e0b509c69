/// A kind of damage that is repaired when a text is read.
enum TextRepair: Int, CaseIterable {
  case utf16, utf32, invalidUTF8, windows1252, macRoman, byteOrderMark, mojibake, entity
  case carriageReturn, lineSeparator, nul, control, space, invisible

  /// What one of them, and what several are called in the summary of a reading.
  var names: (one: String, many: String) {
    switch self {
    case .utf16: ("text in UTF-16", "texts in UTF-16")
    case .utf32: ("text in UTF-32", "texts in UTF-32")
    case .invalidUTF8: ("invalid UTF-8 sequence", "invalid UTF-8 sequences")
    case .windows1252: ("Windows-1252 character", "Windows-1252 characters")
    case .macRoman: ("Mac Roman character", "Mac Roman characters")
    case .byteOrderMark: ("byte order mark", "byte order marks")
    case .mojibake: ("mojibake sequence", "mojibake sequences")
    case .entity: ("HTML entity", "HTML entities")
    case .carriageReturn: ("carriage return", "carriage returns")
    case .lineSeparator: ("line separator", "line separators")
    case .nul: ("NUL character", "NUL characters")
    case .control: ("control character", "control characters")
    case .space: ("special space", "special spaces")
    case .invisible: ("invisible character", "invisible characters")
    }
  }
}

/// How often each kind of damage was repaired.
struct RepairTally {

  private var counts = [Int](repeating: 0, count: TextRepair.allCases.count)

  /// Counts one more repair.
  mutating func add(_ repair: TextRepair, _ count: Int = 1) {
    counts[repair.rawValue] += count
  }

  /// The kinds that occurred with their counts, like "3 mojibake sequences".
  var summary: [String] {
    TextRepair.allCases.compactMap { repair in
      let count = counts[repair.rawValue]
      if count == 0 { return nil }
      return "\(count) \(count == 1 ? repair.names.one : repair.names.many)"
    }
  }
}
