/// Text made safe to draw: one line, and nothing in it that steers a terminal.
///
/// A run of blanks, tabs and line ends becomes one blank. Other control characters become their
/// pictures (`␛` for escape), those of the C1 set `�`. Soft hyphens and the controls that override
/// the direction of what follows are left out, since they show nothing themselves.
public enum VisibleText {

  /// Returns the safe form of a text.
  ///
  /// - Complexity: O(*n*); a text that is safe is returned as it is.
  public static func line(_ text: String) -> String {
    let bytes = text.utf8.span
    var isSafe = true
    for i in bytes.indices where steers(bytes, at: i) { isSafe = false }
    if isSafe { return text }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count { i += copy(bytes, at: i, to: &out, keepsSpace: false) }
    return String(decoding: out, as: UTF8.self)
  }

  /// Returns a text with its control characters replaced and its blanks, tabs and line ends kept.
  ///
  /// - Complexity: O(*n*); a text without any is returned as it is.
  public static func keepingSpace(_ text: String) -> String {
    let bytes = text.utf8.span
    return mayHoldControls(bytes) ? String(decoding: keptSpace(bytes), as: UTF8.self) : text
  }

  /// Lends a text with its control characters replaced and its blanks, tabs and line ends kept.
  static func withSpaceKept(_ text: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    if mayHoldControls(text) { body(keptSpace(text).span) } else { body(text) }
  }

  private static func keptSpace(_ bytes: Span<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count { i += copy(bytes, at: i, to: &out, keepsSpace: true) }
    return out
  }

  /// Whether any byte may begin something that `keepingSpace` changes.
  private static func mayHoldControls(_ bytes: Span<UInt8>) -> Bool {
    bytes.hasAny { word in
      EightBytes.below(0x20, word) | EightBytes.equal(0x7F, word) | EightBytes.equal(0xC2, word)
        | EightBytes.equal(0xE2, word)
    }
  }

  /// Whether the byte begins something that `line` changes.
  private static func steers(_ bytes: Span<UInt8>, at i: Int) -> Bool {
    switch bytes[i] {
    case 0x20: i > 0 && bytes[i - 1] == 0x20
    case ..<0x20, 0x7F: true
    case 0xC2: i + 1 < bytes.count && (bytes[i + 1] < 0xA0 || bytes[i + 1] == 0xAD)
    case 0xE2: i + 2 < bytes.count && isInvisible(bytes[i + 1], bytes[i + 2])
    default: false
    }
  }

  /// Appends the safe form of what begins at `i`, and returns how many bytes it covers.
  private static func copy(
    _ bytes: Span<UInt8>, at i: Int, to out: inout [UInt8], keepsSpace: Bool
  ) -> Int {
    let byte = bytes[i]
    if isSpace(byte) {
      if keepsSpace { out.append(byte) } else if out.last != 0x20 { out.append(0x20) }
      return 1
    }
    guard steers(bytes, at: i) else {
      out.append(byte)
      return 1
    }
    switch byte {
    case 0xC2:
      if bytes[i + 1] != 0xAD { out += [0xEF, 0xBF, 0xBD] }
      return 2
    case 0xE2:
      if bytes[i + 2] <= 0xA9, bytes[i + 1] == 0x80, out.last != 0x20 { out.append(0x20) }
      return 3
    default:
      out += [0xE2, 0x90, byte == 0x7F ? 0xA1 : 0x80 + byte]
      return 1
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Whether E2 and these two bytes are a line or paragraph separator (U+2028, U+2029) or a control
  /// of direction (U+202A to U+202E, U+2066 to U+2069).
  private static func isInvisible(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: (0xA8...0xAE).contains(third)
    case 0x81: (0xA6...0xA9).contains(third)
    default: false
    }
  }
}
