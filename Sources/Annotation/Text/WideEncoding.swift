/// An encoding whose characters are no single bytes: UTF-16 or UTF-32, in either order.
public struct WideEncoding: Hashable, Sendable {

  /// The bytes of a unit: two or four.
  private let width: Int
  private let isBigEndian: Bool

  /// Finds the encoding of a text that begins so; nil where its characters are bytes.
  ///
  /// Without a byte order mark the places of the NUL bytes tell, or the script.
  public init?(of start: [UInt8]) {
    let found = Self.marked(start) ?? Self.sniffed(start) ?? Self.scripted(start)
    guard let found else { return nil }
    self = found
  }

  init(width: Int, isBigEndian: Bool) {
    self.width = width
    self.isBigEndian = isBigEndian
  }

  private static func marked(_ raw: [UInt8]) -> WideEncoding? {
    // The mark of UTF-32 begins as that of UTF-16.
    if raw.starts(with: [0xFF, 0xFE, 0, 0]) { return Self(width: 4, isBigEndian: false) }
    if raw.starts(with: [0, 0, 0xFE, 0xFF]) { return Self(width: 4, isBigEndian: true) }
    if raw.starts(with: [0xFF, 0xFE]) { return Self(width: 2, isBigEndian: false) }
    if raw.starts(with: [0xFE, 0xFF]) { return Self(width: 2, isBigEndian: true) }
    return nil
  }

  private static func sniffed(_ raw: [UInt8]) -> WideEncoding? {
    let count = min(raw.count, 512) & ~3
    guard count >= 8 else { return nil }
    var zeros = [0, 0, 0, 0]
    for index in 0..<count where raw[index] == 0 { zeros[index & 3] += 1 }
    let units = count / 4
    if zeros[0] == units, zeros[1] * 20 >= units * 19, zeros[3] * 8 <= units {
      return Self(width: 4, isBigEndian: true)
    }
    if zeros[3] == units, zeros[2] * 20 >= units * 19, zeros[0] * 8 <= units {
      return Self(width: 4, isBigEndian: false)
    }
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
    guard min(even, odd) * 8 <= count / 2, max(even, odd) * 3 >= count else { return nil }
    return Self(width: 2, isBigEndian: even > odd)
  }

  /// What a decoding counts as.
  var repair: TextRepair { width == 2 ? .utf16 : .utf32 }

  /// Returns a text as UTF-8, without its byte order mark; what is cut off at its end is left out.
  func decode(_ raw: [UInt8], _ tally: inout RepairTally) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var index = unit(raw, 0) == 0xFEFF ? width : 0
    while let scalar = unit(raw, index) {
      index += width
      if width == 2, (0xD800...0xDBFF).contains(scalar), let low = unit(raw, index),
        (0xDC00...0xDFFF).contains(low)
      {
        index += width
        UTF8Sequence.append(0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00), to: &bytes)
      } else {
        if Unicode.Scalar(scalar) == nil { tally.add(.invalidUTF8) }
        UTF8Sequence.append(scalar, to: &bytes)
      }
    }
    if index < raw.count { tally.add(.invalidUTF8) }
    return bytes
  }

  /// Returns the unit at an offset; nil where it is not whole.
  func unit(_ raw: [UInt8], _ index: Int) -> UInt32? {
    guard index + width <= raw.count else { return nil }
    var unit: UInt32 = 0
    for offset in 0..<width {
      let byte = raw[isBigEndian ? index + offset : index + width - 1 - offset]
      unit = unit << 8 | UInt32(byte)
    }
    return unit
  }
}
