/// A message, or a part of one, with the parts in it.
struct MailPart {

  /// How deep parts stand in parts at most, and how many are read of a message.
  private static let deepest = 8
  private static let mostParts = 2_000

  /// The fields at its beginning.
  let headers: MailHeaders

  /// Its text; nil where there is none, plain or HTML.
  ///
  /// Of alternatives it is the plain one, or that of HTML where the plain part only says that there is
  /// HTML. Other texts in one message, as on both sides of a picture, stand one behind the other.
  private(set) var text: MailText?

  /// What is attached to it that may be read, in order.
  private(set) var attached: [MailAttachment] = []

  /// Whether it holds anything that is no text, like pictures and tables.
  private(set) var holdsFiles = false

  /// Whether the last of its parts has no end.
  private(set) var isCutOff = false

  /// The name of an encoding that the text is in and that is not known.
  private(set) var unknownLabel: String?

  /// Where a part stands in its message.
  private struct Place {
    var depth = 0
    /// What it is where it does not say so.
    var type = "text/plain"
    /// Whether the text of the message stands before it.
    var isBehindText = false
  }

  /// Reads a message.
  init(_ bytes: ArraySlice<UInt8>) {
    var count = 0
    self.init(bytes, Place(), &count)
  }

  private init(_ bytes: ArraySlice<UInt8>, _ place: Place, _ count: inout Int) {
    count += 1
    let (headers, start) = MailHeaders.read(bytes)
    self.headers = headers
    let body = bytes[start...]
    let given = (headers["content-type"] ?? place.type).prefix { $0 != ";" && $0 != " " }
      .lowercased()
    let name = MailAttachment.name(headers)
    let type = MailAttachment.type(given, of: name)
    let isAttached = headers["content-disposition"]?.lowercased().hasPrefix("attachment") == true
    if type.hasPrefix("multipart/"), let mark = headers.parameter("boundary", of: "content-type"),
      !mark.isEmpty, place.depth < Self.deepest
    {
      readParts(of: body, Array("--\(mark)".utf8), type, place, &count)
    } else if type == "message/rfc822" || type == "message/global", place.depth < Self.deepest {
      readMessage(body, place, &count)
    } else if type == "text/plain" || type == "text/html", place.depth == 0 || !isAttached,
      name == nil || !place.isBehindText
    {
      readText(body, type)
    } else if !type.hasPrefix("multipart/"), !type.hasPrefix("message/"), Array(body).hasText {
      holdsFiles = true
      if MailAttachment.isTold(type, name: name) {
        let file = DeclaredEncoding.attached(
          Self.decoded(body, headers["content-transfer-encoding"]), type, headers)
        attached = [
          MailAttachment(
            .file(name: name ?? (type == "text/html" ? "attached.html" : "attached.txt"), file),
            start: bytes.startIndex)
        ]
      }
    }
  }

  private mutating func readParts(
    of body: ArraySlice<UInt8>, _ mark: [UInt8], _ type: String, _ place: Place, _ count: inout Int
  ) {
    let isChoice = type == "multipart/alternative" || type == "multipart/related"
    let standard = type == "multipart/digest" ? "message/rfc822" : "text/plain"
    for bytes in Self.parts(body, mark, &isCutOff) where count < Self.mostParts {
      let isBehindText = !isChoice && (text != nil || place.isBehindText)
      let part = MailPart(
        bytes, Place(depth: place.depth + 1, type: standard, isBehindText: isBehindText), &count)
      holdsFiles = holdsFiles || part.holdsFiles
      attached += part.attached
      guard let next = part.text, next.bytes.hasText else { continue }
      unknownLabel = unknownLabel ?? part.unknownLabel
      guard let best = text else {
        text = next
        continue
      }
      if !isChoice {
        text = best.joined(with: next)
      } else if next.goes(before: best) {
        (text, unknownLabel) = (next, part.unknownLabel)
      }
    }
  }

  /// Reads a message that is sent on whole: it has fields of its own.
  private mutating func readMessage(_ body: ArraySlice<UInt8>, _ place: Place, _ count: inout Int) {
    let code = headers["content-transfer-encoding"]?.lowercased() ?? ""
    let isCoded = code.hasPrefix("base64") || code.hasPrefix("quoted-printable")
    let bytes = isCoded ? Self.decoded(body, code)[...] : body
    guard bytes.contains(where: { $0 > 0x20 }) else { return }
    let message = MailPart(bytes, Place(depth: place.depth + 1), &count)
    attached = [MailAttachment(.message(message), start: body.startIndex)]
  }

  private mutating func readText(_ body: ArraySlice<UInt8>, _ type: String) {
    let source = DeclaredEncoding(
      Self.decoded(body, headers["content-transfer-encoding"]),
      label: headers.parameter("charset", of: "content-type"))
    unknownLabel = source.unknownLabel
    if type == "text/html" {
      text = MailText(
        bytes: HTMLFragment.text(source.bytes, headline: nil).bytes, isHTML: true)
    } else if headers.parameter("format", of: "content-type")?.lowercased() == "flowed" {
      let isDeleted = headers.parameter("delsp", of: "content-type")?.lowercased() == "yes"
      text = MailText(
        bytes: FlowedText.joined(source.bytes, deletesBlank: isDeleted), isHTML: false)
    } else {
      text = MailText(bytes: source.bytes, isHTML: false)
    }
  }

  /// The parts between the lines that are a mark, and nothing else;
  /// `isCutOff` becomes true where the last has no end.
  static func parts(
    _ body: ArraySlice<UInt8>, _ mark: [UInt8], _ isCutOff: inout Bool
  ) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var (start, position) = (Int?.none, body.startIndex)
    while position < body.endIndex {
      let end = body[position...].firstIndex(of: 0x0A) ?? body.endIndex
      let rest =
        body[position..<end].starts(with: mark) ? body[position..<end].dropFirst(mark.count) : nil
      let isEnd = rest?.starts(with: [0x2D, 0x2D]) ?? false
      // Boundaries of inner parts may begin as those of outer ones do.
      if let rest, rest.dropFirst(isEnd ? 2 : 0).allSatisfy({ $0 <= 0x20 }) {
        if let start, start < position { parts.append(body[start..<position]) }
        start = min(end + 1, body.endIndex)
        if isEnd { return parts }
      }
      position = end + 1
    }
    if let start, start < body.endIndex { parts.append(body[start...]) }
    isCutOff = true
    return parts
  }

  // MARK: Encodings

  static func decoded(_ body: ArraySlice<UInt8>, _ encoding: String?) -> [UInt8] {
    switch encoding?.lowercased().prefix(while: { $0.isLetter || $0.isNumber || $0 == "-" }) {
    case "base64": base64(body)
    case "quoted-printable": quotedPrintable(body)
    default: Array(body)
    }
  }

  /// Decodes base64 (RFC 4648, section 4); all that is no digit of it is passed over.
  ///
  /// Pieces may stand one behind the other, each with an end of its own. What a mailing list adds behind
  /// the last end is no base64.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 3 / 4)
    var (value, bits) = (UInt32(0), 0)
    for (index, byte) in zip(bytes.indices, bytes) {
      let digit: UInt8
      switch byte {
      case 0x41...0x5A: digit = byte - 0x41
      case 0x61...0x7A: digit = byte - 0x61 + 26
      case 0x30...0x39: digit = byte - 0x30 + 52
      case 0x2B: digit = 62
      case 0x2F: digit = 63
      case 0x3D:
        (value, bits) = (0, 0)
        if bytes[index...].contains(where: { $0 > 0x20 && !isDigit($0) && $0 != 0x3D }) {
          return out
        }
        continue
      default: continue
      }
      value = value << 6 | UInt32(digit)
      bits += 6
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(truncatingIfNeeded: value >> UInt32(bits)))
      }
    }
    return out
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == 0x2B
      || byte == 0x2F
  }

  /// Decodes quoted-printable (RFC 2045, section 6.7); what is none stays as it is.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == 0x3D else {
        out.append(bytes[index])
        index += 1
        continue
      }
      let rest = bytes[(index + 1)...]
      // Blanks behind the sign that a line goes on are of those who sent it on.
      let blanks = rest.prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if blanks.endIndex == bytes.endIndex {
        index = bytes.endIndex
      } else if bytes[blanks.endIndex] == 0x0A {
        index = blanks.endIndex + 1
      } else if let high = rest.first.flatMap(hexDigit),
        let low = rest.dropFirst().first.flatMap(hexDigit)
      {
        out.append(high << 4 | low)
        index += 3
      } else {
        out.append(0x3D)
        index += 1
      }
    }
    return out
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
