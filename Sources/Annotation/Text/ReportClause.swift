/// The clause at the end of a line that tells who says so: ", said Jon Roe.", ", she said.".
package enum ReportClause {

  /// Whether a line ends with such a clause: up to six words behind its last comma, of which the first or the
  /// last is a verb of saying.
  package static func ends(_ line: [UInt8]) -> Bool {
    guard let comma = line.lastIndex(of: 0x2C) else { return false }
    let clause = line[(comma + 1)...]
    // A credit behind a sentence says who took the picture.
    guard !clause.contains(where: { ":(/|@".utf8.contains($0) }) else { return false }
    let words = clause.split { !isLetter($0) }.map { word in
      word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
    guard (2...6).contains(words.count), let first = words.first, let last = words.last else {
      return false
    }
    return verbs.contains(first) || verbs.contains(last)
  }

  /// Whether a line holds a verb of saying in English, French or German.
  package static func holdsVerb(_ line: [UInt8]) -> Bool {
    line.split { !isLetter($0) }.contains { word in
      verbs.contains(word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0xC3 || (0x80...0xBF).contains(byte)
  }

  private static let verbs: Set<[UInt8]> = {
    let words =
      "said says say saying told tells added adds asked asks replied replies wrote writes tweeted posted "
      + "noted notes warned warns argued argues insisted insists explained explains claimed claims "
      + "stated states announced declared admitted denied joked quipped recalled remarked responded "
      + "urged urges vowed vows "
      + "dit déclare déclaré affirme affirmé explique expliqué ajoute ajouté demande répond répondu "
      + "sagt sagte sagten erklärt erklärte meint meinte fragt fragte antwortet antwortete betont "
      + "betonte schrieb schreibt warnt warnte"
    return Set(words.utf8.split(separator: 0x20).map(Array.init))
  }()
}
