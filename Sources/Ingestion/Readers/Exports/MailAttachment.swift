internal import Annotation

/// What is attached to a message.
struct MailAttachment {

  /// What it is.
  enum Content {
    /// A message that was sent on.
    case message(MailPart)
    /// A file with its name and its bytes.
    case file(name: String, [UInt8])
  }

  /// What it is.
  let content: Content
  /// Where it begins in the message.
  let start: Int

  /// Creates an attachment that begins somewhere in its message.
  init(_ content: Content, start: Int) {
    self.content = content
    self.start = start
  }

  /// The name of the file that a part of a message is, without folders; nil where it has none.
  static func name(_ headers: MailHeaders) -> String? {
    let name =
      headers.parameter("filename", of: "content-disposition")
      ?? headers.parameter("name", of: "content-type")
    return name?.split { $0 == "/" || $0 == "\\" }.last.flatMap {
      MetadataValue.text(String($0)).trimmed
    }
  }

  /// The type of a part: the one that it says, or, where that says no more than that it is a file, that
  /// of the ending of its name.
  static func type(_ given: String, of name: String?) -> String {
    if given == "text/markdown" || given == "text/x-markdown" { return "text/plain" }
    guard given == "application/octet-stream", let name else { return given }
    switch SourceFile.pathExtension(name) {
    case "eml": return "message/rfc822"
    case "txt", "text": return "text/plain"
    case "html", "htm": return "text/html"
    default: return given
    }
  }

  /// Whether a file is read, or told where it cannot be: a text or an office document, and no picture,
  /// signature or invitation.
  static func isTold(_ type: String, name: String?) -> Bool {
    if type == "text/plain" || type == "text/html" { return true }
    guard let name, !type.hasPrefix("image/") else { return false }
    return Ingestor.isKnown(name) || isOffice(name)
  }

  /// Whether a file is one of an office, which is no text however it begins.
  static func isOffice(_ name: String) -> Bool {
    offices.contains(SourceFile.pathExtension(name))
  }

  private static let offices: Set<String> = ["pdf", "doc", "docx", "odt", "rtf", "pages", "epub"]
}

extension DeclaredEncoding {

  /// The bytes of a file that is attached: a plain text in UTF-8 where its part says in which encoding it is.
  static func attached(_ bytes: [UInt8], _ type: String, _ headers: MailHeaders) -> [UInt8] {
    guard type == "text/plain", let label = headers.parameter("charset", of: "content-type") else {
      return bytes
    }
    return DeclaredEncoding(bytes, label: label).bytes
  }
}

extension MailboxReader {

  /// A message that others are attached to, as it is read.
  struct Source {
    let file: SourceFile
    /// The bytes in which attachments have their places.
    let bytes: [UInt8]
    /// The number of their first line in the file.
    let firstLine: Int

    /// The line of a place in the bytes.
    func line(of place: Int) -> Int { firstLine + Array(bytes.prefix(place)).lineCount }
  }

  /// Reads a file that is attached as its own reader does; what it does not say of itself the mail says.
  static func read(
    _ bytes: [UInt8], called name: String, at line: Int, of source: Source,
    _ mail: DocumentMetadata, into reading: inout Reading
  ) {
    var options = source.file.options
    options.reader = nil
    let file = SourceFile(
      name: "\(source.file.name):\(line)/\(name)", origin: "\(source.file.origin):\(line)/\(name)",
      bytes: bytes, options: options)
    do throws(InputError) {
      // What is packed, and mailboxes, may hold one another without an end.
      let format = BinaryFormat.of(bytes)
      if format != nil || MailAttachment.isOffice(name) {
        throw .binary(file.origin, format.flatMap { $0.isEmpty ? nil : $0 })
      }
      let isPacked = ContainerFormat.of(bytes.prefix(512)) != nil
      if isPacked || Ingestor.reader(of: file) is MailboxReader {
        reading.warnings.append(.unreadAttachment(file.origin))
        return
      }
      let found = try Ingestor.checked(file)
      reading.warnings += found.warnings
      reading.passedOver.merge(found.passedOver, uniquingKeysWith: +)
      let isOne = found.documents.count == 1
      for var document in found.documents {
        if isOne {
          document.metadata.date = document.metadata.date ?? mail.date
          document.metadata.outlet = document.metadata.outlet ?? mail.outlet
          if document.metadata.authors.isEmpty { document.metadata.authors = mail.authors }
        }
        reading.documents.append(document)
      }
    } catch { reading.warnings.append(.init(error)) }
  }
}

extension IngestionReport.Warning {

  static func unreadAttachment(_ file: String) -> Self {
    Self(
      file: file, message: "the file is attached to a mail and holds others",
      mend: "save it and read it by itself; it was left out")
  }
}
