internal import Quoth

/// `.open`: another corpus.
struct OpenCommand: ShellCommand {
  let name = "open"
  let usage = ".open [PATH]"
  let summary = "read another corpus, or the built-in one"

  let details = """


      --reader NAME               read all files so; auto: as each one looks
      --map FIELD=NAME            take a field of the source for one of documents
      --duplicates keep|drop|link what happens to documents that repeat another

    Without them files are read as those at the start were; a path with blanks
    beside them, or one of several, stands in quotation marks:
      .open --reader csv --map text=story "my news/week.txt"
    """

  func choices(
    for typed: String, behind words: [String], _ engine: any ShellEngine
  ) -> [Completion] {
    let parts = typed.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if let option = OpeningOption(rawValue: String(parts[0])) {
      return option.choices.map { Completion("\(parts[0])=\($0)", display: $0) }
    }
    if let option = words.last.flatMap(OpeningOption.init) {
      return option.choices.map { Completion($0 + option.ending) }
    }
    if typed.hasPrefix("-") {
      return OpeningOption.allCases.map { Completion("\($0.rawValue) ", display: $0.rawValue) }
    }
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    return Files.names(in: folder.isEmpty ? "." : Files.expanded(folder)).map {
      Completion(folder + $0, display: $0)
    }
  }

  func run(_ argument: String, in context: ShellContext) throws(ShellError) {
    let call = try OpeningCall(argument)
    let warnings = try context.engine.open(call.paths.map(Files.expanded), call.options)
    context.show((warnings + [context.engine.corpusSummary]).joined(separator: "\n"))
  }
}

/// What `.open` takes before its path, named as for the program itself.
enum OpeningOption: String, CaseIterable {
  case reader = "--reader"
  case map = "--map"
  case duplicates = "--duplicates"

  /// What may stand behind it.
  var choices: [String] {
    switch self {
    case .reader: Ingestor.readerNames + [ReadingOptions.automatic]
    case .map:
      (ReadingOptions.fieldNames + ReadingOptions.quotationFieldNames).map { $0 + "=" }
    case .duplicates: DuplicatePolicy.allCases.map(\.rawValue)
    }
  }

  /// What is put behind a choice that was taken.
  var ending: String { self == .map ? "" : " " }
}

/// What stands behind `.open`.
struct OpeningCall {

  /// The paths; none for the built-in corpus.
  private(set) var paths: [String] = []
  /// How files are to be read.
  private(set) var options = OpeningOptions()

  private struct Word {
    var text = ""
    var isQuoted = false
    var range: Range<String.Index>
  }

  /// Reads options and paths.
  ///
  /// Without quotation marks all that is left beside the options is one path, blanks and all.
  init(_ argument: String) throws(ShellError) {
    var rest: [Word] = []
    var words = try Self.words(argument)[...]
    while let word = words.popFirst() {
      guard !word.isQuoted, word.text.hasPrefix("--") else {
        rest.append(word)
        continue
      }
      let parts = word.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      let value = parts.count > 1 ? String(parts[1]) : words.popFirst()?.text
      try set(name, value)
    }
    if rest.contains(where: \.isQuoted) {
      paths = rest.map(\.text)
    } else if let first = rest.first, let last = rest.last {
      let whole = String(argument[first.range.lowerBound..<last.range.upperBound])
      let isInOne = try Self.words(whole).count == rest.count
      paths = [isInOne ? whole : rest.map(\.text).joined(separator: " ")]
    }
  }

  private mutating func set(_ name: String, _ value: String?) throws(ShellError) {
    guard let option = OpeningOption(rawValue: name) else {
      let all = OpeningOption.allCases.map(\.rawValue).joined(separator: ", ")
      throw ShellError("there is no option '\(name)'; .open takes \(all)")
    }
    guard let value, !value.isEmpty else {
      let choices = option.choices.joined(separator: ", ")
      throw ShellError("\(name) takes a value: \(choices)")
    }
    switch option {
    case .reader: options.reader = value
    case .map: options.map.append(value)
    case .duplicates: options.duplicates = value
    }
  }

  /// The words between blanks, with those in quotation marks as one.
  private static func words(_ text: String) throws(ShellError) -> [Word] {
    var words: [Word] = []
    var index = text.startIndex
    while let start = text[index...].firstIndex(where: { $0 != " " && $0 != "\t" }) {
      var word = Word(range: start..<start)
      index = start
      if text[start] == "\"" || text[start] == "'" {
        let content = text[text.index(after: start)...]
        guard let end = content.firstIndex(of: text[start]) else {
          throw ShellError("the closing \(text[start]) is missing")
        }
        word.text = String(content[..<end])
        word.isQuoted = true
        index = text.index(after: end)
      } else {
        index = text[start...].firstIndex { $0 == " " || $0 == "\t" } ?? text.endIndex
        word.text = String(text[start..<index])
      }
      word.range = start..<index
      words.append(word)
    }
    return words
  }
}
