/// Quotation marks as other papers set them, and as scraping breaks them.
///
/// The articles to learn from are well set; what they teach of marks is carried over to British
/// single marks, and to pages that have lost some of theirs. No word changes.
enum MarkDamage {

  /// Sets single marks for double ones.
  static func single(_ text: [UInt8]) -> [UInt8] {
    replacing(text) { mark, _ in
      switch mark {
      case .opening: [0xE2, 0x80, 0x98]
      case .closing: [0xE2, 0x80, 0x99]
      case .straight: [0x27]
      }
    }
  }

  /// Leaves out one mark in five at the edges of paragraphs.
  static func lossy(_ text: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var random = random
    return replacing(text) { mark, isEdge in
      isEdge && random.below(5) == 0 ? [] : mark.bytes
    }
  }

  /// Leaves out one mark in twelve anywhere.
  static func unbalanced(_ text: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var random = random
    return replacing(text) { mark, _ in random.below(12) == 0 ? [] : mark.bytes }
  }

  private enum Mark {
    case opening, closing, straight

    var bytes: [UInt8] {
      switch self {
      case .opening: [0xE2, 0x80, 0x9C]
      case .closing: [0xE2, 0x80, 0x9D]
      case .straight: [0x22]
      }
    }
  }

  /// Replaces each double mark; the closure learns whether a paragraph starts or ends there.
  private static func replacing(
    _ text: [UInt8], by replacement: (Mark, _ isEdge: Bool) -> [UInt8]
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      guard let mark = mark(text, index) else {
        result.append(text[index])
        index += 1
        continue
      }
      let end = index + mark.bytes.count
      let isEdge =
        index == 0 || text[index - 1] == 0x0A || end >= text.count || text[end] == 0x0A
      result += replacement(mark, isEdge)
      index = end
    }
    return result
  }

  private static func mark(_ text: [UInt8], _ index: Int) -> Mark? {
    if text[index] == 0x22 { return .straight }
    guard text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80 else { return nil }
    switch text[index + 2] {
    case 0x9C: return .opening
    case 0x9D: return .closing
    default: return nil
    }
  }
}
