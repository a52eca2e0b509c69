internal import Rendering

/// Objects and lists as JSON has them.
enum JSONText {

  /// What is not known.
  static let null = Array("null".utf8)

  /// A text; null for none.
  static func text(_ text: String?) -> [UInt8] { text.map(JSONLiteral.string) ?? null }

  /// A list of what is written already.
  static func list(_ elements: [[UInt8]]) -> [UInt8] {
    [UInt8(ascii: "[")] + elements.joined(separator: Array(", ".utf8)) + [UInt8(ascii: "]")]
  }

  /// An object of what is written already.
  static func object(_ members: [(String, [UInt8])]) -> [UInt8] {
    let members = members.map { JSONLiteral.string($0.0) + Array(": ".utf8) + $0.1 }
    return [UInt8(ascii: "{")] + members.joined(separator: Array(", ".utf8))
      + [UInt8(ascii: "}")]
  }
}
