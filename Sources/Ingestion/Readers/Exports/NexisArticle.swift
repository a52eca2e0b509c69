internal import Annotation

/// An article of LexisNexis while its lines are read.
struct NexisArticle {

  private var document: ExportedDocument
  /// The lines above the first field.
  private var preamble: [NexisHeadLine] = []
  /// Whether a blank line stands above the next.
  private var isBehindBlank = false
  private var hasFields = false
  private var hasLength = false
  private var isText = false
  private var isClosed = false
  /// Whether it is of the newer exports, whose names of fields are not in capitals.
  private var isNewer = false
  /// The field whose value may go on in the next line.
  private var open: NexisReader.Field?

  /// Begins an article at a line.
  init(line: Int) { document = ExportedDocument(line: line) }

  /// Takes its next line in.
  mutating func take(_ line: ArraySlice<UInt8>) {
    if let field = NexisReader.field(of: line), !isText || NexisReader.closing.contains(field.name)
    {
      if field.name == "length" { isNewer = !field.isCapital }
      return take(field)
    }
    defer { isBehindBlank = line.isEmpty }
    if isContinued(by: line) {
      open?.value += " " + line.text
      return
    }
    if isClosed { return }
    if isText { return takeText(line) }
    if NexisReader.isWord(line, "Body") {
      (isText, isNewer) = (true, true)
    } else if hasLength, !line.isEmpty, !Self.isCopyright(line.text) {
      isText = true
      document.add(line)
    } else if !hasFields, !line.isEmpty {
      preamble.append(NexisHeadLine(text: line.text, isBehindBlank: isBehindBlank))
    }
  }

  /// Whether a line goes on with the field above it.
  ///
  /// That may be any behind the text, and of those before it only those that are sentences. What stands below
  /// the heading of the pictures is about them.
  private func isContinued(by line: ArraySlice<UInt8>) -> Bool {
    guard let open, !line.isEmpty else { return false }
    if isClosed, isNewer, open.name == "graphic" {
      return !NexisReader.isWord(line, "Classification")
    }
    if isBehindBlank { return false }
    return isClosed || !isText && ["headline", "highlight"].contains(open.name)
  }

  private mutating func takeText(_ line: ArraySlice<UInt8>) {
    // Newer exports head what follows the text with these words.
    let isEnd = isNewer && document.hasText && ["Graphic", "Classification"].contains(line.text)
    guard isEnd else { return document.add(line) }
    isClosed = true
    closeField()
    if line.text == "Graphic" {
      open = NexisReader.Field(name: "graphic", label: line.text, value: "")
    }
  }

  private mutating func take(_ field: NexisReader.Field) {
    closeField()
    hasFields = true
    isBehindBlank = false
    if NexisReader.closing.contains(field.name), document.hasText { isClosed = true }
    if field.name == "length" { hasLength = true }
    open = field
  }

  /// Adds the field whose value is whole now.
  private mutating func closeField() {
    guard let field = open else { return }
    open = nil
    let value = field.value
    switch field.name {
    case "byline": document.add("author", value, from: field.label)
    case "headline": document.add("title", value, from: field.label)
    case "section":
      let parts = value.split(separator: ";").map { MetadataValue.words(String($0)) }
      document.add("section", parts.first?.joined(separator: " ") ?? "", from: field.label)
      let page = parts.dropFirst().last { $0.first == "Pg." }
      document.add("page", page?.dropFirst().joined(separator: " ") ?? "")
    case "language": document.add("language", LanguageName.code(value), from: field.label)
    case "dateline": document.add("dateline", value, from: field.label)
    case "subject": document.add("tags", Self.withoutShares(value), from: field.label)
    case "url": document.add("url", value, from: field.label)
    default:
      let items = MetadataValue.text(Self.withoutShares(value)).keywords
      document.keep(field.label, value, items: value.contains("%)") ? items : nil)
    }
  }

  /// A list of subjects without what they weigh, as in “MAYORS (90%)”.
  private static func withoutShares(_ list: String) -> String {
    let words = list.split(separator: " ").map { word -> Substring in
      guard word.hasPrefix("("), word.contains("%)") else { return word }
      return word.hasSuffix(";") ? ";" : ""
    }
    return words.joined(separator: " ")
  }

  /// Ends the article, which has its end too where a field stands behind its text.
  mutating func finish(
    _ file: SourceFile, isEnded: Bool, _ ends: inout ArticleEnds, into reading: inout Reading
  ) {
    closeField()
    let lines = NexisCover.removed(from: preamble.filter { !Self.isCopyright($0.text) })
    // The page on the search, which may name its sources.
    if !hasLength, !document.hasText, lines.isEmpty { return }
    if isNewer { addNewerHead(lines) } else { addOlderHead(lines) }
    document.finish(file, isEnded: isEnded || isClosed, &ends, into: &reading)
  }

  /// Headline, paper, day and edition, in this order.
  private mutating func addNewerHead(_ lines: [NexisHeadLine]) {
    guard let day = lines.lastIndex(where: { CalendarDay($0.text) != nil }), day > 0 else {
      return addOlderHead(lines)
    }
    document.add("date", lines[day].text)
    document.add("outlet", lines[day - 1].text)
    document.add("title", Self.joined(lines[..<(day - 1)]))
  }

  /// Paper, day, edition and headline, in this order.
  private mutating func addOlderHead(_ lines: [NexisHeadLine]) {
    guard let day = lines.firstIndex(where: { CalendarDay($0.text) != nil }) else {
      return document.add("title", lines.first?.text ?? "")
    }
    document.add("date", lines[day].text)
    var behind = lines[(day + 1)...]
    // What stands right below the day, apart from the headline, is the edition, the hour or a note.
    let notes = behind.prefix { !$0.isBehindBlank }
    if notes.count < behind.count { behind = behind.dropFirst(notes.count) }
    while behind.count > 1, let first = behind.first, first.isNote { behind.removeFirst() }
    if behind.isEmpty, day >= 2 {
      document.add("title", Self.joined(lines[..<(day - 1)]))
      document.add("outlet", lines[day - 1].text)
    } else {
      document.add("outlet", day > 0 ? lines[day - 1].text : "")
      document.add("title", Self.joined(behind))
    }
  }

  private static func joined(_ lines: ArraySlice<NexisHeadLine>) -> String {
    lines.map(\.text).joined(separator: " ")
  }

  private static let copyrightBeginnings = [
    "copyright", "(c) ", "©", "all rights", "alle rechte", "tous droits",
  ]

  private static func isCopyright(_ line: String) -> Bool {
    let start = line.prefix(16).lowercased()
    return copyrightBeginnings.contains { start.hasPrefix($0) }
  }
}

/// A line above the first field of an article.
struct NexisHeadLine {

  let text: String
  /// Whether a blank line stands above it.
  let isBehindBlank: Bool

  /// “Late Edition - Final”, “Abendausgabe”, “3:11 PM GMT”, “Correction Appended”.
  var isNote: Bool {
    let words = text.lowercased().split(separator: " ")
    let names = text.lowercased().split { !$0.isLetter }
    let isEdition = names.contains { name in
      ["edition", "editions", "édition"].contains(name) || name.hasSuffix("ausgabe")
    }
    if isEdition { return names.count <= 5 }
    let isHour =
      words.count < 4 && words.first?.contains(":") == true
      && words[0].allSatisfy { $0.isNumber || $0 == ":" }
    return isHour || names == ["correction", "appended"]
  }
}

/// The page on the search at the beginning of newer exports of LexisNexis.
enum NexisCover {

  private static let beginnings = [
    "User Name:", "Date and Time:", "Job Number:", "Documents (", "Client/Matter:", "Search Terms:",
    "Search Type:", "Narrowed by:", "Content Type", "Download Request:", "Print Request:",
    "Time Of Request:", "Terms:", "Project ID:", "Number of Lines:", "Research Information",
  ]

  /// Returns lines above an article without those of the page on the search and the numbers of pages.
  static func removed(from lines: [NexisHeadLine]) -> [NexisHeadLine] {
    let lines = lines.filter { !isPageNumber($0.text) }
    guard let last = lines.lastIndex(where: { isLine($0.text) }) else { return lines }
    let titles = Set(lines[...last].compactMap { listed($0.text) })
    let rest = lines[(last + 1)...]
    // What the search was narrowed by may stand behind the last such line.
    return Array(rest[(rest.firstIndex { titles.contains($0.text) } ?? rest.startIndex)...])
  }

  private static func isLine(_ line: String) -> Bool {
    beginnings.contains { line.hasPrefix($0) }
  }

  /// The headline in a line of the list, like `2. The ferry sails`.
  private static func listed(_ line: String) -> String? {
    let number = line.prefix { $0.isNumber }
    guard !number.isEmpty, line.dropFirst(number.count).hasPrefix(". ") else { return nil }
    return String(line.dropFirst(number.count + 2))
  }

  /// “Page 1 of 3”.
  private static func isPageNumber(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    return words.count == 4 && words[0] == "Page" && words[2] == "of" && Int(words[3]) != nil
  }
}
