/// Looks for the first element of a file of XML or HTML.
enum MarkupRoot {

  /// Returns the name of the first element, without its prefix, behind declarations and comments;
  /// nil where something else begins the file.
  ///
  /// A declaration `<!DOCTYPE name` gives the name as well.
  static func name(in start: [UInt8]) -> String? {
    let bytes = DeclaredEncoding.xml(start).bytes
    var position = 0
    while true {
      while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
      guard position < bytes.count, bytes[position] == 0x3C else { return nil }
      let rest = bytes[(position + 1)...]
      if rest.starts(with: "!--".utf8) {
        guard let end = end(of: "-->", in: rest) else { return nil }
        position = end
      } else if rest.starts(with: "?".utf8) {
        guard let end = end(of: "?>", in: rest) else { return nil }
        position = end
      } else if rest.prefix(8).map({ $0 | 0x20 }).elementsEqual("!doctype".utf8) {
        return word(rest.dropFirst(8).drop { $0 <= 0x20 })
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

  private static func word(_ bytes: ArraySlice<UInt8>) -> String? {
    let word = bytes.prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F && $0 != 0x5B }
    let local = word.split(separator: 0x3A).last ?? []
    return local.isEmpty ? nil : String(decoding: local, as: UTF8.self)
  }
}
