/// Values as JSON writes them (RFC 8259), for outputs that are no result table.
public enum JSONLiteral {

  /// Returns a text between quotation marks, as UTF-8.
  public static func string(_ text: String) -> [UInt8] {
    var out = ByteBuffer()
    JSONWriter.write(text, into: &out)
    return out.bytes
  }
}
