extension TokenScanner {

  /// Returns the end of a number with its separators: 1,000.5, 5:30, 20th, 1970s.
  func numberEnd(from start: Int) -> Int {
    if let file = fileEnd(from: start) { return file }
    var index = start
    while index < end {
      if isDigit(index) {
        index += 1
      } else if Self.separators.contains(byte(index)), isDigit(index + 1),
        byte(index) != 0x2F || !isRatio(start, index)
      {
        index += 2
      } else if let next = groupEnd(from: start, index) {
        index = next
      } else {
        break
      }
    }
    var last = index
    while isWord(last), !isDigit(last) { last += ByteClass.at(last, in: bytes).length }
    guard last > index else { return decadeEnd(index) ?? index }
    if Self.units.contains(WordHash(bytes, index..<last)), !isWord(last) { return index }
    let isOrdinal = Self.ordinals.contains(WordHash(bytes, index..<last))
    return isOrdinal || isUpper(index) || isDigit(last) ? last : index
  }

  /// Returns the end of a file's name: "notes-2.doc", "05_12.xls".
  func fileEnd(from start: Int) -> Int? {
    var index = start
    while index < start + Self.longestFile, isWord(index) || Self.fileMarks.contains(byte(index)) {
      index += 1
    }
    guard byte(index) == 0x2E, isWord(index + 1) else { return nil }
    let last = wordRunEnd(from: index + 1)
    return Self.endings.contains(WordHash(bytes, index + 1..<last)) ? last : nil
  }

  /// Whether the stroke at `index` parts two numbers that are no date: "24/7".
  private func isRatio(_ start: Int, _ index: Int) -> Bool {
    var last = index + 1
    while isDigit(last) { last += 1 }
    guard byte(last) != 0x2F, byte(last) != 0x2D else { return false }
    let digits = bytes[start..<index]
    guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return false }
    return digits.reduce(0) { min(1000, $0 * 10 + Int($1 & 0xF)) } > 12
  }

  /// Returns the end of a decade: "80's".
  private func decadeEnd(_ index: Int) -> Int? {
    let length = apostropheLength(index)
    guard length > 0, byte(index - 1) == 0x30, byte(index + length) | 0x20 == 0x73,
      !isWord(index + length + 1)
    else { return nil }
    return index + length + 1
  }

  /// Returns the end of the last group of digits, where hyphens part them as in a number of a
  /// telephone or a date; a single hyphen is that of a span but between three digits and four.
  private func groupEnd(from start: Int, _ index: Int) -> Int? {
    guard byte(index) == 0x2D, isDigit(index + 1) else { return nil }
    var (last, groups, length) = (index, 1, index - start)
    while byte(last) == 0x2D, isDigit(last + 1), groups <= Self.mostGroups {
      let first = last + 1
      last = first
      while isDigit(last) { last += 1 }
      (groups, length) = (groups + 1, last - first)
    }
    guard !isWord(last), byte(last) != 0x2D else { return nil }
    return groups > 2 || Self.groupLengths.contains(index - start) && length == 4 ? last : nil
  }

  /// Returns the end of a face such as ":-)", or nil where there is none.
  private func faceEnd(from start: Int) -> Int? {
    guard byte(start) == 0x3A || byte(start) == 0x3B || byte(start) == 0x3D else { return nil }
    guard !isBehindWord(start) || byte(start) == 0x3A else { return nil }
    let mouth = byte(start + 1) == 0x2D ? start + 2 : start + 1
    switch byte(mouth) {
    case 0x29, 0x28:
      var last = mouth + 1
      while byte(last) == byte(mouth) { last += 1 }
      return last
    case 0x44, 0x50, 0x70: return isWord(mouth + 1) || isBehindWord(start) ? nil : mouth + 1
    default: return nil
    }
  }

  /// Returns the end of the ending of a file's name that stands behind a blank or bracket: ".doc".
  private func endingEnd(from start: Int) -> Int? {
    guard byte(start) == 0x2E, !isBehindWord(start), isWord(start + 1) else { return nil }
    let last = wordRunEnd(from: start + 1)
    return Self.endings.contains(WordHash(bytes, start + 1..<last)) ? last : nil
  }

  /// Returns the end of a fraction without its zero: ".15".
  private func fractionEnd(from start: Int) -> Int? {
    guard byte(start) == 0x2E, isDigit(start + 1), !isBehindWord(start), byte(start - 1) != 0x2E
    else { return nil }
    var last = start + 1
    while isDigit(last) { last += 1 }
    return isWord(last) ? nil : last
  }

  /// Returns the end of a word that has lost its beginning, with the apostrophe at `start` for it:
  /// "'em", "'09".
  private func clippedEnd(from start: Int, _ apostrophe: Int) -> Int? {
    guard apostrophe > 0, !isBehindWord(start) else { return nil }
    let first = start + apostrophe
    let last = wordRunEnd(from: first)
    if Self.clipped.contains(WordHash(bytes, first..<last)) { return last }
    let digits = last - first == 3 && byte(last - 1) == 0x73 ? first..<last - 1 : first..<last
    return digits.count == 2 && digits.allSatisfy(isDigit) ? last : nil
  }

  /// Returns the end of a face or arrow that stands alone between blanks.
  private func signEnd(from start: Int) -> Int? {
    guard byte(start - 1) <= 0x20 else { return nil }
    let sign = Self.signs.first { bytes[start..<end].starts(with: $0.utf8) }
    guard let last = sign.map({ start + $0.utf8.count }), byte(last) <= 0x20 else { return nil }
    return last
  }

  /// Returns the end of the calling code of a country: "+44".
  private func callingCodeEnd(from start: Int) -> Int? {
    guard byte(start) == 0x2B, !isBehindWord(start) else { return nil }
    let last = wordRunEnd(from: start + 1)
    let digits = start + 1..<last
    return (1...3).contains(digits.count) && digits.allSatisfy(isDigit) ? last : nil
  }

  /// Returns the end of a mark or a run of the same mark.
  func markEnd(from start: Int, _ length: Int) -> Int {
    let apostrophe = apostropheLength(start)
    if apostrophe > 0, let clitic = cliticEnd(start, apostrophe) { return clitic }
    if let face = faceEnd(from: start) { return face }
    let special =
      endingEnd(from: start) ?? callingCodeEnd(from: start) ?? fractionEnd(from: start)
      ?? clippedEnd(from: start, apostrophe) ?? signEnd(from: start)
    if let special { return special }
    let first = byte(start)
    if first == 0x3D || first == 0x2A || first == 0x2D, let line = lineEnd(from: start) {
      return line
    }
    if first == 0x27, byte(start + 1) == 0x27, byte(start + 2) != 0x27 { return start + 2 }
    guard Self.runs.contains(first) else { return start + length }
    var index = start + 1
    let isExclamation = first == 0x21 || first == 0x3F || first == 0x2E
    while byte(index) == first || (isExclamation && (byte(index) == 0x21 || byte(index) == 0x3F)) {
      index += 1
    }
    let isCry = first == 0x21 || first == 0x3F
    if isCry, byte(index) == 0x2E, byte(index + 1) != 0x2E, !isWord(index + 1) { return index + 1 }
    return index
  }

  /// Returns the end of a drawn line of several marks: "==--==".
  private func lineEnd(from start: Int) -> Int? {
    var index = start
    while byte(index) == 0x3D || byte(index) == 0x2D || byte(index) == 0x2A { index += 1 }
    return index - start > 3 ? index : nil
  }

  /// Returns the end of a web address, an address of mail, an @handle or a #tag.
  mutating func addressEnd(from start: Int) -> Int? {
    let first = byte(start)
    if first == 0x40 || first == 0x23 {
      guard isWord(start + 1), !isBehindWord(start), !isDigit(start + 1) else {
        return nil
      }
      return wordRunEnd(from: start + 1)
    }
    guard !isBehindWord(start) else { return nil }
    if first | 0x20 == 0x68,
      starts(with: "http://", at: start) || starts(with: "https://", at: start)
    {
      return webEnd(from: start)
    }
    if first | 0x20 == 0x77, starts(with: "www.", at: start) { return webEnd(from: start) }
    if first | 0x20 == 0x6D, starts(with: "mailto:", at: start) { return webEnd(from: start) }
    return mailEnd(from: start)
  }

  private func wordRunEnd(from start: Int) -> Int {
    var index = start
    while isWord(index) { index += ByteClass.at(index, in: bytes).length }
    return index
  }

  private func webEnd(from start: Int) -> Int {
    var index = start
    while index < end {
      let (kind, length) = ByteClass.at(index, in: bytes)
      if kind == .blank || length > 1 && kind == .mark || byte(index) == 0x22 { break }
      index += length
    }
    while index > start + 1, Self.trailing.contains(byte(index - 1)) { index -= 1 }
    return index
  }

  private mutating func mailEnd(from start: Int) -> Int? {
    // Without an "@" every word of a run asks for its end.
    if !mailRun.contains(start) {
      var end = start
      while isMail(end) { end += 1 }
      mailRun = start..<end
    }
    var index = mailRun.contains(start) ? mailRun.upperBound : start
    guard index > start, byte(index) == 0x40, isMail(index + 1) else { return nil }
    index += 1
    while isMail(index) { index += 1 }
    while Self.trailing.contains(byte(index - 1)) { index -= 1 }
    return index
  }

  private func isMail(_ index: Int) -> Bool {
    let byte = byte(index)
    return byte < 0x80 && (isWord(index) || byte == 0x2E || byte == 0x2D || byte == 0x2B)
  }

  private func starts(with prefix: StaticString, at start: Int) -> Bool {
    let prefix = prefix.description.utf8
    guard start + prefix.count < end else { return false }
    return zip(bytes[start...], prefix).allSatisfy {
      ($0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0) == $1
    }
  }
}

extension TokenScanner {

  /// Words that keep their period.
  static let abbreviations = WordSet(
    """
    mr mrs ms messrs dr drs attn prof sr jr st sts rev hon inc ltd corp co bros vs etc dept est
    approx govt jan feb aug sept oct nov dec ave blvd mt ft viz al cf eg ie intl assn univ
    """)

  /// Words that keep their period when they are capitalised: titles before a name, and days.
  static let titles = WordSet(
    """
    sen sens gen gov govs rep reps lt col sgt capt cmdr maj adm brig cpl pvt pres amb supt insp fr
    mon tue tues wed thu thur thurs fri sat sun apr jun jul mar calif mass wash conn fla ill va pa
    ariz colo tenn okla minn wis mich ore nev ga ala ark del md mo mont neb vt wyo
    """)

  /// Words that keep their period where the sentence goes on behind it.
  static let innerAbbreviations = WordSet(
    "yrs lb lbs oz esp vol sec hrs mins ext ph fig conf para incl")
  /// Letters with a period between, of which the last one may be missing.
  static let dotted = WordSet("i.e e.g a.m p.m u.s u.k")
  /// What the names of groups of the news of the net begin with.
  static let newsgroups = WordSet("alt misc rec comp sci soc talk ba")
  static let clipped = WordSet("em n til bout")
  static let signs = ["^_^", "-_-", "(:", "<3", ":/", "->", "=>"]

  static let number = WordHash("no")
  static let etc = WordHash("etc")
  static let clitics = WordSet("s m d ll re ve")
  static let prefixes = WordSet(
    """
    e co re pre non anti ex mid pro semi multi un sub ultra post mis neo intra over cross counter
    inter mini super socio psycho proto arch hyper
    """)
  static let slashed = WordSet("w/o w/out b/c b/t l/c i/c")
  static let domains = WordSet("com org net gov edu io eu uk info tv").union(endings)
  /// What the names of files end in.
  static let endings = WordSet("pdf doc docx htm html xls xlsx ppt txt jpg gif png zip csv")
  /// The most bytes of a file's name before its ending, so that no run is gone through for each mark.
  static let longestFile = 80
  /// The most bytes of letters with periods between, likewise.
  static let longestInitials = 80
  /// The most groups of digits of a number, likewise.
  static let mostGroups = 32
  /// Marks within the names of files.
  static let fileMarks: Set<UInt8> = [0x23, 0x2D, 0x5F, 0x7E]
  /// How long what stands before the last four digits of a number may be: that of a telephone within a
  /// house or without, one with its area, or a postal code.
  static let groupLengths: Set<Int> = [1, 3, 5, 7]
  /// What stands behind a number as a word of its own.
  static let units = WordSet("am pm k m")
  static let ordinals = WordSet("st nd rd th s")
  /// Words that are two, and how long the first is.
  static let contractions: [(word: WordHash, cut: Int)] = [
    (WordHash("cannot"), 3), (WordHash("gonna"), 3), (WordHash("gotta"), 3),
    (WordHash("wanna"), 3), (WordHash("dont"), 2), (WordHash("cant"), 2), (WordHash("wont"), 2),
    (WordHash("havent"), 4), (WordHash("hasnt"), 3), (WordHash("didnt"), 3),
    (WordHash("doesnt"), 4), (WordHash("isnt"), 2), (WordHash("wasnt"), 3),
    (WordHash("arent"), 3), (WordHash("couldnt"), 5), (WordHash("wouldnt"), 5),
    (WordHash("shouldnt"), 6), (WordHash("im"), 1), (WordHash("ive"), 1), (WordHash("thats"), 4),
    (WordHash("whats"), 4), (WordHash("theyre"), 4), (WordHash("youre"), 3),
    (WordHash("theres"), 5), (WordHash("alot"), 1), (WordHash("outta"), 3), (WordHash("hes"), 2),
    (WordHash("aint"), 2), (WordHash("youll"), 3), (WordHash("itll"), 2), (WordHash("heres"), 4),
    (WordHash("elses"), 4),
  ]
  static let lets = WordHash("lets")
  static let its = WordHash("its")
  static let all = WordHash("all")
  static let your = WordHash("your")
  /// Words before which "its" and "your" have lost an apostrophe.
  static let unowned = WordSet(
    """
    not a an the really simply definitely between for also from nothing in just getting been so too
    no that what like gonna going because if my your his this these on at to with about probably
    such there anyone also here you us me as called
    """)
  /// Words that are said of a thing where "to" follows: "its easy to".
  static let predicates = WordSet(
    """
    easy hard simple difficult important necessary possible impossible likely unlikely illegal legal
    great good nice rare sad funny cheap able ready willing supposed
    """)
  static let separators: Set<UInt8> = [0x2C, 0x2E, 0x3A, 0x2F]
  static let runs: Set<UInt8> = [
    0x2E, 0x21, 0x3F, 0x2D, 0x2A, 0x3D, 0x7E, 0x60, 0x3C, 0x3E, 0x24, 0x2B,
  ]
  static let trailing: Set<UInt8> = [
    0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x5D, 0x27, 0x22, 0x3E, 0x7D,
  ]
}
