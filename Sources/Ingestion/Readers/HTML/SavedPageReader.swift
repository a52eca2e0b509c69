internal import Annotation

/// Reads pages that browsers save as one file with all that belongs to them (MHTML, RFC 2557): the page is
/// read as one of HTML, and the rest left.
///
/// The fields before it are those of a mail, but its date is the day on which the page was saved, and its
/// sender the browser.
public struct SavedPageReader: DocumentReader {

  /// `mhtml`.
  public static let name = "mhtml"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["mhtml", "mht"]

  /// How deep parts stand in parts at most.
  private static let deepest = 8

  /// Creates the reader.
  public init() {}

  /// Whether a file begins with the fields that browsers write.
  public func recognizes(_ start: [UInt8]) -> Bool {
    let start = start[start.byteOrderMarkLength...]
    guard start.first.map({ (0x41...0x5A).contains($0 & 0xDF) }) ?? false else { return false }
    let (headers, _) = MailHeaders.read(start)
    if headers["snapshot-content-location"] != nil { return true }
    return headers["mime-version"] != nil
      && headers["from"].map { $0.lowercased().contains("saved by ") } ?? false
  }

  /// Reads a file as the page that it holds.
  public func read(_ file: SourceFile) -> Reading {
    let bytes = file.bytes[file.bytes.byteOrderMarkLength...]
    let (headers, _) = MailHeaders.read(bytes)
    var isCutOff = false
    var count = 0
    let page = Self.page(in: bytes, &isCutOff, &count)
    guard let page else {
      var reading = Reading()
      reading.warnings.append(.noPage(file.origin))
      return reading
    }
    let address = headers["snapshot-content-location"] ?? page.address
    let source = SourceFile(
      name: file.name, origin: file.origin, bytes: page.bytes, options: file.options)
    var reading = HTMLReader().read(
      source, savedFrom: address.flatMap { PageAddress.whole($0, base: nil) })
    if isCutOff {
      reading.warnings.append(.cutOff("the last part has no end", file.origin, line: nil))
    }
    return reading
  }

  /// The page of a file or a part of one: the first part that is HTML, in UTF-8 where its encoding is told.
  private static func page(
    in bytes: ArraySlice<UInt8>, depth: Int = 0, _ isCutOff: inout Bool, _ count: inout Int
  ) -> (bytes: [UInt8], address: String?)? {
    count += 1
    let (headers, start) = MailHeaders.read(bytes)
    let body = bytes[start...]
    let type = (headers["content-type"] ?? "").prefix { $0 != ";" && $0 != " " }.lowercased()
    if type == "text/html" || type == "application/xhtml+xml" {
      let page = MailPart.decoded(body, headers["content-transfer-encoding"])
      let label = headers.parameter("charset", of: "content-type")
      return (
        label.map { DeclaredEncoding(page, label: $0).bytes } ?? page, headers["content-location"]
      )
    }
    guard type.hasPrefix("multipart/"), depth < deepest,
      let mark = headers.parameter("boundary", of: "content-type"), !mark.isEmpty
    else { return nil }
    for part in MailPart.parts(body, Array("--\(mark)".utf8), &isCutOff) where count < 2_000 {
      if let page = page(in: part, depth: depth + 1, &isCutOff, &count) { return page }
    }
    return nil
  }
}

extension IngestionReport.Warning {

  static func noPage(_ file: String) -> Self {
    Self(
      file: file, message: "the saved page has no part of HTML",
      mend: "save the page again, or as HTML alone")
  }
}
