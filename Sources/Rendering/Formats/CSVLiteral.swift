/// Values as csv has them (RFC 4180), for outputs that are no result table.
public enum CSVLiteral {

  /// Returns a line of values with its line end; nil is an empty field, an empty text `""`.
  public static func line(_ values: [String?]) -> [UInt8] {
    var out = ByteBuffer()
    for (index, value) in values.enumerated() {
      if index > 0 { out.write(",") }
      if let value { DelimitedWriter.writeQuoted(value, into: &out) }
    }
    out.newline()
    return out.bytes
  }
}
