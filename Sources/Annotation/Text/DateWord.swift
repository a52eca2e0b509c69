/// A word or number of a text that may name a day.
package struct DateWord {

  /// What it says.
  enum Content: Hashable {
    case month(Int)
    /// A number and how many digits it is written with.
    case number(Int, Int)
    /// A word that goes with dates: a weekday, "updated", "GMT".
    case company
    case other
  }

  /// What it says.
  let content: Content
  /// The offset of its first byte and the one behind its last.
  let range: Range<Int>
  /// The byte before it.
  let separator: UInt8

  /// Returns the words and numbers of a text; everything else parts them.
  static func words(in bytes: [UInt8]) -> [DateWord] {
    var words: [DateWord] = []
    var index = 0
    while index < bytes.count {
      guard let isDigit = kind(bytes[index]) else {
        index += 1
        continue
      }
      if let length = markLength(bytes, index) {
        index += length
        continue
      }
      let start = index
      while index < bytes.count, kind(bytes[index]) == isDigit, markLength(bytes, index) == nil {
        index += 1
      }
      let separator = start > 0 ? bytes[start - 1] : 0x20
      if !isDigit, isSilent(bytes[start..<index], behind: separator) { continue }
      let content = isDigit ? number(bytes[start..<index]) : name(bytes[start..<index])
      words.append(DateWord(content: content, range: start..<index, separator: separator))
    }
    return words
  }

  /// Whether a byte is a digit; nil where it is neither digit nor letter.
  private static func kind(_ byte: UInt8) -> Bool? {
    switch byte {
    case 0x30...0x39: true
    case 0x41...0x5A, 0x61...0x7A, 0x80...: false
    default: nil
    }
  }

  /// The length of a dash, a dot or a blank at an offset that takes several bytes; nil for anything else.
  private static func markLength(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard index + 1 < bytes.count else { return nil }
    switch (bytes[index], bytes[index + 1]) {
    case (0xC2, 0xA0...0xBF): return 2
    case (0xE2, 0x80): return Swift.min(3, bytes.count - index)
    default: return nil
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Content {
    guard digits.count <= 14 else { return .other }
    return .number(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count)
  }

  /// Whether a word says nothing in a date: "th" behind a figure, "er" in French, and "of".
  private static func isSilent(_ word: ArraySlice<UInt8>, behind separator: UInt8) -> Bool {
    guard word.count == 2 else { return false }
    let text = String(decoding: word, as: UTF8.self)
    return text == "of" || kind(separator) == true && ordinals.contains(text)
  }

  private static let ordinals: Set<String> = ["st", "nd", "rd", "th", "er"]

  private static func name(_ word: ArraySlice<UInt8>) -> Content {
    guard word.count <= 14 else { return .other }
    let isPlain = word.allSatisfy { $0 < 0x80 }
    let text =
      isPlain
      ? String(decoding: word.map { $0 | 0x20 }, as: UTF8.self)
      : String(decoding: word, as: UTF8.self).lowercased()
    if let month = months[text] { return .month(month) }
    return company.contains(text) ? .company : .other
  }

  /// The month of an English, French or German name in lower case, whole or shortened.
  package static func month(named name: String) -> Int? { months[name] }

  /// The months by their English, French and German names, whole and shortened.
  private static let months: [String: Int] = {
    let names = [
      "january jan janvier janv januar jänner jaenner jän",
      "february feb février fevrier févr fevr fév fev februar",
      "march mar mars märz maerz mär mrz", "april apr avril avr", "may mai", "june jun juin juni",
      "july jul juillet juil juli", "august aug août aout", "september sep sept septembre",
      "october oct octobre oktober okt", "november nov novembre",
      "december dec décembre decembre déc dezember dez",
    ]
    var months: [String: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") { months[String(name)] = index + 1 }
    }
    return months
  }()

  private static let company: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "at", "on", "am", "pm", "a", "p",
    "m", "t", "z", "gmt", "utc", "et", "est", "edt", "pt", "pst", "pdt", "ct", "bst", "cet",
    "cest", "h", "ist", "published", "updated", "posted", "last", "first", "modified", "date",
    "lundi",
    "mardi", "mercredi",
    "jeudi", "vendredi", "samedi", "dimanche", "le", "à", "publié", "modifié", "montag", "dienstag",
    "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "den", "um", "uhr",
    "veröffentlicht", "aktualisiert", "stand",
  ]
}
