internal import Annotation

/// Reads references as programs of literature and databases of news export them: a tag of two
/// characters, a dash and its value a line, from `TY  -` to `ER  -`.
///
/// The text is the longest of the abstracts and texts of a reference (`AB`, `N2`, `TX`); what no tag
/// begins goes on with the value before it. Source: https://en.wikipedia.org/wiki/RIS_(file_format).
public struct RISReader: DocumentReader {

  /// `ris`.
  public static let name = "ris"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["ris"]

  private static let start = "TY"
  private static let end = "ER"

  /// Creates the reader.
  public init() {}

  /// Whether the first line is the type of a reference.
  public func recognizes(_ start: [UInt8]) -> Bool {
    let lines = TrimmedLines(start, firstLine: 1)
    return lines.first { !$0.bytes.isEmpty }.flatMap { Self.field($0.bytes) }?.tag == Self.start
  }

  /// True: a file holds many references.
  public var isDivisible: Bool { true }

  /// Returns how many bytes it takes to know that references have ends: all of the first, or nothing.
  public func preambleLength(of file: SourceFile) -> Int {
    for (_, line) in TrimmedLines(file.bytes, firstLine: 1) {
      if Self.field(line)?.tag == Self.end { return line.endIndex }
    }
    return 0
  }

  /// Returns where the last reference begins.
  public func boundary(in bytes: [UInt8]) -> Int? {
    bytes.lastLine(beginningWithOneOf: ["TY  -", "TY -"].map { Array($0.utf8) })
  }

  /// Reads a file as a document a reference.
  public func read(_ file: SourceFile) -> Reading {
    var reading = Reading()
    var reference: Reference?
    var tag = ""
    // A later piece has the first reference for a preamble where that has an end.
    var (hasEnds, count) = (!file.preamble.isEmpty, 0)
    let bytes = DecodedText(file.bytes).bytes
    for (number, line) in TrimmedLines(bytes, firstLine: file.firstLine) {
      guard let field = Self.field(line) else {
        reference?.goOn(tag, line)
        continue
      }
      tag = field.tag
      switch tag {
      case Self.start:
        reference?.finish(file, into: &reading)
        reference = Reference(line: number)
        count += 1
        reference?.add("type", field.value)
      case Self.end:
        reference?.finish(file, into: &reading)
        (reference, hasEnds) = (nil, true)
      default: reference?.add(tag, field.value)
      }
    }
    if let reference {
      // Some programs write no ends at all.
      if hasEnds || count == 1 && file.firstLine == 1 {
        reading.warnings.append(
          .cutOff("the last reference has no end", file.origin, line: reference.line))
      }
      reference.finish(file, into: &reading)
    }
    if reading.documents.isEmpty, reading.warnings.isEmpty, file.firstLine == 1 {
      reading.warnings.append(
        .noContent("list of references in RIS", "'TY  -'", file.origin, line: nil))
    }
    return reading
  }

  /// The tag at the start of a line, and its value; nil where a line has none.
  private static func field(
    _ line: ArraySlice<UInt8>
  ) -> (tag: String, value: ArraySlice<UInt8>)? {
    let tag = line.prefix(2)
    guard tag.count == 2, let first = tag.first, let second = tag.last,
      (0x41...0x5A).contains(first),
      (0x41...0x5A).contains(second) || (0x30...0x39).contains(second)
    else { return nil }
    let rest = line.dropFirst(2)
    let blanks = rest.prefix { $0 == 0x20 }
    guard (1...2).contains(blanks.count) else { return nil }
    let dash = rest.dropFirst(blanks.count)
    guard dash.first == UInt8(ascii: "-"), dash.count == 1 || dash.dropFirst().first == 0x20 else {
      return nil
    }
    return (tag.text, dash.dropFirst().drop { $0 == 0x20 })
  }
}

extension Reference {

  /// Puts a reference of RIS into a reading.
  fileprivate func finish(_ file: SourceFile, into reading: inout Reading) {
    finish(Self.names, texts: ["AB", "N2", "TX"], file, into: &reading)
  }

  /// What the tags of RIS mean; of several that mean the same the first counts.
  private static let names: [(name: String, tags: [String])] = [
    ("title", ["TI", "T1", "CT"]), ("author", ["AU", "A1"]), ("date", ["DA", "Y1", "PY"]),
    ("outlet", ["T2", "JO", "JF", "JA", "BT"]), ("url", ["UR", "LK"]), ("tags", ["KW"]),
    ("section", ["SE"]), ("language", ["LA"]), ("id", ["AN", "ID"]), ("publisher", ["PB"]),
    ("page", ["SP"]), ("edition", ["ET"]), ("volume", ["VL"]), ("issue", ["IS"]), ("issn", ["SN"]),
    ("place", ["CY"]), ("note", ["N1"]), ("doi", ["DO"]), ("database", ["DB"]), ("type", ["type"]),
  ]
}
