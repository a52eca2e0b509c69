extension Tokenizer {

  /// Returns the words and marks of a text that stands alone, such as a phrase of a query.
  public static func words(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    return tokens(of: bytes, in: ByteRange(0, UInt32(clamping: bytes.count))).map { token in
      String(decoding: bytes[Int(token.range.start)..<Int(token.range.end)], as: UTF8.self)
    }
  }
}
