internal import Annotation

/// Reads the HTML that stands in a field of something else, as in the item of a feed.
enum HTMLFragment {

  /// Returns the text of a fragment, behind a headline if there is one.
  ///
  /// Without tags it is taken as it is. What pages say beside their text goes, unless nothing else is
  /// there.
  static func text(_ bytes: [UInt8], headline: String?) -> PageText {
    guard bytes.contains(0x3C) else { return PageText(plain: bytes, headline: headline) }
    guard let tree = HTMLParser.parse(bytes) else {
      return PageText(plain: HTMLScanner.strippedText(of: bytes), headline: headline)
    }
    let furniture = PageFurniture(tree, usesNames: true)
    return PageText(
      withoutFurniture(PageBlocks.blocks(of: tree, in: tree.indices, furniture)),
      headline: headline)
  }

  /// Returns the blocks of a part of a tree that are worth reading.
  static func withoutFurniture(_ blocks: [PageBlock]) -> [PageBlock] {
    let kept = blocks.filter { $0.quality != .bad }
    return kept.isEmpty ? blocks : kept
  }

  /// Returns the text of a fragment in one line, as of a title with tags or references in it.
  static func line(_ text: String) -> String? {
    if text.utf8.contains(0x3C), let tree = HTMLParser.parse(Array(text.utf8)) {
      return tree.indices.first.flatMap { tree.line(of: $0) }
    }
    guard text.utf8.contains(0x26) else { return MetadataValue.text(text).trimmed }
    let bytes = TextNormalizer.normalize(Array(text.utf8)).bytes
    return MetadataValue.text(String(decoding: bytes, as: UTF8.self)).trimmed
  }
}
