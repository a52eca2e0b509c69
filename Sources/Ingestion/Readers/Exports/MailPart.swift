/// A message, or a part of one, with the parts in it.
struct MailPart {

  /// How deep parts stand in parts at most, and how many are read of a message.
  private static let deepest = 8
  private static let mostParts = 200

  /// The fields at its beginning.
  let headers: MailHeaders

  /// The text of the first plain part, or else of the first of HTML; nil where there is neither.
  ///
  /// Of alternatives HTML is taken where the plain part only says that there is HTML.
  let text: (bytes: [UInt8], isHTML: Bool)?

  /// Whether it holds anything that is no text, like pictures and tables.
  private(set) var holdsFiles = false

  /// Whether the last of its parts has no end.
  private(set) var isCutOff = false

  /// The name of an encoding that the text is in and that is not known.
  private(set) var unknownLabel: String?

  /// Reads a message.
  init(_ bytes: ArraySlice<UInt8>) {
    var count = 0
    self.init(bytes, depth: 0, &count)
  }

  private init(_ bytes: ArraySlice<UInt8>, depth: Int, _ count: inout Int) {
    count += 1
    let (headers, start) = MailHeaders.read(bytes)
    self.headers = headers
    let body = bytes[start...]
    let type = (headers["content-type"] ?? "text/plain").prefix { $0 != ";" && $0 != " " }
      .lowercased()
    let isAttached = headers["content-disposition"]?.lowercased().hasPrefix("attachment") == true
    if type.hasPrefix("multipart/"), let mark = headers.parameter("boundary", of: "content-type"),
      !mark.isEmpty, depth < Self.deepest
    {
      var found: (bytes: [UInt8], isHTML: Bool)?
      for part in Self.parts(body, Array("--\(mark)".utf8), &isCutOff) where count < Self.mostParts
      {
        let part = MailPart(part, depth: depth + 1, &count)
        holdsFiles = holdsFiles || part.holdsFiles
        guard let text = part.text, text.bytes.hasText else { continue }
        guard let best = found else {
          (found, unknownLabel) = (text, part.unknownLabel)
          continue
        }
        let isStub = type == "multipart/alternative" && Self.isStub(best, beside: text)
        if isStub || best.isHTML && !text.isHTML && !Self.isStub(text, beside: best) {
          (found, unknownLabel) = (text, part.unknownLabel)
        }
      }
      text = found
    } else if type == "message/rfc822", depth < Self.deepest {
      let part = MailPart(body, depth: depth + 1, &count)
      (text, unknownLabel) = (part.text, part.unknownLabel)
      holdsFiles = part.holdsFiles
    } else if !isAttached, type == "text/plain" || type == "text/html" {
      let source = DeclaredEncoding(
        Self.decoded(body, headers["content-transfer-encoding"]),
        label: headers.parameter("charset", of: "content-type"))
      unknownLabel = source.unknownLabel
      if type == "text/html" {
        text = (HTMLFragment.text(source.bytes, headline: nil).bytes, true)
      } else if headers.parameter("format", of: "content-type")?.lowercased() == "flowed" {
        let isDeleted = headers.parameter("delsp", of: "content-type")?.lowercased() == "yes"
        text = (FlowedText.joined(source.bytes, deletesBlank: isDeleted), false)
      } else {
        text = (source.bytes, false)
      }
    } else {
      text = nil
      holdsFiles =
        !type.hasPrefix("multipart/") && !type.hasPrefix("message/") && Array(body).hasText
    }
  }

  /// Whether a plain text is so short beside the same as HTML that it only points to that.
  private static func isStub(
    _ text: (bytes: [UInt8], isHTML: Bool), beside other: (bytes: [UInt8], isHTML: Bool)
  ) -> Bool {
    !text.isHTML && other.isHTML && text.bytes.count < 400
      && text.bytes.count * 4 < other.bytes.count
  }

  /// The parts between the lines that are a mark, and nothing else;
  /// `isCutOff` becomes true where the last has no end.
  private static func parts(
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

  private static func decoded(_ body: ArraySlice<UInt8>, _ encoding: String?) -> [UInt8] {
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
