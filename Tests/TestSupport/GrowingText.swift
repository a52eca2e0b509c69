/// Texts of a shape that can be made as long as one likes, for what must not take ever longer a word.
///
/// None of them is news; each is what some step of reading could be slow on.
public enum GrowingText: String, CaseIterable, Sendable {

  /// One paragraph of quotations, each with a speaker.
  case quotations
  /// The same, each in a paragraph of its own.
  case paragraphs
  /// Quotations and cues of all kinds in one paragraph, with pronouns for the speakers.
  case conversation
  /// Quoted paragraphs with no word of who speaks.
  case unattributed
  /// Paragraphs that open a quotation and do not close it, behind one who speaks.
  case carriedOn
  /// Marks that do not come in pairs.
  case unbalanced
  /// Marks and nothing else.
  case marks
  /// Quotations in quotations, all of which end at the end.
  case nested
  /// Single marks, which may be apostrophes.
  case singles
  /// One sentence without a stop.
  case sentence
  /// One sentence of verbs of speech and names.
  case verbs
  /// People by full name, each another.
  case names
  /// People by full name and then by a surname that many share.
  case surnames
  /// Titles without a name.
  case titles
  /// A list of names that small words join.
  case joined
  /// Turns of a transcript, each label twice.
  case turns
  /// Offices without a name.
  case offices
  /// One word.
  case word
  /// One word with hyphens.
  case hyphens
  /// One number with hyphens.
  case digits

  /// Returns about so many words of the shape.
  public func text(words: Int) -> String {
    switch self {
    case .quotations:
      Self.list(words / 15) { "“The harbour will open and we will pay,” said \(Self.name($0)). " }
    case .paragraphs:
      Self.list(words / 15) {
        "“The harbour will open and we will pay,” said \(Self.name($0)).\n\n"
      }
    case .conversation:
      Self.list(words / 28) {
        "“We will wait,” she said. \(Self.name($0 % 50)) told reporters that “the port is shut” and "
          + "added: “It is late.” "
      }
    case .unattributed:
      Self.list(words / 12) { _ in "“The harbour will open in spring and we pay.”\n\n" }
    case .carriedOn:
      "Ann Lee said: “We wait.\n\n"
        + Self.list(words / 8) { _ in "“The harbour will open in spring.\n\n" }
    case .unbalanced: Self.list(words / 6) { _ in "The \" harbour opens in spring " }
    case .marks: String(repeating: "\"", count: words)
    case .nested:
      "He said: " + String(repeating: "“the ‘harbour ", count: words / 6)
        + String(repeating: "opens’ now” ", count: words / 6) + "."
    case .singles: Self.list(words / 4) { _ in "the 'harbour opens " }
    case .sentence: Self.list(words / 6) { _ in "harbour opens and the town pays " }
    case .verbs: Self.list(words / 3) { "said \(Self.name($0)) " }
    case .names: Self.list(words / 4) { "\(Self.name($0)) spoke. " }
    case .surnames: Self.list(words / 6) { "\(Self.name($0)) met \(Self.surname($0)). " }
    case .titles: String(repeating: "President ", count: words)
    case .joined: String(repeating: "Bank of ", count: words / 2)
    case .turns:
      Self.list(words / 8) { "\(Self.name($0 / 2).uppercased()): We open in spring.\n\n" }
    case .offices: Self.list(words / 7) { _ in "“It is late,” the mayor said. " }
    case .word: String(repeating: "a", count: words * 5)
    case .hyphens: String(repeating: "well-", count: words / 2)
    case .digits: String(repeating: "1-", count: words / 2) + "a"
    }
  }

  private static func list(_ count: Int, _ part: (Int) -> String) -> String {
    (0..<count).map(part).joined()
  }

  private static let syllables = [
    "ad", "bri", "cor", "del", "eva", "fen", "gar", "hil", "ir", "jas", "kel", "lor", "mar", "nol",
  ]

  /// A name like “Adbri Cora Man”, another for each number.
  private static func name(_ number: Int) -> String {
    let count = syllables.count
    let first = syllables[number % count] + syllables[number / count % count]
    let middle = syllables[number / count / count % count]
    return "\(first.capitalized) \(middle.capitalized)a \(surname(number))"
  }

  private static func surname(_ number: Int) -> String { ["Man", "Berg", "Ley"][number % 3] }
}

extension String {
  /// The word with its first letter as a capital.
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
