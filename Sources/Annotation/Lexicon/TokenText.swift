/// The tokens of a document with their text, for rules that read words.
struct TokenText: Sendable {

  let bytes: [UInt8]
  let tokens: [Token]

  init(_ document: AnnotatedDocument) {
    bytes = document.text.bytes
    tokens = document.tokens
  }

  init(bytes: [UInt8], tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
  }

  /// The bytes of a token as a range of integers.
  func range(_ index: Int) -> Range<Int> {
    Int(tokens[index].range.start)..<Int(tokens[index].range.end)
  }

  /// The hash of a token in lower case.
  func hash(_ index: Int) -> WordHash {
    var hash = WordHash()
    append(index, to: &hash)
    return hash
  }

  /// Appends a token in lower case, a curly apostrophe as a straight one.
  func append(_ index: Int, to hash: inout WordHash) {
    let range = range(index)
    var position = range.lowerBound
    var previous: UInt8 = 0
    while position < range.upperBound {
      let byte = bytes[position]
      if byte == 0xE2, position + 2 < range.upperBound, bytes[position + 1] == 0x80,
        bytes[position + 2] == 0x99
      {
        hash.append(0x27)
        position += 3
      } else {
        hash.append(byte.lowercased(after: previous))
        position += 1
      }
      previous = byte
    }
  }

  /// The bytes of a token in lower case.
  func lowercased(_ index: Int) -> [UInt8] {
    var previous: UInt8 = 0
    return bytes[range(index)].map { byte in
      defer { previous = byte }
      return byte.lowercased(after: previous)
    }
  }

  /// The text of a run of tokens as it stands.
  func string(_ first: Int, _ end: Int) -> String {
    guard first < end else { return "" }
    let run = bytes[Int(tokens[first].range.start)..<Int(tokens[end - 1].range.end)]
    guard run.contains(where: { $0 < 0x20 }) else { return String(decoding: run, as: UTF8.self) }
    return String(decoding: run.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }

  /// Whether a token starts with a capital letter; what lies outside of the text does not.
  func isCapitalized(_ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    let start = Int(tokens[index].range.start)
    let byte = bytes[start]
    if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
    guard start + 1 < bytes.count else { return false }
    let second = bytes[start + 1]
    switch byte {
    case 0xC3: return second >= 0x80 && second <= 0x9E && second != 0x97
    case 0xC4: return second.isMultiple(of: 2) == (second < 0xB9)
    case 0xC5: return Self.isLatinExtendedCapital(second)
    case 0xC8: return second.isMultiple(of: 2)
    default: return false
    }
  }

  private static func isLatinExtendedCapital(_ second: UInt8) -> Bool {
    if second <= 0x88 { return !second.isMultiple(of: 2) }
    if second <= 0xB7 { return second.isMultiple(of: 2) }
    return second == 0xB8 || second == 0xB9 || second == 0xBB || second == 0xBD
  }

  /// Whether a token is written all in capitals, with two letters or more.
  func isAllCapitals(_ index: Int) -> Bool {
    var count = 0
    for position in range(index) {
      let byte = bytes[position]
      if byte >= 0x61 && byte <= 0x7A || byte >= 0x80 { return false }
      if byte >= 0x41 && byte <= 0x5A { count += 1 }
    }
    return count > 1
  }

  /// Whether a token may stand for a name that the table writes so: capitals stay capitals.
  func isWritten(_ index: Int, like name: ArraySlice<UInt8>) -> Bool {
    let start = Int(tokens[index].range.start)
    guard let first = name.first, bytes[start] != first || name.count > 1 else { return true }
    let isUpper = first >= 0x41 && first <= 0x5A
    if isUpper, bytes[start] != first { return false }
    let second = name[name.startIndex + 1]
    guard second >= 0x41, second <= 0x5A, start + 1 < bytes.count else { return true }
    return bytes[start + 1] == second
  }

  /// Whether a token is this one mark or lower-case ASCII word.
  func isToken(_ index: Int, _ text: StaticString) -> Bool {
    let text = text.description.utf8
    return index >= 0 && index < tokens.count && tokens[index].range.length == text.count
      && bytes[range(index)].elementsEqual(text)
  }

  /// Whether two neighbouring tokens touch.
  func touches(_ index: Int) -> Bool {
    index >= 0 && index + 1 < tokens.count
      && tokens[index].range.end == tokens[index + 1].range.start
  }
}
