/// A run of characters that came from reading UTF-8 as Windows-1252, and what they were.
///
/// Such a run consists of characters of the code page whose bytes are valid UTF-8. It is decoded
/// only where the outcome is likely, since `Ä“` may also be a letter and a quotation mark; and up
/// to three times over, for text that was damaged again and again.
struct Mojibake {

  /// A character of the run.
  struct Item {
    /// What it is, after decoding.
    var scalar: UInt32
    /// Its bytes in the damaged text.
    var range: Range<Int>
    /// Whether it was put together from several characters.
    var isDecoded: Bool
  }

  /// The characters, in order.
  private(set) var items: [Item] = []

  /// The offset behind the run.
  let end: Int

  private let before: UInt8
  private let after: UInt8

  /// Whether a damaged sequence can begin here: one of Â through ô, which lead bytes become, with
  /// another character above ASCII behind it; or an Â before a space.
  static func mayBegin(in bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == 0xC3, index + 2 < bytes.count else { return false }
    let (second, next) = (bytes[index + 1], bytes[index + 2])
    return (0x82...0xB4).contains(second) && (next >= 0x80 || second == 0x82 && next == 0x20)
  }

  /// Decodes what is damaged in the run of characters of the code page that begins at `start`.
  init(_ bytes: [UInt8], at start: Int) {
    var index = start
    while index < bytes.count, bytes[index] >= 0x80 {
      let sequence = UTF8Sequence(bytes, at: index)
      guard Windows1252.byte(sequence.scalar) != nil else { break }
      let range = index..<index + sequence.length
      items.append(Item(scalar: sequence.scalar, range: range, isDecoded: false))
      index = range.upperBound
    }
    before = start > 0 ? bytes[start - 1] : 0x20
    after = index < bytes.count ? bytes[index] : 0x20
    end = index
    var rounds = 0
    while rounds < 3, decodeOnce() { rounds += 1 }
    if rounds == 0 { dropStrayLead() }
  }
}

extension Mojibake {

  /// Decodes every sequence once; returns whether there was any.
  private mutating func decodeOnce() -> Bool {
    var decoded: [Item] = []
    var index = 0
    var isChanged = false
    while index < items.count {
      if let (scalar, count) = sequence(at: index) {
        let range = items[index].range.lowerBound..<items[index + count - 1].range.upperBound
        decoded.append(Item(scalar: scalar, range: range, isDecoded: true))
        index += count
        isChanged = true
      } else {
        decoded.append(items[index])
        index += 1
      }
    }
    items = decoded
    return isChanged
  }

  private func byte(at index: Int) -> UInt8? {
    items.indices.contains(index) ? Windows1252.byte(items[index].scalar) : nil
  }

  /// Returns the scalar that the items from `index` encode and their number, if that is likely.
  private func sequence(at index: Int) -> (scalar: UInt32, count: Int)? {
    guard let lead = byte(at: index), (0xC2...0xF4).contains(lead) else { return nil }
    let count = UTF8Sequence.length(lead)
    let bytes = (index..<index + count).compactMap(byte(at:))
    if bytes.count == count {
      let sequence = UTF8Sequence(bytes, at: 0)
      if sequence.isValid, sequence.length == count, isLikely(bytes, at: index) {
        return (sequence.scalar, count)
      }
    }
    return lostQuotationMark(at: index)
  }

  /// The closing mark ” is E2 80 9D, and 9D, which the code page leaves open, is often lost.
  private func lostQuotationMark(at index: Int) -> (scalar: UInt32, count: Int)? {
    guard byte(at: index) == 0xE2, byte(at: index + 1) == 0x80 else { return nil }
    return (0x201D, 2)
  }

  /// Whether a valid sequence is damage rather than text that happens to look like it.
  ///
  /// Three characters of this sort are never text. Two are where they give Latin-1; the outer
  /// alphabets need a second sequence beside the first. A letter before a quotation mark or
  /// dash is damage only inside of a word.
  private func isLikely(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes.count == 2 else { return true }
    if bytes[0] > 0xC3, !Windows1252.isPunctuation(bytes[1]) || isBeforeLetter(index + 2) {
      return bytes[0] <= 0xC5 || isSequence(at: index + 2) || isSequence(at: index - 2)
        || index > 0 && items[index - 1].isDecoded
    }
    if bytes[0] == 0xC3, Windows1252.isPunctuation(bytes[1]) { return isBeforeLetter(index + 2) }
    return bytes[0] <= 0xC3
  }

  private func isSequence(at index: Int) -> Bool {
    guard let lead = byte(at: index), let next = byte(at: index + 1) else { return false }
    return (0xC2...0xDF).contains(lead) && (0x80...0xBF).contains(next)
  }

  private func isBeforeLetter(_ index: Int) -> Bool {
    if let byte = byte(at: index) { return byte >= 0xC0 }
    return (0x61...0x7A).contains(after | 0x20)
  }

  /// Drops an Â whose other half, a non-breaking space, has already become a plain space.
  private mutating func dropStrayLead() {
    guard items.count == 1, items[0].scalar == 0xC2, after == 0x20 else { return }
    guard !(0x41...0x5A).contains(before), before < 0x80 else { return }
    items[0].scalar = 0x200B
    items[0].isDecoded = true
  }
}
