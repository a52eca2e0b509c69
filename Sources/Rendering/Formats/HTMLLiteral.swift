/// Text as HTML writes it, for elements and for attributes between double quotation marks.
public enum HTMLLiteral {

  /// Returns a text with what is markup escaped, and control characters shown.
  public static func text(_ text: String) -> [UInt8] {
    var out = ByteBuffer()
    write(text, into: &out)
    return out.bytes
  }

  static func write(_ text: String, into out: inout ByteBuffer) {
    let text = VisibleText.keepingSpace(text)
    let bytes = text.utf8.span
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
