internal import Rendering

/// Objects and lists as JSON has them.
enum JSONText {

  /// What is not known.
  static let null = Array("null".utf8)

  /// A text; null for none.
  static func text(_ text: String?) -> [UInt8] { text.map(JSONLiteral.string) ?? null }

  /// A list of what is written already.
  static func list(_ elements: [[UInt8]]) -> [UInt8] {
    joined(elements, between: ("[", "]"))
  }

  /// An object of what is written already.
  static func object(_ members: [(String, [UInt8])]) -> [UInt8] {
    joined(members.map { joined([JSONLiteral.string($0.0), $0.1], by: ": ") }, between: ("{", "}"))
  }

  /// Values behind one another.
  static func joined(
    _ values: [[UInt8]], by separator: String = ", ",
    between ends: (String, String) = ("", "")
  ) -> [UInt8] {
    let separator = Array(separator.utf8)
    var out = Array(ends.0.utf8)
    // Whole arrays at once: the sequence that the library makes goes byte by byte.
    out.reserveCapacity(values.reduce(2) { $0 + $1.count + separator.count })
    for (index, value) in values.enumerated() {
      if index > 0 { out.append(contentsOf: separator) }
      out.append(contentsOf: value)
    }
    out.append(contentsOf: ends.1.utf8)
    return out
  }
}
