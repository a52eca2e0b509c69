internal import Annotation

/// The text export of Factiva without codes: headline, by-line, number of words, day, paper and
/// copyright stand on lines of their own, and `Document FTFT…` closes each article.
struct FactivaDisplay {

  private let file: SourceFile
  private var reading = Reading()
  private var ends = ArticleEnds()
  private var lines: [(number: Int, bytes: ArraySlice<UInt8>)] = []

  /// Whether the beginning of a file is such an export: an article's end, and a number of words.
  static func recognizes(_ start: [UInt8]) -> Bool {
    var hasCount = false
    for (_, line) in TrimmedLines(start, firstLine: 1) {
      if isWordCount(line) { hasCount = true }
      if hasCount, identifier(of: line) != nil { return true }
    }
    return false
  }

  /// Reads the articles of a file.
  static func read(_ file: SourceFile) -> Reading {
    var display = FactivaDisplay(file: file)
    for (number, line) in TrimmedLines(DecodedText(file.bytes).bytes, firstLine: file.firstLine) {
      if let identifier = identifier(of: line) {
        display.endArticle(identifier)
      } else if !line.isEmpty || !display.lines.isEmpty {
        display.lines.append((number, line))
      }
    }
    display.endArticle(nil)
    display.ends.tell(file, in: &display.reading)
    return display.reading
  }

  private init(file: SourceFile) { self.file = file }

  /// What stands before the number of a document, by the language in which Factiva was used: English and French,
  /// German, Spanish and Italian, Dutch, Swedish.
  private static let labels = ["Document", "Dokument", "Documento", "Dokumentet"].map {
    Array("\($0) ".utf8)
  }

  /// What words are called behind their number.
  private static let units: Set<String> = [
    "word", "words", "mot", "mots", "wort", "wörter", "woerter", "palabra", "palabras", "parola",
    "parole", "palavra", "palavras", "woord", "woorden", "ord", "слов", "слова",
  ]

  /// The number of a document in `Document FTFT000020240312ek3c0001x`.
  private static func identifier(of line: ArraySlice<UInt8>) -> String? {
    guard let label = labels.first(where: { line.starts(with: $0) }) else { return nil }
    let word = line.dropFirst(label.count)
    guard (16...40).contains(word.count),
      word.allSatisfy({ isDigit($0) || (0x41...0x5A).contains($0 & 0xDF) }),
      word.count(where: isDigit) >= 8
    else { return nil }
    return word.text
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// `345 words`, `1,345 words`, `345 Wörter`.
  private static func isWordCount(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.split(separator: 0x20)
    return words.count == 2 && units.contains(words[1].text.lowercased())
      && words[0].allSatisfy { isDigit($0) || $0 == 0x2C || $0 == 0x2E }
  }

  private mutating func endArticle(_ identifier: String?) {
    defer { lines = [] }
    guard let count = lines.firstIndex(where: { Self.isWordCount($0.bytes) }) else {
      // Behind the last article stands what was searched for.
      if identifier != nil, let first = lines.first {
        reading.warnings.append(.noBody(file.origin, line: first.number))
      }
      return
    }
    var document = ExportedDocument(line: lines[0].number)
    addTop(lines[..<count].map(\.bytes.text).filter { !$0.isEmpty }, to: &document)
    let body = addHead(lines[(count + 1)...], to: &document)
    if let identifier { document.add("id", identifier) }
    for line in lines[body...] { document.add(line.bytes) }
    document.finish(file, isEnded: identifier != nil, &ends, into: &reading)
  }
}

// MARK: The head of an article

extension FactivaDisplay {

  /// Adds what stands above the number of words: a section, the headline, the by-line.
  private func addTop(_ lines: [String], to document: inout ExportedDocument) {
    var lines = lines[...]
    if lines.count > 1, let last = lines.last,
      Self.isByline(last) || Self.isName(last, below: lines.dropLast().last ?? "")
    {
      document.add("author", last)
      lines.removeLast()
    }
    if lines.count > 1, let first = lines.first, !first.contains(where: { $0 == "," || $0 == ":" }),
      first.split(separator: " ").count <= 2
    {
      document.add("section", first)
      lines.removeFirst()
    }
    document.add("title", lines.joined(separator: " "))
  }

  private static func isByline(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    if ["by", "von", "par", "por"].contains(words.first?.lowercased()) { return words.count < 20 }
    return (2...4).contains(words.count) && BylineWords.isFirstName(String(words[0]))
      && words.allSatisfy { $0.first?.isUppercase == true }
  }

  /// Whether a line is one or more names, in capitals as the headline above is not.
  private static func isName(_ line: String, below headline: String) -> Bool {
    let isSentence = headline.split(separator: " ").contains { word in
      word.count > 3 && word.first?.isLowercase == true
    }
    let names = line.split { $0 == "," || $0 == ";" }.map { $0.split(separator: " ") }
    guard isSentence, let first = names.first else { return false }
    return (2...3).contains(first.count)
      && names.joined().allSatisfy { $0.first?.isUppercase == true && $0.allSatisfy(isOfName) }
  }

  private static func isOfName(_ letter: Character) -> Bool {
    letter.isLetter || [".", "-", "'", "’"].contains(letter)
  }

  /// Adds what stands below the number of words; returns where the text begins.
  private func addHead(
    _ rest: ArraySlice<(number: Int, bytes: ArraySlice<UInt8>)>, to document: inout ExportedDocument
  ) -> Int {
    let head = Self.headLength(rest)
    let lines = rest.prefix(head).map(\.bytes.text).filter { !$0.isEmpty }
    if let day = lines.firstIndex(where: { CalendarDay($0) != nil }) {
      document.add("date", lines[day])
      let behind = lines[(day + 1)...].drop { $0.contains(":") && $0.count < 9 }
      document.add("outlet", behind.first ?? "")
      if let language = behind.dropFirst().last(where: { LanguageName.isKnown($0) }) {
        document.add("language", LanguageName.code(language))
      }
    }
    return rest.startIndex + head
  }

  /// How many lines stand above the text: up to the copyright, else the language, else a blank line.
  private static func headLength(
    _ rest: ArraySlice<(number: Int, bytes: ArraySlice<UInt8>)>
  ) -> Int {
    let first = rest.prefix(14).map { $0.bytes.text }
    let copyright = first.firstIndex {
      $0.hasPrefix("Copyright") || $0.hasPrefix("©") || $0.lowercased().hasPrefix("(c) ")
    }
    let end = copyright ?? first.firstIndex(where: LanguageName.isKnown)
    return end.map { $0 + 1 } ?? first.firstIndex(of: "") ?? first.count
  }
}
