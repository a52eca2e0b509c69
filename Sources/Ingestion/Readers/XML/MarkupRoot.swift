/// Looks for the first element of a file of XML or HTML.
enum MarkupRoot {

  /// Returns the name of the first element, without its prefix, behind declarations and comments;
  /// nil where something else begins the file.
  ///
  /// A declaration `<!DOCTYPE name` gives the name where it is HTML, or no element follows.
  static func name(in start: [UInt8]) -> String? {
    let bytes = DeclaredEncoding.xml(start).bytes
    var position = 0
    var declared: String?
    while true {
      while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
      guard position < bytes.count, bytes[position] == 0x3C else { return declared }
      let rest = bytes[(position + 1)...]
      if rest.starts(with: "!--".utf8) {
        guard let end = end(of: "-->", in: rest) else { return declared }
        position = end
      } else if rest.starts(with: "?".utf8) {
        guard let end = end(of: "?>", in: rest) else { return declared }
        position = end
      } else if rest.prefix(8).map({ $0 | 0x20 }).elementsEqual("!doctype".utf8) {
        declared = word(rest.dropFirst(8).drop { $0 <= 0x20 })
        guard declared?.lowercased() != "html", let end = endOfDeclaration(in: rest) else {
          return declared
        }
        position = end
      } else {
        return word(rest)
      }
    }
  }

  private static func end(of mark: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let mark = Array(mark.utf8)
    return bytes.indices.first { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }
      .map { $0 + mark.count }
  }

  /// The place behind a declaration, which may hold others in brackets, and texts in quotes.
  private static func endOfDeclaration(in bytes: ArraySlice<UInt8>) -> Int? {
    var (quote, depth): (UInt8?, Int) = (nil, 0)
    for (place, byte) in zip(bytes.indices, bytes) {
      if let mark = quote {
        if byte == mark { quote = nil }
        continue
      }
      switch byte {
      case 0x22, 0x27: quote = byte
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3E where depth <= 0: return place + 1
      default: break
      }
    }
    return nil
  }

  private static func word(_ bytes: ArraySlice<UInt8>) -> String? {
    let word = bytes.prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F && $0 != 0x5B }
    let local = word.split(separator: 0x3A).last ?? []
    return local.isEmpty ? nil : String(decoding: local, as: UTF8.self)
  }
}
