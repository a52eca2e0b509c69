/// Carries the control characters U+0080 to U+009F past gumbo, which puts U+FFFD in their place.
///
/// In a page they are what is left of a character that was read in the wrong code page, and the
/// normaliser mends it by them. Characters for private use stand for them meanwhile.
enum HiddenControls {

  /// The bytes before the last one of U+F0080 to U+F00BF.
  private static let stand: [UInt8] = [0xF3, 0xB0, 0x82]

  /// Returns a page with other characters for its controls; nil where it has none.
  static func hidden(_ page: [UInt8]) -> [UInt8]? {
    guard let first = page.indices.first(where: { isControl(page, $0) }) else { return nil }
    var result = Array(page[..<first])
    result.reserveCapacity(page.count + 64)
    for index in first..<page.count {
      if isControl(page, index) { result += stand } else { result.append(page[index]) }
    }
    return result
  }

  /// Returns a text of a page with its controls.
  static func shown(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(stand[0]) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == stand[0], text[index...].starts(with: stand) {
        result.append(0xC2)
        index += stand.count
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private static func isControl(_ page: [UInt8], _ index: Int) -> Bool {
    page[index] == 0xC2 && index + 1 < page.count && (0x80...0x9F).contains(page[index + 1])
  }
}
