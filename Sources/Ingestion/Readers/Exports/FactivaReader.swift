internal import Annotation

/// Reads the plain-text export of Factiva: articles whose fields begin with codes of two or three
/// capitals, `HD` for the headline up to `AN` for the accession number.
///
/// The text is the lead paragraph (`LP`) with what follows it (`TD`). Codes stand on lines of their
/// own, or before what they name; fields that are none of ours are kept under theirs. An export without
/// codes is parted at its lines `Document …`.
public struct FactivaReader: DocumentReader {

  /// `factiva`.
  public static let name = "factiva"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["txt"]

  /// Creates the reader.
  public init() {}

  /// Whether the first lines have the codes of a headline, of a number of words or day, and more.
  public func recognizes(_ start: [UInt8]) -> Bool {
    var seen: Set<String> = []
    for (number, line) in TrimmedLines(start, firstLine: 1) {
      if let code = Self.code(of: line) { seen.insert(code.name) }
      if seen.contains("HD"), seen.contains("WC") || seen.contains("PD"), seen.count >= 4 {
        return true
      }
      if number > 200 { break }
    }
    return !seen.contains("HD") && FactivaDisplay.recognizes(start)
  }

  /// Reads a file as an article behind each `HD`, or before each line `Document …`.
  public func read(_ file: SourceFile) -> Reading {
    let coded = readCoded(file)
    if !coded.documents.isEmpty || !coded.warnings.isEmpty { return coded }
    var displayed = FactivaDisplay.read(file)
    if displayed.documents.isEmpty, displayed.warnings.isEmpty {
      displayed.warnings.append(
        .noArticles("Factiva", "a line HD or 'Document …'", file.origin))
    }
    return displayed
  }

  private func readCoded(_ file: SourceFile) -> Reading {
    var reading = Reading()
    var document: ExportedDocument?
    var ends = ArticleEnds()
    var (code, value) = ("", "")
    for (number, line) in TrimmedLines(DecodedText(file.bytes).bytes, firstLine: file.firstLine) {
      let found = Self.code(of: line)
      if let found {
        document?.take(code, value)
        (code, value) = (found.name, "")
        if found.name == "HD" || found.name == "SE" && document?.isEnded != false {
          if found.name == "SE" || document?.hasHeadline != false {
            document?.finish(file, &ends, into: &reading)
            document = ExportedDocument(line: number)
          }
        }
      }
      let rest = found?.rest ?? line
      if code == "LP" || code == "TD" {
        document?.add(rest)
      } else if !rest.isEmpty {
        value += (value.isEmpty ? "" : " ") + rest.text
      } else if found == nil, code == "AN", !value.isEmpty {
        document?.take(code, value)
        (code, value) = ("", "")
      }
    }
    document?.take(code, value)
    document?.finish(file, &ends, into: &reading)
    ends.tell(file, in: &reading)
    return reading
  }

  /// The code at the start of a line, and what stands behind it.
  private static func code(
    of line: ArraySlice<UInt8>
  ) -> (name: String, rest: ArraySlice<UInt8>)? {
    let word = line.prefix { $0 > 0x20 }
    guard (2...3).contains(word.count), word.allSatisfy({ (0x41...0x5A).contains($0) }),
      codes.contains(word.text)
    else { return nil }
    let rest = line.dropFirst(word.count)
    // A heading like “AN END” begins with what may be a code: there one blank follows.
    guard rest.isEmpty || rest.count > 1 && rest[rest.startIndex + 1] <= 0x20 || rest.first == 0x09
    else { return nil }
    return (word.text, rest.drop { $0 <= 0x20 })
  }

  private static let codes: Set<String> = [
    "SE", "CLM", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY",
    "LP", "TD", "ART", "CT", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "HLP", "RST",
  ]
}

extension ExportedDocument {

  fileprivate var hasHeadline: Bool { fields.contains { $0.name == "title" } }

  fileprivate var isEnded: Bool { fields.contains { $0.name == "id" } }

  fileprivate func finish(
    _ file: SourceFile, _ ends: inout ArticleEnds, into reading: inout Reading
  ) {
    finish(file, isEnded: isEnded, &ends, into: &reading)
  }

  /// Takes the value of a code in.
  fileprivate mutating func take(_ code: String, _ value: String) {
    switch code {
    case "": break
    case "SE" where hasSection, "CLM" where hasSection: keep(code, value)
    case "LA": add("language", LanguageName.code(value), from: code)
    case "AN": add("id", value.replacingPrefix("Document "), from: code)
    default:
      if let name = Self.names[code] { return add(name, value, from: code) }
      // “gpol : Politics | gvote : Elections”: what each code stands for.
      let items = value.split(separator: "|").map { item in
        let name = item.firstRange(of: " : ").map { item[$0.upperBound...] } ?? item
        return MetadataValue.words(String(name)).joined(separator: " ")
      }
      keep(code, value, items: items)
    }
  }

  private var hasSection: Bool { fields.contains { $0.name == "section" } }

  private static let names = [
    "HD": "title", "BY": "author", "PD": "date", "SN": "outlet", "SE": "section",
    "CLM": "section", "PG": "page",
  ]
}

extension String {

  fileprivate func replacingPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
