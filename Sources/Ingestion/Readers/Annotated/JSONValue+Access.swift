extension JSONValue {

  /// The value of the first field of a name; nil where there is none, or it is null.
  subscript(_ name: String) -> JSONValue? {
    guard case .object(let fields) = self,
      let value = fields.first(where: { $0.name == name })?.value
    else { return nil }
    if case .null = value { return nil }
    return value
  }

  /// Whether there is a field of a name, whatever its value.
  func has(_ name: String) -> Bool {
    guard case .object(let fields) = self else { return false }
    return fields.contains { $0.name == name }
  }

  /// The value of the first of some fields that is there.
  func first(of names: String...) -> JSONValue? { names.lazy.compactMap { self[$0] }.first }

  /// The items of a list; none where it is no list.
  var items: [JSONValue] {
    guard case .array(let items) = self else { return [] }
    return items
  }

  /// The items of a list, or the value itself where it is none.
  var list: [JSONValue] {
    switch self {
    case .array(let items): items
    case .null: []
    default: [self]
    }
  }

  /// A text.
  var string: String? {
    guard case .text(let bytes) = self else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text with something in it but blanks, and none of the words that stand for nobody or for nothing.
  var name: String? {
    guard let text = string else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return nil }
    let name = words.joined(separator: " ")
    let isNobody = ["none", "unknown", "null", "n/a", "anonymous"].contains(name.lowercased())
    return isNobody || MetadataValue.isAbsentText(Array(name.utf8)) ? nil : name
  }

  /// The name of somebody: a text, or that of an object, which may stand in parts.
  var person: String? {
    guard case .object(let fields) = self else { return name }
    return PersonFields(fields).name ?? first(of: "name", "literal", "label")?.name
  }

  /// A whole number, also where it stands in quotes.
  var integer: Int? {
    switch self {
    case .number(let digits): Int(digits)
    case .text: string.flatMap { Int($0) }
    default: nil
    }
  }

  /// A number, also where it stands in quotes.
  var decimal: Double? {
    let value: Double? =
      switch self {
      case .number(let digits): Double(digits)
      case .text: string.flatMap { Double($0) }
      default: nil
      }
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  /// A text, number or flag as it is written.
  var written: String? {
    switch self {
    case .text: string
    case .number(let digits): digits
    case .bool(let flag): flag ? "true" : "false"
    default: nil
    }
  }

  /// Yes or no.
  var flag: Bool? {
    guard case .bool(let flag) = self else { return nil }
    return flag
  }

  /// Whether it is an object.
  var isObject: Bool {
    if case .object = self { return true }
    return false
  }
}
