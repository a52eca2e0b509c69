/// How wide texts are at a terminal.
enum TerminalCells {

  /// Returns the cells of a text, with wide East Asian scalars counted twice.
  static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { sum, character in
      sum + (character.unicodeScalars.first.map { isWide($0.value) } == true ? 2 : 1)
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
