/// Double quotation marks, which are one mark to whoever looks for one.
///
/// Texts keep the marks that they came with, so that a quotation opens with `“` in one and with `"`
/// in the next. Folding leaves them apart, because it makes single letters alike.
enum QuotationMarks {

  /// The marks that are taken for one another.
  static let double: [Unicode.Scalar] = ["\"", "“", "”", "„", "‟"]

  /// Whether a scalar is such a mark.
  static func isDouble(_ scalar: Unicode.Scalar) -> Bool { double.contains(scalar) }

  /// Whether a word is nothing but such a mark.
  static func isDouble(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    guard let only = scalars.first, scalars.count == 1 else { return false }
    return isDouble(only)
  }

  /// Their scalars as a set, for an expression.
  static let set: [ClosedRange<UInt32>] = [0x22...0x22, 0x201C...0x201F]
}
