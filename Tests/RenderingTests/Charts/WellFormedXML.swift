/// Tells whether bytes are well-formed XML without a document type (W3C, XML 1.0).
///
/// Foundation's parser lies in a module that the tests of a small one need not load.
enum WellFormedXML {

  /// Returns the first mistake, or nil.
  static func mistake(in bytes: [UInt8]) -> String? {
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    var open: [String] = []
    var count = 0
    if let end = rest.range(ofLiteral: "?>"), rest.hasPrefix("<?xml") { rest = rest[end...] }
    while let first = rest.first {
      guard first == "<" else {
        let text = rest.prefix { $0 != "<" }
        if let mistake = mistake(inText: text) { return mistake }
        if open.isEmpty, text.contains(where: { !$0.isWhitespace }) { return "text outside" }
        rest = rest.dropFirst(text.count)
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { return "an open tag" }
      let tag = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { return "</\(tag)> closes nothing" }
        continue
      }
      let name = tag.prefix { !$0.isWhitespace && $0 != "/" }
      if let mistake = mistake(inAttributes: tag.dropFirst(name.count)) { return mistake }
      if open.isEmpty { count += 1 }
      if !tag.hasSuffix("/") { open.append(String(name)) }
    }
    return open.isEmpty && count == 1 ? nil : "open: \(open), roots: \(count)"
  }

  private static func mistake(inText text: Substring) -> String? {
    for scalar in text.unicodeScalars where !isAllowed(scalar) {
      return "U+\(String(scalar.value, radix: 16))"
    }
    for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst()
    where !["amp;", "lt;", "gt;", "quot;"].contains(where: part.hasPrefix) {
      return "a lone & in \(text)"
    }
    return nil
  }

  private static func mistake(inAttributes text: Substring) -> String? {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return "quotation marks in \(text)" }
    for (index, part) in parts.enumerated() {
      if index % 2 == 1, let mistake = mistake(inText: part) { return mistake }
      let isName = part.allSatisfy { $0.isLetter || " =-/:".contains($0) || $0.isNumber }
      if index % 2 == 0, !isName { return "attributes \(text)" }
    }
    return nil
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case ..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}

extension Substring {

  /// Returns the place behind a literal.
  fileprivate func range(ofLiteral text: String) -> Index? {
    indices.first { self[$0...].hasPrefix(text) }.map { index($0, offsetBy: text.count) }
  }
}
