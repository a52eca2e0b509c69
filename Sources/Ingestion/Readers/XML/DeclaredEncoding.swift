internal import Annotation

/// The bytes of a page or an XML file as UTF-8, by the encoding that it declares.
struct DeclaredEncoding {

  /// The text in UTF-8, without a byte order mark.
  let bytes: [UInt8]

  /// What was repaired where the bytes are not in the encoding that they should be in.
  let repairs: [String]

  /// The label that was declared and is not known; the bytes were then read as they looked.
  let unknownLabel: String?

  /// Decodes bytes.
  ///
  /// A byte order mark goes before a declaration, and so does text that is valid UTF-8: files are
  /// often converted without their declaration. Latin-1 is what programs declare of any text, so what is plainly
  /// of another page is read by that.
  ///
  /// - Parameters:
  ///   - raw: The bytes of the file.
  ///   - label: The declared encoding, if any.
  init(_ raw: [UInt8], label: String?) {
    let name = label.map { $0.lowercased() } ?? "utf-8"
    let isWide = WideEncoding(of: raw) != nil
    let isUnicode = name.hasPrefix("utf") || name.hasPrefix("ucs") || name == "iso-10646-ucs-2"
    let page = CodePage(label: name)
    let isUTF8 = isWide || DecodedText.isValid(raw.span)
    let isSaid = page.map { $0.layout == .iso2022JP ? !isWide : !isUTF8 } ?? false
    let isBelieved = isSaid && page?.name != Self.usual
    if let page, isBelieved {
      bytes = page.decode(raw)
      repairs = []
      unknownLabel = nil
    } else if !isUTF8, let guess = CodePageGuess.page(of: Array(raw.prefix(65_536))) {
      bytes = guess.decode(raw)
      repairs = ["1 text in \(guess.name)"]
      unknownLabel = nil
    } else if let page, isSaid {
      bytes = page.decode(raw)
      repairs = []
      unknownLabel = nil
    } else if isUTF8 || isUnicode {
      let text = DecodedText(raw)
      bytes = Self.withoutMark(text.bytes)
      repairs = text.repairs
      unknownLabel = nil
    } else {
      let text = DecodedText(raw)
      bytes = Self.withoutMark(text.bytes)
      repairs = text.repairs
      unknownLabel = name
    }
  }

  /// The page that Latin-1 and ASCII are read by.
  private static let usual = CodePage(label: "latin1")?.name

  private static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
  }
}

// MARK: Declarations

extension DeclaredEncoding {

  /// Decodes an XML file by its declaration, `<?xml … encoding="…"?>`.
  static func xml(_ raw: [UInt8]) -> DeclaredEncoding {
    DeclaredEncoding(raw, label: xmlLabel(raw))
  }

  /// The encoding that the declaration of an XML file names; nil for none.
  static func xmlLabel(_ raw: [UInt8]) -> String? {
    let start = raw.prefix(256).drop { $0 <= 0x20 }
    guard let end = start.firstIndex(of: 0x3E), start.starts(with: "<?xml".utf8) else {
      return nil
    }
    return value(of: "encoding", in: raw[..<end])
  }

  /// Decodes a page by its `<meta charset="…">` or `<meta http-equiv=… content="…charset=…">`.
  static func html(_ raw: [UInt8]) -> DeclaredEncoding {
    DeclaredEncoding(raw, label: htmlLabel(raw))
  }

  /// The encoding that a page names; nil for none.
  static func htmlLabel(_ raw: [UInt8]) -> String? {
    value(of: "charset", in: raw.prefix(4_096)) ?? xmlLabel(raw)
  }

  /// The word behind the first `name=`, with or without quotation marks.
  private static func value(of name: String, in bytes: ArraySlice<UInt8>) -> String? {
    let key = Array(name.utf8)
    var index = bytes.startIndex
    while index + key.count < bytes.endIndex {
      let isHere = zip(bytes[index...], key).allSatisfy { $0 | 0x20 == $1 }
      guard isHere else {
        index += 1
        continue
      }
      var next = index + key.count
      func skip(_ marks: [UInt8]) {
        while next < bytes.endIndex, marks.contains(bytes[next]) { next += 1 }
      }
      skip([0x20, 0x09, 0x0A, 0x0D])
      index += key.count
      guard next < bytes.endIndex, bytes[next] == 0x3D else { continue }
      next += 1
      skip([0x20, 0x09, 0x0A, 0x0D, 0x22, 0x27])
      let word = bytes[next...].prefix { isLabel($0) }
      if !word.isEmpty { return String(decoding: word, as: UTF8.self) }
    }
    return nil
  }

  private static func isLabel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x3A, 0x2E: true
    default: false
    }
  }
}
