internal import Annotation

/// Reads mail: files of one message, and mailboxes of many, each behind a line that begins with
/// `From `; newsletters and alerts come so.
///
/// The text is the plain part of a message, or else that of its HTML. What is attached is a document of
/// its own, if it is a message or a text. Sources: RFC 5322 (messages), RFC 2045 to 2047 (parts and
/// encodings), RFC 4155 (mailboxes).
public struct MailboxReader: DocumentReader {

  /// `mbox`.
  public static let name = "mbox"

  /// The endings of names that it reads, in lower case.
  public static let extensions = ["mbox", "mbx", "eml"]

  private static let from = Array("From ".utf8)

  /// Creates the reader.
  public init() {}

  /// True: a file holds many messages.
  public var isDivisible: Bool { true }

  /// Whether a file begins as a mailbox, or with the fields of a message.
  public func recognizes(_ start: [UInt8]) -> Bool {
    let start = start[start.byteOrderMarkLength...]
    if start.starts(with: Self.from) {
      let rest = start.prefix(1000).split(separator: 0x0A, maxSplits: 2).dropFirst().first
      return rest.map { MailHeaders.name(of: $0[...]) != nil } ?? false
    }
    var names: Set<String> = []
    for line in start.prefix(8192).split(separator: 0x0A, maxSplits: 60) {
      if line.first == 0x20 || line.first == 0x09 { continue }
      guard let name = MailHeaders.name(of: line) else { break }
      names.insert(name)
    }
    return names.contains("from") && !names.isDisjoint(with: ["date", "message-id", "received"])
  }

  /// Returns where the last message begins.
  public func boundary(in bytes: [UInt8]) -> Int? {
    var end = bytes.count
    while let place = bytes[..<end].lastIndex(of: UInt8(ascii: "F")), place > 0 {
      if Self.isStart(bytes, place) { return place }
      end = place
    }
    return nil
  }

  /// Whether the line before a message stands behind an empty one.
  ///
  /// It has `From `, an address or a name, and the date, or else the address and a field of the message
  /// under it: in mailboxes that do not mark them paragraphs begin with “From”, too.
  private static func isStart(_ bytes: [UInt8], _ place: Int) -> Bool {
    guard bytes[place...].starts(with: from) else { return false }
    if place == 0 { return true }
    guard bytes[place - 1] == 0x0A else { return false }
    let isBehindEmpty =
      place == 1 || bytes[place - 2] == 0x0A
      || bytes[place - 2] == 0x0D && place > 2 && bytes[place - 3] == 0x0A
    return isBehindEmpty && isEnvelope(bytes[place...].prefix(1000))
  }

  /// Whether some bytes begin with the line before a message.
  private static func isEnvelope(_ bytes: ArraySlice<UInt8>) -> Bool {
    let lines = bytes.split(separator: 0x0A, maxSplits: 2)
    guard let line = lines.first else { return false }
    let words = MetadataValue.words(line.text)
    if date(ofEnvelope: line) != nil, words.contains(where: { $0.contains(":") }) { return true }
    return words.count > 1 && words[1].contains("@") && lines.count > 1
      && MailHeaders.name(of: lines[1]) != nil
  }

  /// Reads a file as a document a message.
  public func read(_ file: SourceFile) -> Reading {
    var reading = Reading()
    let bytes = file.bytes
    var starts = [bytes.byteOrderMarkLength]
    var next = starts[0] + 1
    while let place = bytes[min(next, bytes.count)...].firstIndex(of: UInt8(ascii: "F")) {
      if Self.isStart(bytes, place) { starts.append(place) }
      next = place + 1
    }
    var line = file.firstLine
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
      let message = Array(bytes[start..<end])
      if message.contains(where: { $0 > 0x20 }) {
        read(message, file, starts.count > 1 || file.firstLine > 1 ? line : nil, into: &reading)
      }
      line += message.lineCount
    }
    if reading.documents.isEmpty, reading.warnings.isEmpty, reading.passedOver.isEmpty {
      reading.warnings.append(.noDocuments(file.origin))
    }
    return reading
  }

  private func read(
    _ bytes: [UInt8], _ file: SourceFile, _ line: Int?, into reading: inout Reading
  ) {
    var start = 0
    if bytes.starts(with: Self.from) { start = bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? 0 }
    let message = start > 0 ? Self.unquoted(bytes[start...]) : bytes
    let first = (line ?? file.firstLine) + (start > 0 ? 1 : 0)
    read(
      MailPart(message[...]), of: Source(file: file, bytes: message, firstLine: first), line,
      date: Self.date(ofEnvelope: bytes[..<start]), into: &reading)
  }

  /// Reads a message, and those and the texts that are attached to it.
  private func read(
    _ part: MailPart, of source: Source, _ line: Int?, date: String?, into reading: inout Reading
  ) {
    let file = source.file
    let body = part.text.flatMap { $0.bytes.contains { $0 > 0x20 } ? $0.bytes : nil }
    if body == nil, part.attached.isEmpty {
      // A mail of files alone is as its writer meant it.
      if part.holdsFiles {
        reading.passedOver["mail without text", default: 0] += 1
      } else {
        reading.warnings.append(.noMailText(file.origin, line: line))
      }
      return
    }
    let metadata = metadata(of: part, file, line, date: date, &reading.warnings)
    if let body {
      reading.documents.append(
        SourceDocument(text: TextNormalizer.normalize(body), metadata: metadata))
    }
    for attachment in part.attached {
      let line = source.line(of: attachment.start)
      switch attachment.content {
      case .message(let part): read(part, of: source, line, date: nil, into: &reading)
      case .file(let name, let bytes):
        Self.read(bytes, called: name, at: line, of: source, metadata, into: &reading)
      }
    }
  }

  /// What a message says of itself.
  private func metadata(
    of part: MailPart, _ file: SourceFile, _ line: Int?, date: String?,
    _ warnings: inout [IngestionReport.Warning]
  ) -> DocumentMetadata {
    if part.isCutOff {
      warnings.append(.cutOff("the last part has no end", file.origin, line: line))
    }
    if let label = part.unknownLabel {
      warnings.append(.unknownEncoding(label, file.origin))
    }
    var assembler = MetadataAssembler()
    for (name, field) in [
      ("subject", "title"), ("date", "date"), ("from", "author"), ("list-id", "outlet"),
      ("archived-at", "url"), ("content-language", "language"), ("keywords", "tags"),
    ] {
      guard let value = part.headers[name] else { continue }
      let senders = name == "from" ? MailHeaders.addresses(value) : [value]
      let plain = senders.map { Self.plain($0, name) }
      assembler.add(field, plain.count > 1 ? .list(plain) : .text(plain.joined()))
    }
    if part.headers["date"] == nil, let date { assembler.add("date", .text(date)) }
    return assembler.assemble(file, line: line, &warnings)
  }

  /// The date in the line before a message of a mailbox, `From ada@x.example Tue Mar  4 21:14:05 2025`.
  private static func date(ofEnvelope line: ArraySlice<UInt8>) -> String? {
    let words = MetadataValue.words(String(decoding: line.prefix(1000), as: UTF8.self))
    guard let day = words.firstIndex(where: { days.contains($0) }) else { return nil }
    let date = words[day...].joined(separator: " ")
    return CalendarDay(date) == nil ? nil : date
  }

  private static let days: Set<Substring> = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// A message of a mailbox with `From ` where `>From ` begins a line, as mailboxes write it.
  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    let quoted = [UInt8(ascii: ">")] + from
    for (index, byte) in zip(bytes.indices, bytes) {
      let isQuote =
        byte == UInt8(ascii: ">") && (out.isEmpty || out.last == 0x0A)
        && bytes[index...].starts(with: quoted)
      if !isQuote { out.append(byte) }
    }
    return out
  }

  /// The value of a field without what stands in pointed brackets, where that is not all of it.
  private static func plain(_ value: String, _ name: String) -> String {
    guard let open = value.firstIndex(of: "<"), let close = value.lastIndex(of: ">"), open < close
    else { return value }
    let outside = value[..<open].filter { $0 != "\"" }
    let inside = value[value.index(after: open)..<close]
    return MetadataValue.words(outside).isEmpty || name == "archived-at"
      ? String(inside) : outside
  }
}
