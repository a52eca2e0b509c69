/// A message, or a part of one, with the parts in it.
struct MailPart {

  /// How deep parts stand in parts at most, and how many are read of a message.
  private static let deepest = 8
  private static let mostParts = 200

  /// The fields at its beginning.
  let headers: MailHeaders

  /// The text of the first plain part, or else of the first of HTML; nil where there is neither.
  let text: (bytes: [UInt8], isHTML: Bool)?

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
      for part in Self.parts(body, Array("--\(mark)".utf8)) where count < Self.mostParts {
        guard let text = MailPart(part, depth: depth + 1, &count).text else { continue }
        if found == nil || found?.isHTML == true && !text.isHTML { found = text }
      }
      text = found
    } else if type == "message/rfc822", depth < Self.deepest {
      text = MailPart(body, depth: depth + 1, &count).text
    } else if !isAttached, type == "text/plain" || type == "text/html" {
      let decoded = DeclaredEncoding(
        Self.decoded(body, headers["content-transfer-encoding"]),
        label: headers.parameter("charset", of: "content-type")
      ).bytes
      let isHTML = type == "text/html"
      text = (isHTML ? HTMLFragment.text(decoded, headline: nil).bytes : decoded, isHTML)
    } else {
      text = nil
    }
  }

  /// The parts between the lines that begin with a mark.
  private static func parts(_ body: ArraySlice<UInt8>, _ mark: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var (start, position) = (Int?.none, body.startIndex)
    while position < body.endIndex {
      let end = body[position...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[position..<end].starts(with: mark) {
        if let start, start < position { parts.append(body[start..<position]) }
        start = min(end + 1, body.endIndex)
        if body[position..<end].dropFirst(mark.count).starts(with: [0x2D, 0x2D]) { return parts }
      }
      position = end + 1
    }
    if let start, start < body.endIndex { parts.append(body[start...]) }
    return parts
  }

  // MARK: Encodings

  private static func decoded(_ body: ArraySlice<UInt8>, _ encoding: String?) -> [UInt8] {
    switch encoding?.lowercased() {
    case "base64": base64(body)
    case "quoted-printable": quotedPrintable(body)
    default: Array(body)
    }
  }

  /// Decodes base64 (RFC 4648, section 4); all that is no digit of it is passed over.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 3 / 4)
    var (value, bits) = (UInt32(0), 0)
    for byte in bytes {
      let digit: UInt8
      switch byte {
      case 0x41...0x5A: digit = byte - 0x41
      case 0x61...0x7A: digit = byte - 0x61 + 26
      case 0x30...0x39: digit = byte - 0x30 + 52
      case 0x2B: digit = 62
      case 0x2F: digit = 63
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
      if rest.first == 0x0A {
        index += 2
      } else if rest.starts(with: [0x0D, 0x0A]) {
        index += 3
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
