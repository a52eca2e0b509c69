/// The words of a label: titles first, then the name.
struct SpeakerTitle {

  /// The office in lower case, without “the”: “vice president”; empty for “Mr.” alone.
  let office: String
  /// The words of the name as they stand in the label; none for an office alone.
  let name: [String]

  /// Reads a label like “PRIME MINISTER TRUDEAU” or “DR ODE (via video)”.
  init(_ label: ArraySlice<UInt8>) {
    let words = Self.words(label)
    let isOffice = words.first == "THE"
    let titles =
      isOffice
      ? words.dropFirst()[...]
      : words.prefix { Self.titles.contains($0) || Self.adjuncts.contains($0) }
    office = titles.filter { !Self.forms.contains($0) }.joined(separator: " ").lowercased()
    name = isOffice ? [] : Array(words.dropFirst(titles.count))
  }

  /// Whether a label is a person’s for certain: with a title, or “THE” with one.
  static func isPerson(_ label: ArraySlice<UInt8>) -> Bool {
    let words = words(label)
    guard words.count > 1, let first = words.first else { return false }
    return titles.contains(first == "THE" ? words[1] : first)
  }

  /// The words of a label in capitals, without dots and without what stands in brackets.
  static func words(_ label: ArraySlice<UInt8>) -> [String] {
    let plain = label.prefix { $0 != 0x28 && $0 != 0x5B && $0 != 0x2C }
    let words = String(decoding: plain, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    // “ODE — GOVERNOR ODE”: the label was begun anew.
    let last = words.lastIndex(of: "—").map { $0 + 1 } ?? 0
    return words[last...].map {
      $0.last == "." && $0.count > 2 ? $0.dropLast().uppercased() : $0.uppercased()
    }
  }

  /// Whether a word is a title or part of one.
  static func isTitle(_ word: String) -> Bool {
    titles.contains(word.uppercased()) || adjuncts.contains(word.uppercased())
  }

  private static let forms: Set<String> = ["MR", "MRS", "MS", "MISS", "DR", "PROF", "ACTING"]

  /// Words that stand in titles, but begin other names as well.
  private static let adjuncts: Set<String> = [
    "NATIONAL", "SECURITY", "COORDINATOR", "PRINCIPAL", "MAJOR", "STATE", "OF", "HER", "HIS",
    "EXCELLENCY", "MAJESTY",
  ]

  private static let titles: Set<String> = [
    "MR", "MRS", "MS", "MISS", "DR", "PROF", "PROFESSOR", "ACTING", "DEPUTY", "VICE", "PRESIDENT",
    "PRIME", "MINISTER", "CHANCELLOR", "SECRETARY", "SECRETARY-GENERAL", "GOVERNOR", "SENATOR",
    "REPRESENTATIVE", "CONGRESSMAN", "CONGRESSWOMAN", "AMBASSADOR", "GENERAL", "ADMIRAL", "COLONEL",
    "CAPTAIN", "SERGEANT", "DIRECTOR", "ADMINISTRATOR", "CHAIR", "CHAIRMAN", "CHAIRWOMAN",
    "SPEAKER", "LEADER", "MAYOR", "JUSTICE", "JUDGE", "KING", "QUEEN", "PRINCE", "PRINCESS",
    "POPE", "FIRST", "LADY", "GENTLEMAN", "SECOND", "SURGEON", "ATTORNEY", "COMMISSIONER",
    "UNDERSECRETARY", "ASSISTANT", "PRESS", "FOREIGN", "TAOISEACH", "PREMIER", "CHIEF", "REVEREND",
    "ADVISOR", "ADVISER", "SIR", "DAME", "DOCTORS", "DOCTOR", "COMMANDER", "PASTOR", "RABBI",
    "REV", "BISHOP", "CARDINAL", "FATHER", "SISTER", "SEN", "REP", "GOV", "LT", "GEN", "SHERIFF",
  ]
}
