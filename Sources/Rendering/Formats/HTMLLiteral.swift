/// Text as HTML writes it, for elements and for attributes between double quotation marks.
public enum HTMLLiteral {

  /// Returns a text with what is markup escaped, and control characters shown.
  public static func text(_ text: String) -> [UInt8] {
    var out = ByteBuffer()
    write(text, into: &out)
    return out.bytes
  }

  static func write(_ text: String, into out: inout ByteBuffer) {
    write(text.utf8.span, into: &out)
  }

  static func write(_ text: Span<UInt8>, into out: inout ByteBuffer) {
    VisibleText.withSpaceKept(text) { bytes in
      guard bytes.hasAny(holdsMarkup) else { return out.write(bytes) }
      for i in bytes.indices {
        switch bytes[i] {
        case UInt8(ascii: "&"): out.write("&amp;")
        case UInt8(ascii: "<"): out.write("&lt;")
        case UInt8(ascii: ">"): out.write("&gt;")
        case UInt8(ascii: "\""): out.write("&quot;")
        default: out.write(byte: bytes[i])
        }
      }
    }
  }

  @inline(__always)
  private static func holdsMarkup(_ word: UInt64) -> UInt64 {
    EightBytes.equal(UInt8(ascii: "&"), word) | EightBytes.equal(UInt8(ascii: "<"), word)
      | EightBytes.equal(UInt8(ascii: ">"), word) | EightBytes.equal(UInt8(ascii: "\""), word)
  }
}
