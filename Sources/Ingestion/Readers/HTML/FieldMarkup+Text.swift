internal import Annotation

extension FieldMarkup {

  /// Returns the text of a field that is HTML; nil where it is a text as it stands.
  ///
  /// Where no element parts the paragraphs, line ends do, as in what editors of weblogs keep. A field
  /// that is a whole page gives its main text.
  static func text(of value: [UInt8]) -> PageText? {
    guard let source = source(of: value) else { return nil }
    if MarkupRoot.name(in: Array(source.prefix(4_096)))?.lowercased() == "html",
      let tree = HTMLParser.parse(source)
    {
      let blocks = MainTextFinder.find(in: tree, titles: []).signedBlocks
      if !blocks.isEmpty { return PageText(blocks, headline: nil) }
    }
    let text = HTMLFragment.text(source, headline: nil)
    return text.bytes.hasText ? text : nil
  }

  /// Returns a value of a field in one line, without tags where it is HTML, and with the characters
  /// that references stand for; nil where nothing changes.
  static func line(of value: String) -> String? {
    let hasTag = value.utf8.contains(0x3C)
    guard hasTag || value.utf8.contains(0x26) else { return nil }
    let bytes = Array(value.utf8)
    guard hasTag, FieldMarkup(bytes).isHTML else {
      return hasTag ? nil : HTMLFragment.line(value)
    }
    guard bytes.count <= longestLine, let tree = HTMLParser.parse(bytes) else {
      return String(decoding: HTMLScanner.strippedText(of: bytes), as: UTF8.self)
    }
    let furniture = PageFurniture(tree, usesNames: false)
    let blocks = PageBlocks.blocks(of: tree, in: tree.indices, furniture)
    return String(decoding: Array(blocks.map(\.text).joined(separator: [0x20])), as: UTF8.self)
  }

  /// The longest value of which a tree is made, in bytes, if it is not the text.
  private static let longestLine = 16 << 10

  /// The HTML of a value: as it stands, or once more with references for its tags.
  private static func source(of value: [UInt8]) -> [UInt8]? {
    var value = value
    if !value.contains(0x3C) {
      guard value.drop(while: { $0 <= 0x20 }).starts(with: "&lt;".utf8) else { return nil }
      value = unescaped(value)
    }
    let markup = FieldMarkup(value)
    guard markup.isHTML else { return nil }
    return markup.partsParagraphs ? value : withBreaks(value)
  }

  /// Returns HTML whose tags are written with references as HTML.
  private static func unescaped(_ value: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < value.count {
      let rest = value[index...].prefix(6)
      if let (reference, byte) = references.first(where: { rest.starts(with: $0.0) }) {
        result.append(byte)
        index += reference.count
      } else {
        result.append(value[index])
        index += 1
      }
    }
    return result
  }

  private static let references: [([UInt8], UInt8)] = [
    (Array("&lt;".utf8), 0x3C), (Array("&gt;".utf8), 0x3E), (Array("&quot;".utf8), 0x22),
    (Array("&amp;".utf8), 0x26),
  ]

  /// Returns HTML with a paragraph for each blank line, and a break for each other line end.
  private static func withBreaks(_ value: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < value.count {
      guard value[index] == 0x0A || value[index] == 0x0D else {
        result.append(value[index])
        index += 1
        continue
      }
      let blanks = value[index...].prefix { $0 <= 0x20 }
      let count = max(blanks.count { $0 == 0x0A }, blanks.count { $0 == 0x0D })
      result += count > 1 ? Array("<p>".utf8) : Array("<br>".utf8)
      index = blanks.endIndex
    }
    return result
  }
}

extension MetadataValue {

  /// The value without tags and references, where it clearly has some.
  var withoutMarkup: MetadataValue {
    switch self {
    case .text(let text): .text(FieldMarkup.line(of: text) ?? text)
    case .list(let items): .list(items.map { FieldMarkup.line(of: $0) ?? $0 })
    case .none: .none
    }
  }
}
